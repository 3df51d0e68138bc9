import * as fc from "fast-check"
import { expect, test } from "vitest"
import { codePoints } from "./code-points"
import { anyText } from "./testing/texts"

const text = fc.oneof(anyText(), fc.string({ unit: "binary" }))

test("units and code points are each other's inverse, and agree with walking the text", () => {
  fc.assert(
    fc.property(text, (words) => {
      const index = codePoints(words)
      let unit = 0
      Array.from(words).forEach((character, codePoint) => {
        expect(index.ofUnit(unit)).toBe(codePoint)
        expect(index.toUnit(codePoint)).toBe(unit)
        if (character.length === 2) expect(index.ofUnit(unit + 1)).toBeNull()
        unit += character.length
      })
      expect(index.length).toBe(Array.from(words).length)
      expect(index.ofUnit(words.length)).toBe(index.length)
      expect(index.toUnit(index.length)).toBe(words.length)
    }),
  )
})

test("what is out of range or no whole number is refused", () => {
  const index = codePoints("a👍b")
  for (const offset of [-1, 5, 1.5, NaN, Infinity]) expect(index.ofUnit(offset)).toBeNull()
  for (const offset of [-1, 4, 0.5, NaN]) expect(index.toUnit(offset)).toBeNull()
})

test("a lone surrogate counts as one", () => {
  const index = codePoints("a\ud83dz")
  expect([index.length, index.ofUnit(2), index.toUnit(2)]).toEqual([3, 2, 2])
})
