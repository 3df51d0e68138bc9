import { expect, test } from "vitest"
import type { ClaimView } from "@/lib/domain/claim"
import { matchesFilter } from "./claim-filter"

const me = { id: "me", name: "Me" }
const other = { id: "other", name: "Other" }
const claim = (fields: Partial<ClaimView>) =>
  ({ state: "open", assignee: null, markedBy: other, ...fields }) as ClaimView

test("states are told apart", () => {
  expect(matchesFilter(claim({ state: "in_review" }), "in_review", "me")).toBe(true)
  expect(matchesFilter(claim({ state: "open" }), "in_review", "me")).toBe(false)
  expect(matchesFilter(claim({}), "all", "me")).toBe(true)
})

test("a claim wants a look whose evidence is flagged", () => {
  const evidence = [{ flag: null }, { flag: "page_gone" }] as ClaimView["evidence"]
  expect(matchesFilter(claim({ evidence }), "look", "me")).toBe(true)
  expect(matchesFilter(claim({ evidence: evidence.slice(0, 1) }), "look", "me")).toBe(false)
})

test("what I marked is mine until it is assigned to somebody else", () => {
  expect(matchesFilter(claim({ markedBy: me }), "mine", "me")).toBe(true)
  expect(matchesFilter(claim({ markedBy: me, assignee: other }), "mine", "me")).toBe(false)
  expect(matchesFilter(claim({ assignee: me }), "mine", "me")).toBe(true)
})
