/**
 * A text with its claims as it is read from beginning to end: which claims cover which words, where a claim's number
 * stands, where a sentence begins. Offsets are UTF-16 code units of the revision's text. Knows no elements.
 */
import type { Span } from "../anchor"
import type { SentenceState } from "./coverage"

export interface TapedClaim {
  key: string
  spans: readonly Span[]
}

export interface TapedSentence {
  start: number
  state: SentenceState
}

/** What follows what: words under the same claims, outermost first; the claims that end here; a sentence that begins. */
export type Bit =
  | { kind: "words"; from: number; to: number; claims: string[] }
  | { kind: "ends"; claims: string[] }
  | { kind: "sentence"; state: SentenceState }

export interface Tape {
  /** The bits of the next stretch of text. Stretches are asked for in the order of the text. */
  read: (from: number, to: number) => Bit[]
  /** What is left behind the last words: claims on a rule or a picture at the end. */
  rest: () => Bit[]
}

/** Sentences are in the order of the text. Claims without a span have no place on it. */
export function tapeOf(claims: readonly TapedClaim[], sentences: readonly TapedSentence[]): Tape {
  const spans = claims.flatMap(({ key, spans }) => spans.map((span) => ({ key, ...span })))
  const opening = inOrder(spans.toSorted(outermostFirst), ({ start }) => start)
  const ending = inOrder(endsOf(claims), ({ end }) => end)
  const beginning = inOrder(sentences, ({ start }) => start)
  const cuts = inOrder(cutsOf(spans, sentences), (cut) => cut)
  let open: typeof spans = []

  const coveringAt = (at: number): string[] => {
    open = [...open, ...opening.upTo(at)].filter(({ end }) => end > at)
    return [...new Set(open.map(({ key }) => key))]
  }
  const endedBy = (at: number): Bit[] => ending.upTo(at).map(({ keys }) => ({ kind: "ends", claims: keys }))
  const begunBy = (at: number): Bit[] => beginning.upTo(at).map(({ state }) => ({ kind: "sentence", state }))

  return {
    read: (from, to) => {
      const bits: Bit[] = []
      for (let at = from; at < to;) {
        cuts.upTo(at)
        const next = Math.min(cuts.next() ?? to, to)
        bits.push(...endedBy(at), ...begunBy(at), { kind: "words", from: at, to: next, claims: coveringAt(at) })
        at = next
      }
      return [...bits, ...endedBy(to)]
    },
    rest: () => endedBy(Infinity),
  }
}

type Placed = Span & { key: string }

const outermostFirst = (one: Placed, other: Placed) => one.start - other.start || other.end - one.end

/** Where the last words of each claim end; those that end together stand together, in the order given. */
function endsOf(claims: readonly TapedClaim[]): { end: number; keys: string[] }[] {
  const byEnd = new Map<number, string[]>()
  for (const { key, spans } of claims) {
    if (spans.length === 0) continue
    const end = Math.max(...spans.map((span) => span.end))
    byEnd.set(end, [...(byEnd.get(end) ?? []), key])
  }
  return [...byEnd].map(([end, keys]) => ({ end, keys })).sort((one, other) => one.end - other.end)
}

/** Every offset at which something begins or ends. */
function cutsOf(spans: readonly Span[], sentences: readonly TapedSentence[]): number[] {
  const all = [...spans.flatMap(({ start, end }) => [start, end]), ...sentences.map(({ start }) => start)]
  return [...new Set(all)].sort((one, other) => one - other)
}

/** Hands out what is in the order of the text, each once, as far as the text has been read. */
function inOrder<Item>(items: readonly Item[], placeOf: (item: Item) => number) {
  let at = 0
  return {
    next: () => items[at],
    upTo: (offset: number): Item[] => {
      const first = at
      for (let item = items[at]; item !== undefined && placeOf(item) <= offset; item = items[at]) at += 1
      return items.slice(first, at)
    },
  }
}
