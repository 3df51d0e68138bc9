import { expect, test } from "vitest"
import type { PassageThread, ThreadView } from "@/lib/domain/comment"
import { passageBeside, passagesOf, withThread } from "./passages"

const positions = { rangesOf: ({ start, end }: { start: number; end: number }) => [{ from: start + 1, to: end + 1 }] }
const thread = (id: string, kind: PassageThread["kind"], start: number, end: number): PassageThread => {
  return { id, kind, start, end, comments: 1, waits: kind === "query" }
}
const view = (id: string, about: Partial<ThreadView> = {}): ThreadView => ({
  ...{ id, articleId: "article", kind: "note", claim: null, quote: "", sentence: null, place: null },
  ...{ waitingSince: null, resolvedAt: null, resolvedBy: null, comments: [] },
  ...about,
})

test("threads on the same words are one passage, and a query among them is what is seen", () => {
  const all = [thread("b", "note", 20, 30), thread("a", "query", 20, 30), thread("c", "note", 5, 9)]
  const [first, second] = [
    { start: 5, end: 9 },
    { start: 20, end: 30 },
  ]
  expect(passagesOf(all, positions)).toEqual([
    { id: "thread:5-9", ...first, ranges: positions.rangesOf(first), ...note },
    { id: "thread:20-30", ...second, ranges: positions.rangesOf(second), ...both },
  ])
})

const note = { kind: "note", threadIds: ["c"], comments: 1, waits: "no" }
const both = { kind: "query", threadIds: ["b", "a"], comments: 2, waits: "yes" }

test("one goes from passage to passage, and from the last to the first", () => {
  const passages = passagesOf([thread("a", "note", 5, 9), thread("b", "note", 20, 30)], positions)
  const from = (offset: number, by: 1 | -1) => passageBeside(passages, offset, by)?.start
  expect([from(0, 1), from(5, 1), from(20, 1)]).toEqual([5, 20, 5])
  expect([from(30, -1), from(20, -1), from(5, -1)]).toEqual([20, 5, 20])
  expect(passageBeside([], 0, 1)).toBeUndefined()
})

test("what was just said is marked where it was said, until it is closed", () => {
  const none = { passages: [], queries: [] }
  const begun = withThread(none, view("a", { kind: "query", waitingSince: "2026-01-01" }), { start: 2, end: 4 })
  expect(begun.passages).toEqual([{ id: "a", kind: "query", start: 2, end: 4, comments: 0, waits: true }])
  expect(withThread(begun, view("a", { kind: "query" }), null).passages).toMatchObject([{ start: 2, waits: false }])
  expect(withThread(begun, view("a", { resolvedAt: "2026-01-02" }), null)).toEqual(none)
  // Closed and opened again in one place, it is told where it stood.
  expect(withThread(none, view("a"), { start: 2, end: 4 }).passages).toHaveLength(1)
  expect(withThread(none, view("a"), null)).toEqual(none)
})

test("a claim shows the queries on it that are open, and no notes", () => {
  const claim = { id: "claim", number: 1, job: "ours", words: "", isWithdrawn: false } as const
  const none = { passages: [], queries: [] }
  const asked = withThread(none, view("a", { kind: "query", claim }), null)
  expect(asked).toEqual({ passages: [], queries: [{ id: "a", claimId: "claim" }] })
  expect(withThread(asked, view("b", { claim }), null)).toEqual(asked)
  expect(withThread(asked, view("a", { kind: "query", claim, resolvedAt: "2026-01-02" }), null)).toEqual(none)
})
