/** What a claim is: one checkable assertion pinned to spans of a revision, and the life it leads. */
import { z } from "zod"
import { CalendarDate, WebAddress } from "./article"
import type { ReviewView, RoundView } from "./round"
import { Job } from "./scale"
import type { EvidenceView } from "./source"
import type { VerdictView } from "./verdict"
import type { Person } from "./workspace"

export const ClaimState = z.enum(["open", "in_review", "changes_requested", "approved"])
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
  /** The draft; in review and approved it equals what the current round froze. */
  verdict: VerdictView | null
  /** The current round, null while none was sent since the claim was last open. */
  round: RoundView | null
  /** Every review of every round, oldest first. */
  reviews: ReviewView[]
  markedBy: Person | null
  assignee: Person | null
  /** Membership ids of whoever may not review the verdict as it stands: its authors. */
  authorIds: string[]
  markedAt: string
  version: number
}

/** The claim's words: its spans in the order of the text, a line break as a space, several joined by an ellipsis. */
export function quoteOf(anchors: { quote: string }[]): string {
  return anchors.map((anchor) => anchor.quote.replace(/\s*\n\s*/g, " ")).join(" … ")
}
