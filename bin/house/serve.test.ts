import { expect, test } from "vitest"
import { freePort } from "./free-port.mjs"
import { openPort } from "./serve.mjs"

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
