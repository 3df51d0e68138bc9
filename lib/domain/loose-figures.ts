/** Whether two wordings of one passage give other figures: what no reader of a difference may read past. Pure. */
import { tokensOf } from "./loose-tokens"
import { looseWords } from "./loose-words"

/** Excerpts are in any language, and are not long. */
const LANGUAGES = ["en", "de", "fr", "es"].map(looseWords)

/** A word that turns what is said into its contrary. */
const NEGATIONS =
  /(?<![\p{L}\p{N}])(?:not|no|never|none|without|nicht|kein\p{L}*|nie|niemals|ohne|pas|jamais|sans|nunca|sin)(?![\p{L}\p{N}])|n[’']t(?!\p{L})/giu

/** Numbers, dates or negations differ, in digits or words, whatever else does. */
export function figuresDiffer(one: string, other: string): boolean {
  return (
    LANGUAGES.some((words) => figuresOf(one, words) !== figuresOf(other, words)) ||
    negationsIn(one) !== negationsIn(other)
  )
}

function figuresOf(text: string, words: (typeof LANGUAGES)[number]): string {
  const figures = tokensOf(text, words).filter(({ look }) => look === "number" || look === "date")
  return figures
    .map(({ word }) => word.toLowerCase())
    .sort()
    .join(" ")
}

const negationsIn = (text: string) => text.match(NEGATIONS)?.length ?? 0
