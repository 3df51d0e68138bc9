import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  areBlank,
  BAND_ENDS,
  bandsOf,
  dayEnds,
  FigureFilters,
  firstDay,
  flightOver,
  inFlight,
  lengthOf,
  meaningful,
  percentOf,
  timeOf,
  type ApprovalTimes,
  type Figures,
} from "./figures"

const clock = { now: new Date("2024-11-15T11:30:00Z"), zone: "Europe/Berlin" }

describe("what an address asks for", () => {
  test("is thirty days of everything unless it says otherwise", () => {
    expect(FigureFilters.parse({})).toEqual({ period: "30" })
    expect(FigureFilters.parse({ period: "90", section: "Local", job: "ours" })).toEqual({
      period: "90",
      section: "Local",
      job: "ours",
    })
  })

  test("a value that is none asks for nothing", () => {
    expect(FigureFilters.parse({ period: "8", section: "a\0b", job: "mine" })).toEqual({ period: "30" })
  })
})

describe("figures are blank", () => {
  const blank: Figures = {
    flight: { since: null, days: [] },
    times: { count: 0, median: null, ninety: null, bands: bandsOf({}) },
    mixes: [],
    waivers: { sent: 0, without: 0, items: [] },
    agreement: { scales: [], names: {} },
    overdue: { total: 0, checkers: [], articles: [], more: { checkers: 0, articles: 0 } },
    work: { people: [], more: 0 },
  }

  test("where none of them has anything to say", () => {
    expect(areBlank(blank)).toBe(true)
  })

  test.each<[string, Partial<Figures>]>([
    ["a claim was marked once", { flight: { since: "2024-11-05T09:00:00.000Z", days: [] } }],
    ["a claim was approved", { times: { ...blank.times, count: 1 } }],
    ["a rating stands", { mixes: [{ job: "theirs", scale: "theirs", name: null, total: 1, ratings: [] }] }],
    ["a claim is late", { overdue: { ...blank.overdue, total: 1 } }],
  ])("not where %s", (_, found) => {
    expect(areBlank({ ...blank, ...found })).toBe(false)
  })
})

describe("a period", () => {
  test("of seven days begins with the sixth day before today, at midnight there", () => {
    expect(firstDay("7", clock, null)).toBe("2024-11-09")
    expect(timeOf("7", clock).from).toEqual(new Date("2024-11-08T23:00:00Z"))
  })

  test("of all there is begins with the day of the first claim, there", () => {
    expect(firstDay("all", clock, new Date("2024-11-12T23:30:00Z"))).toBe("2024-11-13")
    expect(firstDay("all", clock, null)).toBe("2024-11-15")
    expect(timeOf("all", clock).from.getTime()).toBe(0)
  })

  test("has ended right after now", () => {
    expect(timeOf("30", clock).to).toEqual(new Date("2024-11-15T11:30:00.001Z"))
  })
})

describe("days that are counted", () => {
  test("end at the next midnight there, today's now", () => {
    expect(dayEnds("2024-11-13", clock)).toEqual([
      { day: "2024-11-13", at: new Date("2024-11-13T23:00:00Z") },
      { day: "2024-11-14", at: new Date("2024-11-14T23:00:00Z") },
      { day: "2024-11-15", at: new Date("2024-11-15T11:30:00.001Z") },
    ])
  })

  test("are as long as days are where clocks are put forward", () => {
    const ends = dayEnds("2025-03-29", { now: new Date("2025-03-31T10:00:00Z"), zone: "Europe/Berlin" })
    expect(ends.slice(0, 2).map(({ at }) => at.toISOString())).toEqual([
      "2025-03-29T23:00:00.000Z",
      "2025-03-30T22:00:00.000Z",
    ])
  })

  test("of ninety days are ninety; of a year they are weeks, and no more than can be read however long it was", () => {
    expect(dayEnds("2024-08-18", clock)).toHaveLength(90)
    const year = dayEnds("2023-11-16", clock)
    expect(year.slice(-2).map(({ day }) => day)).toEqual(["2024-11-08", "2024-11-15"])
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: clock.now, noInvalidDate: true }), (first) => {
        const ends = dayEnds(first.toISOString().slice(0, 10), clock)
        expect(ends.length).toBeGreaterThan(0)
        expect(ends.length).toBeLessThanOrEqual(92)
        expect(ends.at(-1)?.day).toBe("2024-11-15")
        expect(ends.every(({ at }, index) => index === 0 || at > (ends[index - 1]?.at ?? at))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

test("who stood how at the end of each day follows from who began and ceased to", () => {
  const days = flightOver(dayEnds("2024-11-13", clock), [
    { point: 0, standing: "open", by: 3 },
    { point: 1, standing: "open", by: -2 },
    { point: 1, standing: "in_review", by: 1 },
    { point: 2, standing: "in_review", by: -1 },
    { point: 3, standing: "open", by: -1 },
  ])
  expect(days).toEqual([
    { day: "2024-11-13", open: 3, waiting: 0, in_review: 0, changes_requested: 0 },
    { day: "2024-11-14", open: 1, waiting: 0, in_review: 1, changes_requested: 0 },
    { day: "2024-11-15", open: 1, waiting: 0, in_review: 0, changes_requested: 0 },
  ])
  expect(days.map(inFlight)).toEqual([3, 2, 1])
})

describe("times to approval", () => {
  test("fall into bands by how many ends they have reached", () => {
    const bands = bandsOf({ 0: 3, 7: 1 })
    expect(bands.map(({ count }) => count)).toEqual([3, 0, 0, 0, 0, 0, 0, 1])
    expect([bands[0]?.band, bands[7]?.band]).toEqual(["under_1h", "over_2w"])
    expect(BAND_ENDS.toSorted((one, other) => one - other)).toEqual(BAND_ENDS)
  })

  const times = (count: number): ApprovalTimes => ({ count, median: 3600, ninety: 7200, bands: [] })

  test("are not summed up where a claim more would turn the number into another", () => {
    expect(meaningful(times(4))).toEqual({ median: null, ninety: null })
    expect(meaningful(times(5))).toEqual({ median: 3600, ninety: null })
    expect(meaningful(times(10))).toEqual({ median: 3600, ninety: 7200 })
  })

  test.each([
    [20, "minutes", 0],
    [89 * 60, "minutes", 89],
    [90 * 60, "hours", 1.5],
    [26 * 3600, "hours", 26],
    [60 * 3600, "days", 2.5],
    [20.4 * 86_400, "days", 20],
  ] as const)("%d seconds are said in %s", (seconds, unit, value) => {
    expect(lengthOf(seconds)).toEqual({ unit, value })
  })
})

test("a part of nothing is none", () => {
  expect([percentOf(1, 3), percentOf(2, 3), percentOf(0, 0)]).toEqual([33, 67, 0])
})
