/** Edited texts with quotes of which is known where they went: the development data, or made up by chance. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../../lib/anchor"
import { article, sentence, type Language } from "../../lib/anchor/testing/articles"
import { chance, edit, LEVELS, type Level } from "../../lib/anchor/testing/edits"
import { quotesOf, type Quote } from "../../lib/anchor/testing/quotes"

export interface Case {
  level: string
  before: string
  after: string
  quotes: Quote[]
}

/** The development data below a folder if it is there, else a set of our own. */
export function anchoringSet(folder: string): { name: string; cases: Case[] } {
  const file = join(folder, "fixtures/anchoring-dev.json")
  return existsSync(file) ? { name: file, cases: kept(file) } : { name: "made up by chance", cases: madeUp(120) }
}

interface Kept {
  docs: {
    level: string
    before: string
    after: string
    quotes: (Omit<Quote, "truth"> & { expect: { status: string; start: number | null; end: number | null } })[]
  }[]
}

function kept(file: string): Case[] {
  const { docs } = JSON.parse(readFileSync(file, "utf8")) as Kept
  return docs.map(({ quotes, ...texts }) => ({
    ...texts,
    quotes: quotes.map(({ expect: { start, end }, ...quote }) => ({
      ...quote,
      truth: start === null || end === null ? null : { start, end },
    })),
  }))
}

const LANGUAGES: Language[] = ["en", "de", "zh"]

function madeUp(count: number): Case[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = chance(seed)
    const language = LANGUAGES[seed % LANGUAGES.length] ?? "en"
    const level = LEVELS[seed % LEVELS.length] ?? "light"
    const foreign = Array.from({ length: 20 }, () => sentence(language, random))
    const edited = edit(article(language, 60, random), level, foreign, random)
    return { ...edited, quotes: quotesOf(edited, 10, random) }
  })
}

/** An English article of so many words, edited, and so many claims in it, two sentences or parts of one. */
export function largeArticle(words: number, claims: number, level: Level): Omit<Case, "quotes"> & { claims: Span[] } {
  const random = chance(1)
  const text = article("en", words / 12, random)
  const foreign = Array.from({ length: 200 }, () => sentence("en", random))
  const edited = edit(text, level, foreign, random)
  const starts = [...text.matchAll(/\S+/gu)].map((match) => match.index)
  const spans = Array.from({ length: claims }, (_, n) => {
    const first = Math.floor((n * (starts.length - 20)) / claims)
    const start = starts[first] ?? 0
    return { start, end: start + text.slice(start, starts[first + 4 + (n % 12)]).trimEnd().length }
  })
  return { ...edited, claims: spans }
}
