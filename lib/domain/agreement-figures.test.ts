/** Agreement as the figures tell it: what is put together, and what is told apart. */
import { describe, expect, test } from "vitest"
import { agreementByScale, lastMonths, type ComparedVerdicts } from "./agreement-figures"
import { shippedScales, type Scale } from "./scale"

const scales: Scale[] = [
  ...shippedScales.map((scale) => ({ ...scale, id: scale.code })),
  ...shippedScales.map((scale) => ({ ...scale, id: `${scale.code}-2`, version: 2 })),
]
const scaleOf = (id: string): Scale => {
  const scale = scales.find((one) => one.id === id)
  if (!scale) throw new Error(id)
  return scale
}

const alike: ComparedVerdicts = {
  ...{ scaleId: "theirs", first: "true", second: "true", section: "Local", month: "2024-11" },
  ...{ firstBy: "anna", secondBy: "ben", outcome: "agreed", count: 12 },
}
const apart: ComparedVerdicts = { ...alike, second: "mixed", outcome: "first", count: 2 }
const tooFew = { kind: "none", because: "too_few" }

const told = (rows: ComparedVerdicts[]) => agreementByScale(rows, scaleOf)

describe("agreement", () => {
  test("is told of each scale for itself, its versions together", () => {
    const found = told([
      alike,
      { ...alike, scaleId: "theirs-2", first: "false", second: "false" },
      { ...alike, scaleId: "ours", first: "cut", second: "cut" },
    ])
    expect(found.map(({ job, scale, all }) => [job, scale, all.rated])).toEqual([
      ["ours", "ours", 12],
      ["theirs", "theirs", 24],
    ])
    expect(found[0]?.all).toMatchObject({ rated: 12, raw: tooFew, nominal: tooFew })
    expect(found[1]?.all).toMatchObject({ raw: { kind: "value", value: 1 }, ordinal: { kind: "value", value: 1 } })
  })

  test("within a section or a month is not told of fewer than twenty, though it is in all", () => {
    const [scale] = told([alike, { ...alike, section: null, month: "2024-10", count: 13 }, apart])
    expect(scale?.all).toMatchObject({ rated: 27, raw: { kind: "value" } })
    expect(scale?.sections.map(({ part, rated, raw }) => [part, rated, raw])).toEqual([
      ["Local", 14, tooFew],
      [null, 13, tooFew],
    ])
    expect(scale?.months.map(({ part, rated }) => [part, rated])).toEqual([
      ["2024-11", 14],
      ["2024-10", 13],
    ])
  })

  test("of long ago counts in all, and in no month", () => {
    const [scale] = told([alike, { ...alike, month: null }])
    expect(scale?.all.rated).toBe(24)
    expect(scale?.months.map(({ part, rated }) => [part, rated])).toEqual([["2024-11", 12]])
  })

  test("of two people is theirs whoever was first, and is told of twenty", () => {
    const theirs = [alike, { ...apart, count: 4 }]
    const turned = { ...apart, firstBy: "ben", secondBy: "anna", first: "mixed", second: "true", count: 3 }
    const [few] = told(theirs)
    expect(few?.pairs).toEqual([])
    const [scale] = told([...theirs, turned, { ...turned, count: 1 }, { ...alike, secondBy: "cara" }])
    // Anna said "true" in all twenty, Ben "mixed" in eight: kappa is nought where one of two never varies.
    expect(scale?.pairs).toMatchObject([{ part: ["anna", "ben"], rated: 20, kappa: { kind: "value", value: 0 } }])
  })

  test("knows no order where a verdict among them has no number", () => {
    const [scale] = told([alike, { ...alike, first: "misleading", second: "misleading" }])
    expect(scale?.all).toMatchObject({ nominal: { value: 1 }, ordinal: { because: "no_order" } })
  })

  test("comes with what became of those that differed", () => {
    const [scale] = told([
      alike,
      apart,
      { ...apart, outcome: "other", count: 1 },
      { ...apart, outcome: "undecided", count: 3 },
    ])
    expect(scale?.outcomes).toEqual({ agreed: 12, first: 2, second: 0, other: 1, undecided: 3 })
  })
})

test("months are told apart for three years, each from its first midnight there", () => {
  const months = lastMonths({ now: new Date("2024-10-31T23:30:00Z"), zone: "Europe/Berlin" })
  expect(months).toHaveLength(36)
  expect(months[0]).toEqual({ month: "2021-12", from: new Date("2021-11-30T23:00:00Z") })
  expect(months.at(-1)).toEqual({ month: "2024-11", from: new Date("2024-10-31T23:00:00Z") })
})
