import type { z } from "zod"
import { containerAnswer, ContainerQuery, containerOptions } from "@/lib/api/annotations"
import { route } from "@/lib/entry"

type Params = { articleId: string }

/** The W3C's door: a container to read annotations from. Its address ends in a slash. */
export const GET = route<Params, z.ZodUndefined, typeof ContainerQuery>(
  { scope: "read", query: ContainerQuery },
  async (actor, { params, ...call }) => containerAnswer(actor, params.articleId, call),
)

export const OPTIONS = containerOptions
