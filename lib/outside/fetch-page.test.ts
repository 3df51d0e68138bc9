/** What the product fetches by its settings alone. */
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import product from "../../package.json"
import { site, type Site } from "./testing/site"

let own: Site
let asked: Record<string, unknown>[]

beforeEach(async () => {
  asked = []
  own = await site(({ headers }, answer) => {
    asked.push(headers)
    answer.writeHead(200, {
      "content-type": "text/html; charset=iso-8859-2",
      "last-modified": "Sun, 01 Nov 2026 10:00:00 GMT",
    })
    answer.end("<p>A page.</p>")
  })
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await own.close()
})

/** `fetchPage` in a process that was started with these settings. */
async function startedWith(settings: Record<string, string>) {
  vi.resetModules()
  const given = { NEXTAUTH_SECRET: "0123456789abcdef", NEXTAUTH_URL: "https://desk.example", ...settings }
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value)
  return (await import("./fetch-page")).fetchPage
}

test("a page comes with all that is known of it", async () => {
  const fetchPage = await startedWith({ STET_FETCH_INSIDE: `localhost:80, 127.0.0.1:${own.port}` })
  const before = new Date()
  const fetched = await fetchPage(`${own.url}a?b#c`)
  expect(fetched).toMatchObject({
    ok: true,
    page: {
      url: `${own.url}a?b`,
      contentType: "text/html",
      charset: "iso-8859-2",
      status: 200,
      redirects: [],
      etag: null,
      lastModified: "Sun, 01 Nov 2026 10:00:00 GMT",
    },
  })
  if (!fetched.ok) throw new Error("not fetched")
  expect(new TextDecoder().decode(fetched.page.bytes)).toBe("<p>A page.</p>")
  expect(fetched.page.fetchedAt.getTime()).toBeGreaterThanOrEqual(before.getTime())
})

test("without a setting nothing of this machine is asked", async () => {
  const fetchPage = await startedWith({ STET_FETCH_PORTS: `80,443,${own.port}` })
  for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "localhost"]) {
    const fetched = await fetchPage(`http://${host}:${own.port}/`)
    expect(fetched).toMatchObject({ ok: false, detail: { reason: "private" } })
  }
  expect(asked).toEqual([])
})

test("it says who it is and where to turn to, and carries nothing along", async () => {
  const inside = { STET_FETCH_INSIDE: `127.0.0.1:${own.port}` }
  await (
    await startedWith(inside)
  )(own.url)
  await (
    await startedWith({ ...inside, STET_CONTACT: "https://paper.example/bots" })
  )(own.url)
  expect(asked).toMatchObject([
    { "user-agent": `Stet/${product.version} (+https://desk.example)` },
    { "user-agent": `Stet/${product.version} (+https://paper.example/bots)` },
  ])
  expect(Object.keys(asked[0] ?? {}).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"])
})

test("a proxy of the environment is not used unasked", async () => {
  const proxy = "http://127.0.0.1:1"
  const fetchPage = await startedWith({
    STET_FETCH_INSIDE: `127.0.0.1:${own.port}`,
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    ALL_PROXY: proxy,
    NODE_USE_ENV_PROXY: "1",
  })
  expect(await fetchPage(own.url)).toMatchObject({ ok: true })
})

test("what is not a page is not taken, unless it is asked for", async () => {
  const fetchPage = await startedWith({ STET_FETCH_INSIDE: `127.0.0.1:${own.port}` })
  expect(await fetchPage(own.url, { accept: ["application/pdf"] })).toEqual({
    ok: false,
    step: "type",
    detail: { host: "127.0.0.1", reason: "other", type: "text/html" },
  })
  expect(await fetchPage(own.url, { mostBytes: 5 })).toMatchObject({ ok: false, step: "size" })
  expect(asked[0]).toMatchObject({ accept: "application/pdf" })
})
