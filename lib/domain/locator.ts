/**
 * Where in a source a passage stands, as people write it: `p. 3`, `S. 3–4`, `Sheet1!B4`, `12:31`, `¶ 4`. What is not
 * understood stays the free words that it is. Pure.
 */
import type { Span } from "../anchor/graphemes"
import type { PartName, TextPart } from "./file"

/** `last` of a range; null for one place alone. */
export type Locator =
  | { kind: "page"; page: number; last: number | null }
  /** `sheet` is null where none is named; `column` counts from zero, null for a whole row. */
  | { kind: "cell"; sheet: string | null; column: number | null; row: number; last: Cell | null }
  /** In seconds. */
  | { kind: "time"; at: number; last: number | null }
  | { kind: "paragraph"; n: number; last: number | null }

export interface Cell {
  column: number
  row: number
}

/** The place that these words name, or name among others; null for free words. */
export function locatorIn(words: string): Locator | null {
  const text = words.normalize("NFC").replace(/\s+/gu, " ").trim()
  return (
    cellIn(text) ??
    rowIn(text) ??
    timeIn(text) ??
    numbered(text, PAGE, asPage) ??
    numbered(text, PARAGRAPH, asParagraph)
  )
}

/** A place in the words of a language, in the form that `locatorIn` understands. */
export function locatorWords(locator: Locator, language: string): string {
  const words = language.startsWith("de") ? GERMAN : ENGLISH
  if (locator.kind === "page") return numbers(locator.last ? words.pages : words.page, locator.page, locator.last)
  if (locator.kind === "paragraph") return numbers(words.paragraph, locator.n, locator.last)
  if (locator.kind === "time") return [locator.at, ...given(locator.last)].map(timecode).join("–")
  const { sheet, column, row, last } = locator
  if (column === null || readsAsPage(locator)) return `${sheetWords(sheet)}${words.row} ${row}`
  return `${sheetWords(sheet)}${[{ column, row }, ...given(last)].map(cellWords).join(":")}`
}

/** P3 and S3 by themselves are pages to most people. */
function readsAsPage({ sheet, column, last }: Locator & { kind: "cell" }): boolean {
  return sheet === null && last === null && column !== null && /^[PS]$/.test(columnLetters(column))
}

/** One place from the first of two to the last; the first alone where they can't be said as one. */
export function through(first: Locator, last: Locator): Locator {
  if (first.kind === "page" && last.kind === "page") return { ...first, last: beyond(last.page, first.page) }
  if (first.kind === "paragraph" && last.kind === "paragraph") return { ...first, last: beyond(last.n, first.n) }
  if (first.kind !== "cell" || last.kind !== "cell" || first.sheet !== last.sheet || last.column === null) return first
  const { column, row } = last
  return column === first.column && row === first.row ? first : { ...first, last: { column, row } }
}

const beyond = (last: number, first: number) => (last > first ? last : null)

/** What a place of a text is called: its page, its row or its paragraph. Null for a mail's head. */
export function locatorOf(part: PartName): Locator | null {
  if (part.kind === "page") return { kind: "page", page: part.page, last: null }
  if (part.kind === "row") return { kind: "cell", sheet: part.sheet || null, column: null, row: part.row, last: null }
  return part.n === 0 ? null : { kind: "paragraph", n: part.n, last: null }
}

/** The part that a code unit of a text lies in; null before the first one. */
export function partAt(parts: readonly TextPart[], offset: number): TextPart | null {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return parts[low - 1] ?? null
}

/** The stretch of a text that a place names; null where it names none of it. */
export function spanAt(
  { text, parts }: { text: string; parts: readonly TextPart[] },
  locator: Locator | null,
): Span | null {
  if (!locator) return null
  const first = parts.findIndex((part) => isNamed(part, locator))
  if (first < 0) return null
  let behind = first + 1
  while (behind < parts.length && isNamed(parts[behind], locator)) behind += 1
  return { start: parts[first]?.start ?? 0, end: parts[behind]?.start ?? text.length }
}

function isNamed(part: TextPart | undefined, locator: Locator): boolean {
  if (part?.kind === "page") return locator.kind === "page" && isWithin(part.page, locator.page, locator.last)
  if (part?.kind === "row") return locator.kind === "cell" && isRow(part, locator)
  return part?.kind === "paragraph" && locator.kind === "paragraph" && isWithin(part.n, locator.n, locator.last)
}

/** A table by itself has no name to be asked for. */
function isRow({ sheet, row }: { sheet: string; row: number }, wanted: Locator & { kind: "cell" }): boolean {
  const isOfSheet = wanted.sheet === null || sheet === "" || sameName(sheet, wanted.sheet)
  return isOfSheet && isWithin(row, wanted.row, wanted.last?.row ?? null)
}

