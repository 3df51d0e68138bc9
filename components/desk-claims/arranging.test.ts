import { expect, test } from "vitest"
import type { ClaimItem } from "@/lib/domain/claim-list"
import { arranged, asked, ofTheirOwn, takingBack } from "./arranging"

const ann = { id: "ann", name: "Ann" }
const ben = { id: "ben", name: "Ben" }

function item(id: string, rest: Partial<ClaimItem> = {}): ClaimItem {
  const article = { id: "article", title: "An article", language: "en", authorIds: [], leadId: null, dueAt: null }
  const blank = {
    number: 1,
    words: "",
    state: "open",
    passed: false,
    verdict: null,
    priority: 2,
    waiting: null,
    version: 1,
  } as const
  return { id, article, assignee: null, markedBy: ann, dueAt: null, wantsLook: false, overdue: null, ...blank, ...rest }
}

const noon = "2026-11-25T12:00:00.000Z"

test("the act is asked for the versions that were seen", () => {
  const seen = [{ claimId: "a", version: 3 }]
  expect(asked([item("a", { version: 3 })], { kind: "assignee", assignee: ann })).toEqual({
    claims: seen,
    assigneeId: "ann",
  })
  expect(asked([item("a", { version: 3 })], { kind: "due", dueAt: null })).toEqual({ claims: seen, dueAt: null })
})

test("only what was chosen looks changed", () => {
  const items = arranged([item("a"), item("b")], new Set(["b"]), { kind: "assignee", assignee: ben })
  expect(items.map(({ assignee }) => assignee?.name)).toEqual([undefined, "Ben"])
})

test("taking back gives every claim who it had, over the version that the act made", () => {
  const before = [item("a", { assignee: ann }), item("b"), item("c", { assignee: ann })]
  const after = ["a", "b", "c"].map((id) => ({ id, version: 2 }))
  expect(takingBack(before, { kind: "assignee", assignee: ben }, after)).toEqual([
    {
      claims: [
        { claimId: "a", version: 2 },
        { claimId: "c", version: 2 },
      ],
      assigneeId: "ann",
    },
    { claims: [{ claimId: "b", version: 2 }], assigneeId: null },
  ])
})

test("taking back a time gives back the one before, or none", () => {
  const before = [item("a", { dueAt: noon }), item("b")]
  const after = before.map(({ id }) => ({ id, version: 2 }))
  const taken = takingBack(before, { kind: "due", dueAt: "2026-12-01T12:00:00.000Z" }, after)
  expect(taken.map(({ dueAt }) => dueAt)).toEqual([noon, null])
})

test("whose own articles claims are of is known before it is asked", () => {
  const own = item("a", { article: { ...item("a").article, authorIds: ["ann"] } })
  expect(ofTheirOwn([own, item("b")], "ann")).toEqual([own])
})
