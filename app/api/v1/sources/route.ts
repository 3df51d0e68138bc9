import type { z } from "zod"
import { NewSource } from "@/lib/api/bodies"
import { idCursor, SearchPage } from "@/lib/api/paging"
import { created, currentSource, sourceReply } from "@/lib/api/replies"
import { apiSource } from "@/lib/api/views"
import { addSource, findSources } from "@/lib/desk/sources"
import { route } from "@/lib/entry"

type Params = Record<never, string>

export const GET = route<Params, z.ZodUndefined, typeof SearchPage>(
  { scope: "read", query: SearchPage },
  async (actor, { query: { query = "", cursor, limit } }) => {
    const { items, next } = await findSources(actor, { query, cursor: idCursor.read(cursor), limit })
    return { value: { items: items.map(apiSource), next: idCursor.of(next) } }
  },
)

export const POST = route<Params, typeof NewSource>(
  { scope: "write", body: NewSource, present: currentSource },
  async (actor, { body }) => {
    const source = await addSource(actor, body)
    return { ...sourceReply(source), ...created(`/sources/${source.id}`) }
  },
)
