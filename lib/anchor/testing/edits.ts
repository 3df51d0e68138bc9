/**
 * Edited texts of which is known where each sign went: articles as newsrooms rework them, from a typo to a rewrite, with
 * what leads astray: copies, look-alikes that differ in a name and a number, blocks that change places. All by chance,
 * but the same chance for the same seed.
 */
export const LEVELS = ["light", "medium", "heavy", "reflow", "reorder"] as const
export type Level = (typeof LEVELS)[number]

/** Numbers from 0 up to 1 (mulberry32). */
export type Chance = () => number

export function chance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(from: readonly T[], random: Chance): T => from[Math.floor(random() * from.length)] as T
const below = (most: number, random: Chance) => Math.floor(random() * most)

/** Signs and where in the old text each of them stood; -1 for those that were written anew. */
interface Bit {
  text: string
  origins: number[]
}

interface Sentence {
  words: Bit[]
}

type Paragraph = Sentence[]

export interface Edited {
  level: Level
  before: string
  after: string
  /** For each sign of `before` where it is in `after`, or -1. */
  went: Int32Array
}

/** Edits a text. `foreign` are sentences of other articles, which may be put in. */
export function edit(before: string, level: Level, foreign: readonly string[], random: Chance): Edited {
  const paragraphs = paragraphsOf(before)
  const editing = { paragraphs, foreign: [...foreign], random, vocabulary: vocabularyOf(before) }
  WORK[level](editing)
  const bits = editing.paragraphs.flat().flatMap(({ words }) => words)
  const { text, origins } =
    level === "reflow" || (level === "heavy" && random() < 0.5) ? retyped(bits, random) : glued(bits)
  const after = text.trimEnd()
  const went = new Int32Array(before.length).fill(-1)
  origins.slice(0, after.length).forEach((origin, at) => {
    if (origin >= 0) went[origin] = at
  })
  return { level, before, after, went }
}

/** Words of a text; of scripts without spaces a sign or two. */
function vocabularyOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}]{3,}/gu) ?? ["word"]
  return words.map((word) => (UNSPACED.test(word) ? word.slice(0, 2) : word))
}

interface Editing {
  paragraphs: Paragraph[]
  foreign: string[]
  vocabulary: readonly string[]
  random: Chance
}

const WORK: Record<Level, (editing: Editing) => void> = {
  light: (editing) => {
    changeWords(editing, 0.004)
    times(1 + below(2, editing.random), () => deleteSentence(editing))
    times(1 + below(2, editing.random), () => addSentence(editing))
  },
  medium: (editing) => {
    changeWords(editing, 0.02)
    times(Math.ceil(count(editing) * 0.06), () => deleteSentence(editing))
    times(Math.ceil(count(editing) * 0.06), () => addSentence(editing))
    if (editing.random() < 0.3) moveSentence(editing)
  },
  heavy: (editing) => {
    changeWords(editing, 0.07)
    times(Math.ceil(count(editing) * 0.2), () => deleteSentence(editing))
    times(Math.ceil(count(editing) * 0.15), () => addSentence(editing))
    times(below(3, editing.random), () => moveSentence(editing))
  },
  reflow: (editing) => {
    joinParagraphs(editing, 0.3)
    if (editing.random() < 0.3) changeWords(editing, 0.004)
  },
  reorder: (editing) => {
    times(1 + below(3, editing.random), () => moveParagraphs(editing))
    times(below(3, editing.random), () => moveSentence(editing))
    times(1 + below(2, editing.random), () => deleteSentence(editing))
    if (editing.random() < 0.5) addSentence(editing)
    if (editing.random() < 0.5) changeWords(editing, 0.004)
  },
}

function times(count: number, run: () => void): void {
  for (let n = 0; n < count; n += 1) run()
}

const count = ({ paragraphs }: Editing) => paragraphs.reduce((sum, sentences) => sum + sentences.length, 0)

