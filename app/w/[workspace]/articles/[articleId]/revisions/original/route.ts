import { z } from "zod"
import { originalFile } from "@/lib/desk/revisions"
import { download } from "@/lib/entry"

const OriginalQuery = z.object({ number: z.coerce.number().int().positive() })

type Params = { workspace: string; articleId: string }

/** The bytes that a revision was read from, for saving: nothing in them is shown or run. */
export const GET = download<Params, typeof OriginalQuery>(OriginalQuery, async (actor, { articleId }, { number }) => {
  const { fileName, bytes } = await originalFile(actor, { articleId, number })
  return { body: bytes, type: "application/octet-stream", fileName }
})
