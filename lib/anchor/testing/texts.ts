/** Texts for tests of anchors: spans written into the text, and arbitrary texts full of what breaks offsets. */
import * as fc from "fast-check"
import { snap, type Span } from "../graphemes"

/** The text without its ‹ and ›, and the spans that they enclosed. */
export function marked(template: string): { text: string; spans: Span[] } {
  const parts = template.split(/[‹›]/u)
  const spans: Span[] = []
  let text = ""
  parts.forEach((part, index) => {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length })
    text += part
  })
  return { text, spans }
}

const PIECES = [
  ..."abc .,-'\"“”‘’\n\t",
  "mayor ",
  "taxes fell ",
  "\u00a0",
  "\ufffc",
  "e\u0301",
  "\u0301",
  "a\u0323\u0307",
  "שלום ",
  "السلام ",
  "\u202b",
  "हिन्दी ",
  "한국어",
  "ᄒ\u1161\u11ab",
  "日本",
  "か\u3099",
  "👍🏽",
  "👩‍👩‍👧‍👦",
  "🇩🇪",
  "🇩🇪🇫🇷",
  "𝔘",
  "❤️",
  "\u200d",
  "\r\n",
]

/** Text in which repetitions, combining marks, right-to-left words and long emoji are common. Not always NFC. */
export function anyText(most = 40): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
  )
  return fc.array(piece, { maxLength: most }).map((pieces) => pieces.join(""))
}

/** The same, NFC, with a span of whole graphemes in it that is not empty. */
export function textWithSpan(): fc.Arbitrary<{ text: string; span: Span }> {
  return anyText()
    .map((text) => text.normalize("NFC"))
    .filter((text) => text.length > 0)
    .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.nat(text.length - 1)))
    .map(([text, one, other]) => ({
      text,
      span: snap(text, { start: Math.min(one, other), end: Math.max(one, other) + 1 }),
    }))
}
