/** Comments: whose lanes they are, whom they name, and when a query waits. */
import { expect, test } from "vitest"
import { v7 as newId } from "uuid"
import {
  afterReply,
  isAsked,
  lanesFor,
  MOST_THREADS,
  namedIn,
  PassageThreads,
  saidAs,
  ThreadFilter,
  type ThreadView,
} from "./comment"
import { Role, WorkspaceSettings } from "./workspace"

const settings = WorkspaceSettings.parse({})
const article = { authorIds: ["author"], leadId: null }
const lanes = (id: string) =>
  Object.fromEntries(Role.options.map((role) => [role, lanesFor({ id, role, settings }, article).join(" ")]))

test("an article's author reads queries alone, whatever their role; the legal lane is for editors", () => {
  expect(lanes("somebody")).toEqual({
    viewer: "query",
    author: "",
    checker: "query note",
    editor: "query note legal",
    owner: "query note legal",
  })
  expect(new Set(Object.values(lanes("author")))).toEqual(new Set(["query"]))
})

test("the last word hands a query to the other side", () => {
  const [before, now] = [new Date(0), new Date(1)]
  const waiting = { kind: "query", waitingSince: before, resolvedAt: null } as const
  expect(afterReply(waiting, "reply", now)).toBe(before)
  expect(afterReply(waiting, "answer", now)).toBeNull()
  expect(afterReply({ ...waiting, waitingSince: null }, "reply", now)).toBe(now)
  expect(afterReply({ ...waiting, kind: "note", waitingSince: null }, "reply", now)).toBeNull()
  expect(() => afterReply({ ...waiting, resolvedAt: before }, "answer", now)).toThrow("comment.closed")
})

test("what the author writes to a query is an answer, and only to a query", () => {
  const as = (id: string, ...said: [kind: "query" | "note", as: "reply" | "answer"]) =>
    saidAs({ id, role: "editor", settings }, article, ...said)
  expect(as("author", "query", "reply")).toBe("answer")
  expect(as("somebody", "query", "answer")).toBe("answer")
  expect(as("somebody", "query", "reply")).toBe("reply")
  expect(as("somebody", "note", "answer")).toBe("reply")
})

test("people are named by what stands after an @, those of one name together", () => {
  const people = ["Ann", "Ann Berg", "Bo", "Bo"].map((name, at) => ({ id: `${at}`, name }))
  const ids = (body: string) => namedIn(body, people).map(({ id }) => id)
  expect(ids("@Ann Berg and @Ann")).toEqual(["1", "0"])
  expect(ids("@Bo!")).toEqual(["2", "3"])
  expect(ids("@Annabel, @ann, Ann @")).toEqual([])
})

test("threads are asked for by where they stand, their lane, and who takes part", () => {
  const thread = { comments: [{ writtenBy: { id: "me", name: "Me" } }], resolvedAt: null, waitingSince: null }
  const asked = (changes: Partial<ThreadView>, me: string) =>
    ThreadFilter.options.filter((filter) => isAsked({ ...thread, ...changes } as ThreadView, filter, me))
  expect(asked({ kind: "query", waitingSince: "2026-11-28" }, "other")).toEqual(["open", "waiting", "queries", "all"])
  expect(asked({ kind: "legal", resolvedAt: "2026-11-28" }, "me")).toEqual(["mine", "legal", "all"])
})

test("of one passage as many threads can be asked for as an article shows", () => {
  const asks = (count: number) =>
    PassageThreads.safeParse({ articleId: newId(), threadIds: Array.from({ length: count }, () => newId()) }).success
  expect([asks(MOST_THREADS), asks(MOST_THREADS + 1), asks(0)]).toEqual([true, false, false])
})
