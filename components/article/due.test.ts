import { expect, test } from "vitest"
import { nearnessOf } from "./due"

const now = new Date("2024-11-15T22:30:00Z")
const near = (due: string, zone = "UTC") => nearnessOf(new Date(due), now, zone)

test("a deadline is late from its own minute on", () => {
  expect(near("2024-11-15T22:30:00Z")).toBe("late")
  expect(near("2024-11-15T22:31:00Z")).toBe("today")
})

test("days are the reader's", () => {
  expect(near("2024-11-16T08:00:00Z")).toBe("tomorrow")
  expect(near("2024-11-16T08:00:00Z", "Europe/Berlin")).toBe("tomorrow")
  // It is the 16th already in Tokyo.
  expect(near("2024-11-16T08:00:00Z", "Asia/Tokyo")).toBe("today")
})

test("further off it is a date", () => {
  expect(near("2024-11-17T00:00:00Z")).toBe("other")
})
