/** Fetching from real servers that mean no good, and from some that do. */
import type { RequestListener, ServerResponse } from "node:http"
import { createServer as createTlsServer } from "node:https"
import type { AddressInfo } from "node:net"
import * as zlib from "node:zlib"
import { afterEach, describe, expect, test, vi } from "vitest"
import type { Boundary } from "./boundary"
import type { Fetched } from "./fetched"
import type { Limits } from "./limits"
import { CERTIFICATE, trusting } from "./testing/certificate"
import { fetching, rawSite, site, within, type Site } from "./testing/site"

const open: Site[] = []
const opened = async (starting: Promise<Site>) => {
  const started = await starting
  open.push(started)
  return started
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const HTML = { "content-type": "text/html" }

/** What comes of a fetch from a site of its own that answers so. */
async function from(listener: RequestListener, limits: Partial<Limits> = {}): Promise<Fetched> {
  const { url, port } = await opened(site(listener))
  return fetching(within([`127.0.0.1:${port}`]), limits)(url)
}

/** The same, byte for byte as written. */
async function fromRaw(head: string, limits: Partial<Limits> = {}): Promise<Fetched> {
  const { url, port } = await opened(rawSite((socket) => socket.end(head)))
  return fetching(within([`127.0.0.1:${port}`]), limits)(url)
}

const stopped = (step: string, reason: string, rest: object = {}) => ({
  ok: false,
  step,
  detail: { reason, ...rest },
})

const textOf = (fetched: Fetched) => (fetched.ok ? new TextDecoder().decode(fetched.page.bytes) : fetched)

describe("redirects", () => {
  /** A site that passes on from each path to what `to` names for it, and shows a page elsewhere. */
  const passingOn = (to: (path: string) => string | undefined) =>
    opened(
      site(({ url = "" }, answer) => {
        const location = to(url)
        if (location === undefined) answer.writeHead(200, HTML).end(`page ${url}`)
        else answer.writeHead(302, { location }).end()
      }),
    )

  /** A fetch of `/0` from a site of the name `paper.example` that passes on as `to` says. */
  async function through(to: (path: string) => string | undefined, names: Record<string, string[][]> = {}) {
    const { port } = await passingOn(to)
    const boundary = within([`paper.example:${port}`], { "paper.example": [["127.0.0.1"]], ...names })
    return { fetched: await fetching(boundary)(`http://paper.example:${port}/0`), port }
  }

  test("are followed and told, relative ones too, without what stands behind #", async () => {
    const { fetched, port } = await through((path) => ({ "/0": "/a/b#x", "/a/b": "../c?d=é" })[path])
    expect(fetched).toMatchObject({
      ok: true,
      page: {
        url: `http://paper.example:${port}/c?d=%C3%A9`,
        redirects: [`http://paper.example:${port}/0`, `http://paper.example:${port}/a/b`],
      },
    })
    expect(textOf(fetched)).toBe("page /c?d=%C3%A9")
  })

  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://[::1]/",
    "http://[::ffff:7f00:1]/",
    "//127.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
  ])("to %s are refused", async (location) => {
    const { fetched } = await through((path) => (path === "/0" ? location : undefined))
    expect(fetched).toMatchObject(stopped("redirect", "private"))
  })

  test.each([
    ["javascript:alert(1)", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["http://name:word@paper.example/", "credentials"],
    ["http://paper.example:22/", "port"],
    ["http://[", "malformed"],
  ])("to %s are refused", async (location, reason) => {
    const { fetched } = await through((path) => (path === "/0" ? location : undefined))
    expect(fetched).toMatchObject(stopped("redirect", reason))
  })

  test("to a name that leads inside are refused where it is looked up", async () => {
    const { fetched } = await through((path) => (path === "/0" ? "http://inside.example/" : undefined), {
      "inside.example": [["10.0.0.1"]],
    })
    expect(fetched).toMatchObject(stopped("lookup", "private", { host: "inside.example" }))
  })

  test("in a circle, without end or without a goal are refused", async () => {
    const circle = await through((path) => ({ "/0": "/1", "/1": "/2", "/2": "/1" })[path])
    expect(circle.fetched).toMatchObject(stopped("redirect", "loop", { host: "paper.example" }))
    const endless = await through((path) => `/${Number(path.slice(1)) + 1}`)
    expect(endless.fetched).toMatchObject(stopped("redirect", "many", { most: 8 }))
    expect(await from((_, answer) => void answer.writeHead(302).end())).toMatchObject(stopped("redirect", "malformed"))
  })

  test("carry no cookie, no referrer and no method along", async () => {
    const seen: object[] = []
    await from(({ headers, method, url }, answer) => {
      seen.push({ ...headers, method })
      if (url === "/") answer.writeHead(303, { location: "/b", "set-cookie": "a=b" }).end()
      else answer.writeHead(200, HTML).end()
    })
    expect(seen).toHaveLength(2)
    expect(seen[1]).toEqual({ ...seen[0] })
    expect(seen[1]).not.toHaveProperty("cookie")
    expect(seen[1]).not.toHaveProperty("referer")
  })
})

