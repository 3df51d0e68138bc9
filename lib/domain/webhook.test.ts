import { expect, test } from "vitest"
import { isGivenUp, isToldOf, MakeWebhook, nextTry } from "./webhook"

const now = new Date("2026-11-28T12:00:00Z")

test("it is tried again ever later, and given up after days", () => {
  const waits = Array.from({ length: 9 }, (_, at) => nextTry(at + 1, now)).map((at) => at && +at - +now)
  expect(waits.at(-1)).toBeNull()
  const known = waits.slice(0, -1).map(Number)
  expect(known).toEqual([...known].sort((one, other) => one - other))
  expect(known.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(24 * 3600 * 1000)
})

test("an address is given up that nothing has reached for three days", () => {
  expect(isGivenUp(new Date("2026-11-25T12:00:01Z"), now)).toBe(false)
  expect(isGivenUp(new Date("2026-11-25T12:00:00Z"), now)).toBe(true)
})

test("it is told of the kinds that were named, or of all", () => {
  expect(isToldOf([], "round.sent")).toBe(true)
  expect(isToldOf(["verdicts"], "round.sent")).toBe(true)
  expect(isToldOf(["desk", "sources"], "round.sent")).toBe(false)
})

test("what is no address of the web is none", () => {
  for (const url of ["ftp://a.example/", "javascript:alert(1)", "https://name:word@a.example/", "nowhere"])
    expect(MakeWebhook.safeParse({ url }).success).toBe(false)
  expect(MakeWebhook.parse({ url: "https://a.example/hook?x=1" })).toEqual({
    url: "https://a.example/hook?x=1",
    kinds: [],
  })
})
