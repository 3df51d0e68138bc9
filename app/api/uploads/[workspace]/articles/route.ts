import { z } from "zod"
import { importArticle } from "@/lib/desk/imports"
import { importLink } from "@/lib/desk/links"
import { ArticleKind, ImportFormat, WebAddress } from "@/lib/domain/article"
import { upload } from "@/lib/entry"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

const ImportForm = z.object({
  content: z.string().default(""),
  format: ImportFormat.exclude(["word", "bundle"]).default("text"),
  /** Alone, the page at this address; with content, where that stood. */
  url: WebAddress.optional(),
  title: z.string().trim().max(500).optional(),
  kind: ArticleKind.optional(),
})

/** Import from the browser: pasted words, or a page by its address. Files are received beside it. */
export const POST = upload(async (actor, request) => {
  const form = await formOf(request)
  const { content, format, url, title, kind } = parsed(ImportForm, Object.fromEntries(form))
  const given = { ...(title && { title }), ...(kind && { kind }) }
  if (url && !form.has("content")) return importLink(actor, { url, given })
  const bytes = new TextEncoder().encode(content)
  return importArticle(actor, { bytes, format, origin: "paste", given: { ...given, ...(url && { sourceUrl: url }) } })
})
