/**
 * The passage of a text that is most like another one: pairs of words that both have say where to look, the alignment
 * that claims are carried by says how much is the same there. Offsets are UTF-16 code units.
 */
import { align } from "./align"
import type { Span } from "./graphemes"
import { NONE, weightOf, type Pairs } from "./pairs"
import { remainsOf } from "./remains"
import { typesetOf, type Typeset } from "./typeset"
import { AS_PASSAGES, wordsIn, wordsOfBoth } from "./words"

/**
 * Below this share of its own words a passage is not the same passage any more: the same as for claims, whose look-alike
 * in another name and number is the one mistake that must not be made.
 */
const SAME_PASSAGE = 0.6

/** So many pairs of words are looked for, spread over the passage, and so many places of each. */
const MOST_PROBES = 48
const MOST_HITS = 60

/** Windows that are read word by word. */
const MOST_WINDOWS = 4

/** The most similar passage, in a named span before elsewhere; null where none is similar enough. */
export function similarPassage(text: string, excerpt: string, within: Span | null): Span | null {
  const windows = windowsFor(typesetOf(text), excerpt, within)
  const rated = windows.flatMap((window) => rate(text, excerpt, window) ?? [])
  const isNamed = ({ span }: Rated) => within !== null && span.start >= within.start && span.start < within.end
  rated.sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)) || other.share - one.share)
  return rated[0]?.span ?? null
}

interface Rated {
  span: Span
  share: number
}

/** What of a window is the passage, and how much of the passage it is. */
function rate(text: string, excerpt: string, window: Span): Rated | null {
  const words = wordsOfBoth(excerpt, text.slice(window.start, window.end), { ...AS_PASSAGES, formOf: lower })
  const pairs = align(words, { chance: AS_PASSAGES.chance, moves: "ignored" })
  const all = { start: 0, end: pairs.one.count }
  const remains = remainsOf(pairs, all)
  if (!remains) return null
  const share = keptIn(pairs, remains) / weightOf(pairs.one, 0, pairs.one.count)
  if (share < SAME_PASSAGE) return null
  return { span: { start: window.start + remains.start, end: window.start + remains.end }, share }
}

/** Capitals at the beginning of a sentence come and go with it. */
const lower = (word: string) => AS_PASSAGES.formOf(word).toLowerCase()

function keptIn({ one, other, toOther }: Pairs, span: Span): number {
  const words = wordsIn(other, span)
  let kept = 0
  for (let at = 0; at < one.count; at += 1) {
    const to = toOther[at] ?? NONE
    if (to !== NONE && to >= words.start && to < words.end) kept += one.weights[at] ?? 0
  }
  return kept
}

/** Where in the text the most of the passage's pairs of words stand close to each other, rare ones counting for more. */
function windowsFor(searched: Typeset, excerpt: string, within: Span | null): Span[] {
  const reach = excerpt.length + Math.max(40, Math.ceil(excerpt.length / 2))
  const scores = new Map<number, number>()
  for (const probe of probesOf(excerpt)) {
    const hits = hitsOf(searched, probe.form)
    for (const hit of hits) {
      const start = (searched.places[hit] ?? 0) - probe.at
      const bucket = Math.floor(start / reach)
      // What begins at the end of one bucket goes on in the next.
      for (const near of [bucket - 1, bucket]) scores.set(near, (scores.get(near) ?? 0) + 1 / hits.length)
    }
  }
  const named = within && Math.floor(within.start / reach)
  const bonus = (bucket: number) => (named !== null && within && bucket >= named && bucket * reach < within.end ? 1 : 0)
  return [...scores]
    .sort(([one, score], [other, otherScore]) => otherScore + bonus(other) - score - bonus(one) || one - other)
    .slice(0, MOST_WINDOWS)
    .map(([bucket]) => ({
      start: Math.max(0, bucket * reach - 40),
      end: Math.min(searched.text.length, (bucket + 3) * reach),
    }))
}

interface Probe {
  form: string
  /** Where it begins in the passage. */
  at: number
}

function probesOf(excerpt: string): Probe[] {
  const words = [...excerpt.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  const size = words.length > 3 ? 2 : 1
  const all = words.slice(0, Math.max(1, words.length - size + 1)).flatMap(({ index }, at) => {
    const last = words[at + size - 1] ?? words[at]
    const form = last ? typesetForm(excerpt.slice(index, last.index + last[0].length)) : ""
    return form.length > 2 ? [{ form, at: index }] : []
  })
  const step = Math.max(1, Math.ceil(all.length / MOST_PROBES))
  return all.filter((_, at) => at % step === 0)
}

/** Without the marks between words, as the searched form is. */
function typesetForm(words: string): string {
  return words.replace(/[\s\p{Pd}\u2212\u00AD]+/gu, "")
}

/** The first places of a form. One that stands everywhere says nothing. */
function hitsOf({ form: text }: Typeset, form: string): number[] {
  const hits: number[] = []
  for (let at = text.indexOf(form); at >= 0 && hits.length <= MOST_HITS; at = text.indexOf(form, at + 1)) hits.push(at)
  return hits.length > MOST_HITS ? [] : hits
}
