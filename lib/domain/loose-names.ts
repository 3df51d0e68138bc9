/**
 * Names, by their capitals. Where only names have one, a capitalised word inside a sentence is a name, and the first
 * word of a sentence is if it leads a run of them or the text has it elsewhere inside a sentence. German gives every noun
 * a capital: there a name is a run of two or more ("Olaf Scholz", "Präsidentin Kern"), an acronym, a last word of such a
 * run when it comes again without an article, or a well-known place. So a German name that comes alone and only once is
 * missed, and "Anteil Holz" is taken for one.
 */
import type { Span } from "../anchor"
import { openingWords } from "../anchor/abbreviations"
import { isHeadline, isPlace, knownNames } from "./loose-known"
import type { Token } from "./loose-tokens"
import type { LooseWords } from "./loose-words"

export interface Sentence {
  /** The whole text, for what it has elsewhere. */
  text: string
  said: string
  language: string
  words: LooseWords
  tokens: readonly Token[]
}

/** In order, apart; code units of the sentence. */
export function namesIn(sentence: Sentence): Span[] {
  const elsewhere = {
    known: knownNames(sentence.text, sentence.words),
    opening: openingWords(sentence.language),
  }
  const namesOf = selectionFor(sentence)
  return runsOf(sentence)
    .flatMap((run) => namesOf(run, sentence, elsewhere))
    .flatMap((named) => {
      const [first] = named
      const last = named.at(-1)
      return first && last ? [{ start: first.start, end: last.end }] : []
    })
}

interface Elsewhere {
  /** Words that are names somewhere in the text. */
  known: ReadonlySet<string>
  /** Words that begin sentences. */
  opening: ReadonlySet<string>
}

/** What of a run of capitalised words is a name; in a headline, several. */
type NamesOf = (run: Token[], sentence: Sentence, elsewhere: Elsewhere) => Token[][]

function selectionFor({ words, tokens }: Sentence): NamesOf {
  if (words.capitals === "of all nouns") return amongNouns
  return isHeadline(tokens.map(({ word }) => word)) ? inHeadline : inSentence
}

/** Capitalised words one after the other, as a name's are. */
function runsOf({ said, tokens, words }: Sentence): Token[][] {
  const runs: Token[][] = []
  for (const token of tokens) {
    if (token.look !== "capital") continue
    const run = runs.at(-1)
    const gap = said.slice(run?.at(-1)?.end, token.start)
    const joined = token.position === "within" && run && joins(gap, run, words)
    if (joined) run.push(token)
    else runs.push([token])
  }
  return runs
}

/** The longest gap inside a name: " van der ". */
const WIDEST = 12

function joins(gap: string, run: readonly Token[], { particles, capitals }: LooseWords): boolean {
  if (gap.length > WIDEST) return false
  if (/^[\s-]$/u.test(gap)) return true
  const before = run.at(-1)?.word ?? ""
  if (/^\.\s?$/u.test(gap)) return before.length <= 4
  if (/^[’']$/u.test(gap)) return before === "O"
  // "der Hafen von Wismar" is no name, "Ursula von der Leyen" comes with a title or an office.
  return particles.test(gap) && (capitals === "of names" || run.length > 1)
}

function inSentence(run: Token[], { said, words }: Sentence, elsewhere: Elsewhere): Token[][] {
  const named = isNamed(run, said, elsewhere) ? run : run.slice(1)
  return named.some(({ word }) => word.length > 1 && !words.notNames.test(word)) ? [named] : []
}

/** Whether the first word of a run is part of the name. */
function isNamed([first, second]: Token[], said: string, { known, opening }: Elsewhere): boolean {
  if (!first) return false
  // "L’Élysée"; but O’Brien.
  if (first.word.length === 1 && first.word !== "O" && /^[’']/u.test(said.slice(first.end, first.end + 1))) return false
  if (first.position === "within") return true
  return !opening.has(first.word.toLowerCase()) && (second !== undefined || known.has(first.word))
}

function inHeadline(run: Token[], _sentence: Sentence, { known }: Elsewhere): Token[][] {
  const parts: Token[][] = []
  run.forEach((token, at) => {
    if (!known.has(token.word)) return
    if (known.has(run[at - 1]?.word ?? "")) parts.at(-1)?.push(token)
    else parts.push([token])
  })
  return parts
}

const ACRONYM = /^(?:\p{Lu}{2,}|\p{Lu}\p{Ll}*\p{Lu}\p{L}*)(?:-|$)/u
const MEASURES = new Set(
  (
    "Kilo Kilogramm Gramm Liter Tonnen Stück Art Meter Kilometer Quadratmeter Hektar Jahre Jahren Monate Monaten Wochen Tage " +
    "Tagen Stunden Minuten Anfang Mitte Ende Prozent Euro Dollar Uhr Grad"
  ).split(" "),
)
const ARTICLES = new Set(
  (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese dieses diesem " +
    "diesen jeder jede jedes jedem jeden sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer im am zum zur vom beim " +
    "unser unsere mein meine viele mehr weniger"
  ).split(" "),
)

function amongNouns(run: Token[], _sentence: Sentence, { known, opening }: Elsewhere): Token[][] {
  const isSure = ({ word }: Token) => ACRONYM.test(word) || isPlace(word)
  const isKnown = ({ word }: Token) => known.has(word) || known.has(word.replace(/[’']?s$/u, ""))
  const from = run.findIndex((token) => {
    if (isSure(token) || isKnown(token)) return true
    if (MEASURES.has(token.word)) return false
    // "Neue Zahlen" begins a sentence as "Olaf Scholz" does, but for the ending.
    return token.position === "within" || !(opening.has(token.word.toLowerCase()) || /e[nrsm]?$/u.test(token.word))
  })
  const named = from < 0 ? [] : run.slice(from)
  const [only, ...others] = named
  if (!only) return []
  if (others.length > 0 || isSure(only)) return [named]
  return isKnown(only) && !ARTICLES.has(only.before.toLowerCase()) ? [named] : []
}
