/**
 * What somebody has written in an article's texts and not saved, as it lies in the browser: steps from a revision, and
 * the words of steps that fit no text any more. None is dropped but by whoever wrote it.
 */
import { draftAt, draftKeys, dropDraft, keepDraft } from "@/components/ui/drafts"

export type StepJson = Record<string, unknown>

/** Whose writing in which article. */
export interface Whose {
  writer: string
  articleId: string
}

/** Steps that were taken from a revision. */
export interface KeptSteps {
  number: number
  steps: StepJson[]
}

/** Writing beside that which is on the screen. */
export type KeptWriting = { key: string; number: number } & (
  | { kind: "steps" }
  /** It fits the text no more: what is left is what was typed. */
  | { kind: "words"; words: string }
)

/** Where what is written from a revision lies. */
export const stepsKey = ({ writer, articleId }: Whose, revisionId: string) =>
  `${writer}:${articleId}:${revisionId}:text`

/** All that is kept of an article but what lies at one key, the same list while nothing comes or goes. */
export function keptBeside(whose: Whose, here: string): KeptWriting[] {
  const beginning = stepsKey(whose, "").replace(/:text$/, "")
  return draftKeys()
    .filter((key) => key.startsWith(beginning) && key !== here)
    .flatMap((key) => keptAt(key) ?? [])
}

function keptAt(key: string): KeptWriting | null {
  if (key.endsWith(":words")) {
    const kept = draftAt<{ number: number; words: string }>(key)?.value
    return kept ? { kind: "words", key, ...kept } : null
  }
  const kept = key.endsWith(":text") ? draftAt<KeptSteps>(key)?.value : null
  return kept ? { kind: "steps", key, number: kept.number } : null
}

/** Keeps the words of steps that don't fit their text. */
export function keepWords(key: string): void {
  const kept = draftAt<KeptSteps>(key)?.value
  if (!kept) return
  const value = { number: kept.number, words: wordsOf(kept.steps).join("\n") }
  // Nobody could do anything with what has no words.
  if (value.words) keepDraft(key.replace(/:text$/, ":words"), { value, base: value })
  dropDraft(key)
}

/** What was typed or pasted in steps, whatever else they hold. */
export function wordsOf(steps: unknown): string[] {
  const words: string[] = []
  const waiting: unknown[] = [steps]
  while (waiting.length > 0) {
    const one = waiting.shift()
    if (Array.isArray(one)) waiting.unshift(...(one as unknown[]))
    else if (typeof one === "object" && one !== null) {
      if ("text" in one && typeof one.text === "string") words.push(one.text)
      else waiting.unshift(...Object.values(one))
    }
  }
  return words
}
