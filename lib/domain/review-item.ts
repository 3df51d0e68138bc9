/** What a reviewer is shown of one claim: its place in the text, and what changed since the last round. */
import type { ClaimView } from "./claim"
import type { FrozenEvidence, RoundSnapshot } from "./round"
import type { Rating } from "./scale"

/** Where a claim stands in its article. Offsets of `spans` are UTF-16 code units of `paragraph`. */
export interface Context {
  before: string
  paragraph: string
  after: string
  spans: { start: number; end: number }[]
}

/** How a round differs from the one before it. */
export interface RoundChanges {
  /** The number of the earlier round. */
  since: number
  rating: { from: Rating; to: Rating } | null
  /** Public words that changed, by field; empty where there were none. */
  words: { field: "statement" | "conclusion" | "explanation" | "claimant" | "quote"; from: string; to: string }[]
  sourcesAdded: string[]
  sourcesRemoved: string[]
  /** Sources cited before and now, but with another stance, locator or excerpt. */
  sourcesRecited: string[]
}

export interface ReviewItem {
  claim: ClaimView
  article: { id: string; title: string }
  context: Context
  changedSince: RoundChanges | null
}

/** So many code units of the neighbouring paragraphs are enough to read on from. */
const NEIGHBOUR = 240

/** The paragraphs that the spans lie in, and a piece of those before and after. Spans count code units of `text`. */
export function contextOf(text: string, spans: { start: number; end: number }[]): Context {
  const first = Math.min(...spans.map((span) => span.start))
  const last = Math.max(...spans.map((span) => span.end))
  if (!Number.isFinite(first)) return { before: "", paragraph: "", after: "", spans: [] }
  const start = text.lastIndexOf("\n", first - 1) + 1
  const found = text.indexOf("\n", last)
  const end = found === -1 ? text.length : found
  const before = text.slice(0, Math.max(0, start - 1))
  return {
    before: before.slice(before.lastIndexOf("\n") + 1).slice(-NEIGHBOUR),
    paragraph: text.slice(start, end),
    after: (text.slice(end + 1).split("\n", 1)[0] ?? "").slice(0, NEIGHBOUR),
    spans: spans.map((span) => ({ start: span.start - start, end: span.end - start })),
  }
}

/** A frozen round with the ratings of its scale. */
export interface SentRound {
  number: number
  snapshot: RoundSnapshot
  rating: Rating
}

const WORDS = ["statement", "conclusion", "explanation", "claimant", "quote"] as const

/** What changed between two rounds of a claim. Confidential sources are told of only where `seen` holds their evidence. */
export function changesBetween(before: SentRound, now: SentRound, seen: ReadonlySet<string>): RoundChanges {
  const told = (round: SentRound) =>
    round.snapshot.evidence.filter((one) => seen.has(one.id) || !one.source.confidential)
  const without = (these: SentRound, those: SentRound) =>
    told(these)
      .filter((one) => !those.snapshot.evidence.some((other) => other.source.id === one.source.id))
      .map((one) => one.source.title)
  const words = WORDS.map((field) => ({ field, from: before.snapshot[field] ?? "", to: now.snapshot[field] ?? "" }))
  return {
    since: before.number,
    rating: before.rating.code === now.rating.code ? null : { from: before.rating, to: now.rating },
    words: words.filter(({ from, to }) => from !== to),
    sourcesAdded: without(now, before),
    sourcesRemoved: without(before, now),
    sourcesRecited: told(now)
      .filter((one) =>
        before.snapshot.evidence.some((other) => other.id === one.id && citation(other) !== citation(one)),
      )
      .map((one) => one.source.title),
  }
}

const citation = ({ stance, locator, excerpt }: FrozenEvidence) => JSON.stringify([stance, locator, excerpt])
