import type { RequestListener } from "node:http"
import { afterEach, expect, test, vi } from "vitest"
import { freePort } from "./free-port.mjs"
import { openPort } from "./serve.mjs"

/** In Next's place: answers with the headers that came through to it. */
vi.mock("next", () => {
  const handler: RequestListener = ({ headers }, response) => void response.end(JSON.stringify(headers))
  return { default: () => ({ prepare: async () => {}, getRequestHandler: () => handler }) }
})

afterEach(() => vi.unstubAllEnvs())

test("an address that can't be decoded is answered before Next sees it, any other waits for Next", async () => {
  const port = await freePort()
  const server = await openPort(port, "127.0.0.1")
  const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status
  try {
    expect(await statusOf("/api/v1/claims/%E0%A4%A")).toBe(400)
    expect(await statusOf("/w/%ff")).toBe(400)
    expect(await statusOf("/w/%C3%BC?next=%ff")).toBe(503)
    expect(await statusOf("/%2e%2e/%25")).toBe(503)
  } finally {
    await server.close()
  }
})

test.each([
  ["", {}],
  ["1", { "x-forwarded-for": "10.0.0.1", "x-forwarded-host": "evil.example", "x-real-ip": "10.0.0.2" }],
])("what a proxy says is believed only where one is trusted (STET_TRUST_PROXY=%s)", async (trust, believed) => {
  vi.stubEnv("STET_TRUST_PROXY", trust)
  const port = await freePort()
  const server = await openPort(port, "127.0.0.1")
  try {
    await server.serve(process.cwd(), "production")
    const headers = { "x-forwarded-for": "10.0.0.1", "X-Forwarded-Host": "evil.example", "x-real-ip": "10.0.0.2" }
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers })
    const came = Object.entries((await response.json()) as object)
    expect(Object.fromEntries(came.filter(([name]) => name.startsWith("x-")))).toEqual(believed)
  } finally {
    await server.close()
  }
})
