/** Looking at a page again: whether it is as it was, whether it has moved for good, and what an archive answers. */
import type { RequestListener } from "node:http"
import { afterEach, describe, expect, test } from "vitest"
import { archiveWithin } from "./archive-within"
import { lookWithin, type Errand } from "./fetch-within"
import type { Validators } from "./fetched"
import { LIMITS, type Limits } from "./limits"
import { site, within, type Site } from "./testing/site"

const open: Site[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const HTML = { "content-type": "text/html" }

async function served(listener: RequestListener, limits: Partial<Limits> = {}) {
  const started = await site(listener)
  open.push(started)
  const boundary = within([`127.0.0.1:${started.port}`])
  const errand: Errand = { boundary, limits: { ...LIMITS, ...limits }, accept: ["text/html"], userAgent: "Stet/test" }
  return { errand, url: started.url }
}

describe("a page that was fetched before", () => {
  const asked: Record<string, unknown>[] = []
  const since = (url: string, told: Partial<Validators>): Validators => ({
    url,
    etag: null,
    lastModified: null,
    ...told,
  })
  const answering: RequestListener = ({ headers, url }, answer) => {
    asked.push({ url, etag: headers["if-none-match"], modified: headers["if-modified-since"] })
    if (url === "/from") answer.writeHead(302, { location: "/to" }).end()
    else if (headers["if-none-match"] || headers["if-modified-since"]) answer.writeHead(304).end()
    else answer.writeHead(200, HTML).end("new")
  }

  test("is as it was where its server says so, by either of its marks", async () => {
    const { errand, url } = await served(answering)
    for (const told of [{ etag: '"a"' }, { lastModified: "Sun, 01 Nov 2026 10:00:00 GMT" }]) {
      expect(await lookWithin(errand, url, since(url, told))).toEqual({ ok: true, page: null, movedTo: null })
    }
    expect(asked.splice(0)).toEqual([
      { url: "/", etag: '"a"', modified: undefined },
      { url: "/", etag: undefined, modified: "Sun, 01 Nov 2026 10:00:00 GMT" },
    ])
  })

  test("is asked about at the address that said so, and at no other on the way", async () => {
    const { errand, url } = await served(answering)
    const looked = await lookWithin(errand, `${url}from`, since(`${url}to`, { etag: '"a"' }))
    expect(looked).toEqual({ ok: true, page: null, movedTo: null })
    expect(asked.splice(0)).toMatchObject([
      { url: "/from", etag: undefined },
      { url: "/to", etag: '"a"' },
    ])
    expect(await lookWithin(errand, `${url}other`, since(`${url}to`, { etag: '"a"' }))).toMatchObject({ page: {} })
  })

  test("without a mark it is fetched whole, and nobody is believed who says that it is as it was", async () => {
    const { errand, url } = await served((_, answer) => void answer.writeHead(304).end())
    const looked = await lookWithin(errand, url, since(url, {}))
    expect(looked).toMatchObject({ ok: false, step: "status", detail: { status: 304 } })
  })
})

describe("a page that has moved", () => {
  /** Where it is for good, after redirects of these kinds from /0 to /1, /2 and so on. */
  async function after(...kinds: number[]) {
    const { errand, url } = await served(({ url: path = "" }, answer) => {
      const at = Number(path.slice(1))
      const kind = kinds[at]
      if (kind) answer.writeHead(kind, { location: `/${at + 1}` }).end()
      else answer.writeHead(200, HTML).end("there")
    })
    const looked = await lookWithin(errand, `${url}0`, null)
    return looked.ok ? (looked.page?.movedTo?.slice(url.length) ?? null) : looked
  }

  test.each([
    [[], null],
    [[301], "1"],
    [[308], "1"],
    [[302], null],
    [[303], null],
    [[307], null],
    [[301, 308], "2"],
    // Behind a visit to somewhere else nothing is for good: that is a consent page, or a sign-in.
    [[301, 302], "1"],
    [[301, 302, 301], "1"],
    [[302, 301], null],
    [[302, 301, 301], null],
  ])("by %j is at %s for good", async (kinds, expected) => expect(await after(...kinds)).toBe(expected))
})

describe("a public archive", () => {
  const PAGE = "https://paper.example/a?b=c"
  const KEPT = `/web/20261101100000/${PAGE}`

  async function asking(listener: RequestListener, address = PAGE, limits: Partial<Limits> = {}) {
    const { errand, url } = await served(listener, limits)
    const answer = await archiveWithin(errand, `${url}save/`, address)
    return answer.ok ? { ...answer, url: answer.url.replace(url, "/") } : answer
  }

  test("answers with the place by a redirect, or in a head beside the page", async () => {
    const asked: string[] = []
    const redirecting = await asking(({ url = "" }, answer) => {
      asked.push(url)
      answer.writeHead(302, { location: KEPT }).end()
    })
    expect(redirecting).toEqual({ ok: true, url: KEPT })
    expect(asked).toEqual([`/save/${PAGE}`])
    const beside = await asking((_, answer) => void answer.writeHead(200, { "content-location": KEPT }).end("page"))
    expect(beside).toEqual({ ok: true, url: KEPT })
  })

  test("may pass its own request on before it answers", async () => {
    const answer = await asking(({ url = "" }, reply) => {
      if (url.startsWith("/save/_embed/")) reply.writeHead(302, { location: KEPT }).end()
      else reply.writeHead(302, { location: `/save/_embed/${PAGE}` }).end()
    })
    expect(answer).toEqual({ ok: true, url: KEPT })
  })

  test("that gives no place, or only the page's own, has kept nothing that we know of", async () => {
    const silent = { ok: false, step: "archive", detail: { host: "127.0.0.1", reason: "silent" } }
    expect(await asking((_, answer) => void answer.writeHead(200, HTML).end("thanks"))).toEqual(silent)
    expect(await asking((_, answer) => void answer.writeHead(200, { "content-location": PAGE }).end())).toEqual(silent)
  })

  test("that is busy, stalls or sends in a circle is told as any fetch is", async () => {
    expect(await asking((_, answer) => void answer.writeHead(429).end())).toMatchObject({
      step: "status",
      detail: { reason: "busy" },
    })
    expect(await asking(() => {}, PAGE, { total: 200 })).toMatchObject({ step: "time" })
    const circle = await asking(({ url = "" }, answer) => void answer.writeHead(302, { location: url }).end())
    expect(circle).toMatchObject({ step: "redirect", detail: { reason: "loop" } })
  })

  test("is never sent to a page of a private network", async () => {
    const asked: string[] = []
    const answer = await asking(({ url = "" }) => void asked.push(url), "http://10.0.0.1/secret")
    expect(answer).toMatchObject({ ok: false, step: "address", detail: { reason: "private" } })
    expect(asked).toEqual([])
  })
})
