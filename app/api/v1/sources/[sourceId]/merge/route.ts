import { SourceMerge } from "@/lib/api/bodies"
import { currentSource, sourceReply } from "@/lib/api/replies"
import { mergeSources } from "@/lib/desk/merging"
import { route } from "@/lib/entry"

type Params = { sourceId: string }

export const POST = route<Params, typeof SourceMerge>(
  { scope: "write", body: SourceMerge, present: currentSource },
  async (actor, { params, body, version }) => sourceReply(await mergeSources(actor, { ...params, ...body, version })),
)
