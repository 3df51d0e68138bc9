/** The reference tells of every route what it is, and what it shows as an example works. */
import { execFileSync } from "node:child_process"
import { expect, vi } from "vitest"
import type { Call } from "@/lib/api/reference/call"
import { commandsOf } from "@/lib/api/reference/commands"
import { EXAMPLE_IDS } from "@/lib/api/reference/operation"
import { openApi, OPERATIONS } from "@/lib/api/reference/openapi"
import { askOpinion, giveOpinion } from "@/lib/desk/opinions"
import { recallRound } from "@/lib/desk/rounds"
import { signOffArticle } from "@/lib/desk/sign-offs"
import { addSource } from "@/lib/desk/sources"
import { newSource, test, type Desk } from "@/lib/desk/testing/desk"
import { draftVerdict } from "@/lib/desk/verdicts"
import type { Actor } from "@/lib/domain/workspace"
import { asInReference, clientOf, METHODS, routeFiles, send } from "./testing/http"
import { formWith, thingsOf } from "./testing/table"

vi.mock("next-intl/server", () => import("./testing/translator"))
vi.mock("@/lib/outside/fetch-page", () => ({
  fetchPage: (url: string) => {
    const bytes = new TextEncoder().encode("A bridge\n\nIt opened in 1931, and nobody doubts it, the council says.\n")
    return Promise.resolve({ ok: true, page: { url, bytes, charset: "utf-8", contentType: "text/plain" } })
  },
}))

const document = openApi("http://stet.test")

/** Whatever has no route is told of nowhere. */
const told = routeFiles.filter(({ path }) => !path.includes("..."))

test("every route is in it, and no other", async () => {
  const there: string[] = []
  for (const { path, load } of told) {
    const handlers = await load()
    there.push(...METHODS.filter((method) => handlers[method]).map((method) => `${method} ${asInReference(path)}`))
  }
  expect(Object.keys(OPERATIONS).sort()).toEqual(there.sort())
})

test("it tells of each what the route asks for", async () => {
  for (const { path, load } of told) {
    const handlers = await load()
    for (const method of METHODS) {
      const name = `${method} ${asInReference(path)}`
      const operation = OPERATIONS[name]
      const spec = handlers[method]?.spec
      if (!operation || !spec) continue
      expect([name, operation.scope, operation.match === "required"]).toEqual([
        name,
        spec.scope,
        spec.precondition === "required",
      ])
      // The very same, not one that is like it.
      expect(operation.query === spec.query, `${name}: its query`).toBe(true)
      if (!operation.readInside) expect(operation.body === spec.body, `${name}: its body`).toBe(true)
    }
  }
})

test("whatever it points to is there", () => {
  const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) =>
    path.split("/"),
  )
  expect(pointers.length).toBeGreaterThan(100)
  for (const path of pointers) {
    const found = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document)
    expect(found, path.join("/")).toBeTypeOf("object")
  }
  const ids = Object.values(document.paths).flatMap((calls) => Object.values(calls) as { operationId: string }[])
  expect(new Set(ids.map(({ operationId }) => operationId)).size).toBe(ids.length)
})

test("it is there for everybody, for machines and to read, and nothing runs in it", async () => {
  const [told, page] = [await send<{ openapi: string }>("GET", "/openapi.json"), await send("GET", "/docs")]
  expect(told.json).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://stet.test/api/v1" }] })
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base/)
  expect(page.text).not.toMatch(/<script|style=|\son\w+=/)
  const ids = new Set([...page.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const targets = [...page.text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter((id) => !ids.has(id))).toEqual([])
  for (const name of Object.keys(OPERATIONS))
    expect(page.text).toContain(OPERATIONS[name]?.summary.replace(/'/g, "&#39;"))
  const headers = { "if-none-match": `W/${page.headers.get("etag")}` }
  expect(await send("GET", "/docs", { headers })).toMatchObject({ status: 304, text: "" })
})

type Ids = Record<keyof typeof EXAMPLE_IDS, string>
interface Stage {
  by?: Actor
  ids?: Partial<Ids>
}

const opinionAsked = async (desk: Desk, { claimId }: Ids) => {
  await askOpinion(desk.checker, { claimId })
  return { by: desk.secondChecker }
}

/** What has to be before some calls can be made; the others find a claim that was sent and taken back. */
const STAGES: Record<string, (desk: Desk, ids: Ids, example: string) => Promise<Stage>> = {
  "GET /articles/{articleId}/annotations/{annotationId}": async (desk) => ({ by: desk.editor }),
  "GET /files/{fileId}": async (desk) => ({ by: desk.checker }),
  "POST /known-checks": async (desk) => ({ by: desk.editor }),
  "POST /rounds/{roundId}/recall": async () => ({}),
  "POST /rounds/{roundId}/reviews": async () => ({}),
  "POST /articles/{articleId}/sign-off": async () => ({}),
  "POST /claims/{claimId}/rounds": async (desk) => {
    const { id: claimId } = await desk.claim()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "No." } })
    return { ids: { claimId } }
  },
  "POST /claims/{claimId}/reopen": async (desk) => {
    const { id: claimId, articleId } = await desk.approvedClaim()
    await signOffArticle(desk.owner, { articleId, notices: [] })
    return { ids: { claimId } }
  },
  "POST /claims/{claimId}/second-opinion": async (desk, ids, example) =>
    example === "given" ? opinionAsked(desk, ids) : {},
  "POST /claims/{claimId}/adjudication": async (desk, ids) => {
    const { by } = await opinionAsked(desk, ids)
    await giveOpinion(by, { claimId: ids.claimId, verdict: { rating: "mixed" } })
    return {}
  },
}

