import { expect, test, vi } from "vitest"
import { keyBindings } from "./key-bindings"

test("an act exists as long as somebody binds it, in the order of the table", () => {
  const bindings = keyBindings()
  const told = vi.fn()
  bindings.subscribe(told)
  const unbindNext = bindings.bind("claim.next", () => undefined)
  bindings.bind("claim.mark", () => undefined)
  expect(bindings.bound()).toEqual(["claim.mark", "claim.next"])
  unbindNext()
  expect(bindings.bound()).toEqual(["claim.mark"])
  expect(told).toHaveBeenCalledTimes(3)
})

test("of several who bind an act the last does it, and the one before when that is gone", () => {
  const bindings = keyBindings()
  const done: string[] = []
  const told = vi.fn()
  bindings.bind("text.back", () => done.push("first"))
  const unbind = bindings.bind("text.back", () => done.push("last"))
  bindings.subscribe(told)
  bindings.run("text.back")
  unbind()
  bindings.run("text.back")
  expect(done).toEqual(["last", "first"])
  expect(told).not.toHaveBeenCalled()
})

test("an act that nobody binds does nothing", () => {
  const bindings = keyBindings()
  bindings.run("claim.mark")
  expect(bindings.bound()).toEqual([])
})
