/**
 * What somebody does with a sample claim, step by step, through the same acts as the browser. A step says who does it
 * (the post, so that the plans read like a desk's day) and answers the claim as it then is.
 */
import { assignClaims, waitOn } from "../lib/desk/arrangements"
import { addEvidence } from "../lib/desk/evidence"
import { decideReview } from "../lib/desk/reviews"
import { recallRound, sendToReview } from "../lib/desk/rounds"
import { draftVerdict } from "../lib/desk/verdicts"
import { WaitOn, type ClaimView } from "../lib/domain/claim"
import { SendToReview, type Decision, type WaiverInput } from "../lib/domain/round"
import { AddEvidence, type EvidenceFields, type SourceInput } from "../lib/domain/source"
import type { VerdictInput } from "../lib/domain/verdict"
import type { z } from "zod"
import type { People, Post } from "./people"

export type Step = (people: People, claim: ClaimView) => Promise<ClaimView>

/** A source of the samples; where it is confidential, `readers` says which posts may see it. */
export type SampleSource = Omit<z.input<typeof SourceInput>, "readers"> & { readers?: Post[] }

/** Uses a passage of a source for the claim. A source that is in the ledger already is used again, by its address. */
export function cites(by: Post, source: SampleSource, evidence: EvidenceFields): Step {
  return async (people, { id: claimId }) => {
    const readers = (source.readers ?? []).map((post) => people[post].id)
    const input = AddEvidence.parse({ claimId, source: { ...source, readers }, evidence })
    const { claim } = await addEvidence(people[by], input)
    return claim
  }
}

export function drafts(by: Post, verdict: VerdictInput): Step {
  return (people, { id: claimId }) => draftVerdict(people[by], { claimId, verdict })
}

export function sends(by: Post, ...waivers: WaiverInput[]): Step {
  return (people, { id: claimId }) => sendToReview(people[by], SendToReview.parse({ claimId, waivers }))
}

export function recalls(by: Post): Step {
  return (people, claim) => recallRound(people[by], { roundId: roundOf(claim) })
}

export function approves(by: Post, note?: string): Step {
  return decides(by, "approve", note)
}

export function asksForChanges(by: Post, note: string): Step {
  return decides(by, "request_changes", note)
}

/** Gives the claim somebody to check it, until a time. */
export function assigns(by: Post, to: Post, dueAt: string): Step {
  return async (people, claim) => {
    const asked = { claims: [{ claimId: claim.id }], assigneeId: people[to].id, dueAt }
    const [arranged] = await assignClaims(people[by], asked)
    return arranged ?? claim
  }
}

/** Says whose answer the claim waits for. */
export function waits(by: Post, waiting: WaitOn["waiting"]): Step {
  return (people, { id: claimId }) => waitOn(people[by], WaitOn.parse({ claimId, waiting }))
}

function decides(by: Post, decision: Decision, note: string | undefined): Step {
  return (people, claim) => decideReview(people[by], { roundId: roundOf(claim), decision, note })
}

function roundOf({ number, round }: ClaimView): string {
  if (!round) throw new Error(`sample claim ${number} is not in review`)
  return round.id
}
