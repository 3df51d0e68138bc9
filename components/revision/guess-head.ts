/** Whether a pasted text begins with its headline: a first guess that the person can change. */

/** How far to look for a first line: a guess is made at every keystroke. */
const ENOUGH = 2_000

/** `read` where its first line says what the article's title says, whatever its markup, case and typography. */
export function guessHead(text: string, title: string): "keep" | "read" {
  const first = text.slice(0, ENOUGH).trimStart().split("\n", 1)[0] ?? ""
  return words(first) === words(title) ? "read" : "keep"
}

const words = (line: string) =>
  line
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(" ") ?? ""
