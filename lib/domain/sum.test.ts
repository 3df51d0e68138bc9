/** What a calculation comes to, beside the figure that the claim gives. */
import { describe, expect, test } from "vitest"
import type { Sum } from "./calculation"
import { summed, workedOut } from "./sum"

const input = (name: string, value: string, unit: string | null = null) => ({ name, value, unit, evidenceId: null })
const sum = (fields: Partial<Sum>): Sum => ({
  formula: "a",
  inputs: [],
  unit: null,
  decimals: null,
  claimed: null,
  language: "en",
  ...fields,
})

const compared = (value: string, claimed: string, fields: Partial<Sum> = {}) => {
  const { comparison } = summed(sum({ inputs: [input("a", value)], claimed, ...fields })).result
  return comparison && [comparison.agrees, comparison.difference, comparison.percent]
}

describe("the claim's figure", () => {
  test.for([
    ["3184201", "3.2 million", {}, true],
    ["3184201", "3,2 Millionen", { language: "de" }, true],
    ["3140000", "3.2 million", {}, false],
    ["0.4", "40 %", {}, true],
    ["0.404", "40 %", {}, true],
    ["0.41", "40 per cent", {}, false],
    ["40", "40 %", { unit: "%", inputs: [input("a", "0.4")] }, true],
    ["2.5", "3", {}, true],
    ["2.449", "2.45", {}, true],
    ["2.4", "2.45", { decimals: 1 }, false],
    ["12", "twelve people in 12 towns", {}, null],
  ] as [string, string, Partial<Sum>, boolean | null][])("%s and %s: %j, %s", ([value, claimed, fields, agrees]) => {
    if (agrees === null) return expect(() => compared(value, claimed, fields)).toThrow("calculation.figure")
    expect(compared(value, claimed, fields)?.[0]).toBe(agrees)
  })

  test("differs by so much, and by so many per cent of the result", () => {
    expect(compared("100", "120")).toEqual([false, "20", "20"])
    expect(compared("0.3", "40 %")).toEqual([false, "10", "33.3"])
    expect(compared("0", "5")).toEqual([false, "5", null])
  })

  test("is held against the result in its own unit, where that can be", () => {
    const way = { inputs: [input("a", "80.4672", "km")] }
    expect(compared("", "50 miles", way)?.[0]).toBe(true)
    expect(compared("", "80 km", way)?.[0]).toBe(true)
    expect(compared("", "80 kilometres of road", way)?.[0]).toBe(true)
  })
})

test("a result is rounded half away from zero, and told unrounded beside it", () => {
  const of = (value: string, decimals: number | null) => {
    const { result } = summed(sum({ inputs: [input("a", value)], decimals }))
    return [result.value, result.exact]
  }
  expect([of("2.5", 0), of("-2.5", 0), of("1.005", 2), of("1.0049", null)]).toEqual([
    ["3", "2.5"],
    ["-3", "-2.5"],
    ["1.01", "1.005"],
    ["1.0049", "1.0049"],
  ])
})

test("figures of inputs are kept as plain decimals, per cent as their unit", () => {
  const { inputs } = summed(
    sum({ formula: "a + b", language: "de", inputs: [input("a", "1.200,50"), input("b", "40 %")] }),
  )
  expect(inputs).toEqual([input("a", "1200.50"), input("b", "40", "%")])
})

test("what can't be worked out any more has failed, and is thrown to nobody", () => {
  expect(workedOut(sum({ formula: "gone(a)" }))).toEqual({ kind: "failed" })
})
