/** Two clients at the same moment: of one thing one wins, of two things both do. */
import { expect, vi } from "vitest"
import { test } from "@/lib/desk/testing/desk"
import { clientOf, type ApiArticle, type ApiClaim, type Answered } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

const statuses = (answers: Answered<unknown>[]) => answers.map((answer) => answer.status).sort()

test("two edits of one claim: one wins, the other is told who and what", async ({ desk }) => {
  const [checker, editor] = [await clientOf(desk.checker), await clientOf(desk.editor)]
  const claim = await desk.claim()
  const edit = (client: typeof checker, statement: string) =>
    client.patch(`/claims/${claim.id}`, { body: { statement }, version: claim.version })
  const answers = await Promise.all([edit(checker, "By the checker."), edit(editor, "By the editor.")])
  expect(statuses(answers)).toEqual([200, 412])
  const [won, lost] = answers[0].status === 200 ? [0, 1] : [1, 0]
  const winner = won === 0 ? "checker" : "editor"
  expect(answers[lost]?.json).toMatchObject({ code: "conflict", detail: expect.stringContaining(`${winner} of desk-`) })
  const { json: now } = await checker.get<ApiClaim>(`/claims/${claim.id}`)
  expect(answers[lost]?.json.current).toEqual(now)
  expect(now).toMatchObject({ statement: `By the ${winner}.`, version: 2 })
})

test("a verdict and evidence for one claim under the same tag: one wins", async ({ desk }) => {
  const [checker, editor] = [await clientOf(desk.checker), await clientOf(desk.editor)]
  const claim = await desk.claim()
  const answers = await Promise.all([
    checker.put(`/claims/${claim.id}/verdict`, { body: { rating: "true" }, version: 1 }),
    editor.post(`/claims/${claim.id}/evidence`, {
      body: { source: { title: "Register" }, stance: "supports" },
      version: 1,
    }),
  ])
  expect(answers.map((answer) => answer.status)).toContain(412)
  expect((await checker.get<ApiClaim>(`/claims/${claim.id}`)).json.version).toBe(2)
})

test("edits of two claims of one article both win", async ({ desk }) => {
  const [checker, editor] = [await clientOf(desk.checker), await clientOf(desk.editor)]
  const article = await desk.article()
  const [one, other] = [await desk.claim({ article }), await desk.claim({ article })]
  const answers = await Promise.all([
    checker.patch(`/claims/${one.id}`, { body: { statement: "One." }, version: 1 }),
    editor.patch(`/claims/${other.id}`, { body: { statement: "Other." }, version: 1 }),
  ])
  expect(statuses(answers)).toEqual([200, 200])
})

test("many marks at once are numbered without gaps", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const article = await desk.article()
  const selectors = [{ type: "TextQuoteSelector", exact: "The bridge opened in 1931" }]
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => checker.post<ApiClaim>(`/articles/${article.id}/claims`, { body: { selectors } })),
  )
  const numbers = answers.map((answer) => answer.json.number).sort((a, b) => a - b)
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test("the same import twice at once is one article", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const body = { format: "text", content: "A bridge opened in 1931, the council says.\n" }
  const answers = await Promise.all([1, 2].map(() => checker.post<ApiArticle>("/articles", { body })))
  expect(statuses(answers)).toEqual([200, 201])
  expect(new Set(answers.map((answer) => answer.json.id)).size).toBe(1)
})

test("the same source twice at once is one row", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const body = { title: "Register", url: "https://example.org/register" }
  const answers = await Promise.all([1, 2].map(() => checker.post("/sources", { body })))
  expect(statuses(answers)).toEqual([201, 409])
})

test("a recall and an approval at once: one comes first, the other is a conflict", async ({ desk }) => {
  const [checker, editor] = [await clientOf(desk.checker), await clientOf(desk.editor)]
  const claim = await desk.sentClaim()
  const answers = await Promise.all([
    checker.post(`/rounds/${claim.round.id}/recall`),
    editor.post(`/rounds/${claim.round.id}/reviews`, { body: { decision: "approve" } }),
  ])
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1)
})
