import { z } from "zod"
import { exportMarkdown } from "@/lib/desk/exports"
import { Profile } from "@/lib/domain/profile"
import { download } from "@/lib/entry"

const ExportQuery = z.object({ profile: Profile.optional(), download: z.literal("1").optional() })

type Params = { workspace: string; articleId: string }

/** Reader Markdown for whoever is signed in: as a preview, or with `download=1` as a file. */
export const GET = download<Params, typeof ExportQuery>(ExportQuery, async (actor, { articleId }, query) => {
  const { profile, download: asFile } = query
  const { fileName, body } = await exportMarkdown(actor, articleId, profile)
  return { body, type: "text/markdown; charset=utf-8", ...(asFile && { fileName }) }
})
