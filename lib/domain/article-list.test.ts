/** What an address asks of the list of articles. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ARTICLE_ORDERS, ArticleQuestion, filterOf, placeNamed, placeWord, progressOf } from "./article-list"

const ID = "01a21c5f-4745-7053-a659-c9d18d36823a"

describe("an address", () => {
  test("that asks for nothing asks for all, newest first", () => {
    expect(ArticleQuestion.parse({})).toEqual({ show: "all", q: "", sort: "newest" })
  })

  test("asks for nothing by words that mean nothing here", () => {
    const odd = { show: "lost", q: "x".repeat(201), person: "me", kind: "", due: "never", sort: "-title", section: 7 }
    expect(ArticleQuestion.parse(odd)).toEqual(ArticleQuestion.parse({}))
  })

  test("asks for what it names", () => {
    const asked = { show: "ready", q: "taxes", section: "Local", person: ID, kind: "copy", sort: "due" }
    expect(ArticleQuestion.parse(asked)).toEqual(asked)
  })
})

describe("a deadline is asked for", () => {
  const now = new Date("2024-11-15T22:30:00Z")
  const span = (due: "overdue" | "today" | "week", zone: string) => {
    const filter = filterOf(ArticleQuestion.parse({ due }), { now, zone })
    return [filter.due?.from?.toISOString() ?? null, filter.due?.before?.toISOString() ?? null]
  }

  test("when it has passed, from its own instant on", () => {
    expect(span("overdue", "UTC")).toEqual([null, "2024-11-15T22:30:00.001Z"])
  })

  test("by the reader's day and week", () => {
    expect(span("today", "UTC")).toEqual(["2024-11-15T00:00:00.000Z", "2024-11-16T00:00:00.000Z"])
    expect(span("today", "Asia/Tokyo")).toEqual(["2024-11-15T15:00:00.000Z", "2024-11-16T15:00:00.000Z"])
    expect(span("week", "Europe/Berlin")).toEqual(["2024-11-10T23:00:00.000Z", "2024-11-17T23:00:00.000Z"])
  })
})

describe("a place in the list", () => {
  test("is found again by its word, in the order that it is of", () => {
    const key = fc.oneof(fc.string({ unit: "grapheme" }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(
      fc.property(key, (key) => {
        const place = { id: ID, key: Object.is(key, -0) ? 0 : key }
        const order = typeof key === "string" ? ARTICLE_ORDERS.title : ARTICLE_ORDERS.due
        expect(placeNamed(placeWord(place), order)).toEqual(String(key).includes("\0") ? null : place)
      }),
    )
    expect(placeNamed(placeWord({ id: ID, key: null }), ARTICLE_ORDERS.newest)).toEqual({ id: ID, key: null })
  })

  test.each([
    ["no place", "nowhere", "newest"],
    ["a place of another order", `${ID}.5`, "newest"],
    ["a number among titles", `${ID}.5`, "title"],
    ["a title among numbers", `${ID}.%22A%22`, "due"],
    ["no key", ID, "due"],
    ["half an escape", `${ID}.%2`, "title"],
  ] as const)("is none: %s", (_, word, sort) => {
    expect(placeNamed(word, ARTICLE_ORDERS[sort])).toBeNull()
  })
})

test("progress is the share of claims approved; no claims come before none approved", () => {
  const shares = [
    [0, 0],
    [0, 3],
    [1, 3],
    [3, 3],
  ] as const
  expect(shares.map(([passed, total]) => progressOf({ passed, total }))).toEqual([-1, 0, 333_333, 1_000_000])
})
