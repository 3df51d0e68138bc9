/**
 * Claims as a file of Stet's brings them: places, words and sources, and what was decided elsewhere, which is history and
 * no standing here. People are names. Offsets are UTF-16 code units of the canonical text.
 */
import type { AnchorView, ClaimChanges } from "./claim"
import type { CommentKind } from "./comment"
import type { Decision } from "./round"
import type { Job } from "./scale"
import type { EvidenceFields, SourceInput } from "./source"
import type { VerdictInput } from "./verdict"

/** More than anybody marks in an article. */
export const MOST_FOUND = 5_000

export interface FoundClaim {
  /** As it was there; of an article each is another. */
  number: number
  job: Job
  fields: ClaimChanges
  anchors: Omit<AnchorView, "revisionId" | "ordinal">[]
  /** What is drafted of it here; `label` says the rating in words where this desk may have no such code. */
  verdict: (Omit<VerdictInput, "rating"> & { code: string | null; label: string }) | null
  evidence: { source: SourceInput; evidence: EvidenceFields }[]
  fix: { wording: string; reason: string | null } | null
  threads: FoundThread[]
  history: FoundDeed[]
}

/** What was said about it, the oldest first. Times are ISO 8601 in UTC. */
export interface FoundThread {
  kind: Exclude<CommentKind, "legal">
  resolvedAt: string | null
  comments: { body: string; by: string; at: string; answer: boolean }[]
}

/** What somebody did with it elsewhere. */
export interface FoundDeed {
  what: Decision | "sent" | "checked"
  by: string
  /** A day. */
  on: string
  note: string | null
}
