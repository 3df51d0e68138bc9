/**
 * The sentences of a text, as a checker reads them off a proof. Cut by `Intl.Segmenter`, whose cuts are then mended:
 * it cuts after "Mr." and "3. Oktober", inside "« Non ! » dit-il", and not before a sentence that begins with digits.
 * Where a cut is in doubt it is not made: two sentences read as one are read, half a sentence ticked on its own is a
 * mistake. Offsets are UTF-16 code units. Knows strings and spans only; what it finds is to be stored, since another
 * engine's segmenter may cut elsewhere.
 */
import { abbreviationsOf, type Abbreviations } from "./abbreviations"
import { floorBoundary, trim, type Span } from "./graphemes"

/**
 * The sentences of the blocks of `text`, in order, none across a block's edge, without white space and object
 * characters at their edges. A line feed inside a block is a hard break: it ends no sentence, two of them do. They
 * hold every letter, digit and sign of the blocks; a block that has none (a row of stars) has no sentence. `language`
 * is a BCP 47 tag; of one that is unknown or malformed the general rules are taken.
 */
export function sentencesOf(text: string, blocks: readonly Span[], language: string): Span[] {
  const segmenter = segmenterFor(language)
  const abbreviations = abbreviationsOf(language)
  return blocks.flatMap(({ start, end }) => {
    const block = text.slice(start, end)
    if (!WORDS.test(block)) return []
    return sentencesIn(block, segmenter, abbreviations).flatMap(
      (span) => trim(text, { start: start + span.start, end: start + span.end }) ?? [],
    )
  })
}

const WORDS = /(?!\uFFFC)[\p{L}\p{N}\p{S}]/u

/** What may stand between a full stop and the end of its sentence. */
const CLOSERS = String.raw`["'”’“»«›‹)\]}\uFFFC]*`
/** What may stand between the beginning of a sentence and its first word. */
const OPENERS = /^["'“”„‘‚«»‹›([{¿¡–—\-\s]*/u

const segmenters = new Map<string, Intl.Segmenter>()

/** Made once for a language: that takes longer than cutting a paragraph. */
function segmenterFor(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? makeSegmenter(language)
  segmenters.set(language, segmenter)
  return segmenter
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" })
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" })
  }
}

function sentencesIn(block: string, segmenter: Intl.Segmenter, abbreviations: Abbreviations): Span[] {
  const sentences: Span[] = []
  let start = 0
  let firstWord = wordFrom(block, start)
  for (const cut of cutsIn(block, segmenter)) {
    if (cut <= start || !endsAt({ block, start, cut, firstWord }, abbreviations)) continue
    sentences.push({ start, end: cut })
    start = cut
    if (firstWord < start) firstWord = wordFrom(block, start)
  }
  const rest = { start, end: block.length }
  const last = sentences.at(-1)
  if (last && !WORDS.test(block.slice(start))) last.end = rest.end
  else sentences.push(rest)
  return sentences
}

/** Where the first letter, digit or sign from an offset on stands; the end where there is none. */
function wordFrom(block: string, offset: number): number {
  const found = block.slice(offset).search(WORDS)
  return found < 0 ? block.length : offset + found
}

/** Where a sentence might end, in order. */
function cutsIn(block: string, segmenter: Intl.Segmenter): number[] {
  // A lone hard break is only a break of the line; as a space, it is none for the segmenter either.
  const flowing = block.replace(/(?<!\n)\n(?!\n)/gu, " ")
  const cuts = new Set<number>()
  for (const { index } of segmenter.segment(flowing)) if (index > 0) cuts.add(pastClosers(flowing, index))
  // The segmenter takes "mit. 20 Menschen" for one sentence, because of the small letter that might come next.
  for (const match of flowing.matchAll(BEFORE_DIGITS)) cuts.add(match.index + match[0].length)
  return [...cuts].sort((one, other) => one - other)
}

const BEFORE_DIGITS = new RegExp(String.raw`[.!?…]${CLOSERS}\s(?=\p{Nd})`, "gu")

