/**
 * What somebody does with a sample claim, step by step, through the same acts as the browser. A step says who does it
 * (the post, so that the plans read like a desk's day) and answers the claim as it then is.
 */
import { assignClaims, waitOn } from "../lib/desk/arrangements"
import { addCalculation } from "../lib/desk/calculations"
import { readClaim } from "../lib/desk/claims"
import { replyToThread, startThread } from "../lib/desk/comments"
import { recordContact } from "../lib/desk/contacts"
import { addEvidence } from "../lib/desk/evidence"
import { decideReview } from "../lib/desk/reviews"
import { recallRound, sendToReview } from "../lib/desk/rounds"
import { draftVerdict } from "../lib/desk/verdicts"
import { AddCalculation } from "../lib/domain/calculation"
import { RecordContact, type ContactInput } from "../lib/domain/contact"
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

/** Writes down whom the desk asked about the claim. Times are ISO 8601 in UTC. */
export function asks(by: Post, contact: ContactInput): Step {
  return async (people, { id: claimId }) => {
    const asked = RecordContact.parse({ claims: [{ claimId }], contact })
    const [claim] = (await recordContact(people[by], asked)).claims
    if (!claim) throw new Error("a contact serves the claim that it is recorded for")
    return claim
  }
}

/** Asks the article's author something about the claim, which they answer. */
export function queries(by: Post, question: string, answer: string): Step {
  return async (people, { id: claimId, articleId }) => {
    const about = { claimId }
    const { thread } = await startThread(people[by], { articleId, kind: "query", body: question, about })
    await replyToThread(people.author, { threadId: thread.id, body: answer, as: "reply" })
    return readClaim(people[by], claimId)
  }
}

/** Adds a sum, each of its numbers tied to the claim's evidence at the place that is named, or to none. */
export function sums(by: Post, { inputs, ...sum }: SampleSum): Step {
  return async (people, { id: claimId, evidence }) => {
    const tied = inputs.map(({ at, ...input }) => ({ ...input, evidenceId: evidence[at ?? -1]?.id ?? null }))
    const asked = AddCalculation.parse({ claimId, calculation: { ...sum, inputs: tied } })
    return (await addCalculation(people[by], asked)).claim
  }
}

type SampleSum = Omit<AddCalculation["calculation"], "inputs"> & {
  inputs: { name: string; value: string; unit?: string; at?: number }[]
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
