/** The ledger's list: what can be asked of it, as it stands in the address, and what it tells of each source. */
import { z } from "zod"
import type { ClaimState, WaitingView } from "./claim"
import { LinkState } from "./link"
import { SourceKind, type EvidenceFlag, type SourceView, type Stance } from "./source"
import type { Job, Rating } from "./scale"
import type { Person } from "./workspace"

export const SourceOrder = z.enum(["newest", "cited", "title"])
export type SourceOrder = z.infer<typeof SourceOrder>

/** What an address may ask for; a value that is none of these asks for nothing. */
export const SourceFilters = z.object({
  /** Words of title, author, publisher or address. */
  q: z.string().trim().max(200).catch(""),
  kind: SourceKind.optional().catch(undefined),
  primary: z.enum(["yes", "no"]).optional().catch(undefined),
  confidential: z.enum(["yes", "no"]).optional().catch(undefined),
  /** Those that count as one, by the name of their group. */
  group: z.string().trim().min(1).max(120).optional().catch(undefined),
  /** Whether a live claim rests on it. */
  cited: z.enum(["yes", "no"]).optional().catch(undefined),
  /** How its page was found when it was last looked at. */
  link: LinkState.optional().catch(undefined),
  sort: SourceOrder.catch("newest"),
})
export type SourceFilters = z.output<typeof SourceFilters>

/** A source in the ledger's list. Times are ISO 8601 in UTC. */
export interface SourceItem extends SourceView {
  /** How many live claims rest on it. */
  claims: number
  /** How its page was found last, and since when it has been so; null where it was never reached. */
  link: { state: LinkState; since: string } | null
  addedBy: Person
  addedAt: string
  /** Who sees it besides editors and owners, where it is confidential. */
  readers: Person[]
}

/** A live claim that rests on a source, and what it takes from it. */
export interface RestingClaim {
  id: string
  number: number
  job: Job
  article: { id: string; title: string; language: string }
  words: string
  state: ClaimState
  waiting: WaitingView | null
  verdict: { rating: Pick<Rating, "code" | "label" | "tone" | "shape"> } | null
  evidence: {
    id: string
    stance: Stance
    locator: string | null
    excerpt: string | null
    flag: EvidenceFlag | null
    flaggedAt: string | null
    /** Whether the text that it is from is kept, and can be opened there. */
    text: "kept" | "none"
  }[]
}
