/**
 * Second opinions: a verdict given by somebody who has not seen the first, and what becomes of two that differ. Values in,
 * a value or a refusal out; who may is the policy's.
 */
import { z } from "zod"
import { Id } from "./id"
import type { OpinionPhase } from "./opinion-phase"
import { refuse } from "./refusal"
import type { Job, Rating } from "./scale"
import { isSent } from "./standing"
import type { ClaimState } from "./claim"
import { VerdictInput, type VerdictView } from "./verdict"
import type { Person } from "./workspace"

/** The claim's version that whoever acts saw; absent, the act takes what is there. */
const version = z.number().int().positive().optional()
const words = (most: number) => z.string().trim().min(1).max(most)

/** Somebody is to give a second opinion: whoever may, or one person by their membership. */
export const AskOpinion = z.object({ claimId: Id, version, ofId: Id.nullish() })
export type AskOpinion = z.infer<typeof AskOpinion>

export const OpinionOf = z.object({ claimId: Id })
export type OpinionOf = z.infer<typeof OpinionOf>

/** A verdict as it is given blind. */
export const OpinionInput = VerdictInput.pick({ rating: true, conclusion: true, explanation: true, workingNote: true })
export type OpinionInput = z.infer<typeof OpinionInput>

export const GiveOpinion = z.object({ claimId: Id, version, verdict: OpinionInput })
export type GiveOpinion = z.infer<typeof GiveOpinion>

export const WithdrawOpinion = z.object({ claimId: Id, reason: words(1000) })
export type WithdrawOpinion = z.infer<typeof WithdrawOpinion>

/** What a claim whose two verdicts differ shall be rated, and why. */
export const Adjudicate = z.object({ claimId: Id, version, rating: z.string().min(1).max(60), reason: words(5000) })
export type Adjudicate = z.infer<typeof Adjudicate>

export const AgreeAdjudication = z.object({
  adjudicationId: Id,
  /** The claim that it is thought to be of. */
  claimId: Id.optional(),
  version,
})
export type AgreeAdjudication = z.infer<typeof AgreeAdjudication>

/** How many of a hundred claims are drawn for a second opinion when they are marked, by job. */
const Share = z
  .number({ message: "rules.share" })
  .int({ message: "rules.share" })
  .min(0, { message: "rules.share" })
  .max(100, { message: "rules.share" })
export const DrawnShares = z.object({ ours: Share.default(0), theirs: Share.default(0) })
export type DrawnShares = z.infer<typeof DrawnShares>

/** Whether a claim is drawn. `digest` is the SHA-256 of its id, hex: nobody can steer it, and everybody can count after. */
export function isDrawn(digest: string, percent: number): boolean {
  return parseInt(digest.slice(0, 8), 16) < (percent / 100) * 2 ** 32
}

/** What is decided between two verdicts, or proposed. */
export interface AdjudicationView {
  id: string
  rating: Rating
  /** The desk's alone; empty to authors and viewers. */
  reason: string
  proposedBy: Person
  proposedAt: string
  /** Who agreed; null while nobody has, and where a third decided. */
  agreedBy: Person | null
  decidedAt: string | null
}

/** A second opinion as its viewer may know of it. Times are ISO 8601 in UTC. */
export interface OpinionView {
  id: string
  phase: OpinionPhase
  /** Whether its viewer may not see the first verdict: the claim is shown to them as if nobody had begun. */
  blind: boolean
  /** Whether it is its viewer's to give. */
  isMine: boolean
  /** Null where it was drawn when the claim was marked. */
  askedBy: Person | null
  askedAt: string
  /** Who gives it. */
  takenBy: Person | null
  givenAt: string | null
  /** To whoever gave it; once it is revealed, to everybody. */
  verdict: VerdictView | null
  /** The first verdict as it was when both were in; null before. */
  first: { rating: Rating; sender: Person; round: number } | null
  revealedAt: string | null
  /** Of a difference: what one of the two proposed last and the other has not agreed to yet. */
  proposal: AdjudicationView | null
  adjudication: AdjudicationView | null
}

/**
 * A claim that waits for a person because of its second opinion. `take`: it is anybody's who may; `give`: it is theirs;
 * `settle`: the two verdicts differ and one is theirs; `decide`: they differ, and they may decide as a third.
 */
export interface OpinionItem {
  waits: "take" | "give" | "settle" | "decide"
  claim: { id: string; number: number; job: Job; words: string; priority: number; dueAt: string | null }
  article: { id: string; title: string; language: string }
  askedAt: string
}

/** What of an opinion decides what can be done with it. */
interface Live {
  takenById: string | null
  givenAt: Date | null
}

/** @throws conflict where it is somebody's already, forbidden where whoever acts has seen the first verdict */
export function assertTakes(opinion: Live, seen: "seen" | "unseen", actorId: string): void {
  if (opinion.takenById !== null && opinion.takenById !== actorId) throw refuse("conflict", "opinion.taken")
  if (seen === "seen") throw refuse("forbidden", "opinion.seen")
}

/** @throws conflict where it is given already, or is not whoever acts' own */
export function assertOwn(opinion: Live, actorId: string): void {
  if (opinion.takenById !== actorId) throw refuse("conflict", "opinion.notYours")
  if (opinion.givenAt) throw refuse("conflict", "opinion.given")
}

/** Whether both verdicts are in, so that they are shown to each other. */
export const areBothIn = (opinion: Pick<Live, "givenAt">, claim: { state: ClaimState }) =>
  opinion.givenAt !== null && isSent(claim)

interface Rated {
  /** Code of the scale, whichever version. */
  scale: string
  rating: string
}

/** Whether two verdicts say the same: one rating of one scale. */
export const isSame = (one: Rated, other: Rated) => one.scale === other.scale && one.rating === other.rating

/** Where a claim stands once it is decided what it shall be rated: as it did where its round says that, else its authors redraft it. */
export function afterAdjudication(claim: { state: ClaimState }, sent: Rated, decided: Rated): ClaimState {
  return isSame(sent, decided) || !isSent(claim) ? claim.state : "changes_requested"
}
