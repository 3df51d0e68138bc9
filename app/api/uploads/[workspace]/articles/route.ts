import { z } from "zod"
import { importArticle } from "@/lib/desk/imports"
import { ArticleKind, formatOfFile, ImportFormat } from "@/lib/domain/article"
import { upload } from "@/lib/entry"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

const ImportForm = z.object({
  file: z.instanceof(File).optional(),
  content: z.string().optional(),
  format: ImportFormat.default("text"),
  title: z.string().trim().max(500).optional(),
  kind: ArticleKind.optional(),
})

/** Import from the browser: one file, or pasted words. */
export const POST = upload(async (actor, request) => {
  const { file, content = "", format, title, kind } = parsed(ImportForm, Object.fromEntries(await formOf(request)))
  const given = { ...(title && { title }), ...(kind && { kind }) }
  if (!file) return importArticle(actor, { bytes: new TextEncoder().encode(content), format, origin: "paste", given })
  const bytes = new Uint8Array(await file.arrayBuffer())
  return importArticle(actor, { bytes, format: formatOfFile(file.name), fileName: file.name, origin: "file", given })
})
