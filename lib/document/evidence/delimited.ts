/** The cells of a table in plain text (.csv, .tsv), as RFC 4180 quotes them, whichever sign divides them. */
import type { EvidenceText } from "../../domain/file"
import { decodePage } from "../decode-page"
import { writeRow } from "./rows"
import { Writing } from "./writing"

/** Refuses `file.unread.tooLong`. */
export function readDelimited(bytes: Uint8Array): EvidenceText | null {
  const text = decodePage(bytes, null)
  const writing = new Writing()
  let row = 0
  for (const cells of rowsIn(text, dividerOf(text))) writeRow(writing, "", (row += 1), cells)
  return writing.done()
}

/** The sign that the first lines have most of, outside of quotes. */
export function dividerOf(text: string): string {
  const [bare = ""] = [text.slice(0, 20_000).replace(/"[^"]*"/gu, "")]
  const count = (sign: string) => bare.split(sign).length
  return [",", ";", "\t", "|"].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}

/** Rows of cells. A quote that is never closed reaches to the end. */
export function* rowsIn(text: string, divider: string): Generator<string[]> {
  const sign = divider === "|" ? "\\|" : divider
  const cell = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)(?:"|$)[^${sign}\\r\\n]*|([^${sign}\\r\\n]*))(${sign}|\\r\\n?|\\n|$)`,
    "gu",
  )
  let cells: string[] = []
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = "", end = ""] = cell.exec(text) ?? []
    cells.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === divider) continue
    yield cells
    cells = []
  }
  if (cells.length > 0) yield cells
}
