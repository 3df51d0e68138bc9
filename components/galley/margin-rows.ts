/**
 * Where the marks beside the text stand: level with the first line of their highlight, side by side where several
 * claims begin on one line, pushed down where there is no room, never one on another. Pixels in, pixels out.
 */

export interface MarginItem {
  id: string
  /** Top of the first line of the claim's highlight, from the top of the sheet. */
  top: number
}

export interface MarginRow {
  top: number
  ids: string[]
}

/** Two highlights whose tops differ by less begin on the same line: code and superscripts sit a little off. */
const SAME_LINE = 6

/** Rows of at most `perRow` marks, `height` apart, in the order of the text. */
export function marginRows(items: readonly MarginItem[], perRow: number, height: number): MarginRow[] {
  const rows: MarginRow[] = []
  let free = -Infinity
  for (const line of lines(items)) {
    let top = Math.max(line.top, free)
    for (let at = 0; at < line.ids.length; at += perRow) {
      rows.push({ top, ids: line.ids.slice(at, at + perRow) })
      top += height
    }
    free = top
  }
  return rows
}

function lines(items: readonly MarginItem[]): MarginRow[] {
  const found: MarginRow[] = []
  for (const { id, top } of [...items].sort((one, other) => one.top - other.top)) {
    const last = found.at(-1)
    if (last && top - last.top < SAME_LINE) last.ids.push(id)
    else found.push({ top, ids: [id] })
  }
  return found
}

/** The rows that show between two heights; rows are in order of `top`. */
export function rowsBetween(rows: readonly MarginRow[], from: number, to: number): MarginRow[] {
  return rows.filter((row) => row.top >= from && row.top <= to)
}