/** The things that the ids of the examples stand for, and who makes the call. */
async function staged(desk: Desk, name: string, example: string): Promise<{ ids: Ids; by: Actor }> {
  const things = await thingsOf(desk)
  const other = await addSource(desk.checker, newSource())
  const first: Ids = { ...things, otherSourceId: other.id, memberId: desk.secondEditor.id }
  const stage = STAGES[name]
  if (!stage) await recallRound(desk.checker, first)
  const { ids, by } = stage ? await stage(desk, first, example) : {}
  const usual = { read: desk.viewer, write: desk.checker, review: desk.editor, admin: desk.owner }
  return { ids: { ...first, ...ids }, by: by ?? usual[OPERATIONS[name]?.scope ?? "read"] }
}

interface Example {
  name: string
  example: string
  /** What curl is given, as a shell reads it. */
  argv: string[]
}

/** The commands that the page shows, read by a shell. */
function commands(): Example[] {
  const placed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ method: method.toUpperCase(), path, call: call as Call })),
  )
  const all = placed.flatMap((one) => commandsOf(one).map((command) => ({ ...one, ...command })))
  const script = all.map(({ command }) => command.replace(/^curl /, `printf '%s\\0' `)).join(`; printf '\\1'; `)
  const env = { ...process.env, TOKEN: "stet_token", API: document.servers[0]?.url ?? "" }
  const read = execFileSync("/bin/sh", ["-c", script], { env, encoding: "utf8" }).split("\u0001")
  return all.map(({ method, path, summary }, at) => ({
    name: `${method} ${path}`,
    example: summary || "as it is",
    argv: (read[at] ?? "").split("\0").slice(0, -1),
  }))
}

/** What curl would send. */
function request(argv: string[], placed: (text: string) => string) {
  const given = (option: string) => argv.flatMap((one, at) => (argv[at - 1] === option ? [one] : []))
  const [json] = given("--json")
  const [file] = given("--form")
  const body =
    json === undefined ? file && formWith("article.md", "# A bridge\n\nIt opened in 1931.\n") : JSON.parse(placed(json))
  const address = new URL(placed(argv.at(-1) ?? ""))
  return {
    method: given("--request")[0] ?? (body === undefined ? "GET" : "POST"),
    path: `${address.pathname.slice("/api/v1".length)}${address.search}`,
    body: body as unknown,
    headers: given("--header").map((header) => header.split(": ")[0]),
  }
}

test("each of its commands is on the page, and every call has one", async () => {
  const { text } = await send("GET", "/docs")
  const shown = [...text.matchAll(/<pre[^>]*>([^<]+)<\/pre>/g)].map(([, command = ""]) => command)
  expect(shown).toHaveLength(calls.length)
  expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(Object.keys(OPERATIONS)))
  expect(shown.every((command) => command.startsWith("curl "))).toBe(true)
})

const calls = commands()

test.for(calls)("its example works: $name, $example", async ({ name, example, argv }, { desk }) => {
  const { ids, by } = await staged(desk, name, example)
  const placed = (text: string) =>
    Object.entries(EXAMPLE_IDS).reduce((so, [key, id]) => so.replaceAll(id, ids[key as keyof Ids]), text)
  const { match, scope, status, maybe } = OPERATIONS[name] ?? {}
  const { method, path, body, headers } = request(argv, placed)
  expect(method).toBe(name.split(" ")[0])
  expect(headers).toEqual([...(scope ? ["Authorization"] : []), ...(match === "required" ? ["If-Match"] : [])])
  const { token } = scope ? await clientOf(by) : { token: undefined }
  const answer = await send(method as "GET", path, { token, body, ...(match && { version: "*" }) })
  expect([status ?? 200, maybe].includes(answer.status as 200), `${answer.status} ${answer.text.slice(0, 500)}`).toBe(
    true,
  )
})
