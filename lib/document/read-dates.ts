/**
 * Dates as articles print them, in English, German, French and Spanish, to calendar dates. A date that could be two
 * days (11/12/2024) is none: it is never guessed.
 */

const MONTHS = [
  "january jan januar janner janvier enero ene",
  "february feb februar feber fevrier fevr febrero",
  "march mar marz mars marzo",
  "april apr avril avr abril abr",
  "may mai mayo",
  "june jun juni juin junio",
  "july jul juli juillet juil julio",
  "august aug aout agosto ago",
  "september sept sep septembre septiembre",
  "october oct oktober okt octobre octubre",
  "november nov novembre noviembre",
  "december dec dezember dez decembre diciembre dic",
].map((names) => names.split(" "))

const WEEKDAYS = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so " +
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo"
  ).split(" "),
)

const LABEL =
  /^(?:first published|published|posted|date|veröffentlicht|erschienen|datum|publié|publicado|fecha)(?: (?:on|am|le|el))?:? +/iu
const TIME =
  /(?:,| at| um| à| a las| -| –)? *\b\d{1,2}(?:[:.h]\d{2}){1,2}(?: ?(?:[ap]\.?m\.?|uhr|h))?(?: ?\(?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2})\)?)?$/iu

const DAY_FIRST = /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de )?(\p{L}+)\.?,? (?:del? )?(\d{4})$/u
const MONTH_FIRST = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/u
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u

/**
 * The ISO date that is all `line` says, with or without a label, a weekday, a time; null if it says anything else,
 * names no existing day or could mean two.
 */
export function dateIn(line: string): string | null {
  const said = line.trim().replace(/\s+/gu, " ")
  if (said.length > 80) return null
  const labelled = said.replace(LABEL, "")
  return bareDate(labelled) ?? bareDate(withoutWeekday(labelled.replace(TIME, "")))
}

function withoutWeekday(text: string): string {
  const [first = ""] = text.split(" ", 1)
  return WEEKDAYS.has(plain(first.replace(/[.,]+$/u, ""))) ? text.slice(first.length + 1) : text
}

function bareDate(text: string): string | null {
  const iso = ISO.exec(text)
  if (iso) return existing(iso[1], iso[2], iso[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return existing(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return existing(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
  const dotted = DOTTED.exec(text)
  if (dotted) return existing(dotted[3], dotted[2], dotted[1])
  const slashed = SLASHED.exec(text)
  return slashed ? slashedDate(slashed) : null
}

function slashedDate([, first, second, year]: RegExpExecArray): string | null {
  const dayFirst = existing(year, second, first)
  const monthFirst = existing(year, first, second)
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return null
  return dayFirst ?? monthFirst
}

function monthOf(name: string | undefined): number {
  return MONTHS.findIndex((names) => names.includes(plain(name ?? ""))) + 1
}

/** Lower case, without accents. */
function plain(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
}

function existing(year?: string, month?: string | number, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  const exists = y >= 1000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return exists ? date.toISOString().slice(0, 10) : null
}
