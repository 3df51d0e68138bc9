/** Every status that a request can be answered with, and the problem that goes with it. */
import { expect, vi } from "vitest"
import { everything, test } from "@/lib/desk/testing/desk"
import { MOST_BYTES } from "@/lib/request"
import { clientOf, send, type ApiArticle, type ApiSource, type Sent } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

const json = { "content-type": "application/json" }
const form = { "content-type": "multipart/form-data; boundary=x" }

test("a refusal is problem JSON with words for its reader", async ({ desk }) => {
  const viewer = await clientOf(desk.viewer)
  const { headers, json: problem } = await viewer.get("/claims/1")
  expect(headers.get("content-type")).toBe("application/problem+json")
  expect(problem).toEqual({
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail: "There is nothing at this address.",
    code: "not-found",
    instance: "/api/v1/claims/1",
  })
})

test("an address without a route is not found, a method without one not allowed", async ({ desk }) => {
  const viewer = await clientOf(desk.viewer)
  expect(await viewer.get("/sessions/1/2")).toMatchObject({ status: 404, json: { code: "not-found" } })
  expect(await viewer.put("/articles")).toMatchObject({ status: 405 })
})

test("a role can do no more by token than on the screen", async ({ desk }) => {
  const viewer = await clientOf(desk.viewer, ["read", "write", "review"])
  const claim = await desk.sentClaim()
  const refused: [string, Promise<{ status: number; json: { code: string } }>][] = [
    ["import", viewer.post("/articles", { body: { format: "text", content: "A fact." } })],
    ["edit", viewer.patch(`/articles/${claim.articleId}`, { body: { section: "Local" }, version: 1 })],
    ["withdraw", viewer.delete(`/claims/${claim.id}?reason=Twice`, { version: claim.version })],
    ["source", viewer.post("/sources", { body: { title: "Register" } })],
    ["review", viewer.post(`/rounds/${claim.round.id}/reviews`, { body: { decision: "approve" } })],
    ["export", viewer.get(`/articles/${claim.articleId}/export?profile=internal`)],
  ]
  for (const [act, answer] of refused) {
    const { status, json } = await answer
    expect([act, status, json.code]).toEqual([act, 403, "forbidden"])
  }
  const sender = await clientOf(desk.checker)
  const own = await sender.post(`/rounds/${claim.round.id}/reviews`, { body: { decision: "approve" } })
  expect(own).toMatchObject({ status: 403, json: { detail: expect.stringContaining("no author of the verdict") } })
})

test("not now is a conflict", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const claim = await desk.sentClaim()
  const inReview = await checker.patch(`/claims/${claim.id}`, { body: { statement: "Other." }, version: claim.version })
  expect(inReview).toMatchObject({ status: 409, json: { code: "conflict" } })
  expect(await checker.post(`/claims/${claim.id}/rounds`)).toMatchObject({ status: 409 })
  await checker.post(`/rounds/${claim.round.id}/recall`)
  expect(await checker.post(`/rounds/${claim.round.id}/recall`)).toMatchObject({ status: 409 })
  const editor = await clientOf(desk.editor)
  const late = await editor.post(`/rounds/${claim.round.id}/reviews`, { body: { decision: "approve" } })
  expect(late).toMatchObject({ status: 409, json: { code: "conflict" } })
})

test("an address that is in the ledger is a conflict that shows the source there", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const body = { title: "Register", url: "https://example.org/register" }
  const { json: there } = await checker.post<ApiSource>("/sources", { body })
  const again = await checker.post("/sources", {
    body: { ...body, url: "https://EXAMPLE.org/register?utm_source=x#a" },
  })
  expect(again).toMatchObject({ status: 409, json: { current: there } })
})

test("a body that can't be read is malformed", async ({ desk }) => {
  const owner = await clientOf(desk.owner)
  const bodies: [string, Sent][] = [
    ["no JSON", { body: "{", headers: json }],
    ["broken UTF-8", { body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), headers: json }],
    ["UTF-16", { body: new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), headers: json }],
    ["depth", { body: `{"format":${"[".repeat(5000)}${"]".repeat(5000)}}`, headers: json }],
    ["values", { body: `{"authors":[${"1,".repeat(700_000)}1]}`, headers: json }],
    ["an empty form", { body: "", headers: form }],
    ["a torn form", { body: '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc', headers: form }],
    ["no boundary", { body: "--x--", headers: { "content-type": "multipart/form-data" } }],
  ]
  for (const [name, sent] of bodies) {
    const { status, json } = await owner.post("/articles", sent)
    expect([name, status, json.code]).toEqual([name, 400, "malformed"])
  }
})

test("what is neither JSON nor a form is not supported", async ({ desk }) => {
  const owner = await clientOf(desk.owner)
  for (const type of ["text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jsonp"]) {
    for (const path of ["/articles", "/sources"]) {
      const { status, json } = await owner.post(path, { body: "a=1", headers: { "content-type": type } })
      expect([type, path, status, json.code]).toEqual([type, path, 415, "unsupported"])
    }
  }
})