describe("a name that leads elsewhere the second time", () => {
  test("is asked once for each request, and connected to as it was checked", async () => {
    const { port } = await opened(site((_, answer) => void answer.writeHead(200, HTML).end("checked")))
    const boundary = within([`two.example:${port}`], { "two.example": [["127.0.0.1"], ["127.0.0.2"]] })
    const lookup = vi.fn(boundary.lookup)
    expect(textOf(await fetching({ ...boundary, lookup })(`http://two.example:${port}/`))).toBe("checked")
    expect(lookup).toHaveBeenCalledTimes(1)
  })

  test("is checked anew after a redirect", async () => {
    const asked = vi.fn<RequestListener>((_, answer) => void answer.writeHead(302, { location: "/b" }).end())
    const { port } = await opened(site(asked))
    const boundary = within([`two.example:${port}`], { "two.example": [["127.0.0.1"], ["169.254.169.254"]] })
    const fetched = await fetching(boundary)(`http://two.example:${port}/`)
    expect(fetched).toMatchObject(stopped("lookup", "private", { host: "two.example" }))
    expect(asked).toHaveBeenCalledTimes(1)
  })

  test("does not help where what was checked changes after all", async () => {
    const asked = vi.fn<RequestListener>((_, answer) => void answer.writeHead(200, HTML).end())
    const { port } = await opened(site(asked))
    const answers = ["93.184.216.34", "127.0.0.1"]
    const shifting = new Proxy([{ address: "", family: 4 }], {
      get: (list, key) =>
        key === "0" ? { address: answers.shift() ?? "127.0.0.1", family: 4 } : Reflect.get(list, key),
    })
    const boundary: Boundary = { ports: [port], inside: [], lookup: () => Promise.resolve(shifting) }
    const fetched = await fetching(boundary)(`http://shifting.example:${port}/`)
    expect(fetched).toMatchObject(stopped("lookup", "private"))
    expect(answers).toEqual([])
    expect(asked).not.toHaveBeenCalled()
  })
})

describe("answers that are no page", () => {
  test.each([
    [503, "120", 120],
    [429, new Date(Date.now() + 3_600_000).toUTCString(), expect.any(Number)],
    [429, "soon", undefined],
    [503, "Sun, 06 Nov 1994 08:49:37 GMT", undefined],
    [500, "120", undefined],
  ])("%i with Retry-After: %s", async (status, said, retryAfter) => {
    const fetched = await from((_, answer) => void answer.writeHead(status, { ...HTML, "retry-after": said }).end())
    expect(fetched.ok ? null : fetched.detail.retryAfter).toEqual(retryAfter)
  })

  test.each([
    [401, "closed"],
    [403, "closed"],
    [404, "gone"],
    [410, "gone"],
    [429, "busy"],
    [500, "broken"],
    [503, "broken"],
    [204, "other"],
    [206, "other"],
    [300, "other"],
    [304, "other"],
    [418, "other"],
  ])("%i", async (status, reason) => {
    const fetched = await from((_, answer) => void answer.writeHead(status, { ...HTML, location: "/b" }).end())
    expect(fetched).toEqual(stopped("status", reason, { status, host: "127.0.0.1" }))
  })

  test.each([
    ["application/pdf", "other", "application/pdf"],
    ["image/svg+xml; charset=utf-8", "other", "image/svg+xml"],
    ["text/html-not", "other", "text/html-not"],
    ["", "missing", ""],
  ])("of the type %s", async (header, reason, type) => {
    const fetched = await from((_, answer) => {
      if (header !== "") answer.setHeader("content-type", header)
      answer.end("%PDF")
    })
    expect(fetched).toMatchObject(stopped("type", reason, { type }))
  })

  test.each([
    ["text/html", null],
    ['Text/HTML; a=b; Charset="Windows-1252"', "Windows-1252"],
    ["text/plain;charset=utf-8;charset=latin1", "utf-8"],
    ["text/html; charset=", null],
  ])("the type %s is one of a page", async (header, charset) => {
    const fetched = await from((_, answer) => void answer.writeHead(200, { "content-type": header }).end("a"))
    expect(fetched).toMatchObject({ ok: true, page: { charset } })
  })
})

