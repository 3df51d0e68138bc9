import * as fc from "fast-check"
import { expect, test } from "vitest"
import { isBoundary, snap, trim } from "./graphemes"
import { anyText, marked } from "./testing/texts"

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" })

function boundariesOf(text: string): number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length]
}

const anySpan = fc.tuple(anyText(), fc.integer({ min: -5, max: 99 }), fc.integer({ min: -5, max: 99 }))

test("a look around an offset finds the same boundaries as segmenting the whole text", () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
      expect(offsets.filter((offset) => isBoundary(text, offset))).toEqual([...new Set(boundariesOf(text))])
    }),
    { numRuns: 500 },
  )
})

test("every code unit beside every kind of neighbour is judged as Unicode does", () => {
  const neighbours = ["a", "\u0301", "\u200d", "\u0600", "か", "\u1100", "\uac00", "\u0903"]
  for (let unit = 0; unit < 0xd800; unit += unit < 0x3500 ? 1 : 7) {
    for (const neighbour of neighbours) {
      const text = neighbour + String.fromCharCode(unit)
      if (isBoundary(text, 1) !== boundariesOf(text).includes(1)) expect.fail(`boundary in ${JSON.stringify(text)}`)
    }
  }
})

test("offsets outside the text, or between whole numbers, are no boundaries", () => {
  for (const offset of [-1, 4, 0.5, NaN, Infinity]) expect(isBoundary("abc", offset)).toBe(false)
})

test("a snapped span holds the span, whole graphemes, and stays when snapped again", () => {
  fc.assert(
    fc.property(anySpan, ([text, start, end]) => {
      const span = snap(text, { start, end })
      expect(snap(text, span)).toEqual(span)
      expect(isBoundary(text, span.start) && isBoundary(text, span.end)).toBe(true)
      const clamp = (offset: number) => Math.min(Math.max(offset, 0), text.length)
      expect(span.start).toBeLessThanOrEqual(clamp(Math.min(start, end)))
      expect(span.end).toBeGreaterThanOrEqual(clamp(Math.max(start, end)))
    }),
  )
})

test.each([
  ["half an emoji becomes all of it", "a‹👩‍👩‍👧‍👦›b", { start: 3, end: 5 }],
  ["a combining mark brings its letter", "caf‹e\u0301› au lait", { start: 4, end: 5 }],
  ["one flag of two stays one", "‹🇩🇪›🇫🇷", { start: 1, end: 3 }],
])("%s", (_, template, span) => {
  const { text, spans } = marked(template)
  expect(snap(text, span)).toEqual(spans[0])
})

test.each([
  ["spaces, breaks and objects go from both edges", "\ufffc\n ‹The mayor\ufffc resigned.› \u00a0\ufffc\n"],
  ["a mark on a space is something", "‹ \u0301›"],
  ["words are left alone", "‹word›"],
])("trim: %s", (_, template) => {
  const { text, spans } = marked(template)
  expect(trim(text, { start: 0, end: text.length })).toEqual(spans[0])
})

test("a span without anything to claim is none", () => {
  expect(trim(" \n\ufffc \u200b", { start: 0, end: 5 })).toBeNull()
  expect(trim("abc", { start: 1, end: 1 })).toBeNull()
})

test("a trimmed span lies in the snapped one, loses no word and stays when trimmed again", () => {
  fc.assert(
    fc.property(anySpan, ([text, start, end]) => {
      const whole = snap(text, { start, end })
      const span = trim(text, whole)
      const { start: from, end: to } = span ?? { start: whole.end, end: whole.end }
      if (span) expect(trim(text, span)).toEqual(span)
      const lost = text.slice(whole.start, from) + text.slice(to, whole.end)
      expect(lost.replace(/[\s\u200b\ufffc]/gu, "")).toBe("")
    }),
  )
})

test("a paragraph without spaces costs no more than a look around", () => {
  const text = "中".repeat(200_000)
  const started = performance.now()
  for (let at = 0; at < 20_000; at += 1) snap(text, { start: at * 10, end: at * 10 + 5 })
  expect(performance.now() - started).toBeLessThan(10_000)
})
