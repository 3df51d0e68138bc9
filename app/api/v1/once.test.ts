/** `Idempotency-Key`: what is sent again is done once, and answered as it was the first time. */
import { expect, vi } from "vitest"
import { db } from "@/lib/db"
import { beginOnce, dropOldAnswers } from "@/lib/desk/once"
import { test } from "@/lib/desk/testing/desk"
import { actorByToken } from "@/lib/desk/tokens"
import { sha256 } from "@/lib/document/digest"
import { clientOf, type ApiArticle, type ApiClaim, type ApiSource, type Sent } from "./testing/http"
import { formWith } from "./testing/table"

vi.mock("next-intl/server", () => import("./testing/translator"))

const under = (key: string, body?: unknown): Sent => ({ body, headers: { "idempotency-key": key } })
const REGISTER = { title: "A register" }

test("the same key and body bring the same answer, and are carried out once", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const { id } = await desk.claim()
  const path = `/claims/${id}/evidence`
  const body = { source: REGISTER, stance: "supports", note: "Page 3." }
  const first = await checker.post(path, under("one", body))
  const events = await desk.eventCount()
  const again = await checker.post(path, under("one", body))
  expect(first.status).toBe(201)
  expect([again.status, again.text]).toEqual([first.status, first.text])
  for (const name of ["etag", "location", "content-type", "cache-control"]) {
    expect(again.headers.get(name)).toBe(first.headers.get(name))
  }
  expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"])
  expect(await desk.eventCount()).toBe(events)
  expect((await checker.get<ApiClaim>(`/claims/${id}`)).json.evidence).toHaveLength(1)
  expect((await checker.post(path, under("two", body))).text).not.toBe(first.text)
})

test("a key stands for one address and one body", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const { json } = await checker.post<ApiSource>("/sources", under("one", REGISTER))
  const others = [
    checker.post("/sources", under("one", { title: "Another" })),
    checker.post("/sources?query=1", under("one", REGISTER)),
    checker.post("/articles", under("one", { format: "text", content: "A fact." })),
  ]
  for (const { status, json } of await Promise.all(others)) {
    expect([status, json.code, Object.keys(json.fields ?? {})]).toEqual([422, "invalid", ["Idempotency-Key"]])
  }
  expect((await checker.post("/sources", under("one", REGISTER))).json).toEqual(json)
  for (const key of ["", " ", "a b", "x".repeat(256)]) {
    expect(await checker.post("/sources", under(key, REGISTER))).toMatchObject({ status: 422 })
  }
})

test("keys are each token's own", async ({ desk }) => {
  const [one, other] = [await clientOf(desk.checker), await clientOf(desk.checker)]
  const [{ json }, { json: otherJson }] = [
    await one.post<ApiSource>("/sources", under("one", REGISTER)),
    await other.post<ApiSource>("/sources", under("one", REGISTER)),
  ]
  expect(otherJson.id).not.toBe(json.id)
})

test("of two at the same moment one is carried out", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const all = await Promise.all(
    Array.from({ length: 6 }, () => checker.post<ApiSource>("/sources", under("one", REGISTER))),
  )
  expect([...new Set(all.map(({ status }) => status))].filter((status) => status !== 201 && status !== 409)).toEqual([])
  expect(new Set(all.filter(({ status }) => status === 201).map(({ json }) => json.id)).size).toBe(1)
  for (const { headers } of all.filter(({ status }) => status === 409)) expect(headers.get("retry-after")).toBe("1")
  expect(await db().source.count({ where: { workspaceId: desk.workspaceId } })).toBe(1)
})

test("a refusal is the answer of its key too, whatever is true by now", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const claim = await desk.sentClaim()
  const path = `/claims/${claim.id}/rounds`
  const refused = await checker.post(path, under("one"))
  expect(refused).toMatchObject({ status: 409, json: { code: "conflict" } })
  await checker.post(`/rounds/${claim.round.id}/recall`)
  expect(await checker.post(path, under("one"))).toMatchObject({ status: 409, text: refused.text })
  expect(await checker.post(path, under("two"))).toMatchObject({ status: 201 })
})

test("a form is the same whatever stands between its parts", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const sent = (content: string) => checker.post<ApiArticle>("/articles", under("one", formWith("a.md", content)))
  const first = await sent("# A bridge\n\nIt opened in 1931.\n")
  expect(first.status).toBe(201)
  expect((await sent("# A bridge\n\nIt opened in 1931.\n")).text).toBe(first.text)
  expect((await sent("# A bridge\n\nIt opened in 1932.\n")).status).toBe(422)
})

test("what was cut off is not carried out again, and says so", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const { token } = await actorByToken(checker.token)
  const request = sha256(`POST /api/v1/sources\n${sha256(JSON.stringify(REGISTER))}`)
  await beginOnce({ token: { ...token, secret: checker.token }, key: "one", request })
  const underWay = await checker.post("/sources", under("one", REGISTER))
  expect(underWay).toMatchObject({ status: 409, json: { detail: expect.stringContaining("is being answered") } })
  const tokenId = token.id
  await db().idempotencyKey.updateMany({ where: { tokenId }, data: { startedAt: new Date(Date.now() - 600_000) } })
  const cutOff = await checker.post("/sources", under("one", REGISTER))
  expect(cutOff).toMatchObject({ status: 409, json: { detail: expect.stringContaining("was cut off") } })
  expect(cutOff.headers.has("retry-after")).toBe(false)
})

test("an answer is kept for a day, unreadable without its token and its key", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const body = { title: "The whistle-blower's ledger" }
  await checker.post("/sources", under("a-key-of-a-client", body))
  const [row] = await db().$queryRaw<{ stored: string }[]>`
    SELECT row_to_json(k)::text || encode(k."answer", 'escape') AS "stored" FROM "IdempotencyKey" k
    WHERE k."workspaceId" = ${desk.workspaceId}::uuid`
  expect(row?.stored.length).toBeGreaterThan(200)
  for (const words of ["whistle", "a-key-of-a-client", checker.token]) expect(row?.stored).not.toContain(words)

  const { workspaceId } = desk
  const count = () => db().idempotencyKey.count({ where: { workspaceId } })
  const age = (hours: number) =>
    db().idempotencyKey.updateMany({
      where: { workspaceId },
      data: { startedAt: new Date(Date.now() - hours * 3_600_000) },
    })
  await age(23)
  await dropOldAnswers()
  expect(await count()).toBe(1)
  await age(25)
  const anew = await checker.post<ApiSource>("/sources", under("a-key-of-a-client", { title: "Another" }))
  expect(anew).toMatchObject({ status: 201, json: { title: "Another" } })
  await age(25)
  await dropOldAnswers()
  expect(await count()).toBe(0)
})
