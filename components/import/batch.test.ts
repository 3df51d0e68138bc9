import { expect, test } from "vitest"
import * as batch from "./batch"
import type { ImportRow, Outcome } from "./batch"

const file = (name: string, size = 5) => new File(["x".repeat(size)], name)
const files = (count: number) => Array.from({ length: count }, (_, at) => file(`${at}.md`))
const rowsOf = (...outcomes: Outcome[]): ImportRow[] =>
  outcomes.map((outcome, at) => ({ id: at + 1, file: file(`${at}.md`), outcome }))
const states = (rows: ImportRow[]) => rows.map(({ outcome }) => outcome.state)
const words = (cause: string) => `no: ${cause}`
const there = { articleId: "a", title: "A", duplicate: false, notices: [] }
const failed = { state: "failed", reason: "no" } as const

test("only text and Markdown with something in it is sent", () => {
  expect(batch.unreadable(file("a.md"))).toBeNull()
  expect(batch.unreadable(file("A.TXT"))).toBeNull()
  expect(batch.unreadable(file("a.docx"))).toBe("type")
  expect(batch.unreadable(file("md"))).toBe("type")
  expect(batch.unreadable(file("a.md", 0))).toBe("empty")
})

test("thirty go in at once, the others are held, in the order they came in", () => {
  const rows = batch.added([], files(33))
  expect(batch.count(rows, "waiting")).toBe(30)
  expect(states(rows).slice(29)).toEqual(["waiting", "held", "held", "held"])
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 33 }, (_, at) => at + 1))
})

test("those held are no rows that are shown", () => {
  expect(batch.added([], files(3_000)).filter(batch.isLetIn)).toHaveLength(batch.MOST_AT_ONCE)
})

test("what is still under way takes room, what is through does not", () => {
  const before = [...batch.added([], files(29)), ...rowsOf({ state: "imported", ...there }, failed)]
  expect(states(batch.added(before, files(2))).slice(-2)).toEqual(["waiting", "held"])
})

test("those held go in by thirties", () => {
  const rows = batch
    .added([], files(70))
    .map((row) => (row.outcome.state === "waiting" ? { ...row, outcome: failed } : row))
  const next = batch.released(rows)
  expect([batch.count(next, "waiting"), batch.count(next, "held"), batch.count(next, "failed")]).toEqual([30, 10, 30])
})

test("what failed or was stopped is sent again; what is there, under way or not to be read is not", () => {
  const rows = rowsOf(
    { state: "imported", ...there },
    { state: "sending" },
    { state: "refused", reason: "no" },
    failed,
    { state: "stopped" },
  )
  expect(states(batch.again(rows, [1, 2, 3, 4, 5]))).toEqual(["imported", "sending", "refused", "waiting", "waiting"])
  expect(states(batch.again(rows, [4]))).toEqual(["imported", "sending", "refused", "waiting", "stopped"])
})

test("stopping leaves what is through, under way or held as it is", () => {
  const rows = rowsOf({ state: "imported", ...there }, { state: "sending" }, { state: "waiting" }, { state: "held" })
  expect(states(batch.stopped(rows))).toEqual(["imported", "sending", "stopped", "held"])
})

test("one that fails changes no other", () => {
  const rows = batch.added([], files(3))
  expect(states(batch.settled(rows, 2, failed))).toEqual(["waiting", "failed", "waiting"])
})

test("an answer says whether trying again can help", () => {
  const refusal = (code: "invalid" | "conflict" | "failed") =>
    batch.outcomeOf({ ok: false, refusal: { code, message: "No.", fields: { content: "Empty." } } }, words)
  expect(batch.outcomeOf({ ok: true, value: there }, words)).toEqual({ state: "imported", ...there })
  expect(batch.outcomeOf({ ok: true, value: { ...there, duplicate: true } }, words).state).toBe("duplicate")
  expect(batch.outcomeOf("stopped", words)).toEqual({ state: "stopped" })
  expect(batch.outcomeOf("tooLarge", words)).toEqual({ state: "refused", reason: "no: tooLarge" })
  expect(batch.outcomeOf("unreachable", words)).toEqual({ state: "failed", reason: "no: unreachable" })
  expect(batch.outcomeOf("signedOut", words).state).toBe("failed")
  expect(refusal("invalid")).toEqual({ state: "refused", reason: "No. Empty." })
  expect(refusal("conflict").state).toBe("failed")
  expect(refusal("failed").state).toBe("failed")
})
