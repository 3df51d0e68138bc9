/**
 * A text without what typesetting and copying do to it: its letters, digits and signs alone, in one form, and between
 * each two of them what stood there. So a passage is looked for as one string, however it was set, and what stands
 * between its signs is compared afterwards. Offsets are UTF-16 code units.
 */
import type { Span } from "./graphemes"

/** The signs of a text in their form, and the code unit that each is from. */
export interface Typeset {
  text: string
  form: string
  places: Int32Array
}

/** Signs of one look or one meaning, in the form that they are compared by. */
const FORMS: [signs: string, form: string][] = [
  ["‘’‚‛ʼ′‹›`´", "'"],
  ["“”„‟″«»", '"'],
  ["…", "..."],
  ["ﬀ", "ff"],
  ["ﬁ", "fi"],
  ["ﬂ", "fl"],
  ["ﬃ", "ffi"],
  ["ﬄ", "ffl"],
  ["ﬅﬆ", "st"],
]
const FORM = new Map(FORMS.flatMap(([signs, form]) => [...signs].map((sign) => [sign.charCodeAt(0), form] as const)))

/** What is no sign of a text: it only stands between two. White space, dashes, and what nobody sees. */
const BETWEEN = /[\s\p{Pd}\u2212\u00AD\u200B-\u200D\u2060\uFEFF\uFFFC]/u

const LONGEST_FORM = 3

/** What a code unit is; all others are signs as they are. */
const BETWEEN_SIGNS = 1
const OTHER_FORM = 2
const KINDS = Uint8Array.from({ length: 0x1_0000 }, (_, unit) =>
  BETWEEN.test(String.fromCharCode(unit)) ? BETWEEN_SIGNS : FORM.has(unit) ? OTHER_FORM : 0,
)

let latest: Typeset | null = null

/** Many passages are looked up in one text in a row: its form is made once. */
export function typesetOf(text: string): Typeset {
  latest = latest?.text === text ? latest : typeset(text)
  return latest
}

function typeset(text: string): Typeset {
  const size = sizeOf(text)
  const units = new Uint16Array(size)
  const places = new Int32Array(size)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = KINDS[unit]
    if (kind === BETWEEN_SIGNS) continue
    const form = kind === OTHER_FORM ? FORM.get(unit) : undefined
    for (let step = 0; step < (form?.length ?? 1); step += 1) {
      units[length] = form ? form.charCodeAt(step) : unit
      places[length++] = at
    }
  }
  return { text, form: DECODER.decode(units.subarray(0, length)), places: places.subarray(0, length) }
}

function sizeOf(text: string): number {
  let size = text.length
  for (let at = 0; at < text.length; at += 1) if (KINDS[text.charCodeAt(at)] === OTHER_FORM) size += LONGEST_FORM
  return size
}

/** Of code units as this machine writes them. A mark in the middle is a sign that nobody sees, and never comes here. */
const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true })

/** Every place of a passage in a text: the same signs, with the same between them as far as it counts. */
export function* placesIn(searched: Typeset, passage: string): Generator<Span> {
  const wanted = typeset(passage)
  if (wanted.form === "") return
  for (let at = searched.form.indexOf(wanted.form); at >= 0; at = searched.form.indexOf(wanted.form, at + 1)) {
    if (isWhole(searched, at, wanted) && hasSameBetween(searched, at, wanted)) {
      const last = at + wanted.form.length - 1
      yield { start: searched.places[at] ?? 0, end: (searched.places[last] ?? 0) + 1 }
    }
  }
}

function hasSameBetween(searched: Typeset, first: number, wanted: Typeset): boolean {
  for (let at = 1; at < wanted.form.length; at += 1) {
    const one = gapBefore(wanted, at)
    const other = gapBefore(searched, first + at)
    // Nearly always there is nothing, or one space, in both.
    if (one === other) continue
    const [before, behind] = [wanted.form[at - 1] ?? "", wanted.form[at] ?? ""]
    if (!isSameGap(gapOf(one, "copied"), gapOf(other, "set"), before, behind)) return false
  }
  return true
}

/** What stands before a sign, since the one before it; two signs of one ligature have nothing between them. */
function gapBefore({ text, places }: Typeset, at: number): string {
  return text.slice((places[at - 1] ?? -1) + 1, places[at])
}

/** `divided`: a hyphen at the end of a line, which may be the word's own or not. */
type Gap = "none" | "space" | "dash" | "divided"

const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF\uFFFC]/gu

/** In a copy the end of the line may have become a space. */
function gapOf(between: string, how: "copied" | "set"): Gap {
  const seen = between.replace(UNSEEN, "")
  if (seen === "") return "none"
  if (/^\s+$/u.test(seen)) return "space"
  const isDivided = /^[-\u2010]\s*\n\s*$/u.test(seen) || (how === "copied" && /^[-\u2010]\s+$/u.test(seen))
  return isDivided ? "divided" : "dash"
}

const WORD = /[\p{L}\p{M}\p{N}]/u
const LETTER = /[\p{L}\p{M}]/u
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

function isSameGap(one: Gap, other: Gap, before: string, behind: string): boolean {
  if (one === other) return true
  const gaps = new Set([one, other])
  if (gaps.has("divided")) return gaps.has("dash") || (gaps.has("none") && LETTER.test(before) && LETTER.test(behind))
  if (gaps.has("dash")) return false
  // A space between two words counts; beside a sign of punctuation it does not.
  return !(isSpaced(before) && isSpaced(behind))
}

const isSpaced = (sign: string) => WORD.test(sign) && !UNSPACED.test(sign)

/** Whether a place is no part of a longer word or number: "4.2" does not stand in "34.25", nor in "-4.2". */
function isWhole(searched: Typeset, first: number, wanted: Typeset): boolean {
  const { form, text, places } = searched
  const behind = first + wanted.form.length
  const [start, end] = [places[first] ?? 0, (places[behind - 1] ?? 0) + 1]
  if (isJoined(searched, first) || isJoined(searched, behind)) return false
  if (/\d/u.test(form[behind - 1] ?? "") && /^[.,]\d/u.test(text.slice(end, end + 2))) return false
  if (!/\d/u.test(form[first] ?? "")) return true
  const before = text.slice(Math.max(0, start - 2), start)
  const isNegative = /^\s*[-−–]/u.test(wanted.text)
  return isNegative ? /[-−–]\s?$/u.test(before) : !/\d[.,]$|(?:^|[\s(])[-−–]$/u.test(before)
}

/** Whether a sign goes on with the word or number of the one before it. */
function isJoined({ form, places }: Typeset, at: number): boolean {
  if (at === 0 || at >= form.length || (places[at] ?? 0) - (places[at - 1] ?? 0) > 1) return false
  return isSpaced(form[at - 1] ?? "") && isSpaced(form[at] ?? "")
}
