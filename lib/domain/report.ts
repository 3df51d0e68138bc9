/**
 * The public report: what readers see of an article that has gone out. These types are the public profile itself: what
 * has no field here is not said. Times are ISO 8601 in UTC, dates are `YYYY-MM-DD`, offsets UTF-16 code units.
 */
import type { Span } from "../anchor"
import type { DocumentNode } from "./article"
import type { Job, Rating } from "./scale"
import type { CorrectionKind } from "./sign-off"
import type { Stance } from "./source"

/** What there is at a public address: the thing, that it was there and is gone, or nothing. */
export type AtAddress<T> = { kind: "shown"; page: T } | { kind: "gone"; desk: PublicDesk } | { kind: "none" }

export interface PublicDesk {
  slug: string
  name: string
  url: string | null
  /** BCP 47. */
  language: string
  /** Whether it says how it checks. */
  hasMethod: boolean
}

export interface PublicSource {
  stance: Stance
  primary: boolean
  title: string
  author: string | null
  publisher: string | null
  publishedOn: string | null
  url: string | null
  locator: string | null
}

/** A claim with its verdict, as readers are told of it. */
export interface PublicNote {
  claimId: string
  number: number
  /** The words it is about. */
  words: string
  /** Where they stand in the text that is shown; none where that has other words by now. */
  spans: Span[]
  statement: string | null
  claimant: string | null
  claimedOn: string | null
  appearance: string | null
  rating: Rating
  conclusion: string | null
  explanation: string | null
  sources: PublicSource[]
  /** `checked`: nobody has reviewed it. */
  standing: "approved" | "checked"
  checkedOn: string
  /** Where the desk publishes names. */
  checkers: string[]
  reviewers: string[]
  /** Since when it is looked at again. */
  underReviewSince: string | null
  /** Whether it has a page of its own: other people's claims do. */
  hasPage: boolean
}

export interface PublicCorrection {
  kind: CorrectionKind
  notice: string
  at: string
  claim: { id: string; number: number } | null
  /** Numbers of the versions before and after. */
  from: number
  to: number
}

/** A version of an article as it went out. */
export interface PublicReport {
  desk: PublicDesk
  articleId: string
  title: string
  dek: string | null
  byline: string | null
  publisher: string | null
  publishedOn: string | null
  sourceUrl: string | null
  language: string
  document: DocumentNode
  /** Number of this version, and of the one that stands. */
  version: number
  latest: number
  signedAt: string
  publishedAt: string
  /** Since when the text is looked at again. */
  underReviewSince: string | null
  /** In the order of the text; those without a place last. */
  notes: PublicNote[]
  /** The newest first. */
  corrections: PublicCorrection[]
}

/** A claim on a page of its own, in a version of its article. */
export interface PublicClaim extends Pick<
  PublicReport,
  "desk" | "articleId" | "title" | "language" | "version" | "latest" | "signedAt"
> {
  note: PublicNote
  /** Of this claim alone. */
  corrections: PublicCorrection[]
}

export interface PublicItem {
  articleId: string
  title: string
  dek: string | null
  language: string
  publishedAt: string
  signedAt: string
  underReview: boolean
}

/** A page of the list of what is public, the newest first. Pages count from 1. */
export interface PublicList {
  desk: PublicDesk
  items: PublicItem[]
  page: number
  hasMore: boolean
}

export interface PublicMethod {
  desk: PublicDesk
  document: DocumentNode
  /** Those that public verdicts are of. */
  scales: PublicScale[]
}

/** One version of a scale, with what its ratings mean. */
export interface PublicScale {
  job: Job
  /** What the desk calls it; null where it ships. */
  name: string | null
  /** `theirs/1`. */
  version: string
  ratings: Pick<Rating, "code" | "label" | "definition" | "tone" | "shape">[]
}

/** All that is public at a desk, for machines that look for it. */
export interface PublicIndex {
  desk: PublicDesk
  articles: { articleId: string; changedAt: string }[]
  claims: { claimId: string; changedAt: string }[]
}
