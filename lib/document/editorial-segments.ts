/**
 * Cuts the Markdown of an article where claims begin and end, and wherever a mark may not reach across: at the edges of
 * blocks, of lines and of constructs that it would hold a part of, and around CriticMarkup of the article's own. Links,
 * code and pictures are taken whole. Positions are code units of the Markdown.
 */
import { snap, type Span } from "../anchor"
import type { CanonicalBlock } from "./canonical"
import type { Change } from "./editorial-fixes"
import { DELIMITERS } from "./editorial-marks"
import type { Shown } from "./shown-claims"
import { thingsByBlock, type Stretch, type Thing, type WrittenBlock, type WrittenMarkdown } from "./write-pen"

/** Words under the same claims, for which one mark stands; `apart` stands for all of a block that no mark can be in. */
export interface Segment extends Stretch {
  kind: "words" | "change" | "apart"
  /** In their order. */
  claims: Shown[]
  change: Change | null
  /** The line prefix of its own paragraph. */
  prefix: string
}

/** The segments that have claims, in the order of the text. `changes` are taken whole. */
export function segmentsIn(
  written: WrittenMarkdown,
  { blocks, text }: { blocks: readonly CanonicalBlock[]; text: string },
  claims: readonly Shown[],
  changes: readonly Change[],
): Segment[] {
  const spans = claims.flatMap((claim, order) => claim.places.map((place) => ({ ...place, claim, order })))
  const opening = inTurn(
    spans.toSorted((a, b) => a.start - b.start),
    ({ start }) => start,
  )
  const changing = inTurn(changes, ({ start }) => start)
  const things = thingsByBlock(written)
  let open: typeof spans = []
  const segments = blocks.flatMap((block, at) => {
    const own = written.blocks[at]
    open = [...open, ...opening(block.end)].filter(({ end }) => end > block.start)
    const inside = open.filter(({ start }) => start < block.end).map((span) => rangeOf(span, block, written))
    if (!own || inside.length === 0) return []
    if (own.kind === "alone") return [apart(own, inside)]
    const inBlock = things[at] ?? []
    const gaps = breaksIn(block, text, written, inBlock)
    const within = { own, things: inBlock, changes: changing(own.end), gaps }
    return segmentsOf(written.markdown, within, inside)
  })
  // A claim on nothing that a mark can hold is told of where its words end, and only there.
  const told = new Set(segments.flatMap((one) => (isBare(one) ? [] : one.claims)))
  return segments.filter((one) => !isBare(one) || one.claims.some((claim) => !told.has(claim))).sort(inOrder)
}

const isBare = ({ kind, start, end }: Segment) => kind === "words" && start === end

const inOrder = (a: Segment, b: Segment) =>
  a.start - b.start || a.end - b.end || Number(a.kind === "apart") - Number(b.kind === "apart")

/** What a claim covers of a block. */
interface Range extends Stretch {
  claim: Shown
  order: number
}

function rangeOf(
  { start, end, ...rest }: Span & Omit<Range, keyof Stretch>,
  block: Span,
  written: WrittenMarkdown,
): Range {
  const [from, to] = [Math.max(start, block.start), Math.min(end, block.end)]
  return { ...rest, start: written.at(from), end: written.behind(to) }
}

function apart({ after: { at, prefix } }: WrittenBlock, inside: Range[]): Segment {
  return { kind: "apart", start: at, end: at, claims: claimsOf(inside), change: null, prefix }
}

const claimsOf = (ranges: readonly Range[]): Shown[] => [
  ...new Set(ranges.toSorted((a, b) => a.order - b.order).map(({ claim }) => claim)),
]

/** Hard breaks, with the line prefix behind them. */
function breaksIn(
  { start, end }: CanonicalBlock,
  text: string,
  written: WrittenMarkdown,
  things: readonly Thing[],
): Stretch[] {
  const gaps: Stretch[] = []
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) {
    const behind = written.behind(at + 1)
    const construct = things.find((thing) => thing.start >= behind)?.start ?? Infinity
    gaps.push({ start: written.at(at), end: Math.min(written.at(at + 1), construct) })
  }
  return gaps
}

interface Within {
  own: WrittenBlock
  things: readonly Thing[]
  changes: readonly Change[]
  gaps: readonly Stretch[]
}

/** A stretch of a block that is cut no further. */
interface Piece extends Stretch {
  kind: "words" | "change" | "delimiter" | "not ours"
  ranges: Range[]
  key: string
  change: Change | null
  /** Of a delimiter that opens: where its construct ends. */
  closes: number
}

function segmentsOf(markdown: string, within: Within, ranges: Range[]): Segment[] {
  const pieces = piecesOf(markdown, within, ranges)
  const runs = runsOf(pieces)
  const covered = new Set(runs.flatMap((run) => claimsOf(run.ranges)))
  const segments = runs.map(({ start, end, ranges, change }): Segment => ({
    kind: change ? "change" : "words",
    ...{ start, end, change, prefix: "" },
    claims: claimsOf(ranges),
  }))
  const bare = ranges.filter(({ claim }) => !covered.has(claim))
  return [...segments, ...bare.map((range) => behind(range, pieces))]
}

