/**
 * One request to one checked address, and the head of what comes back. The connection goes to the addresses that were
 * checked and to no other; no cookie, no referrer, no proxy of the environment, no redirect of its own.
 */
import type { LookupFunction } from "node:net"
import { Agent, buildConnector, type Dispatcher } from "undici"
import { mayConnect, type Address, type Target } from "./boundary"
import { Stopped } from "./fetched"
import type { Limits } from "./limits"

export interface Asking {
  target: Target
  addresses: readonly Address[]
  headers: Record<string, string>
  limits: Limits
  /** Ends the request, its body too. */
  signal: AbortSignal
  /** A body to post; without one it is a GET. */
  post?: string
}

/** The answer to one request. Whoever asks closes it, whatever happens, and with it the connection. */
export interface Answer extends Pick<Dispatcher.ResponseData, "headers" | "body" | "statusCode"> {
  close: () => Promise<void>
}

/** Sends the request and waits for the head of the answer. Throws what undici and the network throw. */
export async function ask({ target, addresses, headers, limits, signal, post }: Asking): Promise<Answer> {
  const agent = new Agent({
    connect: connectorTo(target, addresses, limits),
    pipelining: 0,
    allowH2: false,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.answer,
    bodyTimeout: limits.silence,
  })
  try {
    const { origin, pathname, search } = target.url
    const what = post === undefined ? { method: "GET" as const } : { method: "POST" as const, body: post }
    const answer = await agent.request({ origin, path: `${pathname}${search}`, ...what, headers, signal })
    // An aborted or destroyed body also emits its error, which whoever reads it gets anyway.
    answer.body.on("error", () => {})
    return { ...answer, close: () => agent.destroy() }
  } catch (error) {
    await agent.destroy()
    throw error
  }
}

/**
 * undici asks no lookup for addresses in numbers, so that the lookup alone would be no guard: targets are checked
 * before, and the socket is asked once more where it has arrived before anything is sent.
 */
function connectorTo(target: Target, addresses: readonly Address[], limits: Limits): buildConnector.connector {
  const options = {
    lookup: answering(addresses),
    timeout: limits.connection,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: Math.ceil(limits.connection / 4),
    maxCachedSessions: 0,
  }
  const connect = buildConnector(options)
  return (to, answer) =>
    connect(to, (error, socket) => {
      if (error) return answer(error, null)
      if (mayConnect(socket?.remoteAddress ?? "", target)) return answer(null, socket)
      socket?.destroy()
      answer(new Stopped("lookup", "private"), null)
    })
}

/** A lookup that knows one answer. */
function answering(addresses: readonly Address[]): LookupFunction {
  const [first] = addresses
  return (host, options, answer) => {
    if (options.all) answer(null, [...addresses])
    else if (first) answer(null, first.address, first.family)
    else answer(new Error(`${host} has no address`), "", 4)
  }
}
