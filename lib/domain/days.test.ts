import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, dayAt, mondayOf, startOfDay, startsOfDays } from "./days"

const zone = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Africa/Cairo",
  "America/Santiago",
  "Australia/Lord_Howe",
)
const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2037-12-31"), noInvalidDate: true })

test("a day begins at its first instant: the one before lies on an earlier day", () => {
  fc.assert(
    fc.property(instant, zone, (at, zone) => {
      const day = dayAt(at, zone)
      const start = startOfDay(day, zone)
      expect(dayAt(start, zone)).toBe(day)
      expect(dayAt(new Date(start.getTime() - 1), zone) < day).toBe(true)
      expect(start.getTime()).toBeLessThanOrEqual(at.getTime())
    }),
  )
})

test("days after one another begin as each does by itself, whenever clocks are changed between them", () => {
  fc.assert(
    fc.property(instant, zone, fc.constantFrom(1, 7, 28), (at, zone, step) => {
      const days = Array.from({ length: 30 }, (_, index) => addDays(dayAt(at, zone), index * step))
      expect(startsOfDays(days, zone)).toEqual(days.map((day) => startOfDay(day, zone)))
    }),
    { numRuns: 30 },
  )
})

describe("a day begins", () => {
  test.each([
    ["at midnight in summer", "2024-07-01", "Europe/Berlin", "2024-06-30T22:00:00.000Z"],
    ["at midnight in winter", "2024-12-01", "Europe/Berlin", "2024-11-30T23:00:00.000Z"],
    ["on the day on which clocks are put forward", "2024-03-31", "Europe/Berlin", "2024-03-30T23:00:00.000Z"],
    ["an hour late where midnight is left out", "2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00.000Z"],
    ["at a quarter of an hour's offset", "2024-11-15", "Asia/Kathmandu", "2024-11-14T18:15:00.000Z"],
  ])("%s", (_, day, zone, start) => {
    expect(startOfDay(day, zone).toISOString()).toBe(start)
  })
})

test("a week begins on Monday", () => {
  expect(mondayOf("2024-11-15")).toBe("2024-11-11")
  expect(mondayOf("2024-11-11")).toBe("2024-11-11")
  expect(mondayOf("2024-11-17")).toBe("2024-11-11")
})

test("days are counted over the ends of months and years", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29")
  expect(addDays("2024-01-01", -1)).toBe("2023-12-31")
})
