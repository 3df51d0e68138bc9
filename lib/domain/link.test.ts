/** What becomes of a page between two looks, and whom that would alarm. */
import { describe, expect, test } from "vitest"
import { afterLook, isWatchable, movesPage, type LinkRecord, type Look, type Looking } from "./link"

const NOW = new Date("2026-11-01T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const URL = "https://paper.example.net.eu/a"
const unseen: LinkRecord = { state: null, stateAt: null, failures: 0, failure: null, movedTo: null }
const reachable: LinkRecord = { ...unseen, state: "reachable", stateAt: hours(-100) }
const looking = (given: Partial<Looking> = {}): Looking => ({
  ...{ now: NOW, everyHours: 24, url: URL, isUnsettled: false },
  ...given,
})
const seen = (text: "first" | "same" | "changed" = "same", movedTo: string | null = null): Look => ({
  kind: "seen",
  text,
  movedTo,
})
const failed = (step: string, reason: string): Look => ({ kind: "failed", step, detail: { host: "h", reason } })

test("a server that says when it wants to be asked again is asked no sooner, but some day", () => {
  const busy = (retryAfter: number): Look => {
    return { kind: "failed", step: "status", detail: { host: "h", reason: "busy", status: 429, retryAfter } }
  }
  expect(afterLook(reachable, busy(60), looking())).toMatchObject({ dueAt: hours(1), news: [] })
  expect(afterLook(reachable, busy(5 * 3_600), looking())).toMatchObject({ dueAt: hours(5) })
  expect(afterLook(reachable, busy(999_999_999), looking())).toMatchObject({ dueAt: hours(336) })
})

describe("a page that answers", () => {
  test("is reachable from the first look on, and looked at again a day later", () => {
    expect(afterLook(unseen, seen("first"), looking())).toEqual({
      ...{ state: "reachable", stateAt: NOW, failures: 0, failure: null, movedTo: null },
      ...{ checkedAt: NOW, dueAt: hours(24), news: [] },
    })
    expect(afterLook(reachable, seen(), looking({ everyHours: 6 }))).toMatchObject({
      ...{ state: "reachable", stateAt: hours(-100), dueAt: hours(6), news: [] },
    })
  })

  test("whose text is another one has changed, until somebody has looked at what rests on it", () => {
    const changed = afterLook(reachable, seen("changed"), looking())
    expect(changed).toMatchObject({ state: "changed", stateAt: NOW, news: ["changed"] })
    const next = looking({ now: hours(24), isUnsettled: true })
    expect(afterLook(changed, seen(), next)).toMatchObject({ state: "changed", stateAt: NOW, news: [] })
    expect(afterLook(changed, seen(), { ...next, isUnsettled: false })).toMatchObject({ state: "reachable" })
    expect(afterLook(changed, seen("changed"), next)).toMatchObject({ stateAt: hours(24), news: ["changed"] })
  })

  test("from elsewhere for good has moved, which is told once", () => {
    const elsewhere = "https://paper.example.net.eu/b"
    const moved = afterLook(reachable, seen("same", elsewhere), looking())
    expect(moved).toMatchObject({ state: "redirected", movedTo: elsewhere, stateAt: NOW, news: ["moved"] })
    const again = afterLook(moved, seen("same", elsewhere), looking({ now: hours(24) }))
    expect(again).toMatchObject({ state: "redirected", stateAt: NOW, news: [] })
    expect(afterLook(again, seen("same", `${elsewhere}2`), looking())).toMatchObject({ news: ["moved"] })
    const both = afterLook(again, seen("changed", `${elsewhere}2`), looking())
    expect(both).toMatchObject({ state: "changed", news: ["moved", "changed"] })
    expect(afterLook(again, seen(), looking())).toMatchObject({ state: "reachable", movedTo: null })
  })

  test("is not elsewhere where only its address was put right", () => {
    expect(movesPage("http://paper.org/a", "https://www.paper.org/a/")).toBe(false)
    expect(movesPage("https://paper.org/a?b", "https://paper.org/a?c")).toBe(true)
    expect(movesPage("https://paper.org/a", "https://paper.org/")).toBe(true)
    expect(movesPage("https://paper.org/a", "https://paper.com/a")).toBe(true)
    const put = afterLook(reachable, seen("same", URL.replace("https", "http")), looking())
    expect(put).toMatchObject({ state: "reachable", movedTo: null, news: [] })
  })

  test("after it was gone is back", () => {
    const gone: LinkRecord = { ...reachable, state: "gone", failures: 4 }
    expect(afterLook(gone, seen(), looking())).toMatchObject({ state: "reachable", failures: 0, news: ["back"] })
  })
})

describe("a page that does not answer", () => {
  /** What is known after looks that fail so, so many hours apart. */
  function afterFailures(look: Look, apart: number, count: number) {
    let known = afterLook(reachable, look, looking())
    for (let at = 1; at < count; at += 1) known = afterLook(known, look, looking({ now: hours(at * apart) }))
    return known
  }

  test("is gone at once where its server says so", () => {
    expect(afterLook(reachable, failed("status", "gone"), looking())).toMatchObject({
      ...{ state: "gone", stateAt: NOW, failures: 1, news: ["gone"] },
    })
    expect(afterFailures(failed("status", "gone"), 24, 2)).toMatchObject({ state: "gone", stateAt: NOW, news: [] })
  })

  test.each([
    ["connection", "refused"],
    ["time", "slow"],
    ["lookup", "unknown"],
    ["status", "broken"],
  ])("is gone by %s %s after three looks over a day, and stays what it was until then", (step, reason) => {
    const look = failed(step, reason)
    expect(afterFailures(look, 12, 2)).toMatchObject({ state: "reachable", failures: 2, failure: { step }, news: [] })
    expect(afterFailures(look, 1, 9)).toMatchObject({ state: "reachable", failures: 9, news: [] })
    expect(afterFailures(look, 12, 3)).toMatchObject({ state: "gone", failures: 3, news: ["gone"] })
    expect(afterLook(unseen, look, looking())).toMatchObject({ state: null, stateAt: null, failures: 1 })
  })

  test.each([
    ["status", "closed"],
    ["status", "busy"],
    ["redirect", "loop"],
    ["type", "other"],
    ["size", "body"],
    ["lookup", "private"],
  ])("only to Stet, by %s %s, is never taken to be gone", (step, reason) => {
    expect(afterFailures(failed(step, reason), 48, 9)).toMatchObject({ state: "reachable", failures: 9, news: [] })
  })

  test("is looked at again soon, then ever more rarely", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 20].map((count) => {
      const known = afterFailures(failed("time", "slow"), 0, count)
      return (known.dueAt.getTime() - NOW.getTime()) / 3_600_000
    })
    expect(waits).toEqual([1, 6, 24, 48, 96, 192, 336, 336])
  })
})

test("names that are kept for examples lead to no page, nor does what is never to be fetched again", () => {
  const watched = (url: string | null, neverRefetch = false) => isWatchable({ url, neverRefetch })
  expect(watched("https://paper.eu/a")).toBe(true)
  expect(watched("http://127.0.0.1:4000/a")).toBe(true)
  expect(watched("https://paper.eu/a", true)).toBe(false)
  for (const url of [
    null,
    "https://example.org/a",
    "https://www.example.com/",
    "https://desk.test/",
    "http://a.example/",
  ])
    expect(watched(url)).toBe(false)
  expect(watched("https://anexample.org/")).toBe(true)
})
