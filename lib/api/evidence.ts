/** Evidence as the API takes it: for a source of the ledger, or for one that is told along with it. */
import type { z } from "zod"
import { addEvidence } from "../desk/evidence"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import type { NewEvidence } from "./bodies"
import { underOurNames } from "./names"

/** Uses a source for a claim. `version` is the claim's. */
export async function addGivenEvidence(
  actor: Actor,
  claimId: string,
  version: number | undefined,
  { sourceId, source, ...evidence }: z.infer<typeof NewEvidence>,
) {
  const given = sourceId ? { id: sourceId } : source
  if (!given) throw refuse("invalid", "evidence.oneSource")
  try {
    return await addEvidence(actor, { claimId, version, source: given, evidence })
  } catch (error) {
    throw underOurNames(error, { "source.id": "sourceId" })
  }
}
