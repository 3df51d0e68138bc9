/** Ways to place claims in an edited text: ours, and those that other tools use. */
import search from "approx-string-match"
import { diffWordsWithSpace } from "diff"
import { place, snap, type Placed, type Span } from "../../lib/anchor"

export type Way = (claims: readonly Span[], before: string, after: string) => Placed[]

/** Context on either side of a quote, as annotation tools keep it. */
const CONTEXT = 32

/** Below this share of its signs a passage that a diff mapped counts as gone. */
const LIVING = 1 / 3

export const WAYS: Record<string, Way> = {
  ours: (claims, before, after) => place(claims, before, after),
  "quote search": (claims, before, after) => claims.map((claim) => quoteSearch(claim, before, after)),
  "diff map": (claims, before, after) => {
    const went = diffMap(before, after)
    return claims.map((claim) => mapped(claim, went, after))
  },
  "diff map, then quote search": (claims, before, after) => {
    const went = diffMap(before, after)
    return claims.map((claim) => {
      const found = mapped(claim, went, after)
      return found.kind === "lost" ? quoteSearch(claim, before, after) : found
    })
  },
}

/** The best approximate match of the quote, weighed with its context and its place, as Hypothesis does. */
function quoteSearch({ start, end }: Span, before: string, after: string): Placed {
  const quote = before.slice(start, end)
  const prefix = before.slice(Math.max(0, start - CONTEXT), start)
  const suffix = before.slice(end, end + CONTEXT)
  const scored = approximate(after, quote, Math.min(256, Math.floor(quote.length / 2))).map((match) => {
    const around = {
      prefix: after.slice(Math.max(0, match.start - prefix.length), match.start),
      suffix: after.slice(match.end, match.end + suffix.length),
    }
    const near = 1 - Math.abs(match.start - start) / Math.max(1, after.length)
    const score =
      50 * (1 - match.errors / quote.length) +
      20 * likeness(around.prefix, prefix) +
      20 * likeness(around.suffix, suffix)
    return { ...match, score: score + 2 * near }
  })
  const best = scored.toSorted((one, other) => other.score - one.score)[0]
  if (!best) return { kind: "lost" }
  const span = snap(after, best)
  return best.errors === 0 ? { kind: "exact", span, contextChanged: false } : { kind: "stale", proposal: span }
}

interface Match extends Span {
  errors: number
}

/** Letter for letter where that is found, else with errors. */
function approximate(text: string, quote: string, errors: number): Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    exact.push({ start: at, end: at + quote.length, errors: 0 })
  }
  return exact.length > 0 ? exact : search(text, quote, errors)
}

function likeness(text: string, wanted: string): number {
  if (wanted === "") return 1
  const best = search(text, wanted, wanted.length).reduce((least, { errors }) => Math.min(least, errors), wanted.length)
  return 1 - best / wanted.length
}

/** For each sign where it went, by a diff of words; -1 for those that were taken out. */
function diffMap(before: string, after: string): Int32Array {
  const went = new Int32Array(before.length).fill(-1)
  let [from, to] = [0, 0]
  for (const { added, removed, value } of diffWordsWithSpace(before, after)) {
    if (!added && !removed) for (let at = 0; at < value.length; at += 1) went[from + at] = to + at
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  return went
}

function mapped({ start, end }: Span, went: Int32Array, after: string): Placed {
  const kept = [...went.subarray(start, end)].filter((to) => to >= 0)
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || last === undefined || kept.length < LIVING * (end - start)) return { kind: "lost" }
  const span = snap(after, { start: first, end: last + 1 })
  const isWhole = kept.length === end - start && last - first + 1 === kept.length
  return isWhole ? { kind: "exact", span, contextChanged: false } : { kind: "stale", proposal: span }
}
