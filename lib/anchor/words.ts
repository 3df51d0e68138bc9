/**
 * The words of a text, as two texts are compared by them: each sign of punctuation by itself, each sign of a script
 * without spaces too; white space, object characters and signs that nobody sees are none. Two words are the same if
 * their forms are (fold.ts). Offsets are UTF-16 code units.
 */
import { countBelow } from "./count-below"
import { DASHES, ELLIPSIS, fold } from "./fold"
import type { Span } from "./graphemes"

export interface Words {
  text: string
  /** How many there are; the arrays are as long. */
  count: number
  starts: Int32Array
  ends: Int32Array
  /** The same number for words of the same form, in both texts. */
  forms: Int32Array
  /** How much it says that a word is there too: its letters, up to a bound; a sign of punctuation counts as one. */
  weights: Int32Array
}

/** Scripts that put no space between words: each sign counts as one. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}"
const LETTER = `[^\\s\\p{P}${UNSPACED}\u2212\uFFFC]`
/**
 * What holds a word together: an apostrophe between letters, a point, comma or colon between digits. Not a hyphen, which
 * is typed in as many ways as a dash, and not a full stop, behind which a space is easily lost.
 */
const WORD = new RegExp(
  `${ELLIPSIS}|${DASHES}|\\p{P}\\p{M}*|[${UNSPACED}]\\p{M}*|${LETTER}+(?:(?:['’‘ʼ]|(?<=\\p{N})[.,:](?=\\p{N}))${LETTER}+)*`,
  "gu",
)

/** Words as a reader sees them change: 1,000 and Berlin-Mitte stay whole. */
const SHOWN_WORD = new RegExp(`\uFFFC|\\p{P}\\p{M}*|[${UNSPACED}]\\p{M}*|${LETTER}+(?:[.,:'’‐-]${LETTER}+)*`, "gu")

/** A long word says more than a short one, but no word as much as three. */
const MOST_WEIGHT = 10

/** How a text is read: what its words are, which of them are the same, and how much each says. */
export interface Reading {
  pattern: RegExp
  formOf(word: string): string
  weightOf(form: string): number
  /** Matches that weigh less than this share of the changes on either side of them are chance. */
  chance: number
  /** Whether what changed its place is the same words there. */
  moves: "followed" | "ignored"
}

/**
 * To follow passages: their typography is nothing to them. At a half and more, the last two words of a sentence are let
 * go where those before them and the next sentence were rewritten; at nothing, a deleted sentence lives on in an "of".
 */
export const AS_PASSAGES: Reading = {
  pattern: WORD,
  formOf: fold,
  weightOf: (form) => (/^[\p{P}\s]+$/u.test(form) ? 1 : Math.min(form.length, MOST_WEIGHT) + 1),
  chance: 1 / 3,
  moves: "followed",
}

/** To show what was changed, word for word: a word between two longer changes is read with them. */
export const AS_SHOWN: Reading = {
  pattern: SHOWN_WORD,
  formOf: (word) => word,
  weightOf: () => 1,
  chance: 1,
  moves: "ignored",
}

/** The words of both texts, with forms that can be compared. */
export function wordsOfBoth(one: string, other: string, { pattern, formOf, weightOf }: Reading): [Words, Words] {
  const vocabulary = new Map<string, Known>()
  const learn = (raw: string) => {
    const form = formOf(raw)
    const fresh = { form: vocabulary.size, weight: weightOf(form) }
    const word = form === "" ? NOTHING : (vocabulary.get(form) ?? fresh)
    vocabulary.set(raw, word)
    if (form !== "") vocabulary.set(form, word)
    return word
  }
  const known = (raw: string) => vocabulary.get(raw) ?? learn(raw)
  return [wordsOf(one, pattern, known), wordsOf(other, pattern, known)]
}

interface Known {
  form: number
  weight: number
}

/** What is seen at no place of a text: a word whose form is empty. */
const NOTHING: Known = { form: -1, weight: 0 }

function wordsOf(text: string, pattern: RegExp, known: (raw: string) => Known): Words {
  const starts: number[] = []
  const ends: number[] = []
  const forms: number[] = []
  const weights: number[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { form, weight } = known(match[0])
    if (form < 0) continue
    starts.push(match.index)
    ends.push(match.index + match[0].length)
    forms.push(form)
    weights.push(weight)
  }
  return {
    text,
    count: starts.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    forms: Int32Array.from(forms),
    weights: Int32Array.from(weights),
  }
}

/** The words that a span touches, as the numbers of the first and of the one behind the last. */
export function wordsIn(words: Words, { start, end }: Span): Span {
  const first = countBelow(words.count, (index) => (words.ends[index] ?? 0) <= start)
  const behind = countBelow(words.count, (index) => (words.starts[index] ?? 0) < end)
  return { start: first, end: Math.max(first, behind) }
}
