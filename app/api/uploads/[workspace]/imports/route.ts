import { getTranslations } from "next-intl/server"
import { z } from "zod"
import { listImports, receiveImport } from "@/lib/desk/intake"
import { ArticleKind, formatOfFile, Moment } from "@/lib/domain/article"
import { Id } from "@/lib/domain/id"
import type { ImportProgress, ImportView } from "@/lib/domain/import"
import { actorIn, answered, upload } from "@/lib/entry"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

const FileForm = z.object({ file: z.instanceof(File), kind: ArticleKind.optional() })
const Asked = z.object({
  since: Moment.optional(),
  /** Ids of imports that are waited for, with commas between them. */
  waiting: z
    .string()
    .default("")
    .transform((ids) => ids.split(",").filter(Boolean))
    .pipe(z.array(Id).max(500)),
})

/** Receives one file, which is read in its turn. */
export const POST = upload(async (actor, request) => {
  const { file, kind } = parsed(FileForm, Object.fromEntries(await formOf(request)))
  const format = formatOfFile(file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return receiveImport(actor, { bytes, fileName: file.name, format, asked: { given: { ...(kind && { kind }) } } })
})

/**
 * How far one's own files are: all that are under way, those that ended since, and those that are waited for. When one
 * ended is written before it can be read: it may have ended before the last answer, which could not tell of it.
 */
export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  const answer = await answered(async (): Promise<ImportProgress> => {
    const { since, waiting } = parsed(Asked, Object.fromEntries(new URL(request.url).searchParams))
    const now = new Date().toISOString()
    const actor = await actorIn((await params).workspace)
    const endedSince = since === undefined ? undefined : new Date(since)
    const imports = await listImports(actor, { endedSince, waiting })
    return { now, imports: await inWords(imports) }
  })
  return Response.json(answer, { headers: { "cache-control": "no-store" } })
}

/** Refusals are kept as keys: each reader has them in their own language. */
async function inWords(imports: ImportView[]): Promise<ImportProgress["imports"]> {
  const t = await getTranslations("refusal")
  return imports.map((one) => {
    const { told } = one
    if (told?.kind === "failed") return { ...one, reason: t("failed", { id: told.id }) }
    if (told?.kind !== "refused") return { ...one, reason: null }
    const said = [told, ...(told.fields ?? [])].map(({ key, params }) => t(key, params))
    return { ...one, reason: [...new Set(said)].join(" ") }
  })
}
