/** The words and numbers of a sentence, each with what it looks like. Offsets are code units of the sentence. */
import type { Span } from "../anchor"
import type { LooseWords } from "./loose-words"

export interface Token extends Span {
  word: string
  look: "number" | "date" | "absolute" | "capital" | "plain"
  /** Whether a sentence, or what a colon leads to, begins with it, so that its capital says nothing. */
  position: "first" | "within"
  /** The word before it, empty if there is none. */
  before: string
}

/** A sign of money, then letters and digits; inside, what joins digits ("1,200.50", "9:30", "12 500") and hyphens. */
const TOKEN =
  /(?:\p{Sc}\s?(?=\p{Nd}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:(?<=\p{Nd})(?:[.,’':/–](?=\p{Nd})|(?<!\p{Nd}{4})[ \u00a0\u202f](?=\p{Nd}{3}(?!\p{Nd})))|-)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

const SIGNS = /\s?(?:[%‰]|°[CF]?)|\s?\p{Sc}/uy

/** In order, apart. */
export function tokensOf(said: string, words: LooseWords): Token[] {
  const tokens: Token[] = []
  let reached = 0
  // Whether the word before was the "1." of a list.
  let counts = false
  for (const { index: start, 0: word } of said.matchAll(TOKEN)) {
    if (start < reached) continue
    const gap = said.slice(Math.max(reached, start - 8), start)
    const place = tokens.length === 0 ? "opening" : "later"
    const look = lookOf({ word, said, start, place }, words)
    const position = place === "opening" || counts || /[:!?…]\P{L}*$/u.test(gap) ? "first" : "within"
    counts = place === "opening" && look === "plain" && /^\p{Nd}/u.test(word)
    reached = /\p{Nd}/u.test(word) ? endOfSum(said, start + word.length, words) : start + word.length
    tokens.push({ start, end: reached, word, look, position, before: tokens.at(-1)?.word ?? "" })
  }
  return tokens
}

const YEAR = /^(?:1[5-9]|20)\p{Nd}{2}$/u
const DATE =
  /^(?:\p{Nd}{1,2}([./])\p{Nd}{1,2}\1\p{Nd}{2,4}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|(?:1[5-9]|20)\p{Nd}0(?:s|er))$/u

interface Place {
  word: string
  said: string
  start: number
  place: "opening" | "later"
}

function lookOf(at: Place, words: LooseWords): Token["look"] {
  const { word, place } = at
  if (YEAR.test(word) || DATE.test(word)) return "date"
  if (/\p{Nd}/u.test(word)) return isMarker(at) ? "plain" : "number"
  if (words.days.test(word) && isDay(at, words)) return "date"
  if (words.numbers.test(word)) return "number"
  const capital = /^\p{Lu}/u.test(word)
  if (words.absolutes.test(word) && (!capital || place === "opening")) return "absolute"
  return capital ? "capital" : "plain"
}

/** "1. Open the door" counts sentences, not things; "1. Mai 2024" is a date. */
function isMarker({ word, said, start, place }: Place): boolean {
  if (place === "later" || !/^\p{Nd}{1,3}$/u.test(word)) return false
  const end = start + word.length
  return /^[.)]\s+(?!\p{Lu}\p{Ll}+\s\p{Nd})/u.test(said.slice(end, end + 24))
}

/** English and German capitalise days and months; "may", "march" and "august" are words as well. */
function isDay({ word, said, start, place }: Place, { capitalDays }: LooseWords): boolean {
  if (capitalDays === "no") return true
  if (!/^\p{Lu}/u.test(word)) return false
  const end = start + word.length
  return place === "later" || !/^(?:may|march|august)$/iu.test(word) || /^\s\p{Nd}/u.test(said.slice(end, end + 2))
}

/** Behind a number, signs and units are part of it. */
function endOfSum(said: string, end: number, { units }: LooseWords): number {
  SIGNS.lastIndex = end
  const signed = SIGNS.test(said) ? SIGNS.lastIndex : end
  units.lastIndex = signed
  return units.test(said) ? units.lastIndex : signed
}
