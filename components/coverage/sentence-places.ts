/** Going from sentence to sentence, and which of them a caret or a selection means. Offsets of the text; pure. */
import type { Span } from "@/lib/anchor"
import type { SentenceState } from "@/lib/domain/coverage"

/** The sentence that an offset is in or at the end of, else the next, else the last; -1 where there is none. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  // Where two meet without a space, the caret belongs to the one that it is before.
  return Math.min(sentences[low + 1]?.start === offset ? low + 1 : low, sentences.length - 1)
}

/** The sentences that a selection touches; a caret's own. */
export function sentencesIn(sentences: readonly Span[], { start, end }: Span): number[] {
  const first = sentenceAt(sentences, start)
  if (first < 0) return []
  const touched: number[] = []
  for (let at = first; at < sentences.length; at += 1) {
    const sentence = sentences[at]
    if (!sentence || (at > first && sentence.start >= end)) break
    if (start === end || sentence.end > start) touched.push(at)
    if (start === end) break
  }
  return touched
}

/** The sentence before or after the one at a caret; going back from inside one leads to its beginning. */
export function neighbour(sentences: readonly Span[], offset: number, by: 1 | -1): number {
  const at = sentenceAt(sentences, offset)
  const here = sentences[at]
  if (!here) return at
  if (by === 1) return offset < here.start ? at : Math.min(at + 1, sentences.length - 1)
  return offset > here.start ? at : Math.max(at - 1, 0)
}

/** The next untouched sentence after one, from the end on from the beginning; null if there is none. */
export function nextUntouched(states: readonly SentenceState[], after: number): number | null {
  for (let step = 1; step <= states.length; step += 1) {
    const at = (after + step) % states.length
    if (states[at] === "untouched") return at
  }
  return null
}

/**
 * Selecting by whole pieces, sentences or paragraphs: all that the selection touches, or, where it is exactly whole
 * pieces already, one more. Null where there is none to select.
 */
export function wholePieces(pieces: readonly Span[], selection: Span): Span | null {
  const touched = sentencesIn(pieces, selection)
  const first = pieces[touched[0] ?? -1]
  const last = pieces[touched.at(-1) ?? -1]
  if (!first || !last) return null
  const isWhole = selection.start === first.start && selection.end === last.end
  const next = isWhole ? pieces[(touched.at(-1) ?? 0) + 1] : undefined
  return { start: first.start, end: (next ?? last).end }
}
