/** The cells of an OpenDocument spreadsheet (.ods), which keeps the words that each of them shows. */
import type { EvidenceText } from "../../domain/file"
import { hear, openArchive } from "./archive"
import { MOST_COLUMNS, writeRow } from "./rows"
import { Writing } from "./writing"

/** The same row a thousand times is a filled sheet; a million times, it is the empty rest of one. */
const MOST_REPEATED = 1_000

/** Refuses `file.unread`: `broken`, `tooLong`, `tooMuch`; and as `unzip` does. */
export function readOpenDocument(bytes: Uint8Array): EvidenceText | null {
  const archive = openArchive(bytes, "content.xml")
  const writing = new Writing()
  let [sheet, row, rowsAlike, cellsAlike] = ["", 1, 1, 1]
  let cells: string[] = []
  let words: string | null = null
  hear(archive.read("content.xml"), {
    open: (name, attributes) => {
      const alike = (attribute: string) => Math.max(1, Number(attributes[attribute]) || 1)
      if (name === "table") [sheet, row] = [attributes.name ?? "", 1]
      if (name === "table-row") [cells, rowsAlike] = [[], alike("number-rows-repeated")]
      if (name === "table-cell" || name === "covered-table-cell") {
        ;[words, cellsAlike] = ["", alike("number-columns-repeated")]
      }
      // White space that would be lost, and a second paragraph of the same cell.
      if (words !== null && (name === "s" || name === "tab" || (name === "p" && words !== ""))) words += " "
    },
    text: (text) => {
      if (words !== null) words += text
    },
    close: (name) => {
      if ((name === "table-cell" || name === "covered-table-cell") && words !== null) {
        const times = Math.min(cellsAlike, MOST_COLUMNS - cells.length)
        for (let at = 0; at < times; at += 1) cells.push(words)
        words = null
      }
      if (name !== "table-row") return
      const times = cells.some((cell) => cell.trim() !== "") ? Math.min(rowsAlike, MOST_REPEATED) : 0
      for (let at = 0; at < times; at += 1) writeRow(writing, sheet, row + at, cells)
      row += rowsAlike
    },
  })
  return writing.done()
}
