/** Finds the words of a sample claim in the text that was imported. Words that are not there exactly once are a mistake in the samples. */
import { find, type Span } from "../lib/anchor"

/** The one place of a quote. Offsets are UTF-16 code units of `text`. Throws when it is missing or not unique. */
export function placeOf(text: string, quote: string): Span {
  const found = find(text, { exact: quote })
  if (found.kind !== "found") throw new Error(`a sample claim’s words are ${found.kind}: “${quote}”`)
  return found.span
}
