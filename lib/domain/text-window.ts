/** As much of a text as one screen draws: a window on its parts, and the grid that rows of a table make. Pure. */
import type { EvidenceText, TextPart } from "./file"
import type { ShownPart, TextWindow } from "./viewing"

/** So many characters of a text are on one screen. */
export const SHOWN = 40_000

/** And so many cells, the empty ones too: one far to the right makes its sheet as wide for every row. */
export const MOST_CELLS = 20_000

/** A longer part is cut. What is no longer than this has no more than `MOST_CELLS` cells. */
const LONGEST = MOST_CELLS - 1

/** Farther from a place than this nothing is in its window, or in those before and after it. */
const REACH = SHOWN * 3

/** The window around a place: with some of what comes before it. */
export function windowAround(text: EvidenceText, at: number): TextWindow {
  const pieces = piecesNear(text, at)
  const here = Math.max(
    0,
    pieces.findLastIndex(({ start }) => start <= at),
  )
  const first = pieces[here]
  return windowOn(text, pieces, first ? lastThatFits(pieces, here, -1, SHOWN / 4 + first.end - first.start) : 0)
}

/** The window that begins at a place, as `before`, `after` and the sheets name them. */
export function windowFrom(text: EvidenceText, from: number): TextWindow {
  const pieces = piecesNear(text, from)
  const first = pieces.findIndex(({ start, end }) => start >= from || end > from)
  return windowOn(text, pieces, first < 0 ? Math.max(0, pieces.length - 1) : first)
}

function windowOn({ text, parts }: EvidenceText, pieces: readonly Piece[], first: number): TextWindow {
  const behind = pieces.length > 0 ? lastThatFits(pieces, first, 1, SHOWN) + 1 : 0
  const before = first > 0 ? lastThatFits(pieces, first - 1, -1, SHOWN) : null
  return {
    parts: shownOf(text, pieces.slice(first, behind)),
    before: before === null ? null : (pieces[before]?.start ?? 0),
    after: pieces[behind]?.start ?? null,
    sheets: sheetsIn(parts),
  }
}

/** A part, or one stretch of a long one. */
interface Piece {
  part: TextPart
  start: number
  end: number
  /** Of a row: the column that it begins in, and how many it holds words of. */
  column: number
  cells: number
}

function piecesNear({ text, parts }: EvidenceText, at: number): Piece[] {
  return parts.flatMap((part, index) => {
    const end = parts[index + 1]?.start ?? text.length
    return end >= at - REACH && part.start <= at + REACH ? piecesOf(text, part, end) : []
  })
}

/** Cut from its own beginning, so that all windows agree where. */
function piecesOf(text: string, part: TextPart, end: number): Piece[] {
  const pieces: Piece[] = []
  let [start, column] = [part.start, 0]
  do {
    const to = end - start > LONGEST ? cutBefore(text, start + LONGEST) : end
    const tabs = part.kind === "row" ? tabsIn(text, start, to) : 0
    pieces.push({ part, start, end: to, column, cells: tabs + 1 })
    ;[start, column] = [to, column + tabs]
  } while (start < end)
  return pieces
}

/** A space this near to a cut is what it is made at. */
const NEAR = 200

function cutBefore(text: string, most: number): number {
  const space = /\s\S*$/u.exec(text.slice(most - NEAR, most))
  if (space) return most - NEAR + space.index + 1
  return /[\uDC00-\uDFFF]/.test(text.charAt(most)) ? most - 1 : most
}

function tabsIn(text: string, start: number, end: number): number {
  let tabs = 0
  for (let at = text.indexOf("\t", start); at >= 0 && at < end; at = text.indexOf("\t", at + 1)) tabs += 1
  return tabs
}

/** What pieces take on a screen. */
interface Room {
  characters: number
  rows: number
  left: number
  right: number
}

const roomOf = ({ start, end, column, cells }: Piece): Room => {
  return { characters: end - start, rows: 1, left: column, right: column + cells }
}

const cellsOf = ({ rows, left, right }: Room) => rows * (right - left)

/** From one piece on, forwards or backwards, the last one that still fits on the screen with it. */
function lastThatFits(pieces: readonly Piece[], from: number, step: 1 | -1, characters: number): number {
  let last = from
  let room = pieces[from] && roomOf(pieces[from])
  while (room) {
    const next = pieces[last + step]
    if (!next) return last
    const more = roomOf(next)
    room = {
      characters: room.characters + more.characters,
      rows: room.rows + (next.part === pieces[last]?.part ? 0 : 1),
      left: Math.min(room.left, more.left),
      right: Math.max(room.right, more.right),
    }
    if (room.characters > characters || cellsOf(room) > MOST_CELLS) return last
    last += step
  }
  return last
}

/** Their words, the pieces of one part in one. */
function shownOf(text: string, pieces: readonly Piece[]): ShownPart[] {
  const firsts = pieces.filter(({ part }, index) => pieces[index - 1]?.part !== part)
  return firsts.map(({ part, start, column }, index) => {
    const end = firsts[index + 1]?.start ?? pieces.at(-1)?.end
    return { ...part, start, column, words: text.slice(start, end).replace(/\n$/u, "") }
  })
}

/** More sheets than these are not chosen from tabs. */
const MOST_SHEETS = 200

function sheetsIn(parts: readonly TextPart[]): TextWindow["sheets"] {
  const sheets: TextWindow["sheets"] = []
  for (const part of parts) {
    if (part.kind !== "row" || part.sheet === "" || part.sheet === sheets.at(-1)?.name) continue
    if (sheets.length < MOST_SHEETS) sheets.push({ name: part.sheet, from: part.start })
  }
  return sheets
}

export interface GridRow {
  row: number
  /** The code unit of the text that it begins at. */
  start: number
  cells: GridCell[]
}

export interface GridCell {
  column: number
  start: number
  words: string
}

/** Rows as a grid: each with its own cells alone, which lie within `left` and `right`, the latter excluded. */
export function gridOf(rows: readonly (ShownPart & { kind: "row" })[]): {
  left: number
  right: number
  rows: GridRow[]
} {
  const grid = rows.map(({ row, start, column, words }) => ({ row, start, cells: cellsIn({ start, column, words }) }))
  const columns = { left: Infinity, right: 0 }
  for (const { cells } of grid) {
    columns.left = Math.min(columns.left, cells[0]?.column ?? 0)
    columns.right = Math.max(columns.right, (cells.at(-1)?.column ?? 0) + 1)
  }
  return { ...(grid.length > 0 ? columns : { left: 0, right: 1 }), rows: grid }
}

function cellsIn({ start, column, words }: { start: number; column: number; words: string }): GridCell[] {
  let at = start
  return words.split("\t").map((cell, index) => {
    const begins = at
    at += cell.length + 1
    return { column: column + index, start: begins, words: cell }
  })
}
