import { SourceChange } from "@/lib/api/bodies"
import { currentSource, sourceReply } from "@/lib/api/replies"
import { editSource, readSource } from "@/lib/desk/sources"
import { route } from "@/lib/entry"

type Params = { sourceId: string }

export const GET = route<Params>({ scope: "read" }, async (actor, { params }) =>
  sourceReply(await readSource(actor, params.sourceId)),
)

export const PATCH = route<Params, typeof SourceChange>(
  { scope: "write", body: SourceChange, precondition: "required", present: currentSource },
  async (actor, { params, body: source, version }) =>
    sourceReply(await editSource(actor, { ...params, version, source })),
)
