import { getTranslations } from "next-intl/server"
import { z } from "zod"
import { listImports, receiveImport } from "@/lib/desk/intake"
import { ArticleKind, formatOfFile, Moment } from "@/lib/domain/article"
import type { ImportProgress, ImportView } from "@/lib/domain/import"
import { actorIn, answered, upload } from "@/lib/entry"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

const FileForm = z.object({ file: z.instanceof(File), kind: ArticleKind.optional() })
const Since = z.object({ since: Moment.optional() })

/** Receives one file, which is read in its turn. */
export const POST = upload(async (actor, request) => {
  const { file, kind } = parsed(FileForm, Object.fromEntries(await formOf(request)))
  const format = formatOfFile(file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return receiveImport(actor, { bytes, fileName: file.name, format, asked: { given: { ...(kind && { kind }) } } })
})

/** How far one's own files are: all that are under way, and those that ended since. */
export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  const answer = await answered(async (): Promise<ImportProgress> => {
    const { since } = parsed(Since, Object.fromEntries(new URL(request.url).searchParams))
    // Before the list is read: what ends meanwhile is told the next time.
    const now = new Date().toISOString()
    const actor = await actorIn((await params).workspace)
    const imports = await listImports(actor, { endedSince: since === undefined ? undefined : new Date(since) })
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
