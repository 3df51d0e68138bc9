/** How a workbook shows its numbers: as a date, as a share, or as they are. */
import { hear, type Archive } from "./archive"

export type Style = { kind: "date" | "time" | "moment" } | { kind: "share"; decimals: number } | { kind: "number" }

/** The formats that need no words in the file, by their numbers. Source: ECMA-376, 18.8.30. */
const BUILT_IN: Record<number, string> = {
  9: "0%",
  10: "0.00%",
  14: "mm-dd-yy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
}

/** The styles that cells name, in order. */
export function stylesIn(archive: Archive): Style[] {
  if (!archive.has("xl/styles.xml")) return []
  const formats = new Map(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]))
  const styles: Style[] = []
  let isOfCells = false
  hear(archive.read("xl/styles.xml"), {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(Number(numFmtId), formatCode)
      if (name === "cellXfs") isOfCells = true
      if (name === "xf" && isOfCells) styles.push(styleOf(formats.get(Number(numFmtId)) ?? ""))
    },
    close: (name) => {
      if (name === "cellXfs") isOfCells = false
    },
  })
  return styles
}

/** By the signs of a format's first section that are no words in quotes, colours or conditions. */
function styleOf(format: string): Style {
  const [section = ""] = format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/giu, "").split(";")
  if (section.includes("%")) return { kind: "share", decimals: /\.(0+)%/u.exec(section)?.[1]?.length ?? 0 }
  const isDay = /[dy]/iu.test(section) || /m{3}/iu.test(section)
  const isTime = /[hs]/iu.test(section)
  if (isDay) return { kind: isTime ? "moment" : "date" }
  return { kind: isTime ? "time" : "number" }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Days before the calendar that JavaScript counts by; the one of 1900 has a 29 February that never was. */
const EPOCH = { from1900: 25_569, from1904: 24_107 }

/** The last day that a sheet can name: 31 December 9999. */
const LAST_DAY = 2_958_466

/** A number as its style shows it. What is none is left as it is. */
export function shown(value: string, style: Style | undefined, since1904: boolean): string {
  const number = Number(value)
  if (!Number.isFinite(number) || value.trim() === "") return value
  if (!style || style.kind === "number") return plain(number)
  if (style.kind === "share") return `${(number * 100).toFixed(style.decimals)}%`
  if (number < 0 || number >= LAST_DAY) return plain(number)
  const days = number - (since1904 ? EPOCH.from1904 : EPOCH.from1900)
  const iso = new Date(Math.round((days * DAY_MS) / 1000) * 1000).toISOString()
  if (style.kind === "date") return iso.slice(0, 10)
  return style.kind === "time" ? iso.slice(11, 19) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}

/** Programs show fifteen digits: the rest is what binary fractions leave over. */
function plain(number: number): string {
  return String(Number(number.toPrecision(15)))
}
