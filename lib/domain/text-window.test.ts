/** Windows on a text: each within its bounds, and all of it reached by going on from one to the next. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { EvidenceText, TextPart } from "./file"
import { gridOf, MOST_CELLS, SHOWN, windowAround, windowFrom } from "./text-window"
import type { ShownPart, TextWindow } from "./viewing"

type Row = ShownPart & { kind: "row" }

/** A text of these parts, each in a line of its own. */
function textOf(lines: readonly string[], kind: "row" | "paragraph"): EvidenceText {
  let start = 0
  const parts = lines.map((line, index): TextPart => {
    const part: TextPart =
      kind === "row" ? { kind, sheet: "Loans", row: index + 1, start } : { kind, n: index + 1, start }
    start += line.length + 1
    return part
  })
  return { text: lines.map((line) => `${line}\n`).join(""), parts }
}

const charactersOf = ({ parts }: TextWindow) => parts.reduce((sum, { words }) => sum + words.length, 0)
const rowsOf = ({ parts }: TextWindow) => parts.filter((part): part is Row => part.kind === "row")

function cellsOf(window: TextWindow): number {
  const { left, right, rows } = gridOf(rowsOf(window))
  return rows.length * (right - left)
}

/** Where a window's words begin and end. */
function edgesOf({ parts, after }: TextWindow, { text }: EvidenceText) {
  return { start: parts[0]?.start ?? 0, end: after ?? text.length }
}

/** All windows, as whoever follows one link of theirs to its end sees them. */
function followed(text: EvidenceText, first: TextWindow, way: "before" | "after"): TextWindow[] {
  const windows = [first]
  for (let next = first[way]; next !== null; next = windows.at(-1)?.[way] ?? null) windows.push(windowFrom(text, next))
  return windows
}

const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 300 }).map((length) => "word and word ".repeat(30).slice(0, length)),
  },
  { weight: 3, arbitrary: fc.nat(600).map((columns) => `a${"\t".repeat(columns)}b`) },
  { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 50_000 }).map((tabs) => `a${"\t".repeat(tabs)}b`) },
  { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 50_000 }).map((length) => "😀".repeat(length / 2)) },
)
const repeated = fc.tuple(line, fc.integer({ min: 1, max: 300 })).map(([one, times]) => Array<string>(times).fill(one))
const someText = fc
  .tuple(fc.array(repeated, { minLength: 1, maxLength: 6 }), fc.constantFrom("row", "paragraph"))
  .map(([lines, kind]) => textOf(upTo(200_000, lines.flat()), kind))

/** As many of the lines as have no more characters than that. */
function upTo(characters: number, lines: string[]): string[] {
  let room = characters
  return lines.filter((line, index) => (room -= line.length) >= 0 || index === 0)
}

const within = (text: EvidenceText, share: number) => Math.floor(share * text.text.length)
const share = fc.double({ min: 0, max: 1, noNaN: true })

