/**
 * Tidying: a typo in public words of a verdict that stands is mended without a new round, if nothing that they say can
 * have changed and a second person confirms that. This decides what may be proposed at all, for English and German: it
 * would rather send a verdict to a new round than let a figure, a name or a "not" through. Pure.
 */
import { z } from "zod"
import type { ClaimState } from "./claim"
import { Id } from "./id"
import { quotationsIn } from "./loose-quotations"
import { refuse } from "./refusal"
import { isStanding } from "./standing"
import { BEFORE_NOUNS, NEGATIONS, NUMBER_IN_ONE, NUMBER_WORDS, SMALL, UNITS, WEIGHTS } from "./tidy-words"
import { changesOf, isTypo, wordsOf, type Word, type WordsChange } from "./tidy-typo"
import type { Person } from "./workspace"

export const TidyField = z.enum(["statement", "conclusion", "explanation"])
export type TidyField = z.infer<typeof TidyField>

const words = z.string().trim().min(1).max(20_000)

export const ProposeTidy = z.object({
  claimId: Id,
  version: z.number().int().positive().optional(),
  /** The words as they shall be; what is left out stays. */
  words: z.object({ statement: words, conclusion: words, explanation: words }).partial(),
})
export type ProposeTidy = z.infer<typeof ProposeTidy>

export const DecideTidy = z.object({ tidyId: Id, decision: z.enum(["confirm", "refuse"]) })
export type DecideTidy = z.infer<typeof DecideTidy>

/** One field's words before and after. */
export const TidyChange = z.object({ field: TidyField, from: z.string(), to: z.string() })
export type TidyChange = z.infer<typeof TidyChange>

/** A tidying that waits for a second person. Times are ISO 8601 in UTC. */
export interface TidyView {
  id: string
  changes: TidyChange[]
  by: Person
  at: string
}

/** Why words are no tidying of others. */
export type TidyHindrance = "language" | "figures" | "units" | "negation" | "quotation" | "names" | "wording"

/** What a proposal changes. @throws conflict when the claim does not stand, invalid when more than a typo would change */
export function tidied(
  claim: { state: ClaimState } & Record<TidyField, string | null>,
  asked: ProposeTidy["words"],
  language: string,
): TidyChange[] {
  if (!isStanding(claim)) throw refuse("conflict", "tidy.notStanding")
  const changes = TidyField.options.flatMap((field): TidyChange[] => {
    const [from, to] = [claim[field], asked[field]]
    return from === null || to === undefined || from === to ? [] : [{ field, from, to }]
  })
  if (changes.length === 0) throw refuse("invalid", "tidy.nothing")
  const fields = changes.flatMap(({ field, from, to }) => {
    const hindrance = hindranceOf(from, to, language)
    return hindrance ? [{ path: field, key: `tidy.${hindrance}` }] : []
  })
  if (fields.length > 0) throw refuse("invalid", "tidy.newRound", { fields })
  return changes
}

/** Why one text is no tidying of another in a language (BCP 47); null where it is. */
export function hindranceOf(from: string, to: string, language: string): TidyHindrance | null {
  if (!/^(?:en|de)\b/i.test(language)) return "language"
  const [before, after] = [from.normalize("NFC"), to.normalize("NFC")]
  const differs = (told: (text: string) => string[]) => told(before).join("\n") !== told(after).join("\n")
  if (differs(figuresIn)) return "figures"
  if (differs(unitsIn)) return "units"
  if (differs(wordsAmong((word) => NEGATIONS.has(word) || /n['’]t$/.test(word)))) return "negation"
  if (differs(quotedIn)) return "quotation"
  if (differs(wordsAmong((word) => WEIGHTS.has(word))) || differs(asksIn)) return "wording"
  const changes = changesOf(before, after)
  if (changes.some((change) => touchesName(change, /^de/i.test(language)))) return "names"
  return isSmall(changes, wordsOf(before).length) ? null : "wording"
}

/** Digits as they are written, with their signs, and numbers, days and months in words. */
function figuresIn(text: string): string[] {
  const digits = text.match(/(?:[-−+]\s?)?\p{N}+(?:[.,:/'’ \u00a0\u202f–-]?\p{N}+)*/gu) ?? []
  return [...digits, ...wordsAmong((word) => NUMBER_WORDS.has(word) || NUMBER_IN_ONE.test(word))(text)]
}

const unitsIn = (text: string) => [
  ...(text.match(/[%‰°\p{Sc}§²³]/gu) ?? []),
  ...wordsAmong((word) => UNITS.has(word))(text),
]

/** What stands in quotation marks, letter for letter, and every mark. */
const quotedIn = (text: string) => [
  ...quotationsIn(text).map(({ start, end }) => text.slice(start, end)),
  ...(text.match(/["“”„«»‹›‚‘]|(?<!\p{L})['’]|['’](?!\p{L})/gu) ?? []),
]

const asksIn = (text: string) => text.match(/[?!()[\]]/g) ?? []

const wordsAmong = (kept: (word: string) => boolean) => (text: string) =>
  wordsOf(text).flatMap(({ lower }) => (kept(lower) ? lower : []))

/** Whether a change may concern a name: capitals inside a sentence, but for German nouns that something stands before. */
function touchesName({ removed, added }: WordsChange, isGerman: boolean): boolean {
  if (removed.length === added.length && removed.every((word, at) => isSameButFirst(word, added[at]))) return false
  const joined = (all: Word[]) => all.map(({ text }) => text).join("")
  if (joined(removed) === joined(added)) return false
  const mayBeName = (word: Word) => {
    if (!/^\p{Lu}/u.test(word.text)) return false
    if (/^\p{Lu}{2,}$/u.test(word.text)) return true
    if (word.opens) return !SMALL.has(word.lower)
    return !isGerman || !BEFORE_NOUNS.has(word.previous)
  }
  // At the beginning of a sentence the mended word tells: "Teh" is no name once it is "The".
  const isMended = added.every((word) => !mayBeName(word)) && removed.every(({ opens }) => opens)
  return !isMended && [...removed, ...added].some(mayBeName)
}

/** The same word with another first letter's case: "german", "German". All capitals are another word. */
function isSameButFirst(one: Word, other: Word | undefined): boolean {
  return one.lower === other?.lower && one.text.slice(1) === other.text.slice(1) && one.text.length > 2
}

/** A typo here and there, not another sentence. */
function isSmall(changes: WordsChange[], count: number): boolean {
  const changed = changes.reduce((sum, { removed, added }) => sum + Math.max(removed.length, added.length), 0)
  return changed <= Math.max(3, count / 10) && changes.every(isTypoChange)
}

function isTypoChange({ removed, added, neighbours }: WordsChange): boolean {
  const joined = (all: Word[]) => all.map(({ lower }) => lower).join("")
  if (joined(removed) === joined(added)) return true
  if (removed.length === added.length) return removed.every((word, at) => isTypo(word.lower, added[at]?.lower ?? ""))
  const [more, fewer] = removed.length > added.length ? [removed, added] : [added, removed]
  return fewer.length === 0 && more.every(({ lower }) => SMALL.has(lower) || neighbours.includes(lower))
}
