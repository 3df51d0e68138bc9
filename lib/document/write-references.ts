/**
 * Puts footnote references into a written document, each at the end of its span, without changing what the document
 * says: where a reference would, it moves out, to the end of the inline construct, then of the block, then into a
 * paragraph of its own. Known dangers are avoided beforehand; then the result is parsed once more, and what it still
 * changed is repaired. It knows nothing of claims.
 */
import { addressesIn } from "./write-addresses"
import type { Stretch, Thing, WrittenBlock, WrittenMarkdown } from "./write-pen"
import { changedStretches } from "./write-shape"
import { withoutPlain } from "./write-plain"
import { characterClass } from "./write-text"

/** A reference behind the span that ends at `end`, in code units of the canonical text. */
export interface Reference {
  label: string
  end: number
}

/**
 * The Markdown with `[^label]` spliced in. References at one place keep the order given; the same one stands there once.
 * The labels all begin with `prefix`, and the document has none that do.
 */
export function withReferences(
  written: WrittenMarkdown,
  text: string,
  references: readonly Reference[],
  prefix: string,
): string {
  const ends = safeEnds(text)
  const placed = references.map(({ label, end }) => ({ label, seats: seatsOf(written, ends(end)), at: 0 }))
  settle(written, placed, prefix)
  return splice(written.markdown, placed, ({ label }) => label)
}

/** Moves references out until none changes what the text says. */
function settle(written: WrittenMarkdown, placed: readonly Placed[], prefix: string): void {
  const { markdown, at, isPlain } = withoutPlain(written)
  const isSafe = ({ seats: [best] }: Placed) => best !== undefined && best.prefix === null && isPlain(best.position)
  const doubtful = placed.filter((one) => !isSafe(one))
  const reduced = doubtful.map((one) => ({
    ...one,
    seats: one.seats.map((seat) => ({ ...seat, position: at(seat.position) })),
  }))
  // To a parser one label is as good as another, and looking up a thousand takes it most of its time.
  const trial = `${prefix}0`
  for (;;) {
    const changed = changedStretches(
      markdown,
      splice(markdown, reduced, () => trial),
      trial,
    )
    const hasMoved = changed.map((stretch) => moveOut(reduced.filter(({ seats, at }) => touches(stretch, seats[at]))))
    if (!hasMoved.includes(true)) break
  }
  doubtful.forEach((one, index) => {
    one.at = reduced[index]?.at ?? one.at
  })
}

/** Where a reference may stand: in a line, or in a paragraph of its own behind `position`. */
interface Seat {
  position: number
  /** How many constructs it is inside of. */
  depth: number
  /** The line prefix of its own paragraph; null in a line. */
  prefix: string | null
}

interface Placed {
  label: string
  /** From the best to the last resort. */
  seats: Seat[]
  at: number
}

/** The offset that a reference goes behind: not behind white space, and not in the middle of an address. */
function safeEnds(text: string): (end: number) => number {
  const addresses = addressesIn(text)
  return (end) => {
    let trimmed = end
    while (trimmed > 0 && /\s/.test(text.charAt(trimmed - 1))) trimmed -= 1
    return addresses.find((address) => address.start < trimmed && trimmed < address.end)?.end ?? trimmed
  }
}

function seatsOf(written: WrittenMarkdown, end: number): Seat[] {
  const block = blockAt(written.blocks, written.at(Math.max(0, end - 1)))
  if (!block) return []
  const own = { position: block.after.at, depth: 0, prefix: block.after.prefix }
  if (block.kind === "alone") return [own]
  const around = thingsAround(written.things, block, written.behind(end))
  const closed = around.find(({ kind }) => kind === "closed")
  const outside = closed ? around.slice(0, around.indexOf(closed)) : around
  const positions = [closed?.end ?? written.behind(end), ...outside.map((thing) => thing.end).reverse(), block.end]
  const seats = positions.map((position) => ({
    position,
    depth: outside.filter((thing) => thing.start < position && position < thing.end).length,
    prefix: null,
  }))
  return [...seats.filter(({ position }) => canStand(written.markdown, outside, position)), own]
}

/** The block that holds a position; an empty one holds its own. */
function blockAt(blocks: readonly WrittenBlock[], position: number): WrittenBlock | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.start ?? Infinity) <= position) low = middle + 1
    else high = middle
  }
  return blocks[low - 1]
}

/** The constructs of a block that a position is inside of, outermost first. */
function thingsAround(things: readonly Thing[], block: Stretch, position: number): Thing[] {
  const first = firstFrom(things, block.start)
  const around: Thing[] = []
  for (let index = first; index < things.length; index += 1) {
    const thing = things[index]
    if (!thing || thing.start >= position) break
    if (position < thing.end) around.push(thing)
  }
  return around
}

function firstFrom(things: readonly Thing[], start: number): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((things[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}

const CLOSER = /^(?:\*\*?|_|~~)$/

/**
 * Whether a reference can stand there for every reader: `[^1](` is a link to GitHub, `[^1][` may be one to others, and
 * a delimiter with a bracket before it closes nothing if a letter follows.
 */
function canStand(markdown: string, things: Thing[], position: number): boolean {
  const next = markdown.slice(position, position + 2)
  if (next.startsWith("(") || (next.startsWith("[") && next !== "[^")) return false
  const closing = things.find(({ end }) => end > position && CLOSER.test(markdown.slice(position, end)))
  if (!closing) return true
  const behind = characterClass(String.fromCodePoint(markdown.codePointAt(closing.end) ?? 0x20))
  return behind === "space" || behind === "punctuation"
}

/** Moves out those deepest inside; says whether there was any to move. */
function moveOut(placed: Placed[]): boolean {
  const movable = placed.filter(({ seats, at }) => at < seats.length - 1)
  const inside = movable.filter(({ seats, at }) => (seats[at]?.depth ?? 0) > 0)
  const moving = inside.length > 0 ? inside : movable
  for (const reference of moving) reference.at += 1
  return moving.length > 0
}

const touches = ({ start, end }: Stretch, seat: Seat | undefined) =>
  seat !== undefined && start <= seat.position && seat.position <= end

function splice(markdown: string, placed: readonly Placed[], labelOf: (reference: Placed) => string): string {
  const seats = new Map<string, Seat & { labels: Set<string> }>()
  for (const reference of placed) {
    const seat = reference.seats[reference.at]
    if (!seat) continue
    const key = `${seat.position} ${seat.prefix === null ? "in line" : "apart"}`
    const labels = seats.get(key)?.labels ?? new Set()
    seats.set(key, { ...seat, labels: labels.add(labelOf(reference)) })
  }
  const inOrder = [...seats.values()].sort((a, b) => a.position - b.position || order(a) - order(b))
  const parts: string[] = []
  let done = 0
  for (const { position, prefix, labels } of inOrder) {
    const references = [...labels].map((label) => `[^${label}]`).join("")
    parts.push(markdown.slice(done, position), prefix === null ? references : apart(prefix) + references)
    done = position
  }
  return parts.join("") + markdown.slice(done)
}

const order = ({ prefix }: Seat) => (prefix === null ? 0 : 1)

/** What goes before the references of a paragraph of their own. strip.ts takes off just this. */
const apart = (prefix: string) => `\n${prefix.trimEnd()}\n${prefix}`