function behind(range: Range, pieces: Piece[]): Segment {
  const at = pieces.find(({ start, end }) => start < range.end && range.end <= end)?.end ?? range.end
  return { kind: "words", start: at, end: at, claims: [range.claim], change: null, prefix: "" }
}

function piecesOf(markdown: string, within: Within, ranges: Range[]): Piece[] {
  const stretches = undivided(markdown, within)
  const inside = (at: number) =>
    stretches.some(({ start, end, kind }) => kind !== "delimiter" && start < at && at < end)
  const { start, end } = within.own
  const all = [
    start,
    end,
    ...stretches.flatMap((one) => [one.start, one.end]),
    ...ranges.flatMap((one) => [one.start, one.end]),
  ]
  const cuts = [...new Set(all)].filter((at) => at >= start && at <= end && !inside(at)).sort((a, b) => a - b)
  const opening = inTurn(
    ranges.toSorted((a, b) => a.start - b.start),
    (range) => range.start,
  )
  let open: Range[] = []
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end
    open = [...open, ...opening(to)].filter((range) => range.end > from)
    const {
      kind = "words",
      change = null,
      closes = -1,
    } = stretches.find((one) => one.start <= from && to <= one.end) ?? {}
    return {
      kind,
      change,
      closes,
      start: from,
      end: to,
      ranges: open,
      key: claimsOf(open)
        .map(({ claim }) => claim.id)
        .join(" "),
    }
  })
}

type Undivided = Stretch & Partial<Omit<Piece, keyof Stretch>> & Pick<Piece, "kind">

/** What no cut goes through, the one that counts first: what is not ours, changes, closed constructs, delimiters. */
function undivided(markdown: string, { own, things, changes, gaps }: Within): Undivided[] {
  const closed = things.filter(
    ({ kind, start, end }) =>
      kind === "closed" &&
      !things.some(
        (one) => one.kind === "closed" && one.start <= start && end <= one.end && (one.start < start || end < one.end),
      ),
  )
  const theirs = Array.from(markdown.slice(own.start, own.end).matchAll(DELIMITERS), ({ 0: { length }, index }) =>
    snap(markdown, { start: own.start + index, end: own.start + index + length }),
  )
  const isClear = (one: Stretch) => ![...theirs, ...changes].some((other) => meets(one, other))
  const whole = (one: Stretch) => closed.filter((thing) => meets(thing, one)).reduce(around, one)
  const delimiters = things
    .filter(({ kind }) => kind === "open")
    .flatMap(({ start, end, inner }) => [
      { start, end: inner.start, kind: "delimiter" as const, closes: end },
      { start: inner.end, end, kind: "delimiter" as const },
    ])
  return [
    ...theirs.map((one) => ({ ...whole(one), kind: "not ours" as const })),
    ...gaps.map((gap) => ({ ...gap, kind: "not ours" as const })),
    ...changes.map((change) => ({ start: change.start, end: change.end, kind: "change" as const, change })),
    ...closed.filter(isClear).map(({ start, end }) => ({ start, end, kind: "words" as const })),
    ...delimiters,
  ]
}

const meets = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end

const around = (one: Stretch, other: Stretch): Stretch => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})

/** Neighbouring pieces under the same claims as one, as far as no construct is cut in two. */
function runsOf(pieces: Piece[]): Piece[] {
  const runs: Piece[] = []
  let at = 0
  while (at < pieces.length) {
    const piece = wholeConstruct(pieces, at) ?? pieces[at]
    if (!piece) break
    const last = runs.at(-1)
    if (last && continues(last, piece)) last.end = piece.end
    else runs.push({ ...piece })
    at = pieces.findIndex(({ start }, index) => index > at && start >= piece.end)
    if (at < 0) break
  }
  return runs.filter(({ kind, key }) => (kind === "words" || kind === "change") && key !== "")
}

const continues = (last: Piece, next: Piece) => last.kind === "words" && next.kind === "words" && last.key === next.key

/** The construct that begins here as one piece, if all that is in it is under the same claims. */
function wholeConstruct(pieces: Piece[], at: number): Piece | null {
  const first = pieces[at]
  if (first?.kind !== "delimiter" || first.closes < 0) return null
  const after = pieces.findIndex(({ start }, index) => index > at && start >= first.closes)
  const inside = pieces.slice(at, after < 0 ? undefined : after).filter(({ kind }) => kind !== "delimiter")
  const [words] = inside
  const isOne = inside.every(({ kind, key }) => kind === "words" && key === words?.key)
  return words && isOne ? { ...words, start: first.start, end: first.closes } : null
}

/** Hands out what begins before a place, each once, in their order. */
function inTurn<Item>(items: readonly Item[], startOf: (item: Item) => number): (before: number) => Item[] {
  let at = 0
  return (before) => {
    const first = at
    for (let item = items[at]; item !== undefined && startOf(item) < before; item = items[at]) at += 1
    return items.slice(first, at)
  }
}
