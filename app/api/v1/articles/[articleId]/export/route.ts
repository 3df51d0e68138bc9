import { z } from "zod"
import { exportMarkdown } from "@/lib/desk/exports"
import { Profile } from "@/lib/domain/profile"
import { fileAnswer } from "@/lib/download"
import { route } from "@/lib/entry"

const ExportQuery = z.object({ format: z.literal("markdown").default("markdown"), profile: Profile.optional() })

export const GET = route<{ articleId: string }, z.ZodUndefined, typeof ExportQuery>(
  { scope: "read", query: ExportQuery },
  async (actor, { params, query }) => {
    const { fileName, body } = await exportMarkdown(actor, params.articleId, query.profile)
    return fileAnswer({ body, type: "text/markdown; charset=utf-8", fileName })
  },
)
