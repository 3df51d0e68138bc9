/** From Word's tables, with merged cells and cells of several paragraphs, to rows of cells of one line each. */
import type { DocumentNode } from "../../domain/article"
import type { Alignment } from "../schema"
import { tangled } from "./refusals"
import { inlineOf, type Reading } from "./inline"
import type { WordCell, WordNode, WordRow } from "./mammoth"

/** What a table may unfold to; a page holds some fifty rows of ten cells. */
const MOST_CELLS = 50_000

/**
 * The table; or, for one of a single cell, which is a frame around text, null. Merged cells say their words once, in
 * their first place, and leave the others empty. Paragraphs in a cell, and tables in it, are lines.
 */
export function tableOf(rows: WordRow[], reading: Reading): DocumentNode | null {
  if (rows.length === 1 && rows[0]?.children.length === 1) return null
  const grid = unmerged(rows)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  if (columns === 0) return null
  if (columns * rows.length > MOST_CELLS) throw tangled()
  const hasHeader = rows.some(({ isHeader }) => isHeader)
  const content = grid.map((row, index): DocumentNode => {
    const isHeader = hasHeader ? rows[index]?.isHeader : index === 0
    const type = isHeader ? "tableHeader" : "tableCell"
    const cells = Array.from({ length: columns }, (_, column): DocumentNode => {
      const cell = row[column]
      return { type, content: cell ? linesOf(cell.children, reading) : [] }
    })
    return { type: "tableRow", content: cells }
  })
  return { type: "table", attrs: { align: alignments(grid, columns, reading) }, content }
}

type Grid = (WordCell | null)[][]

/** Each cell in the column where it begins; null where one reaches to from the left or from above. */
function unmerged(rows: WordRow[]): Grid {
  const grid: Grid = rows.map(() => [])
  let taken = 0
  rows.forEach(({ children }, index) => {
    const row = grid[index] ?? []
    let column = 0
    for (const cell of children) {
      while (row[column] !== undefined) column += 1
      const below = grid.slice(index, index + cell.rowSpan)
      taken += below.length * cell.colSpan
      if (taken > MOST_CELLS) throw tangled()
      for (const each of below) for (let at = 0; at < cell.colSpan; at += 1) each[column + at] = null
      row[column] = cell
      column += cell.colSpan
    }
  })
  return grid
}

function linesOf(nodes: WordNode[], reading: Reading): DocumentNode[] {
  const lines = paragraphsIn(nodes)
    .map((paragraph) => inlineOf(paragraph.children, reading))
    .filter((line) => line.length > 0)
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: "hardBreak" }, ...line]))
}

type WordParagraph = Extract<WordNode, { type: "paragraph" }>

function paragraphsIn(nodes: WordNode[]): WordParagraph[] {
  return nodes.flatMap((node) => {
    if (node.type === "paragraph") return [node]
    if (node.type !== "table") return []
    return node.children.flatMap((row) => row.children.flatMap((cell) => paragraphsIn(cell.children)))
  })
}

const SIDES: Record<string, Alignment> = { center: "center", right: "right", end: "right", left: "left", start: "left" }

/** A column is aligned as all its cells with words are, below the first row. */
function alignments(grid: Grid, columns: number, { facts }: Reading): Alignment[] {
  const body = grid.length > 1 ? grid.slice(1) : grid
  return Array.from({ length: columns }, (_, column) => {
    const cells = body.flatMap((row) => row[column] ?? [])
    const sides = new Set(
      cells.flatMap((cell) =>
        paragraphsIn(cell.children).map(({ alignment }) => SIDES[facts.paragraph(alignment).alignment ?? ""] ?? null),
      ),
    )
    const [side = null] = sides
    return sides.size === 1 ? side : null
  })
}
