/**
 * The last look before a text goes out: what in it is not as it was checked. Such a text is no revision, and nothing of
 * what is found is kept. Offsets are UTF-16 code units.
 */
import type { Piece, Placed, Span } from "../anchor"
import { isContextChanged, worstOf, type WordsChanged } from "./revision"
import type { Job } from "./scale"

/** What a text that is about to go out makes of a checked fact. `uncut`: it was to be cut, and is in it. */
export type Touch = "changed" | "gone" | "context" | "uncut"

/** A checked fact that is not in a text as it was checked. */
export interface TouchedFact {
  claimId: string
  number: number
  job: Job
  touch: Touch
  /** The words that were checked, and what seems to stand in their place; for a changed context the sentences. */
  before: string
  now: string | null
  /** From the one to the other. */
  pieces: Piece[]
}

/** `changed`: to words that are checked facts; `unchecked`: to others; `missing`: the text has none of its own. */
export type HeadlineCheck = "unchanged" | "changed" | "unchecked" | "missing"

/** A text that is about to go out, compared with the words that were signed off or, before that, with the current ones. */
export interface FinalCheck {
  revision: { number: number; bodyStart: number; signedOff: "yes" | "not yet" }
  /** Where the body of the compared text begins. */
  bodyStart: number
  pieces: Piece[]
  words: WordsChanged
  /** How many checked facts were looked for in it. */
  facts: number
  touched: TouchedFact[]
  headline: HeadlineCheck
}

/** What a text does to a checked fact whose spans it places so; null where it stands in it as it was checked. */
export function touchOf(rating: string | null, placed: readonly Placed[]): Touch | null {
  const worst = worstOf(placed)
  if (rating === "cut") return placed.every(({ kind }) => kind === "lost") ? null : "uncut"
  if (worst === "lost") return "gone"
  if (worst === "stale") return "changed"
  return isContextChanged(placed) ? "context" : null
}

/**
 * What a headline is, null for none. Another one than was checked is checked where all of its words stand in checked
 * facts, whose spans in it are given.
 */
export function headlineCheck(
  now: string | null,
  isSame: (now: string) => boolean,
  checked: readonly Span[],
): HeadlineCheck {
  if (now === null) return "missing"
  if (isSame(now)) return "unchanged"
  const left = checked.reduce((words, { start, end }) => blanked(words, start, end), now)
  return /[\p{L}\p{N}]/u.test(left) ? "unchecked" : "changed"
}

const blanked = (words: string, start: number, end: number) =>
  words.slice(0, start) + " ".repeat(Math.max(0, Math.min(end, words.length) - start)) + words.slice(end)
