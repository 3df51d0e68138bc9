/** Figures as people write them: both notations, words of magnitude, and what is none. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { figuresIn, readFigure, shownFigure, zerosOf } from "./figure"

const read = (text: string, language = "en") => readFigure(text, language)?.value ?? null

describe("a figure", () => {
  test.for([
    ["3.2 million", "3200000", 5],
    ["3,2 Millionen", "3200000", 5],
    ["3,2 Mio. Euro", "3200000", 5],
    ["1,234,567.89", "1234567.89", -2],
    ["1.234.567,89", "1234567.89", -2],
    ["1 234 567", "1234567", 0],
    ["12’500", "12500", 0],
    ["40 %", "40", 0],
    ["0.50", "0.50", -2],
    ["0,125", "0.125", -3],
    ["−7", "-7", 0],
    ["€3.2bn", "3200000000", 8],
    ["-€5", "-5", 0],
    ["007", "7", 0],
    ["-0", "0", 0],
    ["4 Milliarden", "4000000000", 9],
    ["2 thousand people", "2000", 3],
  ] as const)("%s is %s", ([text, value, place]) => {
    expect(readFigure(text, "en")).toMatchObject({ value, place })
  })

  test("that both notations write is read as the language writes it", () => {
    expect([read("3.200", "en"), read("3.200", "de"), read("3,200", "en"), read("3,200", "de-AT")]).toEqual([
      "3.200",
      "3200",
      "3200",
      "3.200",
    ])
    expect([read("2 Billionen", "de"), read("2 billion", "en")]).toEqual(["2000000000000", "2000000000"])
    expect(read("3.200", "nothing-known")).toBe("3.200")
  })

  test("tells what stands after it, and whether it is per cent", () => {
    expect(readFigure("12 per cent of voters", "en")).toMatchObject({ value: "12", isPercent: true, rest: "of voters" })
    expect(readFigure("3 Prozentpunkte", "de")).toMatchObject({ isPercent: true, rest: "" })
    expect(readFigure("$5 million", "en")).toMatchObject({ value: "5000000", rest: "$" })
    expect(readFigure("3 km", "en")).toMatchObject({ value: "3", isPercent: false, rest: "km" })
  })

  test.for(["", "many", "1.2.3,4", "12,34,56", "1,2.3,4", "e5", "9".repeat(50), "Infinity", "٣"])(
    "is not in %j",
    (text) => {
      expect(readFigure(text, "de")).toBeNull()
    },
  )

  test("written in German or English comes back, whatever it is", () => {
    const number = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(number, fc.constantFrom("en", "de"), ([digits, decimals], language) => {
        const text = digits.toString().padStart(decimals + 1, "0")
        const plain = decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text
        const shown = new Intl.NumberFormat(language, { minimumFractionDigits: decimals }).format(plain as `${number}`)
        expect(read(shown, language)).toBe(plain)
      }),
    )
  })

  test("is never read for long", () => {
    expect(readFigure("1,".repeat(5000), "en")).toBeNull()
    expect(figuresIn("1.".repeat(5000), "en")).toEqual([])
  })
})

describe("a passage", () => {
  test("gives its figures as they stand there", () => {
    expect(figuresIn("Rents rose by 40 % to 3.2 million euros, she said, 12 of 40 %.", "en")).toEqual([
      "40 %",
      "3.2 million",
      "12",
    ])
    expect(figuresIn("Es sind 3,2 Millionen, also 1.200 mehr.", "de")).toEqual(["3,2 Millionen", "1.200"])
  })

  test("gives no dates, times and names", () => {
    expect(figuresIn("On 2024-11-15 at 14:30 the A7 and covid19 met", "en")).toEqual([])
  })
})

test("a word of magnitude is one of its language", () => {
  expect([zerosOf("Mrd.", "de"), zerosOf("billion", "en"), zerosOf("Billion", "de"), zerosOf("euro", "en")]).toEqual([
    9,
    9,
    12,
    null,
  ])
})

test("a decimal is shown in the reader's notation, to its last digit", () => {
  expect(shownFigure("12345678901234567890.12", "de")).toBe("12.345.678.901.234.567.890,12")
})
