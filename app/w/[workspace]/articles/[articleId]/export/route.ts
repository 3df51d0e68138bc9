import { z } from "zod"
import { exportArticle, exportForAuthor, type ExportedFile } from "@/lib/desk/exports"
import { packedContents } from "@/lib/document"
import { ExportQuery } from "@/lib/domain/export-format"
import type { Download } from "@/lib/download"
import { download } from "@/lib/entry"

const Query = ExportQuery.extend({ for: z.literal("author").optional(), download: z.literal("1").optional() })

type Params = { workspace: string; articleId: string }

/** An export for whoever is signed in: with `download=1` as a file, else to look at; `for=author` what goes back to them. */
export const GET = download<Params, typeof Query>(Query, async (actor, { articleId }, query) => {
  const file = query.for ? await exportForAuthor(actor, articleId) : await exportArticle(actor, articleId, query)
  if (!query.download) return preview(file)
  return { body: file.body, type: file.mediaType, fileName: file.fileName }
})

/** Never as a page of ours: what is written in an article is its author's. */
function preview({ body }: ExportedFile): Download {
  if (typeof body === "string") return { body, type: "text/plain; charset=utf-8" }
  return { body: JSON.stringify(packedContents(body)), type: "application/json" }
}
