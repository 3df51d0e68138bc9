/**
 * The words that are selected in a text on screen, as the text has them and not as they are laid out, with the place that
 * they stand at. What holds words says so by `data-words`; pdf.js puts its own pieces over a page. Only in a browser.
 */
import { through, type Locator } from "@/lib/domain/locator"
import type { Passage } from "@/lib/domain/viewing"

const PIECES = "[data-words], .pdf-text span:not(.markedContent)"

interface Piece {
  box: HTMLElement
  words: string
}

/** The passage that is selected within `text`; null where no words of it are. */
export function chosenIn(text: HTMLElement, selection: Selection | null): Passage | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(text)) return null
  const pieces = [...text.querySelectorAll<HTMLElement>(PIECES)]
    .filter((box) => range.intersectsNode(box))
    .map((box) => ({ box, words: wordsWithin(box, range) }))
    .filter(({ words }) => words.trim() !== "")
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return null
  const [from, to] = [placeOf(first.box), placeOf(last.box)]
  return { words: joined(pieces), place: from && to ? through(from, to) : from }
}

/** Of a piece, what lies within the range: the whole of it or a part. */
function wordsWithin(box: HTMLElement, range: Range): string {
  const within = document.createRange()
  within.selectNodeContents(box)
  if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0) {
    within.setStart(range.startContainer, range.startOffset)
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) within.setEnd(range.endContainer, range.endOffset)
  return within.toString()
}

function placeOf({ dataset, parentElement: row }: HTMLElement): Locator | null {
  const { column, paragraph } = dataset
  if (column !== undefined) {
    const sheet = row?.closest<HTMLElement>("[data-sheet]")?.dataset.sheet
    return { kind: "cell", sheet: sheet || null, column: Number(column), row: Number(row?.dataset.row), last: null }
  }
  if (paragraph !== undefined) return paragraph === "0" ? null : { kind: "paragraph", n: Number(paragraph), last: null }
  const page = row?.closest<HTMLElement>("[data-page]")?.dataset.page
  return page === undefined ? null : { kind: "page", page: Number(page), last: null }
}

function joined(pieces: readonly Piece[]): string {
  const text = pieces.map(({ box, words }, at) => words + gap(box, pieces[at + 1]?.box)).join("")
  return (pieces[0]?.box.dataset.words === undefined ? unbroken(text) : text).trim()
}

/** Cells of one row stand side by side; a piece of a page goes on unless its line ends there. */
function gap(box: HTMLElement, next: HTMLElement | undefined): string {
  if (!next) return ""
  if (box.dataset.column !== undefined) return box.parentElement === next.parentElement ? "\t" : "\n"
  if (box.dataset.words !== undefined) return "\n"
  return box.nextElementSibling instanceof HTMLBRElement || box.parentElement !== next.parentElement ? "\n" : ""
}

/** The lines of a page are its typesetter's, and so are the hyphens at their ends. */
function unbroken(text: string): string {
  return text.replace(/(\p{Ll})[-\u00ad\u2010]\n\s*(?=\p{Ll})/gu, "$1").replace(/\s+/gu, " ")
}
