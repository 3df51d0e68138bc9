/** What every route has to pass, taken from the table of them all. */
import { expect, vi } from "vitest"
import { everything, test as base } from "@/lib/desk/testing/desk"
import type { Scope } from "@/lib/domain/workspace"
import { clientOf, METHODS, routeFiles, send } from "./testing/http"
import { addressOf, entries, thingsOf, type Things } from "./testing/table"

vi.mock("next-intl/server", () => import("./testing/translator"))

const closed = entries.flatMap(({ scope, ...entry }) => (scope ? [{ ...entry, scope }] : []))
const addressing = entries.filter(({ path }) => path.includes("Id]"))
const changing = entries.filter(({ method, path }) => /PATCH|PUT|DELETE/.test(method) && path.includes("Id]"))

const test = base.extend<{ things: Things }>({
  things: async ({ desk }, give) => give(await thingsOf(desk)),
})

base("the table names every route, and no other", async () => {
  const there: string[] = []
  for (const { path, load } of routeFiles) {
    const handlers = await load()
    there.push(...METHODS.filter((method) => handlers[method]).map((method) => `${method} ${path}`))
  }
  expect(there.sort()).toEqual(entries.map((entry) => entry.name).sort())
})

test("without a token there is nothing but 401", async ({ things }) => {
  for (const { name, method, path, body } of closed) {
    for (const token of [undefined, "stet_nobody", `stet_${"x".repeat(43)}`]) {
      const { status, headers, json } = await send(method, addressOf(path, { ...things }), { body, token, version: 1 })
      expect([name, status, json.code]).toEqual([name, 401, "signed-out"])
      expect(headers.get("www-authenticate")).toBe("Bearer")
    }
  }
})

test("no thing of another desk is there, for whatever it is asked, and nothing changes by asking", async ({
  desk,
  things,
}) => {
  const stranger = await clientOf((await desk.otherWorkspace()).owner)
  await stranger.get("/sources") // that a token is used is noted, but not each time
  const before = await everything()
  for (const { name, method, path, body } of addressing) {
    for (const version of ["*", 4]) {
      const { token } = stranger
      const answer = await send(method, addressOf(path, { ...things }), { body, token, version })
      expect([name, answer.status, answer.json.code]).toEqual([name, 404, "not-found"])
      expect(answer.json).not.toHaveProperty("current")
    }
  }
  expect(await everything()).toEqual(before)
})

test("lists hold nothing of another desk", async ({ desk, things }) => {
  const stranger = await clientOf((await desk.otherWorkspace()).owner)
  for (const path of ["/articles", "/sources"]) {
    expect((await stranger.get(path)).json).toEqual({ items: [], next: null })
  }
  expect(things.sourceId).not.toBe("")
})

test("what is no id is nothing", async ({ desk }) => {
  const { token } = await clientOf(desk.owner)
  const missing = "01890000-0000-7000-8000-000000000000"
  for (const { name, method, path, body } of addressing) {
    for (const id of [
      "1",
      "null",
      missing.slice(1),
      `${missing}0`,
      missing,
      missing.toUpperCase(),
      "%00",
      "🌉",
      "..%2F",
    ]) {
      const wrong = Object.fromEntries(
        ["article", "claim", "source", "evidence", "round"].map((noun) => [`${noun}Id`, id]),
      )
      const { status, json } = await send(method, addressOf(path, wrong), { body, token, version: 1 })
      expect([name, id, status, json.code]).toEqual([name, id, 404, "not-found"])
    }
  }
})

test("a token without the scope is refused before anything is looked at", async ({ desk, things }) => {
  const all: Scope[] = ["read", "write", "review", "admin"]
  const lacking = async (scope: Scope) =>
    (
      await clientOf(
        desk.owner,
        all.filter((one) => one !== scope),
      )
    ).token
  const tokens = {
    ...{ read: await lacking("read"), write: await lacking("write") },
    ...{ review: await lacking("review"), admin: await lacking("admin") },
  }
  for (const token of Object.values(tokens)) await send("GET", "/sources", { token })
  const before = await everything()
  for (const { name, method, path, body, scope } of closed) {
    const token = tokens[scope]
    const { status, json } = await send(method, addressOf(path, { ...things }), { body, token, version: "*" })
    expect([name, status, json.code]).toEqual([name, 403, "forbidden"])
    expect(json.detail).toContain(scope)
  }
  expect(await everything()).toEqual(before)
})

test("whoever changes something says which version they saw", async ({ desk, things }) => {
  const { token } = await clientOf(desk.owner)
  for (const { name, method, path, body } of changing) {
    for (const version of [undefined, "", "  "]) {
      const { status, json } = await send(method, addressOf(path, { ...things }), { body, token, version })
      expect([name, status, json.code]).toEqual([name, 428, "precondition-required"])
    }
  }
})

test("a version that is not there is outdated, and what is there is shown in the API's shape", async ({
  desk,
  things,
}) => {
  const [checker, owner] = [await clientOf(desk.checker), await clientOf(desk.owner)]
  for (const { name, method, path, body, scope } of changing) {
    const { token } = scope === "admin" ? owner : checker
    for (const version of [999, 'W/"1"', "nonsense", '"1", "2"', '"99999999999999999999"', '"-1"']) {
      const { status, json } = await send(method, addressOf(path, { ...things }), { body, token, version })
      expect([name, version, status, json.code]).toEqual([name, version, 412, "conflict"])
      expect(json.current).toMatchObject({ id: expect.any(String), version: expect.any(Number) })
      expect(json.current).not.toHaveProperty("ordinal")
    }
  }
})

test("acts by POST honour If-Match where it is given", async ({ desk, things }) => {
  const checker = await clientOf(desk.checker)
  const editor = await clientOf(desk.editor)
  // What is said about a thing edits none of it.
  const edits = ({ path }: { path: string }) => path.includes("Id]") && !path.endsWith("/comments")
  const outdated = entries.filter((entry) => entry.method === "POST" && edits(entry))
  for (const { name, method, path, body, scope } of outdated) {
    const { token } = scope === "review" ? editor : checker
    const { status, json } = await send(method, addressOf(path, { ...things }), { body, token, version: 999 })
    expect([name, status, json.code]).toEqual([name, 412, "conflict"])
    expect(json.current).toMatchObject({ version: expect.any(Number) })
  }
})

test("fields that nobody knows are named", async ({ desk, things }) => {
  const { token } = await clientOf(desk.owner)
  const typed = closed.filter(
    ({ method, scope, body }) => method !== "GET" && scope !== "read" && !(body instanceof FormData),
  )
  for (const { name, method, path, body } of typed) {
    const strange = { ...(body as object | undefined), surprise: 1 }
    const { status, json } = await send(method, addressOf(path, { ...things }), { body: strange, token, version: "*" })
    if (/^DELETE .(evidence|calculations|articles|webhooks)/.test(name)) continue // takes no body, and so reads none
    expect([name, status]).toEqual([name, 422])
    expect(Object.keys(json.fields ?? {})).toContain("surprise")
  }
})
