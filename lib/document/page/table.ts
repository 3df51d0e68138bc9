/** From HTML's tables, with cells over several columns or rows, to rows of cells of one line each. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5"
import type { DocumentNode } from "../../domain/article"
import { tooDeep } from "../read-bounds"
import type { Alignment } from "../schema"
import { inlineOf, type Reading } from "./inline"
import { all, attribute, isBlock, isElement } from "./tree"

/** What a table may unfold to; the longest in newspapers, results of an election by district, has some thousands. */
const MOST_CELLS = 50_000

/** Further than this no cell reaches. */
const MOST_SPAN = 100

/** What a table of words does not hold, but one that only sets things side by side. */
const LAYOUT = "table ul ol h1 h2 h3 h4 h5 h6 blockquote pre figure hr".split(" ")

/** The table, or null for one that only arranges the page: its content is to be read as if it were not there. */
export function tableOf(table: Tree.Element, reading: Reading): DocumentNode[] | null {
  const rows = rowsIn(table)
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const isLayout = attribute(table, "role") === "presentation" || LAYOUT.some((name) => all(table, name).length > 0)
  if (columns < 2 || isLayout) return null
  const content = rows.map((row): DocumentNode => {
    const cells = Array.from({ length: columns }, (_, column): DocumentNode => {
      const cell = row[column]
      const isHeader = cell
        ? cell.tagName === "th"
        : row.some((one) => one?.tagName === "th") && row.every((one) => one?.tagName !== "td")
      return { type: isHeader ? "tableHeader" : "tableCell", content: cell ? linesOf(cell, reading) : [] }
    })
    return { type: "tableRow", content: cells }
  })
  const captions = inlineOf(all(table, "caption"), [], reading)
  const caption = captions.length > 0 ? [{ type: "paragraph", content: captions }] : []
  return [...caption, { type: "table", attrs: { align: alignments(rows, columns) }, content }]
}

type Grid = (Tree.Element | null)[][]

/** Each cell in the column where it begins; null where one reaches to from the left or from above. */
function rowsIn(table: Tree.Element): Grid {
  const rows = all(table, "tr")
  const grid: Grid = rows.map(() => [])
  let taken = 0
  rows.forEach((row, index) => {
    const line = grid[index] ?? []
    let column = 0
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== "td" && cell.tagName !== "th")) continue
      while (line[column] !== undefined) column += 1
      const width = spanOf(cell, "colspan")
      const reached = grid.slice(index, index + spanOf(cell, "rowspan"))
      taken += width * reached.length
      if (taken > MOST_CELLS) throw tooDeep()
      for (const each of reached) for (let at = 0; at < width; at += 1) each[column + at] = null
      line[column] = cell
      column += width
    }
  })
  const filled = grid.map((line) => Array.from(line, (cell) => cell ?? null))
  return filled.filter((line) => line.length > 0)
}

function spanOf(cell: Tree.Element, name: "colspan" | "rowspan"): number {
  const span = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MOST_SPAN) : 1
}

/** Paragraphs in a cell are lines. */
function linesOf(cell: Tree.Element, reading: Reading): DocumentNode[] {
  const lines: Tree.ChildNode[][] = [[]]
  const spread = (nodes: Tree.ChildNode[]) => {
    for (const node of nodes) {
      if (!isBlock(node)) {
        lines.at(-1)?.push(node)
        continue
      }
      lines.push([])
      spread(node.childNodes)
      lines.push([])
    }
  }
  spread(cell.childNodes)
  const written = lines.map((line) => inlineOf(line, [], reading)).filter(({ length }) => length > 0)
  return written.flatMap((line, at) => (at === 0 ? line : [{ type: "hardBreak" }, ...line]))
}

const SIDES: Record<string, Alignment> = { left: "left", center: "center", right: "right" }

/** A column is aligned as the cells that say so agree. */
function alignments(rows: Grid, columns: number): Alignment[] {
  return Array.from({ length: columns }, (_, column) => {
    const sides = new Set(
      rows.flatMap((row) => (row[column] ? [sideOf(row[column])] : [])).filter((side) => side !== null),
    )
    const [side = null] = sides
    return sides.size === 1 ? side : null
  })
}

/** As the cell says, or the paragraph in it. */
function sideOf(cell: Tree.Element): Alignment {
  const within = cell.childNodes.filter(isElement).find(({ tagName }) => tagName === "p")
  const said = [cell, ...(within ? [within] : [])].flatMap((one) => [
    /text-align:\s*(left|center|right)/u.exec(attribute(one, "style") ?? "")?.[1],
    attribute(one, "data-align"),
    attribute(one, "align"),
  ])
  return SIDES[said.find((side) => side)?.toLowerCase() ?? ""] ?? null
}
