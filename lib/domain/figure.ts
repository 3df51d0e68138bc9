/**
 * Figures as people write them, in English or German notation, with words of magnitude: "3.2 million", "3,2 Mio.",
 * "40 %". Pure, exact in decimals, and without a library: the browser reads them too. It knows no units.
 */

/** A figure that was read. */
export interface Figure {
  /** A plain decimal: `-3200000`, `0.50`. */
  value: string
  /** The power of ten of its last digit as written: 5 for "3.2 million", -2 for "0.50", 0 for "40". */
  place: number
  isPercent: boolean
  /** What stands after it, as of "3 km". */
  rest: string
}

/** More digits than any figure of the news has. */
const MOST_DIGITS = 40

/** A claim is a sentence or two; more is not searched. */
const MOST_LETTERS = 2000

const DIGITS = String.raw`\d+(?:[.,'’ \u00a0\u202f]\d+)*`
const PERCENT = String.raw`%|per ?cent(?:age points?)?|prozent(?:punkten?|punkte|punkt)?`

/** Zeros that a word stands for. "Billion" is another number in German than in English. */
const MAGNITUDES: { de: Record<string, number>; en: Record<string, number>; all: Record<string, number> } = {
  de: { billion: 12, billionen: 12, "bio.": 12, bio: 12, trillion: 18, trillionen: 18 },
  en: { billion: 9, billions: 9, trillion: 12, trillions: 12 },
  all: {
    ...{ hundred: 2, hundert: 2, thousand: 3, tausend: 3, "tsd.": 3, tsd: 3 },
    ...{ million: 6, millions: 6, millionen: 6, mn: 6, mln: 6, "mio.": 6, mio: 6, "mill.": 6 },
    ...{ bn: 9, milliarde: 9, milliarden: 9, "mrd.": 9, mrd: 9, tn: 12, billiarde: 15, billiarden: 15 },
  },
}

/** The longest first: "million" begins "millionen". */
const WORDS = Object.keys({ ...MAGNITUDES.de, ...MAGNITUDES.en, ...MAGNITUDES.all })
  .sort((one, other) => other.length - one.length)
  .map((word) => word.replace(".", String.raw`\.`))
  .join("|")

const WHOLE = new RegExp(
  [
    String.raw`^\+?(?<sign>[-−])?\s*(?<money>us\$|[€$£])?\s*(?<digits>${DIGITS})`,
    String.raw`\s*(?:(?<word>${WORDS})(?![\p{L}\d]))?\s*(?<percent>${PERCENT})?(?![\p{L}\d])\s*(?<rest>.*)$`,
  ].join(""),
  "iu",
)

/** Within words, dates and clock times there is none. */
const WITHIN = new RegExp(
  String.raw`(?<![\p{L}\d]|\d[-–:/.])([-−](?=\d))?${DIGITS}(?![-–:/]\d)(?:\s?(?:${WORDS})(?![\p{L}\d]))?(?:\s?(?:${PERCENT})(?![\p{L}\d]))?(?![\p{L}\d])`,
  "giu",
)

/**
 * What a text gives as a figure; null where it begins with none. Both notations are understood; what could be either, as
 * "3.200", is read as the language (BCP 47) writes it.
 */
export function readFigure(text: string, language: string): Figure | null {
  const written = WHOLE.exec(text.trim())?.groups
  const number = written && readDigits(written.digits ?? "", language)
  if (!number) return null
  const zeros = (written.word && zerosOf(written.word, language)) || 0
  const value = shifted(number, zeros)
  return {
    value: written.sign && /[1-9]/.test(value) ? `-${value}` : value,
    place: zeros - (number.split(".")[1] ?? "").length,
    isPercent: Boolean(written.percent),
    rest: [written.money, written.rest].filter(Boolean).join(" "),
  }
}

/** The figures in a passage, as they stand there, each once, at most ten. */
export function figuresIn(passage: string, language: string): string[] {
  const found = [...passage.slice(0, MOST_LETTERS).matchAll(WITHIN)].map(([figure]) => figure.trim())
  return [...new Set(found)].filter((figure) => readFigure(figure, language) !== null).slice(0, 10)
}

/** Zeros of a word of magnitude; null for any other word. */
export function zerosOf(word: string, language: string): number | null {
  const known = word.toLowerCase()
  const own = isGerman(language) ? MAGNITUDES.de : MAGNITUDES.en
  return own[known] ?? MAGNITUDES.all[known] ?? MAGNITUDES.de[known] ?? null
}

/** A decimal in the reader's notation. */
export function shownFigure(value: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value as `${number}`)
}

const isGerman = (language: string) => /^de\b/i.test(language)

/** Digits with their separators as a plain decimal; null where they separate no groups of three. */
function readDigits(written: string, language: string): string | null {
  const number = written.replace(/(?<=\d)['’ \u00a0\u202f](?=\d{3}(?!\d))/g, "")
  if (/[^\d.,]/.test(number) || number.length > MOST_DIGITS) return null
  const decimal = decimalSign(number, language)
  const [whole = "", fraction = "", ...more] = decimal ? number.split(decimal) : [number]
  if (more.length > 0 || /[.,]/.test(fraction)) return null
  if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole) || (whole.includes(".") && whole.includes(","))) return null
  const plain = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "")
  return fraction ? `${plain}.${fraction}` : plain
}

/** Which sign of a number separates its decimals; null where none does. */
function decimalSign(number: string, language: string): "." | "," | null {
  const signs = [...number].filter((sign): sign is "." | "," => sign === "." || sign === ",")
  const last = signs.at(-1)
  if (!last) return null
  if (signs.some((sign) => sign !== last)) return last
  if (signs.length > 1) return null
  const canGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(number)
  return !canGroup || last === decimalOf(language) ? last : null
}

function decimalOf(language: string): string {
  const [known] = Intl.NumberFormat.supportedLocalesOf([language])
  return new Intl.NumberFormat(known ?? "en").formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? "."
}

/** A decimal times a power of ten, by moving its point. */
function shifted(number: string, zeros: number): string {
  const [whole = "0", fraction = ""] = number.split(".")
  const moved = fraction.padEnd(zeros, "0")
  const left = `${whole}${moved.slice(0, zeros)}`.replace(/^0+(?=\d)/, "")
  const right = moved.slice(zeros)
  return right ? `${left}.${right}` : left
}
