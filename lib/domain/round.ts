/** Rounds: a verdict sent to review with all it rests on, frozen; and the reviews that decide on one. */
import { z } from "zod"
import { FrozenCalculation } from "./calculation"
import { CHECKLIST_ITEMS, isListed, unmetItems, type Checkable, type Checklist } from "./checklist"
import { type ClaimState, Priority } from "./claim"
import { FrozenContact } from "./contact"
import { Id } from "./id"
import { refuse, refuseField } from "./refusal"
import { Job } from "./scale"
import { SourceFile, SourceKind, Stance } from "./source"
import { afterSending, isSent } from "./standing"
import type { Person } from "./workspace"

export const Decision = z.enum(["approve", "request_changes", "withdraw"])
export type Decision = z.infer<typeof Decision>

/** What can be asked of a claim before it goes to review. */
const ChecklistItem = z.enum(CHECKLIST_ITEMS)

/** A checklist item that the sender goes without, and why. Its reviewer sees it. */
export const WaiverInput = z.object({
  item: ChecklistItem,
  /** A code of `WAIVER_REASONS`, or words of one's own, which a must takes. */
  reason: z.string().trim().min(1).max(1000),
})
export type WaiverInput = z.infer<typeof WaiverInput>

/** The claim's version that whoever acts saw; absent, the act takes what is there. */
const version = z.number().int().positive().optional()

export const SendToReview = z.object({
  claimId: Id,
  version,
  waivers: z.array(WaiverInput).max(10).default([]),
})
export type SendToReview = z.input<typeof SendToReview>

export const RecallRound = z.object({ roundId: Id, version })
export type RecallRound = z.infer<typeof RecallRound>

/** A review as it is typed in. */
export const ReviewInput = z.object({ decision: Decision, note: z.string().trim().max(10_000).nullish() })
export type ReviewInput = z.infer<typeof ReviewInput>

/** Requesting changes and withdrawing an approval need a note that says why. */
export const hasItsNote = (review: ReviewInput) => review.decision === "approve" || Boolean(review.note)
export const noteNeeded = { path: ["note"], message: "review.noteNeeded" }

export const DecideReview = ReviewInput.extend({ roundId: Id, version }).refine(hasItsNote, noteNeeded)
export type DecideReview = z.infer<typeof DecideReview>

/** An approval that a browser kept for a while before it sent it: who pressed it, and the claim's version that they saw. */
export const KeptApproval = z.object({
  reviewerId: Id,
  roundId: Id,
  version: z.number().int().positive(),
  note: ReviewInput.shape.note,
})
export type KeptApproval = z.infer<typeof KeptApproval>

export interface ReviewView {
  id: string
  roundId: string
  roundNumber: number
  reviewer: Person
  decision: Decision
  note: string | null
  createdAt: string
}

export interface RoundView {
  id: string
  number: number
  sender: Person
  sentAt: string
  authors: Person[]
  /** How many approvals its desk asks for now. */
  approvalsNeeded: number
  waivers: WaiverInput[]
}

