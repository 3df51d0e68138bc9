import { expect, test } from "vitest"
import { actsOf, ALL_ACTS, HistoryFilters, HistoryKind, instantsOf } from "./history"

const clock = { now: new Date("2024-11-15T12:00:00Z"), zone: "Europe/Berlin" }

test("every act is of one kind, and every kind has acts", () => {
  expect(HistoryKind.options.flatMap(actsOf).toSorted()).toEqual(ALL_ACTS.toSorted())
  expect(HistoryKind.options.filter((kind) => actsOf(kind).length === 0)).toEqual([])
})

test("a period begins with its first day and ends with its last, by the reader's clock", () => {
  const { since, before } = instantsOf({ from: "2024-11-14", to: "2024-11-15" }, clock)
  expect([since?.toISOString(), before?.toISOString()]).toEqual([
    "2024-11-13T23:00:00.000Z",
    "2024-11-15T23:00:00.000Z",
  ])
  expect(instantsOf({}, clock)).toEqual({ since: null, before: null })
})

test("what an address says that nobody can ask for asks for nothing", () => {
  const given = { who: "x' OR 1", kind: "gossip", from: "yesterday", to: "2024-13-01" }
  expect(HistoryFilters.parse(given)).toEqual({})
})
