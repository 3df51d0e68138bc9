/**
 * Where the words of an older text are in a newer one. Both texts are known, so they are aligned once (align.ts), and a
 * span goes where its words went; nothing is found by resemblance alone. In doubt the answer is a proposal.
 * Strings and spans only; offsets are UTF-16 code units, the texts NFC.
 */
import { align } from "./align"
import { carried, carriedBetween, covering } from "./carry"
import { contextOf, type Context } from "./context"
import type { Span } from "./graphemes"
import { NONE, type Pairs } from "./pairs"
import { elsewhere, remainsOf, replacementOf } from "./remains"
import { isSure } from "./sure"
import { AS_PASSAGES, wordsIn, wordsOfBoth } from "./words"

/** Where a span's words are after an edit. */
export type Placed =
  /** The same words: where they were, or moved. `contextChanged` if the sentence around them is another. */
  | { kind: "exact" | "moved"; span: Span; contextChanged: boolean }
  /** Words inside it changed, or they could be those of another place; what a person may say yes to, if anything. */
  | { kind: "stale"; proposal: Span | null }
  /** The passage is gone. */
  | { kind: "lost" }

export interface PlaceOptions {
  /** The sentences of both texts, in order, where they are kept; else each line is cut into them by the general rules. */
  sentences?: { old: readonly Span[]; new: readonly Span[] }
}

/** Where each of the spans of `oldText`, which lie on grapheme boundaries (`snap`), is in `newText`; in their order. */
export function place(
  anchors: readonly Span[],
  oldText: string,
  newText: string,
  options: PlaceOptions = {},
): Placed[] {
  if (oldText === newText) return anchors.map(({ start, end }) => exactly({ start, end }))
  const pairs = align(wordsOfBoth(oldText, newText, AS_PASSAGES), AS_PASSAGES)
  const context = contextOf(pairs, options.sentences)
  return anchors.map((span) => placeOne(context, span))
}

const exactly = (span: Span): Placed => ({ kind: "exact", span, contextChanged: false })

function placeOne(context: Context, span: Span): Placed {
  const { pairs } = context
  const words = wordsIn(pairs.one, span)
  if (words.start === words.end) {
    const found = carriedBetween(pairs, span, words.start)
    return found ? exactly(found) : { kind: "lost" }
  }
  const first = runFrom(pairs, words)
  if (first !== NONE) return placeWhole(context, span, words, first)
  const remains = remainsOf(pairs, words)
  if (remains) return { kind: "stale", proposal: remains }
  const other = elsewhere(context, words)
  if (other !== NONE) return placeWhole(context, span, words, other)
  const replacement = replacementOf(context, words)
  return replacement ? { kind: "stale", proposal: replacement } : { kind: "lost" }
}

/** All words are there in a row, from the word `first` of the new text on. */
function placeWhole(context: Context, span: Span, words: Span, first: number): Placed {
  const { pairs } = context
  const found = carried(pairs, span, words, first)
  if (found && isSure(context, words, first)) {
    const isInPlace = pairs.toOther[words.start] === first && pairs.moved[words.start] === 0
    return { kind: isInPlace ? "exact" : "moved", span: found, contextChanged: context.isChanged(words, first) }
  }
  return { kind: "stale", proposal: covering(pairs.other, { start: first, end: first + words.end - words.start }) }
}

/** Where the counterparts of these words begin, if all have one and they follow each other; else NONE. */
function runFrom({ toOther }: Pairs, { start, end }: Span): number {
  const first = toOther[start] ?? NONE
  if (first === NONE) return NONE
  for (let at = start + 1; at < end; at += 1) if (toOther[at] !== first + at - start) return NONE
  return first
}