/** A source as it was cited when the round was sent. */
const CitedSource = z.object({
  id: Id,
  kind: SourceKind,
  title: z.string(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  url: z.string().nullable(),
  /** Rounds from before there were any have none. */
  file: SourceFile.nullable().default(null),
  primary: z.boolean(),
  independenceGroup: z.string().nullable(),
  confidential: z.boolean(),
  neverRefetch: z.boolean(),
  version: z.number(),
})

const FrozenEvidence = z.object({
  id: Id,
  source: CitedSource,
  stance: Stance,
  locator: z.string().nullable(),
  excerpt: z.string().nullable(),
  note: z.string().nullable(),
  accessedAt: z.string(),
  version: z.number(),
})
export type FrozenEvidence = z.infer<typeof FrozenEvidence>

/** All that a verdict rests on, as it was when it was sent. Kept whole, so that no later edit can change what was reviewed. */
export const RoundSnapshot = z.object({
  job: Job,
  statement: z.string().nullable(),
  quote: z.string(),
  anchors: z.array(
    z.object({ revisionId: Id, start: z.number().nullable(), end: z.number().nullable(), quote: z.string() }),
  ),
  claimant: z.string().nullable(),
  claimedOn: z.string().nullable(),
  appearance: z.string().nullable(),
  timecode: z.string().nullable(),
  priority: Priority,
  scale: z.string(),
  rating: z.string(),
  conclusion: z.string().nullable(),
  explanation: z.string().nullable(),
  asOf: z.string().nullable(),
  recheckOn: z.string().nullable(),
  evidence: z.array(FrozenEvidence),
  /** Whom the desk had asked, and what was worked out; rounds from before there was either have none. */
  contacts: z.array(FrozenContact).default([]),
  calculations: z.array(FrozenCalculation).default([]),
  /** Other wording, sent with the verdict; rounds from before there was any have none. */
  fix: z.object({ id: Id, wording: z.string(), reason: z.string().nullable() }).nullable().default(null),
  /** What was asked of the claim when it was sent, whatever is asked today. */
  checklist: z.array(z.object({ item: ChecklistItem, met: z.boolean() })),
  waivers: z.array(WaiverInput),
})
export type RoundSnapshot = z.infer<typeof RoundSnapshot>

/**
 * Whether a claim may be sent now, and with which waivers: only those of items that its desk asks for and it does not
 * meet are kept. Of a must, a reason of the list is not enough.
 * @throws conflict when it is in review, checked or approved, invalid when the verdict or an item is missing
 */
export function readyToSend(
  claim: Checkable & { state: ClaimState },
  waivers: WaiverInput[],
  checklist: Checklist,
): WaiverInput[] {
  if (claim.state === "in_review") throw refuse("conflict", "round.alreadyInReview")
  if (claim.state === "approved") throw refuse("conflict", "round.alreadyApproved")
  if (claim.state === "checked") throw refuse("conflict", "round.alreadyChecked")
  if (!claim.verdict) throw refuseField("verdict", "round.noVerdict")
  const unmet = unmetItems(claim, checklist)
  const missing = unmet.filter((item) => !waivers.some((waiver) => waiver.item === item))
  if (missing.length > 0) {
    const fields = missing.map((item) => ({ path: `waivers.${item}`, key: `round.unmet.${item}` }))
    throw refuse("invalid", "round.checklist", { fields })
  }
  const kept = waivers.filter((waiver) => unmet.includes(waiver.item))
  const unsaid = claim.priority === 1 ? kept.filter(({ reason }) => isListed(reason)) : []
  if (unsaid.length > 0) {
    const fields = unsaid.map(({ item }) => ({ path: `waivers.${item}`, key: "round.sayWhy" }))
    throw refuse("invalid", "round.checklist", { fields })
  }
  return kept
}

/** A round can be recalled by its sender as long as nobody has settled it. */
export function afterRecall(
  claim: { state: ClaimState; roundId: string | null },
  round: { id: string; senderId: string },
  actorId: string,
): void {
  if (round.senderId !== actorId) throw refuse("forbidden", "policy.round_recall")
  if (claim.roundId !== round.id || claim.state !== "in_review") throw refuse("conflict", "round.notInReview")
}

interface PastReview {
  reviewerId: string
  decision: Decision
}

/**
 * Where a claim stands after one more review of its current round. `past` are the round's reviews, oldest first;
 * a person's latest one counts.
 * @throws conflict when the round is not the current one, is over, or there is nothing to withdraw
 */
export function afterReview(
  claim: { state: ClaimState; roundId: string | null },
  round: { id: string; past: PastReview[] },
  review: PastReview,
  approvalsNeeded: number,
): ClaimState {
  if (claim.roundId !== round.id) throw refuse("conflict", "review.roundOver")
  if (!isSent(claim)) throw refuse("conflict", "review.notInReview")
  const latest = new Map(round.past.map((past) => [past.reviewerId, past.decision]))
  const mine = latest.get(review.reviewerId)
  if (review.decision === "withdraw" && mine !== "approve") throw refuse("conflict", "review.nothingToWithdraw")
  if (review.decision === "approve" && mine === "approve") throw refuse("conflict", "review.alreadyApproved")
  latest.set(review.reviewerId, review.decision)
  const decisions = [...latest.values()]
  if (decisions.includes("request_changes")) return "changes_requested"
  // What a desk asks nobody to approve is approved once somebody does; until then it is checked, and no more.
  if (decisions.filter((one) => one === "approve").length >= Math.max(1, approvalsNeeded)) return "approved"
  return afterSending({ approvals: approvalsNeeded })
}
