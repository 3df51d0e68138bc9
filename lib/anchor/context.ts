/** What stands around the words of a span: the sentences that it is part of, before and after. */
import type { Span } from "./graphemes"
import { countBelow } from "./count-below"
import type { Pairs } from "./pairs"
import { sentencesOf } from "./sentences"
import { wordsIn, type Words } from "./words"

export interface Context {
  pairs: Pairs
  /** The words of the old sentences that hold some of these. */
  sentence(words: Span): Span
  /** Whether the sentences around words of the old text and around the same words of the new one differ in words. */
  isChanged(words: Span, first: number): boolean
}

export function contextOf(pairs: Pairs, kept?: { old: readonly Span[]; new: readonly Span[] }): Context {
  const { one, other } = pairs
  const old = kept ? among(one, kept.old) : cutByLine(one)
  const fresh = kept ? among(other, kept.new) : cutByLine(other)
  return {
    pairs,
    sentence: old,
    isChanged(words, first) {
      if (!kept && isSameLine(pairs, words, first)) return false
      const before = old(words)
      const length = words.end - words.start
      const after = fresh({ start: first, end: first + length })
      const shift = first - words.start
      if (after.start < before.start + shift || after.end > before.end + shift) return true
      for (let at = before.start; at < before.end; at += 1) {
        if (one.forms[at] !== other.forms[at + shift]) return true
      }
      return false
    },
  }
}

/** Whether the whole lines are the same, so that their sentences are too, which need not be cut then. */
function isSameLine({ one, other }: Pairs, words: Span, first: number): boolean {
  const shift = first - words.start
  const line = lineOf(one, words)
  const otherLine = lineOf(other, { start: first, end: words.end + shift })
  if (otherLine.start !== line.start + shift || otherLine.end !== line.end + shift) return false
  for (let at = line.start; at < line.end; at += 1) if (one.forms[at] !== other.forms[at + shift]) return false
  return true
}

function lineOf(words: Words, span: Span): Span {
  const { text } = words
  const { start, end } = offsetsOf(words, span)
  const next = text.indexOf("\n", end)
  return wordsIn(words, { start: text.lastIndexOf("\n", start - 1) + 1, end: next < 0 ? text.length : next })
}

type Around = (words: Span) => Span

/** Of sentences that are known. */
function among(words: Words, sentences: readonly Span[]): Around {
  return (span) => {
    const { start, end } = offsetsOf(words, span)
    const first = countBelow(sentences.length, (index) => (sentences[index]?.end ?? 0) <= start)
    const behind = countBelow(sentences.length, (index) => (sentences[index]?.start ?? 0) < end)
    return hull(words, span, sentences[first]?.start ?? start, sentences[behind - 1]?.end ?? end)
  }
}

/** Of sentences that are cut when somebody asks for them, line by line. */
function cutByLine(words: Words): Around {
  const lines = new Map<number, Span[]>()
  const { text } = words
  const sentencesAt = (offset: number): Span[] => {
    const start = text.lastIndexOf("\n", offset - 1) + 1
    const known = lines.get(start)
    if (known) return known
    const end = text.indexOf("\n", offset)
    const found = sentencesOf(text, [{ start, end: end < 0 ? text.length : end }], "und")
    lines.set(start, found)
    return found
  }
  return (span) => {
    const { start, end } = offsetsOf(words, span)
    const from = sentencesAt(start).findLast((sentence) => sentence.start <= start)?.start ?? start
    const to = sentencesAt(end - 1).find((sentence) => sentence.end >= end)?.end ?? end
    return hull(words, span, from, to)
  }
}

function offsetsOf({ starts, ends }: Words, { start, end }: Span): Span {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }
}

function hull(words: Words, span: Span, start: number, end: number): Span {
  const around = wordsIn(words, { start, end })
  return { start: Math.min(span.start, around.start), end: Math.max(span.end, around.end) }
}
