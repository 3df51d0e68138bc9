import { type z } from "zod"
import { articleIn } from "@/lib/api/imports"
import { numberCursor, Page } from "@/lib/api/paging"
import { MADE, currentText } from "@/lib/api/replies"
import { apiRevisions } from "@/lib/api/views"
import { reviseFromLink } from "@/lib/desk/links"
import { listRevisions } from "@/lib/desk/revisions"
import { reviseArticle } from "@/lib/desk/revising"
import type { ImportFormat } from "@/lib/domain/article"
import { route } from "@/lib/entry"

type Params = { articleId: string }

export const GET = route<Params, z.ZodUndefined, typeof Page>(
  { scope: "read", query: Page },
  async (actor, { params, query: { cursor, limit } }) => {
    // The first is number 1: none comes before the first page.
    const below = numberCursor.read(cursor) || undefined
    const revisions = await listRevisions(actor, params.articleId, { below, limit })
    const last = revisions.at(-1)?.number ?? 1
    return { value: { items: await apiRevisions(actor, revisions), next: numberCursor.of(last > 1 ? last : null) } }
  },
)

export const POST = route<Params>(
  { scope: "write", present: currentText },
  async (actor, { params: { articleId }, version, request }) => {
    const brought = await articleIn(request)
    const { articleId: _, ...value } =
      brought.kind === "link"
        ? await reviseFromLink(actor, { articleId, version, url: brought.url })
        : await reviseArticle(actor, { ...brought.content, articleId, version, head: headIn(brought.content.format) })
    return { value, ...MADE }
  },
)

/** Pages and Word files have a headline of their own; of plain text nobody could say whether its first line is one. */
const headIn = (format: ImportFormat) => (format === "html" || format === "word" ? "read" : "keep")
