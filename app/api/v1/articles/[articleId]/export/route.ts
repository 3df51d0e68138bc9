import type { z } from "zod"
import { exportArticle } from "@/lib/desk/exports"
import { ExportQuery } from "@/lib/domain/export-format"
import { fileAnswer } from "@/lib/download"
import { route } from "@/lib/entry"

export const GET = route<{ articleId: string }, z.ZodUndefined, typeof ExportQuery>(
  { scope: "read", query: ExportQuery },
  async (actor, { params, query }) => {
    const { fileName, mediaType, body } = await exportArticle(actor, params.articleId, query)
    return fileAnswer({ body, type: mediaType, fileName })
  },
)
