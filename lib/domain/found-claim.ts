/**
 * Claims as a file of Stet's brings them: places, words and sources, and what was decided elsewhere, which is history and
 * no standing here. People are names. Offsets are UTF-16 code units of the canonical text.
 */
import type { CalculationFields } from "./calculation"
import type { AnchorView, ClaimChanges } from "./claim"
import type { CommentKind } from "./comment"
import type { ContactFields } from "./contact"
import type { LegalDecision } from "./legal"
import type { Decision } from "./round"
import type { Job } from "./scale"
import type { EvidenceFields, EvidenceFlag, SourceInput } from "./source"
import type { VerdictInput } from "./verdict"

/** More than anybody marks in an article. */
export const MOST_FOUND = 5_000

/** Evidence, sums, contacts and comments of one file: more than that is no desk's work. */
export const MOST_BESIDE = 50_000

/** All that a file of Stet's brings beside its text. */
export interface FoundWork {
  /** Who wrote the article, by name; null where the file does not say. */
  authors: string[] | null
  claims: FoundClaim[]
  contacts: FoundContact[]
  /** On other words than a claim's, or on the whole article. */
  threads: FoundPassage[]
  /** Sentences in which somebody elsewhere found nothing to check, from 0; told here, and counting for nothing. */
  nothingToCheck: number[]
}

/** What a file brings that is not Stet's. */
export const NO_WORK: FoundWork = { authors: null, claims: [], contacts: [], threads: [], nothingToCheck: [] }

export interface FoundClaim {
  /** As it was there; of an article each is another. */
  number: number
  job: Job
  fields: ClaimChanges
  anchors: Omit<AnchorView, "revisionId" | "ordinal">[]
  /** What is drafted of it here; `label` says the rating in words where this desk may have no such code. */
  verdict: (Omit<VerdictInput, "rating"> & { code: string | null; label: string }) | null
  evidence: FoundEvidence[]
  fix: { wording: string; reason: string | null } | null
  calculations: FoundCalculation[]
  threads: FoundThread[]
  history: FoundDeed[]
  /** What was decided of its legal risk elsewhere, and on which day: for those who write in the legal lane. */
  legal: { decision: LegalDecision; on: string } | null
}

export interface FoundEvidence {
  /** As the claim's sums name it; null where the file does not say. */
  key: string | null
  /** The same for all evidence from one source. */
  sourceKey: string | null
  source: SourceInput
  evidence: EvidenceFields
  /** ISO 8601 in UTC; null where that is not known. */
  accessedAt: string | null
  flag: { why: EvidenceFlag; at: string } | null
}

/** A sum; its inputs name the evidence that they are from by its key. */
export type FoundCalculation = CalculationFields & { language: string }

/** An attempt to reach somebody, and the numbers of the claims that it serves. Its file is not in a bundle. */
export interface FoundContact {
  contact: Omit<ContactFields, "fileId">
  claims: number[]
}

/** What was said about it, the oldest first. Times are ISO 8601 in UTC. */
export interface FoundThread {
  kind: CommentKind
  resolvedAt: string | null
  comments: FoundComment[]
}

export interface FoundComment {
  body: string
  by: string
  at: string
  answer: boolean
  editedAt: string | null
  /** What it said before, oldest first. */
  before: { body: string; writtenAt: string }[]
}

/** A thread on some words, by their place where they are there; on none where it is about the whole article. */
export interface FoundPassage extends FoundThread {
  quote: string
  span: { start: number; end: number } | null
}

/** What somebody did with it elsewhere. */
export interface FoundDeed {
  what: Decision | Other
  by: string
  /** A day. */
  on: string
  note: string | null
}

type Other =
  "sent" | "checked" | "opinion" | "adjudicated" | "asked" | "letStand" | "fixAccepted" | "fixReworded" | "fixRefused"
