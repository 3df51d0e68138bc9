import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { DWELL, sightings } from "./sightings"

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function watched() {
  const shown: string[] = []
  return { shown, ...sightings((row) => shown.push(row)) }
}

test("a row is shown when both its ends were in sight for a moment", () => {
  const { shown, enter } = watched()
  enter("a", "start")
  enter("a", "end")
  vi.advanceTimersByTime(DWELL - 1)
  expect(shown).toEqual([])
  vi.advanceTimersByTime(1)
  expect(shown).toEqual(["a"])
})

test("scrolling past is no look", () => {
  const { shown, enter, leave } = watched()
  enter("a", "start")
  enter("a", "end")
  vi.advanceTimersByTime(DWELL / 2)
  leave("a", "start")
  vi.advanceTimersByTime(DWELL * 2)
  expect(shown).toEqual([])
})

test("a row higher than the screen is shown when its end has been reached", () => {
  const { shown, enter, leave } = watched()
  enter("a", "start")
  vi.advanceTimersByTime(DWELL)
  leave("a", "start")
  enter("a", "end")
  vi.advanceTimersByTime(DWELL)
  expect(shown).toEqual(["a"])
})

test("the keyboard shows the row that it stands on, not those that it ran over", () => {
  const { shown, stand } = watched()
  stand("a")
  vi.advanceTimersByTime(DWELL / 2)
  stand("b")
  vi.advanceTimersByTime(DWELL)
  stand("c")
  stand(null)
  vi.advanceTimersByTime(DWELL)
  expect(shown).toEqual(["b"])
})

test("what has stopped shows nothing", () => {
  const { shown, enter, stand, stop } = watched()
  enter("a", "start")
  enter("a", "end")
  stand("b")
  stop()
  vi.advanceTimersByTime(DWELL * 2)
  expect(shown).toEqual([])
})
