/** Trying again: what begins once the database is there. */
import { expect, test, vi } from "vitest"
import { untilItWorks } from "./until-it-works"

test("what fails is tried again until it works, and not after that", async () => {
  vi.useFakeTimers()
  const told: unknown[] = []
  const begin = vi.fn<() => Promise<void>>()
  begin.mockRejectedValueOnce("away").mockRejectedValueOnce("still away").mockResolvedValue()
  await untilItWorks(begin, (error) => told.push(error))
  expect([begin.mock.calls.length, told]).toEqual([1, ["away"]])
  await vi.runAllTimersAsync()
  expect([begin.mock.calls.length, told]).toEqual([3, ["away", "still away"]])
  vi.useRealTimers()
})
