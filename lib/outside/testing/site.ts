/**
 * Servers for tests: real ones on loopback, and the boundary that lets a test reach exactly these. Names of the test's
 * own lead to them, so that no test asks a resolver.
 */
import { createServer, type RequestListener, type Server } from "node:http"
import { createServer as createRawServer, type AddressInfo, type Server as RawServer, type Socket } from "node:net"
import type { Address, Boundary } from "../boundary"
import { fetchWithin, type Errand } from "../fetch-within"
import type { Fetched } from "../fetched"
import { LIMITS, type Limits } from "../limits"

/** A server that a test has started; `url` ends in a slash. */
export interface Site {
  url: string
  port: number
  close: () => Promise<void>
}

/** A site whose pages `listener` answers. */
export async function site(listener: RequestListener): Promise<Site> {
  const server = createServer(listener)
  return { ...(await listening(server)), close: () => closing(server) }
}

/** A site that writes what it likes, HTTP or not, as soon as somebody has asked something. */
export async function rawSite(answer: (socket: Socket) => void): Promise<Site> {
  const sockets = new Set<Socket>()
  const server = createRawServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {})
    socket.once("data", () => answer(socket))
  })
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return closing(server)
  }
  return { ...(await listening(server)), close }
}

async function listening(server: RawServer): Promise<{ url: string; port: number }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, port }
}

async function closing(server: Server | RawServer): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

/** Lets exactly these hosts through; names are looked up in `names`, each list of addresses used once, the last one for good. */
export function within(inside: readonly string[], names: Record<string, string[][]> = {}): Boundary {
  const left = new Map(Object.entries(names).map(([name, answers]) => [name, [...answers]]))
  const lookup = (host: string): Promise<Address[]> => {
    const answers = left.get(host) ?? []
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (!answer) return Promise.reject(new Error(`ENOTFOUND ${host}`))
    return Promise.resolve(answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })))
  }
  return { ports: [80, 443], inside, lookup }
}

/** `fetchPage` as the product has it, but for the boundary and, where a test would wait, the limits. */
export function fetching(
  boundary: Boundary,
  limits: Partial<Limits> = {},
  accept: Errand["accept"] = ["text/html", "text/plain"],
): (url: string) => Promise<Fetched> {
  const errand = { boundary, limits: { ...LIMITS, ...limits }, accept, userAgent: "Stet/test (+https://desk.example)" }
  return (url) => fetchWithin(errand, url)
}
