/**
 * The cells of a workbook (.xlsx) as its program shows them, near enough to be searched: what formulas came to, dates as
 * dates, shares in per cent. Read as it streams, without a model of the whole.
 */
import type { EvidenceText } from "../../domain/file"
import { hear, openArchive, type Archive } from "./archive"
import { stylesIn, type Style, shown } from "./excel-styles"
import { columnOf, MOST_COLUMNS, writeRow } from "./rows"
import { Writing } from "./writing"

/** Refuses `file.unread`: `broken`, `tooLong`, `tooMuch`; and as `unzip` does. */
export function readExcel(bytes: Uint8Array): EvidenceText | null {
  const archive = openArchive(bytes, "xl/workbook.xml")
  const { sheets, since1904 } = bookIn(archive)
  const known = { strings: stringsIn(archive), styles: stylesIn(archive), since1904 }
  const writing = new Writing()
  for (const { name, path } of sheets) if (archive.has(path)) writeSheet(writing, name, archive.read(path), known)
  return writing.done()
}

interface Known {
  strings: string[]
  styles: Style[]
  since1904: boolean
}

function bookIn(archive: Archive): { sheets: { name: string; path: string }[]; since1904: boolean } {
  const paths = new Map<string, string>()
  if (archive.has("xl/_rels/workbook.xml.rels")) {
    hear(archive.read("xl/_rels/workbook.xml.rels"), {
      open: (name, { Id = "", Target = "" }) => {
        if (name === "Relationship") paths.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`)
      },
    })
  }
  const sheets: { name: string; path: string }[] = []
  let since1904 = false
  hear(archive.read("xl/workbook.xml"), {
    open: (name, { name: title = "", id = "", date1904 }) => {
      if (name === "sheet") sheets.push({ name: title, path: paths.get(id) ?? "" })
      if (name === "workbookPr") since1904 = date1904 === "1" || date1904 === "true"
    },
  })
  return { sheets, since1904 }
}

/** What several cells say is kept once. How a word is pronounced, which stands beside some, is not said in the cell. */
function stringsIn(archive: Archive): string[] {
  if (!archive.has("xl/sharedStrings.xml")) return []
  const strings: string[] = []
  let words: string | null = null
  let [isText, isSpoken] = [false, false]
  hear(archive.read("xl/sharedStrings.xml"), {
    open: (name) => {
      if (name === "si") words = ""
      if (name === "rPh") isSpoken = true
      isText = name === "t"
    },
    text: (text) => {
      if (isText && !isSpoken && words !== null) words += text
    },
    close: (name) => {
      isText = false
      if (name === "rPh") isSpoken = false
      if (name === "si") strings.push(words ?? "")
    },
  })
  return strings
}

interface Cell {
  column: number
  type: string
  style: number
  value: string
}

function writeSheet(writing: Writing, sheet: string, bytes: Uint8Array, known: Known): void {
  let cells: string[] = []
  let row = 0
  let cell: Cell | null = null
  let isValue = false
  hear(bytes, {
    open: (name, { r = "", t = "n", s = "0" }) => {
      if (name === "row") [row, cells] = [Number(r) || row + 1, []]
      if (name === "c") cell = { column: columnIn(r, cells.length), type: t, style: Number(s), value: "" }
      isValue = name === "v" || name === "t"
    },
    text: (text) => {
      if (isValue && cell) cell.value += text
    },
    close: (name) => {
      isValue = false
      if (name === "c" && cell && cell.value !== "") cells[cell.column] = said(cell, known)
      if (name === "row") writeRow(writing, sheet, row, cells)
    },
  })
}

/** Cells name their place; where one does not, it is the next. */
function columnIn(reference: string, next: number): number {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0]
  return Math.min(letters ? columnOf(letters) : next, MOST_COLUMNS - 1)
}

function said({ type, style, value }: Cell, { strings, styles, since1904 }: Known): string {
  if (type === "s") return strings[Number(value)] ?? ""
  if (type === "b") return value === "1" ? "TRUE" : "FALSE"
  if (type !== "n") return value
  return shown(value, styles[style], since1904)
}
