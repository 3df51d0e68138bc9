import { expect, test } from "vitest"
import { piecesOf } from "./pieces"

/** `‹` and `›` around what is marked, `¶` between paragraphs. */
const shown = (text: string, ...spans: [number, number][]) =>
  piecesOf(
    text,
    spans.map(([start, end]) => ({ start, end })),
  )
    .map((pieces) => pieces.map(({ text, part }) => (part === "marked" ? `‹${text}›` : text)).join(""))
    .join("¶")

test("one span is marked where it is", () => {
  expect(shown("He spoke for an hour.", [13, 20])).toBe("He spoke for ‹an hour›.")
})

test("overlapping and touching spans are one mark", () => {
  expect(shown("abcdef", [3, 5], [1, 3], [2, 4])).toBe("a‹bcde›f")
})

test("a span over two paragraphs is marked in both", () => {
  expect(shown("one two\nthree four", [4, 13])).toBe("one ‹two›¶‹three› four")
})

test("two spans of one paragraph leave what is between them alone", () => {
  expect(shown("a b c", [0, 1], [4, 5])).toBe("‹a› b ‹c›")
})

test("images leave no trace, and spans beyond the text none either", () => {
  expect(shown("a\uFFFCb", [2, 9])).toBe("a‹b›")
  expect(shown("", [0, 1])).toBe("")
})
