/** Undoes hard wrapping: lines that a mail program or an editor broke at a fixed width become paragraphs again. */

/** A paragraph of plain text. */
export interface Paragraph {
  text: string
  /** Whether an empty line stood before it. */
  apart: boolean
}

/** Widths at which text is wrapped by machines, in characters. Shorter lines are verse or lists, longer ones paragraphs. */
const NARROWEST = 40
const WIDEST = 100

/** Some programs balance their lines and stop this much early. */
const SLACK = 8

/**
 * The paragraphs of plain text: one per line, or, where the text is clearly hard wrapped, its lines joined again.
 * `opens` says which lines always begin a paragraph, such as list items. No word is added, changed or lost.
 */
export function paragraphsOf(text: string, opens: (line: string) => boolean): Paragraph[] {
  const lines = text.split("\n").map(trimmed)
  const width = wrapWidth(lines, opens)
  const paragraphs: Paragraph[] = []
  let previous: string | null = null
  let apart = false
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (line === "") {
      apart = true
    } else if (last && previous && !apart && width !== null && !opens(line) && continues(previous, line, width)) {
      last.text = joined(last.text, line)
    } else {
      paragraphs.push({ text: line, apart: apart && last !== undefined })
      apart = false
    }
    previous = line
  }
  return paragraphs
}

function trimmed(line: string): string {
  return line.replace(/[ \t]+/gu, " ").trim()
}

/** The width that the text was wrapped at, or null if it was not, or not clearly. */
function wrapWidth(lines: string[], opens: (line: string) => boolean): number | null {
  if (lines.some((line) => line.length > WIDEST && line.includes(" "))) return null
  const breaks = lines.flatMap((line, index) => {
    const next = lines[index + 1] ?? ""
    return next !== "" && !opens(next) && line.split(" ").length >= 4 ? [{ line, next }] : []
  })
  const width = Math.max(0, ...breaks.slice(0, 10_000).map(({ line }) => line.length))
  if (breaks.length < 3 || width < NARROWEST) return null
  const share = (holds: (at: { line: string; next: string }) => boolean) => breaks.filter(holds).length / breaks.length
  const isWrapped =
    share(({ line, next }) => isFull(line, next, width)) >= 0.75 &&
    share(({ next }) => /^["'“‘(]?\p{Lu}/u.test(next)) <= 0.6 &&
    share(({ line }) => /[.!?:]["'”’)]?$/u.test(line)) <= 0.5
  return isWrapped ? width : null
}

/** Whether the next line's first word would not have fitted on this one. */
function isFull(line: string, next: string, width: number): boolean {
  const [word = ""] = next.split(" ", 1)
  return line.length + 1 + word.length > width - SLACK
}

function continues(line: string, next: string, width: number): boolean {
  return isFull(line, next, width) || /^\p{Ll}/u.test(next)
}

/** A word broken at its own hyphen is joined there; whether the hyphen was its own nobody can tell, so it stays. */
function joined(before: string, after: string): string {
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`
}