/** Closing marks that belong to the sentence before, though the segmenter gives them to the next. */
const LEFT_OVER = /(?:(?:[»”’"')\]›]|\uFFFC+|(?:\[\d{1,3}\])+)(?:\s+|$))+/uy

function pastClosers(block: string, cut: number): number {
  // Of "won.[1] Then" the segmenter leaves the bracket here and the number there.
  const from = block[cut - 1] === "[" ? cut - 1 : cut
  LEFT_OVER.lastIndex = from
  const match = LEFT_OVER.exec(block)
  // A space with a mark on it is one character, and the next sentence's.
  return match ? floorBoundary(block, LEFT_OVER.lastIndex) : cut
}

/** As much as an abbreviation with what leads to it takes; a look at all before a cut would cost its square. */
const LOOK_BACK = 48
const LOOK_AHEAD = 48

interface Cut {
  block: string
  /** Where the sentence begins, and its first word, which may be behind the cut. */
  start: number
  firstWord: number
  cut: number
}

/** Whether the sentence ends before the cut. */
function endsAt({ block, start, cut, firstWord }: Cut, abbreviations: Abbreviations): boolean {
  const whole = block.slice(Math.max(start, cut - LOOK_BACK), cut)
  const before = whole.trimEnd()
  const after = block.slice(cut, cut + LOOK_AHEAD)
  if (/\n\s*\n/u.test(whole.slice(before.length))) return true
  if (cut <= firstWord || !WORDS.test(after)) return false
  if (isMarker(block, start, cut)) return false
  const next = after.replace(OPENERS, "")
  // "“Stop!” he said": but for names such as iPhone, no sentence begins with a small letter.
  if (/^\p{Ll}(?!\p{Lu})/u.test(next)) return false
  if (isOmission(before)) return false
  const word = wordBeforeFullStop(before)
  return word === null || !goesOn({ word, before, after, next }, abbreviations)
}

/** "1." by itself counts what follows, and so does "b)" at the beginning of a line. */
function isMarker(block: string, start: number, cut: number): boolean {
  if (cut - start > LOOK_BACK) return false
  const alone = block.slice(start, cut).trim()
  const begins = start === 0 || /\n\s*$/u.test(block.slice(Math.max(0, start - LOOK_BACK), start))
  return /^\p{Nd}{1,3}\.$/u.test(alone) || (begins && /^(?:\p{L}|[ivx]{1,5})[.)]$/u.test(alone))
}

/** An ellipsis that stands by itself, or in brackets, leaves words out; at a word it breaks off. */
function isOmission(before: string): boolean {
  return /(?:^|\s)(?:…|\.{3,}|\. \. \.)$|[[(](?:…|\.{3,})[\])]$/u.test(before)
}

/** The word that a single full stop ends, in French without its article ("l’art."); null where something else ended the sentence. */
function wordBeforeFullStop(before: string): string | null {
  const last = /(?:^|[\s\uFFFC])(\S*[^\s.])\.$/u.exec(before)?.[1]
  return last?.replace(OPENERS, "").replace(/^\p{L}{1,2}[’']/u, "") ?? null
}

interface FullStop {
  /** The word that the full stop is at. */
  word: string
  before: string
  after: string
  /** What comes after the cut, from its first word on. */
  next: string
}

/** Whether the full stop is an abbreviation's or an ordinal's, and the sentence goes on behind it. */
function goesOn(stop: FullStop, abbreviations: Abbreviations): boolean {
  const { word, before, after, next } = stop
  if (abbreviations.leading.has(word) || abbreviations.spaced?.test(before)) return true
  if (/^\p{Nd}+$/u.test(word)) return isOrdinal(stop, abbreviations)
  if (/^[ap]\.?m$/iu.test(word)) return CLOCK.test(next)
  if (abbreviations.counting.has(word)) return /^\p{N}/u.test(next)
  return isShortened(word, abbreviations) && !opens(after, abbreviations)
}

/** After an hour: "5 p.m. Tuesday", "5 p.m. EST", but "5 p.m. Police said". */
const CLOCK =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|Greenwich|\p{Lu}{2,4}\b)/u

/** "am 3. Oktober", "das 1000. Tor": a year or a sum ends its sentence, and so does what an opening word follows. */
function isOrdinal({ word, before, after }: FullStop, abbreviations: Abbreviations): boolean {
  if (abbreviations.ordinals === "written otherwise" || opens(after, abbreviations)) return false
  return word.length <= 3 || DETERMINER.test(before)
}

const DETERMINER = /(?:^|\s)(?:d(?:er|ie|as|en|em|es)|am|im|zum|zur|beim|vom|ihr\p{L}*|sein\p{L}*)\s\p{Nd}+\.$/iu

/**
 * Whether the word looks shortened: a known one; initials ("J.", "J.-C.", "U.S."); in Spanish, a plural's doubled
 * letter ("UU."); Roman ordinals where they are written so; words without a vowel ("Blvd.", "Mrd.").
 */
function isShortened(word: string, abbreviations: Abbreviations): boolean {
  if (abbreviations.closing.has(word) || INITIALS.test(word)) return true
  if (abbreviations.ordinals === "written with a full stop" && /^(?:[IVX]{2,}|\p{Ll})$/u.test(word)) return true
  return /^\p{L}{2,5}$/u.test(word) && !VOWEL.test(word) && !/^(?:\p{Lu}{2,}|[kcmd]m|[km]?g|ml|hl)$/u.test(word)
}

const INITIALS = /^(?:\p{Lu}(?:-\p{Lu})?|(?:\p{L}{1,2}\.-?)+\p{L}{1,2})$/u
const VOWEL = /[aeiouyäöüáàâãåæéèêëíìîïóòôõøœúùûýÿ]/iu

/** Whether what follows begins a sentence: its first word can't be a name's, or a Spanish sign says so. */
function opens(after: string, { openers }: Abbreviations): boolean {
  if (/^["“«]?[¿¡]/u.test(after)) return true
  const word = /^\p{Lu}[\p{L}\p{M}]*/u.exec(after.replace(OPENERS, ""))?.[0]
  if (!word || !openers.has(word.toLowerCase())) return false
  // "A." is somebody's initial.
  return word.length > 1 || after.replace(OPENERS, "")[1] !== "."
}