describe("sizes", () => {
  const kilobyte = "x".repeat(1024)

  test("a length beyond measure is refused before it has come", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999999\r\n\r\n"
    const { url, port } = await opened(rawSite((socket) => void socket.write(head)))
    expect(await fetching(within([`127.0.0.1:${port}`]))(url)).toEqual(
      stopped("size", "body", { megabytes: 10, host: "127.0.0.1" }),
    )
  })

  test("a body without a length is cut where it grows too long", async () => {
    let sent = 0
    const fetched = await from(
      (_, answer) => {
        answer.writeHead(200, HTML)
        const more = () => {
          while (!answer.destroyed && answer.write(kilobyte)) sent += 1
          if (!answer.destroyed) answer.once("drain", more)
        }
        more()
      },
      { bodyBytes: 100 * 1024 },
    )
    expect(fetched).toMatchObject(stopped("size", "body"))
    expect(sent).toBeLessThan(50_000)
  })

  test("headers without end are refused, in one line or in many", async () => {
    const start = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    expect(await fromRaw(`${start}X: ${"x".repeat(100_000)}\r\n\r\n`)).toMatchObject(stopped("size", "headers"))
    expect(await fromRaw(`${start}${"X: y\r\n".repeat(20_000)}\r\n`)).toMatchObject(stopped("size", "headers"))
  })

  test("headers that drip for ever end with the time", async () => {
    const { url, port } = await opened(
      rawSite((socket) => {
        socket.write("HTTP/1.1 200 OK\r\n")
        const timer = setInterval(() => socket.write("X: y\r\n"), 20)
        socket.on("close", () => clearInterval(timer))
      }),
    )
    const fetched = await fetching(within([`127.0.0.1:${port}`]), { total: 500 })(url)
    expect(fetched).toMatchObject(stopped("time", "slow"))
  })

  test("interim answers for ever end with the time too", async () => {
    const { url, port } = await opened(
      rawSite((socket) => {
        const timer = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n"), 20)
        socket.on("close", () => clearInterval(timer))
      }),
    )
    const fetched = await fetching(within([`127.0.0.1:${port}`]), { total: 500 })(url)
    expect(fetched.ok).toBe(false)
  })
})

describe("packed bodies", () => {
  const page = "<p>Größe, 漢字 and more of it.</p>".repeat(100)
  const packed = (body: Uint8Array, coding: string) =>
    from((_, answer) => void answer.writeHead(200, { ...HTML, "content-encoding": coding }).end(body))

  test.each([
    ["gzip", zlib.gzipSync(page)],
    ["X-GZIP", zlib.gzipSync(page)],
    ["deflate", zlib.deflateSync(page)],
    ["deflate", zlib.deflateRawSync(page)],
    ["br", zlib.brotliCompressSync(page)],
    ["identity", Buffer.from(page)],
    ["gzip, br", zlib.brotliCompressSync(zlib.gzipSync(page))],
  ])("%s", async (coding, body) => expect(textOf(await packed(body, coding))).toBe(page))

  test("Zstandard, where this Node knows it", async () => {
    if (!("zstdCompressSync" in zlib)) {
      expect(await packed(Buffer.from(page), "zstd")).toMatchObject(stopped("decompression", "unknown"))
      return
    }
    const compress = zlib.zstdCompressSync as typeof zlib.gzipSync
    expect(textOf(await packed(compress(page), "zstd"))).toBe(page)
  })

  test("nothing, packed, is nothing", async () => {
    expect(textOf(await packed(Buffer.alloc(0), "gzip"))).toBe("")
  })

  const zeros = Buffer.alloc(30 * 1024 * 1024)
  test.each([
    ["gzip", zlib.gzipSync(zeros)],
    ["deflate", zlib.deflateSync(zeros)],
    ["br", zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ["gzip, gzip", zlib.gzipSync(zlib.gzipSync(zeros))],
    ["gzip, gzip, gzip", zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(zeros)))],
  ])("a bomb in %s is not unfolded", async (coding, body) => {
    expect(await packed(body, coding)).toMatchObject(stopped("decompression", "bomb"))
  })

  test("a page that unfolds to too much without being a bomb is too large", async () => {
    const words = Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 99_991).join(" ")
    const head = { ...HTML, "content-encoding": "gzip" }
    const fetched = await from((_, answer) => void answer.writeHead(200, head).end(zlib.gzipSync(words)), {
      bodyBytes: 100_000,
    })
    expect(fetched).toMatchObject(stopped("size", "body"))
  })

  test.each([
    ["gzip", zlib.gzipSync(page).subarray(0, 50)],
    ["gzip", Buffer.from(page)],
    ["deflate", Buffer.from(page)],
    ["br", zlib.brotliCompressSync(page).subarray(0, 20)],
    ["br", Buffer.from(page)],
  ])("damaged %s is refused", async (coding, body) =>
    expect(await packed(body, coding)).toMatchObject(stopped("decompression", "broken")),
  )

  test.each(["compress", "sdch", "constructor", "aes128gcm"])("%s is not known", async (coding) =>
    expect(await packed(Buffer.from(page), coding)).toMatchObject(stopped("decompression", "unknown")),
  )
})

