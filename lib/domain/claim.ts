/** What a claim is: one checkable assertion pinned to spans of a revision, and the life it leads. */
import { z } from "zod"
import { CalendarDate, Moment, WebAddress } from "./article"
import type { CalculationView } from "./calculation"
import type { ContactView } from "./contact"
import type { FixView } from "./fix"
import type { LegalView } from "./legal"
import type { OpinionView } from "./opinion"
import { Id } from "./id"
import type { ReviewView, RoundView } from "./round"
import { refuse } from "./refusal"
import { Job } from "./scale"
import { isStanding } from "./standing"
import type { EvidenceView } from "./source"
import type { TidyView } from "./tidy"
import type { VerdictView } from "./verdict"
import type { Person } from "./workspace"

export { quoteOf } from "./shown"

export const ClaimState = z.enum(["open", "in_review", "changes_requested", "checked", "approved"])
export type ClaimState = z.infer<typeof ClaimState>

export const Placement = z.enum(["exact", "moved", "stale", "lost"])
export type Placement = z.infer<typeof Placement>

export const ClaimType = z.enum([
  "quantity",
  "quote",
  "event",
  "attribution",
  "identity",
  "date",
  "comparison",
  "causal",
  "prediction",
  "opinion",
  "media",
  "other",
])
export type ClaimType = z.infer<typeof ClaimType>

export const Priority = z.literal([1, 2, 3])
export type Priority = z.infer<typeof Priority>

const line = (max: number) => z.string().trim().max(max)

/** What can be typed about a claim, besides its place in the text. `null` clears. */
export const ClaimFields = z.object({
  job: Job,
  statement: line(2000).nullable(),
  type: ClaimType.nullable(),
  claimant: line(300).nullable(),
  claimedOn: CalendarDate.nullable(),
  appearance: WebAddress.nullable(),
  timecode: line(40).nullable(),
  priority: Priority,
  whySelected: line(1000).nullable(),
})
export type ClaimFields = z.infer<typeof ClaimFields>

/** Some of the fields; what is undefined stays as it is. */
export type ClaimChanges = z.infer<ReturnType<typeof ClaimFields.partial>>

/** The version of the record that its editor saw; absent, the act takes what is there. */
const version = z.number().int().positive().optional()

/** UTF-16 code units of the revision's canonical text, end exclusive. */
export const SpanInput = z
  .object({ start: z.number().int().nonnegative(), end: z.number().int().positive() })
  .refine((span) => span.start < span.end, "claim.emptySpan")

/** A new claim on spans of a revision; the fields may follow later. */
export const NewClaim = z.object({
  spans: z.array(SpanInput).min(1).max(50),
  fields: ClaimFields.partial().default({}),
})
export type NewClaim = z.input<typeof NewClaim>

export const MarkClaims = z.object({
  articleId: Id,
  version,
  /** The revision that the spans were chosen in. */
  revisionId: Id,
  claims: z.array(NewClaim).min(1).max(1000),
})
export type MarkClaims = z.input<typeof MarkClaims>

export const MarkClaim = NewClaim.extend({ articleId: Id, version, revisionId: Id })
export type MarkClaim = z.input<typeof MarkClaim>

export const EditClaim = z.object({ claimId: Id, version, fields: ClaimFields.partial() })
export type EditClaim = z.infer<typeof EditClaim>

export const WithdrawClaim = z.object({ claimId: Id, version, reason: line(1000).min(1) })
export type WithdrawClaim = z.infer<typeof WithdrawClaim>

/** Takes a withdrawal back. */
export const RestoreClaim = z.object({ claimId: Id, version })
export type RestoreClaim = z.infer<typeof RestoreClaim>

/** A claim that somebody has taken: where it is. */
export interface TakenClaim {
  claimId: string
  articleId: string
  number: number
}

/** Several claims get a checker, a time until when, or both; `null` clears, what is left out stays. */
export const AssignClaims = z
  .object({
    claims: z
      .array(z.object({ claimId: Id, version }))
      .min(1)
      .max(200),
    assigneeId: Id.nullable().optional(),
    dueAt: Moment.nullable().optional(),
  })
  .refine(({ assigneeId, dueAt }) => assigneeId !== undefined || dueAt !== undefined, "claim.nothingToAssign")
export type AssignClaims = z.infer<typeof AssignClaims>

export const WaitingOn = z.enum(["author", "source", "claimant", "lawyer", "other"])
export type WaitingOn = z.infer<typeof WaitingOn>

/** Whose answer a claim waits for, since when, and when to ask again. `whom` is a name, for the desk alone. */
export const WaitOn = z.object({
  claimId: Id,
  version,
  waiting: z.object({
    on: WaitingOn,
    whom: line(300).nullable().default(null),
    /** Now, when it is left out. */
    since: Moment.optional(),
    chaseAt: Moment.nullable().default(null),
  }),
})
export type WaitOn = z.input<typeof WaitOn>

