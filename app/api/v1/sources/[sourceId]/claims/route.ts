import type { z } from "zod"
import { idCursor, Page } from "@/lib/api/paging"
import { apiClaims } from "@/lib/api/views"
import { claimsOn } from "@/lib/desk/sources"
import { route } from "@/lib/entry"

/** What rests on a source. */
export const GET = route<{ sourceId: string }, z.ZodUndefined, typeof Page>(
  { scope: "read", query: Page },
  async (actor, { params, query: { cursor, limit } }) => {
    const { items, next } = await claimsOn(actor, params.sourceId, { cursor: idCursor.read(cursor), limit })
    return { value: { items: await apiClaims(actor, items), next: idCursor.of(next) } }
  },
)
