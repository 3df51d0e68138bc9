/** When a day's mail is due: at the same hour of the same clock, whatever that does. */
import { expect, test } from "vitest"
import { nextAt } from "./digest"

const next = (hour: number, now: string, zone: string) => nextAt(hour, { now: new Date(now), zone }).toISOString()

test("a day's mail is due when the clock shows its hour next, today or tomorrow", () => {
  expect(next(7, "2026-11-28T05:59:59Z", "Europe/Berlin")).toBe("2026-11-28T06:00:00.000Z")
  expect(next(7, "2026-11-28T06:00:00Z", "Europe/Berlin")).toBe("2026-11-29T06:00:00.000Z")
  expect(next(7, "2026-11-28T06:00:00Z", "America/New_York")).toBe("2026-11-28T12:00:00.000Z")
  expect(next(0, "2026-11-28T23:30:00Z", "UTC")).toBe("2026-11-29T00:00:00.000Z")
})

test("it is due at the same hour on the days on which clocks are put forward or back", () => {
  expect(next(7, "2026-03-28T12:00:00Z", "Europe/Berlin")).toBe("2026-03-29T05:00:00.000Z")
  expect(next(7, "2026-10-24T12:00:00Z", "Europe/Berlin")).toBe("2026-10-25T06:00:00.000Z")
})

test("where the hour is left out, it is due with the one after it", () => {
  expect(next(2, "2026-03-28T12:00:00Z", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z")
})
