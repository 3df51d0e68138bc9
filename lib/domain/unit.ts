/**
 * Units as people write them: `km/h`, `EUR per person`, `million euros`. Measures are told by a list of their own, and
 * every other word is a thing that is counted, a currency too: nothing turns one of those into another. Knows no sums.
 */
import { zerosOf } from "./figure"

/** One part of a unit. `measure` is its name in the library of measures; null for what is counted. */
export interface UnitPart {
  /** What makes it the same as another one. */
  name: string
  measure: string | null
  /** As it was written. */
  written: string
  power: number
}

export interface UnitRead {
  parts: UnitPart[]
  /** What a number of it is multiplied with: 6 zeros for "million EUR", -2 for "%". */
  zeros: number
}

export const MOST_UNIT_LETTERS = 60
const MOST_PARTS = 4

const MEASURES: Record<string, string> = {
  ...same("mm", "cm", "m", "km", "ml", "l", "hl", "mg", "g", "kg", "t", "s", "min", "h"),
  ...same("Wh", "kWh", "MWh", "GWh", "TWh", "J", "kJ", "MJ", "W", "kW", "MW", "GW", "B", "kB", "MB", "GB", "TB"),
  ...all("m", "metre", "meter"),
  ...all("km", "kilometre", "kilometer"),
  ...all("mile", "mi", "mile", "Meile", "Meilen"),
  ...all("ft", "foot", "feet", "ft"),
  ...all("hectare", "ha", "hectare", "Hektar"),
  ...all("acre", "acre"),
  ...all("l", "litre", "liter"),
  ...all("kg", "kilogram", "kilogramm", "kilo"),
  ...all("tonne", "tonne", "Tonnen"),
  ...all("second", "second", "Sekunde", "Sekunden"),
  ...all("minute", "minute", "Minuten"),
  ...all("hour", "hour", "Stunde", "Stunden"),
  ...all("day", "day", "Tag", "Tage", "Tagen"),
  ...all("week", "week", "Woche", "Wochen"),
  ...all("month", "month", "Monat", "Monate", "Monaten"),
  ...all("year", "year", "Jahr", "Jahre", "Jahren"),
}

/** Names that are written in several ways. */
const COUNTED: Record<string, string> = {
  ...{ "€": "eur", euro: "eur", euros: "eur", $: "usd", us$: "usd", dollar: "usd", dollars: "usd" },
  ...{ "£": "gbp", pound: "gbp", pounds: "gbp", person: "people", persons: "people", personen: "people" },
  ...{ mensch: "people", menschen: "people" },
}

/** What a text gives as a unit; null where it is none. Empty is no unit: a plain number. */
export function readUnit(text: string, language: string): UnitRead | null {
  const written = text.trim()
  if (written.length > MOST_UNIT_LETTERS) return null
  if (/^(%|per ?cent|prozent)$/i.test(written)) return { parts: [], zeros: -2 }
  const [first = "", ...others] = written.split(/\s+/)
  const zeros = zerosOf(first, language)
  const unit = zeros === null ? written : others.join(" ")
  const parts = partsOf(unit)
  return parts && { parts, zeros: zeros ?? 0 }
}

/** `a * b / c / d` and `a per b`: what stands after a stroke divides. */
function partsOf(unit: string): UnitPart[] | null {
  if (unit === "") return []
  const words = unit.replace(/\s+(per|pro|je)\s+/gi, "/").split(/\s*([*·/])\s*/)
  const parts: UnitPart[] = []
  for (let at = 0; at < words.length; at += 2) {
    const part = partOf(words[at] ?? "", words[at - 1] === "/" ? -1 : 1)
    if (!part) return null
    parts.push(part)
  }
  return parts.length <= MOST_PARTS ? parts : null
}

function partOf(word: string, direction: 1 | -1): UnitPart | null {
  const [, letters = "", raised = ""] =
    /^(us\$|[€$£]|\p{L}[\p{L} -]*)(?:\^?([23])|([²³]))?$/iu.exec(plainPower(word)) ?? []
  if (!letters) return null
  // A capital alone is another unit than its small letter.
  const measure = MEASURES[letters] ?? (letters.length > 1 ? MEASURES[letters.toLowerCase()] : undefined) ?? null
  const power = direction * Number(raised || 1)
  const name = letters.toLowerCase()
  return { name: measure ?? COUNTED[name] ?? name, measure, written: letters, power }
}

const plainPower = (word: string) => word.replace("²", "2").replace("³", "3")

function same(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]))
}

/** Whatever case it is written in, and with an s at its end. */
function all(measure: string, ...words: string[]): Record<string, string> {
  const spelled = words.map((word) => word.toLowerCase())
  return Object.fromEntries(spelled.flatMap((word) => [word, `${word}s`].map((one) => [one, measure])))
}