test("a body that is too large is left unread", async ({ desk }) => {
  const { token } = await clientOf(desk.owner)
  const told = { ...json, "content-length": String(MOST_BYTES + 1) }
  expect(await send("POST", "/sources", { token, body: "{}", headers: told })).toMatchObject({ status: 413 })

  let pulled = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x20))
    },
  })
  const counted = await send("POST", "/articles", { token, body: endless, headers: json })
  expect(counted).toMatchObject({ status: 413, json: { code: "too-large" } })
  expect(pulled).toBeLessThan(200)
})

test.for([
  ["empty", { format: "text", content: " \n " }],
  ["unknown format", { format: "rtf", content: "A fact." }],
  ["a file's format", { format: "word", content: "A fact." }],
  ["no content", { format: "text" }],
  ["no format", { content: "A fact." }],
  ["nothing at all", {}],
  ["a private page", { url: "http://10.0.0.1/" }],
  ["a page with a text's format", { url: "http://10.0.0.1/", format: "html" }],
  ["a title that is none", { format: "text", content: "A fact.", title: " " }],
  ["a day that does not exist", { format: "text", content: "A fact.", publishedOn: "2024-02-30" }],
  ["the year 0", { format: "text", content: "A fact.", publishedOn: "0000-01-01" }],
  ["no web address", { format: "text", content: "A fact.", url: "javascript:alert(1)" }],
  [
    "a stranger",
    { format: "text", content: "A fact.", authors: [{ membershipId: "01890000-0000-7000-8000-000000000000" }] },
  ],
  ["too long a text", { format: "text", content: "a fact ".repeat(300_000) }],
] as const)("an import of %s is invalid, and leaves no trace", async ([, body], { desk }) => {
  const checker = await clientOf(desk.checker)
  await checker.get("/articles")
  const before = await everything()
  const { status, json } = await checker.post<{ code: string; fields: object }>("/articles", { body })
  expect([status, json.code]).toEqual([422, "invalid"])
  expect(await everything()).toEqual(before)
})

test("a file of an unknown kind, or none, is invalid at its field", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  for (const file of [new File(["x"], "a.pdf"), new File(["x"], "a"), "no file"]) {
    const body = new FormData()
    body.set("file", file)
    const { status, json } = await checker.post("/articles", { body })
    expect([status, Object.keys(json.fields ?? {})]).toEqual([422, ["file"]])
  }
  const binary = new FormData()
  binary.set("file", new File([new Uint8Array([0, 1, 2, 0xff, 0xfe, 0])], "a.txt"))
  expect(await checker.post("/articles", { body: binary })).toMatchObject({ status: 422 })
})

test("pages that are none are invalid at their field", async ({ desk }) => {
  const viewer = await clientOf(desk.viewer)
  const article = await desk.article()
  for (const path of ["/articles", "/sources", `/articles/${article.id}/claims`]) {
    for (const limit of ["0", "-1", "1.5", "many", "", "1e9", "NaN"]) {
      expect(await viewer.get(`${path}?limit=${limit}`)).toMatchObject({ status: 422, json: { fields: { limit: {} } } })
    }
    for (const cursor of ["", "x", "%00", "MTIz.", "ZGVhZA", "9".repeat(300)]) {
      const { status, json } = await viewer.get(`${path}?cursor=${cursor}`)
      expect([status, Object.keys(json.fields ?? {})]).toEqual([422, ["cursor"]])
    }
  }
  expect((await viewer.get(`/articles/${article.id}?include=secrets`)).status).toBe(422)
  expect((await viewer.get(`/articles/${article.id}/export?format=rtf`)).status).toBe(422)
})

test("evidence needs one source, and one that is there", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const claim = await desk.claim()
  const path = `/claims/${claim.id}/evidence`
  const missing = "01890000-0000-7000-8000-000000000000"
  const bodies = [
    { stance: "supports" },
    { stance: "supports", sourceId: missing, source: { title: "Register" } },
    { stance: "supports", sourceId: missing },
    { stance: "supports", sourceId: "1" },
  ]
  for (const body of bodies) {
    const { status, json } = await checker.post(path, { body })
    expect([status, Object.keys(json.fields ?? {})]).toEqual([422, ["sourceId"]])
  }
})

test("a rating of another scale is invalid", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const claim = await desk.claim()
  const { status, json } = await checker.put(`/claims/${claim.id}/verdict`, {
    body: { rating: "confirmed" },
    version: 1,
  })
  expect([status, Object.keys(json.fields ?? {})]).toEqual([422, ["rating"]])
})

test("a review that is no approval says why", async ({ desk }) => {
  const editor = await clientOf(desk.editor)
  const claim = await desk.sentClaim()
  const path = `/rounds/${claim.round.id}/reviews`
  const silent = await editor.post(path, { body: { decision: "request_changes" } })
  expect(silent).toMatchObject({ status: 422, json: { fields: { note: expect.stringContaining("Say why") } } })
  const told = await editor.post(path, { body: { decision: "request_changes", note: "Which month?" } })
  expect(told).toMatchObject({ status: 201, json: { state: "changes_requested" } })
})

test("notes of the desk stay in it", async ({ desk }) => {
  const claim = await desk.sentClaim({ verdict: { workingNote: "Rang the office." } })
  const viewer = await clientOf(desk.viewer)
  const { text, json } = await viewer.get<ApiArticle>(`/articles/${claim.articleId}?include=claims`)
  expect(json.claims).toHaveLength(1)
  expect(text).not.toContain("Rang the office.")
})
