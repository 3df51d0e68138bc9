import { expect, test, vi } from "vitest"
import { firstSight } from "./first-sight"

/** An observer that sees what it is told to. */
function eyes() {
  let look: (entries: { isIntersecting: boolean }[]) => void = () => undefined
  const watched = new Set<Element>()
  class Eyes {
    constructor(onLook: typeof look) {
      look = onLook
    }
    observe = (element: Element) => watched.add(element)
    unobserve = (element: Element) => watched.delete(element)
    disconnect = () => {
      watched.clear()
    }
  }
  const Observer = Eyes as unknown as typeof IntersectionObserver
  return { Observer, watched, look: (...seen: boolean[]) => look(seen.map((isIntersecting) => ({ isIntersecting }))) }
}

const element = () => ({}) as HTMLDivElement

test("nothing is seen until the first comes into sight, then all are, and nobody looks any more", () => {
  const { Observer, watched, look } = eyes()
  const charts = firstSight(Observer)
  const tell = vi.fn()
  charts.subscribe(tell)
  charts.watch(element())
  charts.watch(element())
  look(false, false)
  expect([charts.isSeen(), tell.mock.calls.length]).toEqual([false, 0])
  look(false, true)
  expect([charts.isSeen(), tell.mock.calls.length]).toEqual([true, 1])
  charts.watch(element())
  expect(watched.size).toBe(0)
})

test("what has gone is neither watched nor told", () => {
  const { Observer, watched, look } = eyes()
  const charts = firstSight(Observer)
  const tell = vi.fn()
  const leave = charts.subscribe(tell)
  const gone = charts.watch(element())
  expect(watched.size).toBe(1)
  gone()
  leave()
  expect(watched.size).toBe(0)
  look(true)
  expect(tell).not.toHaveBeenCalled()
})

test("where nothing can look, all is seen", () => {
  const charts = firstSight(undefined)
  charts.watch(element())
  expect(charts.isSeen()).toBe(true)
})
