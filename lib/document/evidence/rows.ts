/** Rows of a table as lines: cells from the first column on, with tabs between them, none behind the last word. */
import type { Writing } from "./writing"

/** Columns are counted from zero. Spreadsheets have no more than this. */
export const MOST_COLUMNS = 16_384

/** Writes a row, counted from one, unless nothing stands in it. */
export function writeRow(writing: Writing, sheet: string, row: number, cells: readonly (string | undefined)[]): void {
  const line = Array.from(cells, (cell) => (cell ?? "").replace(/\s+/gu, " ").trim())
    .join("\t")
    .replace(/\t+$/u, "")
  if (line !== "") writing.part({ kind: "row", sheet, row }, line)
}

/** The number of a column by its letters: `A` is 0, `AA` 26. */
export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
