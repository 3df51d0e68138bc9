/** What is told of an article's going out: what is open, what went out when, what is under review, and complaints. */
import type { ArticleKind } from "./article"
import type { CoverageCounts } from "./coverage"
import type { OpenReason } from "./open-reasons"
import type { ArticleSubject } from "./policy"
import type { ComplaintOutcome, CorrectionKind, GoneOut, OpenItems } from "./sign-off"
import type { Person } from "./workspace"

/** Something that was reopened, as whoever signs sees it. Times are ISO 8601 in UTC. */
export interface ReopeningView {
  id: string
  claim: { id: string; number: number; words: string; withdrawn: boolean } | null
  kind: CorrectionKind
  reason: string
  openedBy: Person
  openedAt: string
  /** What readers would be told if it went out now; null where it is as it was, or not done. */
  draft: string | null
}

export interface CorrectionView {
  id: string
  claim: { id: string; number: number } | null
  kind: CorrectionKind
  notice: string
  listedAt: string
  /** Numbers of the sign-offs before and after. */
  from: number
  to: number
}

export interface SignOffView {
  id: string
  number: number
  kind: "signed_off" | "released"
  signedBy: Person
  /** Whether whoever signed is an author of a verdict that went out with it. */
  ofOwnWork: boolean
  signedAt: string
  reason: string | null
  second: Person | null
  revision: number
  claims: number
  open: number[]
  digest: string
}

export interface ComplaintView {
  id: string
  claim: { id: string; number: number } | null
  who: string
  text: string
  receivedAt: string
  dueAt: string | null
  recordedBy: Person
  outcome: ComplaintOutcome | null
  answer: string | null
  decidedBy: Person | null
  decidedAt: string | null
  /** Whether this reader may decide on it: none of its claim's authors and approvers may. */
  decides: boolean
  version: number
}

/** Everything about an article's going out, for its screen. */
export interface SignOffState {
  article: ArticleSubject & {
    id: string
    title: string
    language: string
    kind: ArticleKind
    goneOut: GoneOut | null
    archivedAt: string | null
    version: number
  }
  open: OpenItems
  /** Why each claim that is open is, by its id. */
  reasons: Record<string, OpenReason[]>
  coverage: CoverageCounts
  loose: number
  /** Numbers of the claims whose legal risk nobody has cleared: with one of them it does not go out. */
  held: number[]
  /** Numbers of the claims whose mended typo nobody has said yes or no to: with one of them it does not go out. */
  tidies: number[]
  /** Its live claims; `out` where one stands as it went out. */
  claims: { id: string; number: number; words: string; out: boolean }[]
  reopenings: ReopeningView[]
  signOffs: SignOffView[]
  corrections: CorrectionView[]
  /** Null for whoever may not read them. */
  complaints: ComplaintView[] | null
  /** Whoever can be named as the second person. */
  seconds: Person[]
  /** Why this reader does not sign it, if so. */
  barred: "policy" | "author" | "round" | null
}