const isWithin = (at: number, first: number, last: number | null) => at >= first && at <= (last ?? first)
const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

/** A number, and the last one of a range. */
const RANGE = String.raw`(\d{1,6})(?:\s?[-–—]\s?(\d{1,6})(?!\d))?(?!\d)`
/** German pages are an S: a small one is not enough, "s. 4" may be a section. */
const PAGE = new RegExp(
  String.raw`(?:(?<!\p{L})(?:[Pp]{1,2}\.?|[Pp](?:age|ages|g)\.?|S\.?|[Ss]eiten?))\s?${RANGE}`,
  "u",
)
const PARAGRAPH = new RegExp(
  String.raw`(?:¶{1,2}|(?<!\p{L})(?:[Pp]ara(?:graph)?s?|[Pp]ar|[Aa]bs|[Aa]bs[äa]tze?)\.?)\s?${RANGE}`,
  "u",
)

type Numbered = (first: number, last: number | null) => Locator
const asPage: Numbered = (page, last) => ({ kind: "page", page, last })
const asParagraph: Numbered = (n, last) => ({ kind: "paragraph", n, last })

function numbered(text: string, pattern: RegExp, as: Numbered): Locator | null {
  const [, first = "0", last] = pattern.exec(text) ?? []
  const [from, to] = [Number(first), Number(last ?? 0)]
  // Pages 103-7 are 103 to 107.
  const whole = to < from && last ? Number(first.slice(0, first.length - last.length) + last) : to
  return from > 0 ? as(from, whole > from ? whole : null) : null
}

const TIME = String.raw`(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d+)?`
const TIMES = new RegExp(String.raw`(?<![\d:])${TIME}(?:\s?[-–—]\s?${TIME})?(?![\d:])`, "u")

function timeIn(text: string): Locator | null {
  const found = TIMES.exec(text)
  if (!found) return null
  const [, h, m, s, lastH, lastM, lastS] = found
  const at = seconds(h, m, s)
  const last = lastS === undefined ? null : seconds(lastH, lastM, lastS)
  return { kind: "time", at, last: last !== null && last > at ? last : null }
}

function seconds(hours = "0", minutes = "0", rest = "0"): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}

/** A sheet's name, bare or in quotes that are doubled within; a cell by itself only where nothing else is said. */
const CELLS =
  /^(?:'((?:[^']|'')+)'!|([^!]+)!)?\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/u

function cellIn(text: string): Locator | null {
  const [, quoted, bare, letters, row, lastLetters, lastRow] = CELLS.exec(text) ?? []
  const first = cell(letters, row)
  const sheet = quoted?.replaceAll("''", "'") ?? bare?.trim() ?? null
  // P3 and S3 are pages to most people, and a cell only to who names its sheet.
  if (!first || (sheet === null && lastRow === undefined && /^[PpS]$/u.test(letters ?? ""))) return null
  return { kind: "cell", sheet, ...first, last: cell(lastLetters, lastRow) }
}

/** Beyond the last column of any program it is a word with a number. */
const MOST_COLUMNS = 16_384

function cell(letters: string | undefined, row: string | undefined): Cell | null {
  if (!letters || !row) return null
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < MOST_COLUMNS ? { column, row: Number(row) } : null
}

const ROW = /^(?:'((?:[^']|'')+)'!|([^!]+)!)?\s?(?:[Rr]ow|[Zz]eile|Z\.)\s?([1-9]\d{0,6})$/u

function rowIn(text: string): Locator | null {
  const [, quoted, bare, row] = ROW.exec(text) ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? bare?.trim() ?? null
  return row ? { kind: "cell", sheet, column: null, row: Number(row), last: null } : null
}

const ENGLISH = { page: "p.", pages: "pp.", paragraph: "¶", row: "row" }
const GERMAN = { page: "S.", pages: "S.", paragraph: "Abs.", row: "Zeile" }

const given = <Value>(value: Value | null): Value[] => (value === null ? [] : [value])
const numbers = (word: string, first: number, last: number | null) => `${word} ${[first, ...given(last)].join("–")}`

/** Seconds as a player shows them: `12:31`, `1:02:03`. */
export function timecode(total: number): string {
  const two = (number: number) => String(number).padStart(2, "0")
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, Math.floor(total) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

function sheetWords(sheet: string | null): string {
  if (sheet === null) return ""
  return /^[\p{L}\p{N}_.]+$/u.test(sheet) ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`
}

/** The letters of a column and the number of a row. */
export function cellWords({ column, row }: Cell): string {
  return `${columnLetters(column)}${row}`
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest > 0 ? columnLetters(rest - 1) + letter : letter
}