test("a window is within its bounds, and holds the place that it is opened at", () => {
  fc.assert(
    fc.property(someText, share, (text, at) => {
      const place = within(text, at)
      const window = windowAround(text, place)
      expect(charactersOf(window)).toBeLessThanOrEqual(SHOWN)
      expect(cellsOf(window)).toBeLessThanOrEqual(MOST_CELLS)
      const { start, end } = edgesOf(window, text)
      expect(start <= place && place <= end).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test("whoever goes on from window to window, either way, sees all of the text", () => {
  fc.assert(
    fc.property(someText, share, (text, at) => {
      const opened = windowAround(text, within(text, at))
      const before = followed(text, opened, "before").reverse()
      const windows = [...before, ...followed(text, opened, "after").slice(1)]
      let seen = 0
      for (const window of windows) {
        const { start, end } = edgesOf(window, text)
        expect(start).toBeLessThanOrEqual(seen)
        expect(charactersOf(window)).toBeLessThanOrEqual(SHOWN)
        expect(cellsOf(window)).toBeLessThanOrEqual(MOST_CELLS)
        expect(window.parts.every(({ start, words }) => text.text.startsWith(words, start))).toBe(true)
        seen = end
      }
      expect(seen).toBe(text.text.length)
    }),
    { numRuns: 30 },
  )
})

describe("a long part", () => {
  test("is cut, not shown whole", () => {
    const text = textOf(["Short.", "word ".repeat(400_000), "The end."], "paragraph")
    const window = windowAround(text, 1_000_000)
    expect(charactersOf(window)).toBeLessThanOrEqual(SHOWN)
    expect(window.parts).toMatchObject([{ kind: "paragraph", n: 2 }])
    expect(window.parts[0]?.words).toMatch(/^word .* word $/)
    expect(followed(text, windowFrom(text, 0), "after").length).toBeLessThan(60)
  })

  test("is never cut through a letter", () => {
    const text = textOf([`a${"😀".repeat(30_000)}`], "paragraph")
    for (const { parts } of followed(text, windowFrom(text, 0), "after")) {
      expect(parts[0]?.words.isWellFormed()).toBe(true)
    }
  })

  test("of a sheet goes on in the column where it was cut", () => {
    const wide = Array.from({ length: 30_000 }, (_, column) => String(column % 10)).join("\t")
    const windows = followed(textOf([wide], "row"), windowFrom(textOf([wide], "row"), 0), "after")
    const cells = windows.flatMap((window) => gridOf(rowsOf(window)).rows.flatMap(({ cells }) => cells))
    expect(windows.length).toBeGreaterThan(1)
    expect(cells.filter(({ words }) => words !== "").every(({ column, words }) => words === String(column % 10))).toBe(
      true,
    )
  })
})

describe("one stray cell far to the right", () => {
  const stray = "\t".repeat(16_383) + "x"
  const narrow = Array.from({ length: 6_000 }, (_, row) => `${row}\t1`)

  test("is not what every row below it is as wide as", () => {
    const text = textOf([stray, ...narrow], "row")
    const opened = windowAround(text, 0)
    expect(cellsOf(opened)).toBeLessThanOrEqual(MOST_CELLS)
    const below = windowFrom(text, opened.after ?? 0)
    expect(below.parts.length).toBeGreaterThan(1_000)
    expect(gridOf(rowsOf(below)).right).toBe(2)
  })

  test("leaves the rows above it their window", () => {
    const text = textOf([...narrow.slice(0, 50), stray], "row")
    expect(rowsOf(windowAround(text, 0))).toHaveLength(50)
    expect(gridOf(rowsOf(windowAround(text, text.text.length - 2))).right).toBe(16_384)
  })
})

test("each row of a grid has its own cells alone, each with where it begins in the text", () => {
  const text = textOf(["a\tbc\td", "e", "\tf"], "row")
  const { left, right, rows } = gridOf(rowsOf(windowAround(text, 0)))
  expect([left, right]).toEqual([0, 3])
  expect(rows.map(({ cells }) => cells.map(({ words }) => words))).toEqual([["a", "bc", "d"], ["e"], ["", "f"]])
  for (const { start, words } of rows.flatMap(({ cells }) => cells)) {
    expect(text.text.slice(start, start + words.length)).toBe(words)
  }
})

test("a place is opened with some of what comes before it; from a place it begins there", () => {
  const text = textOf(
    Array.from({ length: 1_000 }, () => "x".repeat(99)),
    "paragraph",
  )
  expect(windowAround(text, 50_000).parts[0]?.start).toBe(40_000)
  expect(windowFrom(text, 50_000)).toMatchObject({
    parts: [{ start: 50_000 }, ...Array<unknown>(399).fill({})],
    before: 10_000,
    after: 90_000,
  })
})

test("a text without parts has an empty window, and sheets are named with where each begins", () => {
  expect(windowAround({ text: "", parts: [] }, 0)).toEqual({ parts: [], before: null, after: null, sheets: [] })
  const parts = ["Notes", "Loans", "Loans"].map((sheet, at): TextPart => ({
    kind: "row",
    sheet,
    row: 1,
    start: at * 2,
  }))
  expect(windowFrom({ text: "a\nb\nc\n", parts }, 0).sheets).toEqual([
    { name: "Notes", from: 0 },
    { name: "Loans", from: 2 },
  ])
})
