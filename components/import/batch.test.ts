import { expect, test } from "vitest"
import type { ImportProgress } from "@/lib/domain/import"
import * as batch from "./batch"
import type { ImportRow, Outcome } from "./batch"

const file = (name: string, size = 5) => new File(["x".repeat(size)], name)
const files = (count: number) => Array.from({ length: count }, (_, at) => file(`${at}.md`))
const rowsOf = (...outcomes: Outcome[]): ImportRow[] =>
  outcomes.map((outcome, at) => {
    const name = `${at}.md`
    return { id: at + 1, name, file: file(name), importId: null, outcome }
  })
const states = (rows: ImportRow[]) => rows.map(({ outcome }) => outcome.state)
const words = (cause: string) => `no: ${cause}`
const there = { remarks: 0, articleId: "a", title: "A", notices: [] }
const failed = { state: "failed", reason: "no" } as const

test("only what Stet reads, with something in it, is sent", () => {
  for (const name of ["a.md", "A.TXT", "a.docx", "a.html", "a.b.HTM"]) {
    expect(batch.unreadable(file(name))).toBeNull()
  }
  expect(batch.unreadable(file("a.pdf"))).toBe("type")
  expect(batch.unreadable(file("a.doc"))).toBe("type")
  expect(batch.unreadable(file("md"))).toBe("type")
  expect(batch.unreadable(file("a.md", 0))).toBe("empty")
})

const MOST = batch.MOST_AT_ONCE

test("so many go in at once, the others are held, in the order they came in", () => {
  const rows = batch.added([], files(MOST + 3))
  expect(batch.count(rows, "waiting")).toBe(MOST)
  expect(states(rows).slice(MOST - 1)).toEqual(["waiting", "held", "held", "held"])
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: MOST + 3 }, (_, at) => at + 1))
})

test("those held are no rows that are shown", () => {
  expect(batch.added([], files(3_000)).filter(batch.isLetIn)).toHaveLength(batch.MOST_AT_ONCE)
})

test("what is still under way takes room, what is through does not", () => {
  const before = [...batch.added([], files(MOST - 1)), ...rowsOf({ state: "imported", ...there }, failed)]
  expect(states(batch.added(before, files(2))).slice(-2)).toEqual(["waiting", "held"])
})

test("those held go in by as many as went in first", () => {
  const rows = batch
    .added([], files(2 * MOST + 10))
    .map((row) => (row.outcome.state === "waiting" ? { ...row, outcome: failed } : row))
  const next = batch.released(rows)
  expect([batch.count(next, "waiting"), batch.count(next, "held"), batch.count(next, "failed")]).toEqual([
    MOST,
    10,
    MOST,
  ])
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
  expect(batch.outcomeOf({ ok: true, value: imported({}) }, words)).toBeNull()
  expect(batch.outcomeOf("stopped", words)).toEqual({ state: "stopped" })
  expect(batch.outcomeOf("tooLarge", words)).toEqual({ state: "refused", reason: "no: tooLarge" })
  expect(batch.outcomeOf("unreachable", words)).toEqual({ state: "failed", reason: "no: unreachable" })
  expect(batch.outcomeOf("signedOut", words)?.state).toBe("failed")
  expect(refusal("invalid")).toEqual({ state: "refused", reason: "No. Empty." })
  expect(refusal("conflict")?.state).toBe("failed")
  expect(refusal("failed")?.state).toBe("failed")
})

type Told = ImportProgress["imports"][number]

function imported(part: Partial<Told>): Told {
  const when = { createdAt: "2026-11-27T20:00:00.000Z", endedAt: null }
  return {
    id: "i",
    fileName: "a.md",
    format: "markdown",
    state: "queued",
    told: null,
    article: null,
    reason: null,
    ...when,
    ...part,
  }
}

test("what Stet tells of a file is what its row shows", () => {
  const article = { id: "a", title: "A", remarks: 3 }
  const shown = (part: Partial<Told>) => batch.told([], [imported(part)])[0]?.outcome
  expect(shown({ state: "reading" })).toEqual({ state: "reading" })
  expect(shown({ state: "done", told: { kind: "revised", notices: ["n"] }, article })).toEqual({
    ...{ state: "revised", articleId: "a", title: "A", remarks: 3, notices: ["n"] },
  })
  expect(shown({ state: "asking", told: { kind: "question", changes: 2, by: "title" }, article })).toEqual({
    ...{ state: "asking", question: { changes: 2, by: "title", article } },
  })
  const refused = { kind: "refused", code: "invalid", key: "import.empty" } as const
  expect(shown({ state: "refused", told: refused, reason: "Empty." })).toEqual({ state: "refused", reason: "Empty." })
  expect(shown({ state: "refused", told: { kind: "stopped" } })).toEqual({ state: "stopped" })
})

test("a file that Stet has received has one row, whoever told of it first", () => {
  const sent = batch.added([], files(2))
  const early = batch.told(sent, [imported({ state: "reading" })])
  expect(states(early)).toEqual(["waiting", "waiting", "reading"])
  const rows = batch.received(early, 1, "i")
  expect(states(rows)).toEqual(["queued", "waiting"])
  expect(states(batch.told(rows, [imported({ state: "reading" })]))).toEqual(["reading", "waiting"])
})

test("a row of which nothing new is told stays the same", () => {
  const rows = batch.told([], [imported({})])
  expect(batch.told(rows, [imported({})])[0]).toBe(rows[0])
})

test("what Stet is at, or asks, is not cleared away", () => {
  const rows = rowsOf({ state: "reading" }, failed, {
    state: "asking",
    question: { changes: 1, by: null, article: null },
  })
  expect(states(batch.cleared(rows))).toEqual(["reading", "asking"])
})

test("what was sent before the page was loaded can't be sent again from here", () => {
  const [row] = batch.told([], [imported({ state: "refused", told: { kind: "stopped" } })])
  expect(row && batch.canBeSent(row)).toBe(false)
})
