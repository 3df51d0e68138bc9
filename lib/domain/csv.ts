/**
 * Tables as comma-separated values (RFC 4180). Pure. A spreadsheet would run a text that begins like a formula: such a
 * text gets an apostrophe in front, which spreadsheets take as "this is text".
 */

/** A text, a number as it is, or nothing. */
export type Cell = string | number | null

export interface Table {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** Spreadsheets take a file for UTF-8 if it begins so. */
const BYTE_ORDER_MARK = "\uFEFF"

/** The table as the text of a file: a line of columns, then its rows. */
export function csvOf({ columns, rows }: Table): string {
  return BYTE_ORDER_MARK + csvLines([columns, ...rows])
}

/** More rows of a table that has begun. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(",")}\r\n`).join("")
}

function written(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What spreadsheets begin a formula with, also in its wide form, and what some of them skip before it. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/
