import { expect, test } from "vitest"
import { tapeOf, type Bit } from "./tape"

const TEXT = "Taxes fell in May. Rents rose."

const written = (bits: Bit[]) =>
  bits
    .map((bit) => {
      if (bit.kind === "ends") return `(${bit.claims.join(",")})`
      if (bit.kind === "sentence") return `[${bit.state}]`
      const words = TEXT.slice(bit.from, bit.to)
      return bit.claims.length > 0 ? `‹${bit.claims.join("")}:${words}›` : words
    })
    .join("")

const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const claim = (key: string, ...words: string[]) => ({ key, spans: words.map(span) })

test("a claim's number follows its last words", () => {
  const tape = tapeOf([claim("a", "Taxes", "in May")], [])
  expect(written(tape.read(0, TEXT.length))).toBe("‹a:Taxes› fell ‹a:in May›(a). Rents rose.")
})

test("claims that cross are cut where one begins and the other ends", () => {
  const tape = tapeOf([claim("a", "Taxes fell"), claim("b", "fell in May")], [])
  expect(written(tape.read(0, TEXT.length))).toBe("‹a:Taxes ›‹ab:fell›(a)‹b: in May›(b). Rents rose.")
})

test("the same words claimed twice carry both numbers", () => {
  const tape = tapeOf([claim("a", "Rents"), claim("b", "Rents")], [])
  expect(written(tape.read(0, TEXT.length))).toBe("Taxes fell in May. ‹ab:Rents›(a,b) rose.")
})

test("a sentence is told where it begins, in whatever stretch the text is read", () => {
  const tape = tapeOf(
    [claim("a", "May. Rents")],
    [
      { start: 0, state: "checked" },
      { start: 19, state: "untouched" },
    ],
  )
  expect(written(tape.read(0, 10)) + "|" + written(tape.read(10, TEXT.length))).toBe(
    "[checked]Taxes fell| in ‹a:May. ›[untouched]‹a:Rents›(a) rose.",
  )
})

test("a claim on what is no text keeps its number for the next words, or for the end", () => {
  const tape = tapeOf(
    [
      { key: "a", spans: [{ start: 0, end: 1 }] },
      { key: "b", spans: [{ start: 40, end: 41 }] },
    ],
    [],
  )
  expect(written(tape.read(2, 5))).toBe("(a)xes")
  expect(written(tape.rest())).toBe("(b)")
})