export const ResumeClaim = z.object({ claimId: Id, version })
export type ResumeClaim = z.infer<typeof ResumeClaim>

/** A claim on our own copy in one act: marked, on the source used last, confirmed. */
export const TickClaim = z.object({ articleId: Id, revisionId: Id, spans: z.array(SpanInput).min(1).max(50) })
export type TickClaim = z.infer<typeof TickClaim>

/** Whose answer a claim waits for. Times are ISO 8601 in UTC. */
export interface WaitingView {
  on: WaitingOn
  /** For the desk alone; null to authors and viewers. */
  whom: string | null
  since: string
  chaseAt: string | null
}

export const ClaimHistory = z.object({ claimId: Id })

/** Where a claim is pinned in one revision. Offsets are UTF-16 code units of its canonical text. */
export interface AnchorView {
  revisionId: string
  ordinal: number
  quote: string
  prefix: string
  suffix: string
  /** Null when lost. */
  start: number | null
  end: number | null
  placement: Placement
  contextChanged: boolean
}

/** A claim as its viewer may see it. Times are ISO 8601 in UTC. */
export interface ClaimView extends ClaimFields {
  id: string
  number: number
  articleId: string
  state: ClaimState
  anchors: AnchorView[]
  evidence: EvidenceView[]
  /** Whom the desk asked: always as it is now, each with whether the round was sent with it. For the desk alone. */
  contacts: ContactView[]
  calculations: CalculationView[]
  /** The draft; in review, checked and approved it equals what the current round froze. None to whoever may not see it, `opinion.blind`, as all else that a verdict brings. */
  verdict: VerdictView | null
  /** Other wording that is proposed for it; null where none is, or it was decided on. */
  fix: FixView | null
  /** The current round, null while none was sent since the claim was last open. */
  round: RoundView | null
  /** A mended typo that waits for a second person; null where none does. */
  tidy: TidyView | null
  /** The last second opinion that was asked for or drawn and not withdrawn; null where there is none. */
  opinion: OpinionView | null
  /** Every review of every round, oldest first. */
  reviews: ReviewView[]
  markedBy: Person | null
  assignee: Person | null
  dueAt: string | null
  /** Null while it waits for nobody. */
  waiting: WaitingView | null
  /** What was decided about its legal risk; null where nothing was, and to those who read no notes of the desk's. */
  legal: LegalView | null
  /** Membership ids of whoever may not review the verdict as it stands: its authors. */
  authorIds: string[]
  markedAt: string
  /** The sign-off that it stands in: nothing of it changes until it is reopened. */
  signOffId: string | null
  /** Since when readers are told that it is looked at again. */
  underReviewSince: string | null
  /** An editor's yes to a rating that settles nothing. */
  letStand: { reason: string; by: Person | null; at: string } | null
  version: number
}

/** Fields that a round freezes: a change of one of them on a claim that stands reopens it. */
const FROZEN_FIELDS: readonly (keyof ClaimFields)[] = [
  "job",
  "statement",
  "claimant",
  "claimedOn",
  "appearance",
  "timecode",
  // It decides who may review; lowering it after the fact would let a must through with less.
  "priority",
]

/** Whether an edit makes less of a must than a must. */
export function lowersMust(claim: { priority: number }, fields: ClaimChanges): boolean {
  return claim.priority === 1 && fields.priority !== undefined && fields.priority > 1
}

/** Of the changed fields, those that a round freezes. */
export function frozenAmong(changed: string[]): string[] {
  return changed.filter((name) => (FROZEN_FIELDS as readonly string[]).includes(name))
}

/**
 * What an answer does to where a claim stands: in review it may come in, and the round stays as it was sent. Else it is an
 * edit like any other.
 */
export function afterAnswer(claim: { state: ClaimState }, frozenChanges: string[]): Reopening {
  if (claim.state === "in_review") return { state: "in_review", falls: null }
  return afterEdit(claim, frozenChanges)
}

/** What an edit does to where a claim stands. */
export interface Reopening {
  state: ClaimState
  /** What falls by it: an approval, or the standing of what was checked and not reviewed. */
  falls: "approval" | "check" | null
}

/**
 * An edit of what a round freezes reopens a claim that stands; in review nothing can be edited, its sender can recall it.
 * @throws conflict `claim.inReview`
 */
export function afterEdit(claim: { state: ClaimState }, frozenChanges: string[]): Reopening {
  if (claim.state === "in_review") throw refuse("conflict", "claim.inReview")
  if (!isStanding(claim) || frozenChanges.length === 0) return { state: claim.state, falls: null }
  return { state: "open", falls: claim.state === "approved" ? "approval" : "check" }
}