describe("time", () => {
  const drip = (answer: ServerResponse) => {
    answer.writeHead(200, HTML)
    const timer = setInterval(() => answer.write("x"), 20)
    answer.on("close", () => clearInterval(timer))
  }

  test("a body that drips for ever ends", async () => {
    expect(await from((_, answer) => drip(answer), { total: 400 })).toEqual(
      stopped("time", "slow", { seconds: 0.4, host: "127.0.0.1" }),
    )
  })

  test("a body that falls silent ends before", async () => {
    const silent = from((_, answer) => void answer.writeHead(200, HTML).write("x"), { total: 60_000, silence: 100 })
    expect(await silent).toMatchObject(stopped("time", "slow"))
  })

  test("an answer that never comes ends", async () => {
    expect(await from(() => {}, { total: 60_000, answer: 100 })).toMatchObject(stopped("time", "slow"))
    expect(await from(() => {}, { total: 100 })).toMatchObject(stopped("time", "slow"))
  })

  test("a name that is looked up for ever ends", async () => {
    const boundary: Boundary = { ...within([]), lookup: () => new Promise(() => {}) }
    expect(await fetching(boundary, { lookup: 50 })("https://slow.example/")).toMatchObject(stopped("time", "slow"))
    expect(await fetching(boundary, { total: 50 })("https://slow.example/")).toMatchObject(stopped("time", "slow"))
  })

  test("redirects share one time", async () => {
    let hops = 0
    const fetched = await from(
      (_, answer) => void setTimeout(() => answer.writeHead(302, { location: `/${(hops += 1)}` }).end(), 150),
      { total: 400 },
    )
    expect(fetched).toMatchObject(stopped("time", "slow"))
    expect(hops).toBeLessThan(4)
  })
})

describe("connections", () => {
  test("that nobody takes", async () => {
    const closed = await site(() => {})
    await closed.close()
    const fetched = await fetching(within([`127.0.0.1:${closed.port}`]))(closed.url)
    expect(fetched).toMatchObject(stopped("connection", "refused"))
  })

  test("that break", async () => {
    expect(await from((_, answer) => void answer.socket?.destroy())).toMatchObject(stopped("connection", "broken"))
    const cut = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhalf"
    expect(await fromRaw(cut)).toMatchObject(stopped("connection", "broken"))
    const chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
    expect(await fromRaw(chunked)).toMatchObject(stopped("connection", "broken"))
  })

  test.each([
    ["SSH", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["HTTP 0.9", "<p>page</p>"],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    ["a bad chunk", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
  ])("that speak %s", async (_, head) => {
    expect(await fromRaw(head)).toMatchObject({ ok: false, step: "connection" })
  })

  test("that change over to something else", async () => {
    const head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"
    expect(await fromRaw(head)).toMatchObject({ ok: false, step: "connection" })
  })
})

describe("https", () => {
  /** A site of the name `paper.example` whose certificate only those know who are told. */
  async function secure(listener: RequestListener): Promise<Site> {
    const server = createTlsServer(CERTIFICATE, listener)
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const close = async () => void (await new Promise((resolve) => server.close(resolve)))
    return opened(Promise.resolve({ port, url: `https://paper.example:${port}/`, close }))
  }

  test("asks for a certificate that is valid", async () => {
    const asked = vi.fn()
    const { url, port } = await secure(asked)
    const boundary = within([`paper.example:${port}`], { "paper.example": [["127.0.0.1"]] })
    expect(await fetching(boundary)(url)).toMatchObject(stopped("connection", "certificate", { host: "paper.example" }))
    expect(asked).not.toHaveBeenCalled()
  })

  test("goes to the address that was checked, by the name that was asked for", async () => {
    const { url, port } = await secure((_, answer) => void answer.writeHead(200, HTML).end("secure"))
    const names = { "paper.example": [["127.0.0.1"]], "other.example": [["127.0.0.1"]] }
    const inside = [`paper.example:${port}`, `other.example:${port}`]
    const [right, wrong] = await trusting(CERTIFICATE.cert, [url, url.replace("paper", "other")], inside, names)
    expect(right).toMatchObject({ ok: true, page: { status: 200 } })
    expect(wrong).toMatchObject(stopped("connection", "certificate"))
  })

  test("is not spoken by a server that only knows http", async () => {
    const { port } = await opened(site((_, answer) => void answer.end()))
    const fetched = await fetching(within([`127.0.0.1:${port}`]))(`https://127.0.0.1:${port}/`)
    expect(fetched).toMatchObject(stopped("connection", "certificate"))
  })
})
