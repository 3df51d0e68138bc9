/** What a reviewer is shown of one claim: its place in the text, and what changed since the last round. Pure, without zod. */
import type { ClaimView, Priority } from "./claim"
import { readsOtherwise } from "./contact-changes"
import type { FrozenEvidence, RoundSnapshot } from "./round"
import type { Rating } from "./scale"

/** Where a claim stands in its article. Offsets of `spans` are UTF-16 code units of `paragraph`. */
export interface Context {
  /** Which paragraph of the body it begins in, from 1; null above the body, and where it has no place. */
  number: number | null
  before: string
  paragraph: string
  after: string
  spans: { start: number; end: number }[]
}

/** What a round freezes besides rating and evidence, in the order that it is read in. */
const FROZEN_TEXTS = [
  "quote",
  "fix",
  "statement",
  "conclusion",
  "explanation",
  "claimant",
  "claimedOn",
  "appearance",
  "timecode",
  "asOf",
  "recheckOn",
  "priority",
] as const
export type FrozenText = (typeof FROZEN_TEXTS)[number]

/** How a round differs from the one before it. */
export interface RoundChanges {
  /** The number of the earlier round. */
  since: number
  rating: { from: Rating; to: Rating } | null
  /** What changed besides, by field, as text; empty where there was none. */
  words: { field: FrozenText; from: string; to: string }[]
  sourcesAdded: string[]
  sourcesRemoved: string[]
  /** Sources cited before and now, but with another stance, locator or excerpt, or themselves described otherwise. */
  sourcesRecited: string[]
  /** Who was asked since, or answered otherwise. */
  asked: string[]
  /** Titles of sums that are new, other than they were, or gone. */
  calculated: string[]
}

export interface ReviewItem {
  claim: ClaimView
  /** With the language of its text (BCP 47). */
  article: { id: string; title: string; language: string }
  context: Context
  changedSince: RoundChanges | null
}

/** Which part of the queue is looked at; all of it where nothing is named. */
export interface QueueFilter {
  articleId?: string
  priority?: Priority
}

/** How many verdicts of one priority wait in one article. */
export interface WaitingIn {
  article: { id: string; title: string }
  priority: Priority
  count: number
}

/** Verdicts on a must are looked at one by one; others may be approved together, once each was on screen. */
export function mayGoTogether({ priority }: { priority: number }): boolean {
  return priority > 1
}

/** So many code units of the neighbouring paragraphs are enough to read on from. */
const NEIGHBOUR = 240

/** The paragraphs that the spans lie in, and a piece of those before and after. Spans and `bodyStart` count code units of `text`. */
export function contextOf(text: string, spans: { start: number; end: number }[], bodyStart = 0): Context {
  const first = Math.min(...spans.map((span) => span.start))
  const last = Math.max(...spans.map((span) => span.end))
  if (!Number.isFinite(first)) return { number: null, before: "", paragraph: "", after: "", spans: [] }
  const start = first === 0 ? 0 : text.lastIndexOf("\n", first - 1) + 1
  const found = text.indexOf("\n", last)
  const end = found === -1 ? text.length : found
  const before = text.slice(0, Math.max(0, start - 1))
  return {
    number: start < bodyStart ? null : text.slice(bodyStart, start).split("\n").length,
    before: whole(before.slice(before.lastIndexOf("\n") + 1).slice(-NEIGHBOUR)),
    paragraph: text.slice(start, end),
    after: whole((text.slice(end + 1).split("\n", 1)[0] ?? "").slice(0, NEIGHBOUR)),
    spans: spans.map((span) => ({ start: span.start - start, end: span.end - start })),
  }
}

/** A cut may go through a surrogate pair: its half is left off. */
function whole(piece: string): string {
  return piece.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "")
}

/** A frozen round with the ratings of its scale. */
export interface SentRound {
  number: number
  snapshot: RoundSnapshot
  rating: Rating
}

/**
 * What changed between two rounds of a claim. Only sources in `seen` are told of: ids of those that the reader may see
 * today, whatever a round says of how confidential they were.
 */
export function changesBetween(before: SentRound, now: SentRound, seen: ReadonlySet<string>): RoundChanges {
  const cited = { before: citations(before, seen), now: citations(now, seen) }
  const titles = (these: Citations, chosen: (id: string) => boolean) =>
    [...these].flatMap(([id, { title }]) => (chosen(id) ? title : []))
  const texts = FROZEN_TEXTS.map((field) => ({ field, from: textOf(before, field), to: textOf(now, field) }))
  return {
    since: before.number,
    rating: before.rating.code === now.rating.code ? null : { from: before.rating, to: now.rating },
    words: texts.filter(({ from, to }) => from !== to),
    sourcesAdded: titles(cited.now, (id) => !cited.before.has(id)),
    sourcesRemoved: titles(cited.before, (id) => !cited.now.has(id)),
    sourcesRecited: titles(cited.now, (id) => {
      const earlier = cited.before.get(id)
      return earlier !== undefined && earlier.as !== cited.now.get(id)?.as
    }),
    asked: askedSince(before.snapshot, now.snapshot),
    calculated: calculatedSince(before.snapshot, now.snapshot, seen),
  }
}

function askedSince(before: RoundSnapshot, now: RoundSnapshot): string[] {
  const earlier = new Map(before.contacts.map((contact) => [contact.id, contact]))
  return now.contacts.flatMap((contact) => {
    const was = earlier.get(contact.id)
    return was && !readsOtherwise(was, contact) ? [] : contact.whom
  })
}

function calculatedSince(before: RoundSnapshot, now: RoundSnapshot, seen: ReadonlySet<string>): string[] {
  const [earlier, later] = [sumsIn(before, seen), sumsIn(now, seen)]
  const ids = [...new Set([...later.keys(), ...earlier.keys()])]
  return ids.flatMap((id) => {
    const [was, is] = [earlier.get(id), later.get(id)]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : ((is ?? was)?.title ?? [])
  })
}

/** The sums that rest on nothing that their reader may not see. */
function sumsIn({ calculations, evidence }: RoundSnapshot, seen: ReadonlySet<string>) {
  const visible = new Set(evidence.filter(({ source }) => seen.has(source.id)).map(({ id }) => id))
  const told = calculations.filter(({ inputs }) =>
    inputs.every(({ evidenceId }) => evidenceId === null || visible.has(evidenceId)),
  )
  return new Map(told.map((sum) => [sum.id, sum]))
}

const textOf = ({ snapshot }: SentRound, field: FrozenText) =>
  field === "fix" ? (snapshot.fix?.wording ?? "") : String(snapshot[field] ?? "")

/** By source: its title, and all that is said of it and quoted from it. */
type Citations = Map<string, { title: string; as: string }>

function citations({ snapshot }: SentRound, seen: ReadonlySet<string>): Citations {
  const cited: Citations = new Map()
  // In one order whatever order they were added in, so that only a difference differs.
  const told = snapshot.evidence.filter(({ source }) => seen.has(source.id))
  for (const one of told.toSorted((a, b) => (citation(a) < citation(b) ? -1 : 1))) {
    const { id, title } = one.source
    cited.set(id, { title, as: `${cited.get(id)?.as ?? ""}\n${citation(one)}` })
  }
  return cited
}

function citation({ stance, locator, excerpt, source }: FrozenEvidence): string {
  const { kind, title, author, publisher, publishedOn, url, primary, independenceGroup } = source
  const described = [kind, title, author, publisher, publishedOn, url, primary, independenceGroup]
  return JSON.stringify([stance, locator, excerpt, described])
}
