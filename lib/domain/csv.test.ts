import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csvOf } from "./csv"

const lines = (text: string) => text.replace(/^\uFEFF/, "").split("\r\n")

test("a table is a line of columns and a line for each row, marked as UTF-8", () => {
  const csv = csvOf({
    columns: ["Bewertung", "Zahl"],
    rows: [
      ["Größtenteils richtig", 3],
      ["Falsch", null],
    ],
  })
  expect(csv).toBe("\uFEFFBewertung,Zahl\r\nGrößtenteils richtig,3\r\nFalsch,\r\n")
})

test("commas, quotes and line breaks stay within their cell", () => {
  const [row] = lines(csvOf({ columns: ['He said "no", twice'], rows: [] }))
  expect(row).toBe('"He said ""no"", twice"')
})

describe("a text that a spreadsheet would run is text", () => {
  test.each(["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1", '=HYPERLINK("https://example.org")'])(
    "%j",
    (text) => {
      const [, row = ""] = lines(csvOf({ columns: ["Title"], rows: [[text]] }))
      expect(row.replace(/^"/, "").startsWith("'")).toBe(true)
    },
  )

  test("a number below nothing is a number", () => {
    expect(lines(csvOf({ columns: ["n"], rows: [[-2]] }))[1]).toBe("-2")
  })

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvOf({ columns: [text], rows: [] })
          .slice(1)
          .replace(/^"/, "")
        expect(cell).not.toMatch(/^[\s\0]*[=+\-@]/)
      }),
    )
  })
})

test("what was written is read again", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (cells) => {
      const guarded = cells.map((cell) => (/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/.test(cell) ? `'${cell}` : cell))
      expect(readLine(csvOf({ columns: cells, rows: [] }).slice(1))).toEqual(guarded)
    }),
  )
})

/** The cells of a text of one row, as RFC 4180 has them. */
function readLine(text: string): string[] {
  const cells: string[] = []
  let rest = text.slice(0, -2)
  for (;;) {
    const [all = "", quoted, plain = ""] = /^(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest) ?? []
    cells.push(quoted?.replaceAll('""', '"') ?? plain)
    if (all.length === rest.length) return cells
    rest = rest.slice(all.length + 1)
  }
}