const SENTENCE = /(?:[^.!?。！？]|[.!?]+(?=[^\s.!?"'”’»）)]))*(?:[.!?]+["'”’»）)]*\s*|[。！？]+[」』”]*\s*|$)/gu
const WORD = /\s*[\p{L}\p{M}\p{N}]+(?:[.,:'’][\p{L}\p{M}\p{N}]+)*|\s*[^\s\p{L}\p{M}\p{N}]|\s+/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]*\n*/gu)]
    .filter(([paragraph]) => paragraph !== "")
    .map((match) =>
      [...match[0].matchAll(SENTENCE)]
        .filter(([sentence]) => sentence !== "")
        .map((sentence) => ({ words: wordsOf(sentence[0], match.index + sentence.index) })),
    )
}

function wordsOf(sentence: string, start: number): Bit[] {
  return [...sentence.matchAll(WORD)].flatMap((match) => {
    const signs = UNSPACED.test(match[0]) ? [...match[0]] : [match[0]]
    let at = match.index
    return signs.map((sign) => {
      const from = at
      at += sign.length
      return bit(sign, start < 0 ? -1 : start + from)
    })
  })
}

/** Text that stood at an offset of the old text, or, at -1, nowhere. */
function bit(text: string, origin: number): Bit {
  return { text, origins: Array.from({ length: text.length }, (_, at) => (origin < 0 ? -1 : origin + at)) }
}

const isWord = ({ text }: Bit) => /[\p{L}\p{N}]/u.test(text)
const spaceOf = (text: string) => /^\s*/u.exec(text)?.[0] ?? ""

/** Takes words out, puts some in, and replaces some by others, each with its share. */
function changeWords({ paragraphs, vocabulary, random }: Editing, share: number): void {
  for (const sentence of paragraphs.flat()) {
    sentence.words = sentence.words.flatMap((word) => {
      if (!isWord(word) || random() >= share) return [word]
      const space = spaceOf(word.text)
      const space0 = { text: space, origins: word.origins.slice(0, space.length) }
      const kind = random()
      if (kind < 0.3) return [space0]
      if (kind < 0.6) return [word, bit(` ${pick(vocabulary, random)}`, -1)]
      return [space0, bit(other(word.text.trim(), vocabulary, random), -1)]
    })
  }
}

/** Another number for a number, sometimes another ending of the same word, else another word. */
function other(word: string, vocabulary: readonly string[], random: Chance): string {
  if (/\p{N}/u.test(word)) return String(1 + below(999, random))
  if (word.length > 5 && random() < 0.2) return `${word.slice(0, -2)}${word.endsWith("ed") ? "s" : "ed"}`
  return pick(vocabulary, random)
}

/** A paragraph that has sentences, and the place of one of them. */
function anySentence({ paragraphs, random }: Editing): [Paragraph, number] | null {
  const filled = paragraphs.filter((sentences) => sentences.length > 0)
  if (filled.length === 0) return null
  const paragraph = pick(filled, random)
  return [paragraph, below(paragraph.length, random)]
}

function deleteSentence(editing: Editing): void {
  const found = count(editing) > 3 ? anySentence(editing) : null
  if (!found) return
  const [paragraph, at] = found
  const [gone] = paragraph.splice(at, 1)
  // The line break belongs to the paragraph and stays.
  const tail = gone && /\n+$/u.exec(glued(gone.words).text)?.[0]
  if (tail) paragraph.push({ words: [bit(tail, -1)] })
}

/** Puts in a sentence of another article, a copy of one of this, or one that differs from it in names and numbers. */
function addSentence(editing: Editing): void {
  const { foreign, random } = editing
  const found = anySentence(editing)
  if (!found) return
  const [paragraph, at] = found
  const model = anySentence(editing)
  const copied = model ? glued(model[0][model[1]]?.words ?? []).text.trim() : ""
  const kind = random()
  const text = kind < 0.85 || copied === "" ? pick(foreign, random) : kind < 0.87 ? copied : lookAlike(copied, random)
  paragraph.splice(at, 0, { words: wordsOf(`${text} `, -1) })
}

const NAMES = ["Marlow", "Ines Carrow", "Tessin", "Okafor", "Lund", "Brightwater", "Halden", "Vasquez"]

export function lookAlike(sentence: string, random: Chance): string {
  const named = sentence.replace(/(?<=\p{L}\s)\p{Lu}\p{Ll}+/gu, () => pick(NAMES, random))
  const counted = named.replace(/\p{N}+/gu, () => String(1 + below(999, random)))
  return counted === sentence ? sentence.replace(/\p{L}{4,}/u, pick(NAMES, random)) : counted
}

function moveSentence(editing: Editing): void {
  const from = anySentence(editing)
  if (!from) return
  const [sentence] = from[0].splice(from[1], 1)
  const to = anySentence(editing)
  if (!sentence) return
  if (to) to[0].splice(to[1], 0, sentence)
  else from[0].push(sentence)
}

function moveParagraphs({ paragraphs, random }: Editing): void {
  if (paragraphs.length < 2) return
  const block = paragraphs.splice(below(paragraphs.length, random), 1 + below(3, random))
  paragraphs.splice(below(paragraphs.length + 1, random), 0, ...block)
}

function joinParagraphs({ paragraphs, random }: Editing, share: number): void {
  for (const words of paragraphs.flatMap((sentences) => sentences.at(-1)?.words ?? [])) {
    if (words.text.includes("\n") && random() < share) {
      const text = words.text.replace(/\n+/u, " ")
      Object.assign(words, { text, origins: words.origins.slice(0, text.length) })
    }
  }
}

function glued(bits: Bit[]): Bit {
  return { text: bits.map(({ text }) => text).join(""), origins: bits.flatMap(({ origins }) => origins) }
}

const TYPED: Record<string, readonly string[]> = {
  "“": ['"', "„", "”"],
  "”": ['"', "“"],
  '"': ["“", "”"],
  "’": ["'"],
  "'": ["’"],
  "—": ["-", "–", "--"],
  "–": ["-", "—"],
  "-": ["\u2011", "‐"],
  "…": ["..."],
  " ": ["\u00a0", "\n", "  "],
}

/** The same words as another program would write them: each kind of sign has its chance to be typed otherwise here. */
function retyped(bits: Bit[], random: Chance): Bit {
  const chances = Object.fromEntries(Object.keys(TYPED).map((sign) => [sign, random() < 0.6 ? random() : 0]))
  chances[" "] = random() < 0.6 ? random() * 0.15 : 0
  const { text, origins } = glued(bits)
  let typed = ""
  const from: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ""
    const share = chances[sign] ?? 0
    const now = random() < share ? pick(TYPED[sign] ?? [sign], random) : sign
    typed += now
    for (let n = 0; n < now.length; n += 1) from.push(n === 0 ? (origins[at] ?? -1) : -1)
  }
  return { text: typed, origins: from }
}
