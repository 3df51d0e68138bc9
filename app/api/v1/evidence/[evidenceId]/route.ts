import { EvidenceChange } from "@/lib/api/bodies"
import { currentEvidence, evidenceReply } from "@/lib/api/replies"
import { editEvidence, removeEvidence } from "@/lib/desk/evidence"
import { route } from "@/lib/entry"

type Params = { evidenceId: string }

export const PATCH = route<Params, typeof EvidenceChange>(
  { scope: "write", body: EvidenceChange, precondition: "required", present: currentEvidence },
  async (actor, { params, body: evidence, version }) =>
    evidenceReply(await editEvidence(actor, { ...params, version, evidence }), params.evidenceId),
)

export const DELETE = route<Params>(
  { scope: "write", precondition: "required", present: currentEvidence },
  async (actor, { params, version }) => {
    const claim = await removeEvidence(actor, { ...params, version })
    return { value: { id: params.evidenceId, claimId: claim.id, claimVersion: claim.version } }
  },
)
