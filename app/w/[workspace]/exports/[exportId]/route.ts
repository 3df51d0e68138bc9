import { z } from "zod"
import { fetchExport } from "@/lib/desk/many-exports"
import { streamOf } from "@/lib/download"
import { download } from "@/lib/entry"

type Params = { workspace: string; exportId: string }

const Nothing = z.object({})

/** One of one's own archives, as a file that is sent while it is read. */
export const GET = download<Params, typeof Nothing>(Nothing, async (actor, { exportId }) => {
  const { fileName, mediaType, bytes } = await fetchExport(actor, exportId)
  return { body: streamOf(bytes), type: mediaType, fileName }
})
