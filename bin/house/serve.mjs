// @ts-check
/**
 * The web server around Next, in this process: what kills the one kills the other. It takes its port before anything
 * slow begins and answers "starting" there, so that a taken port is known at once.
 */
import { createServer } from "node:http"
import { Problem } from "./problem.mjs"

/** Answers still on their way get so long when Stet stops; open live updates would never end by themselves. */
const GRACE_MS = 1500

/** A cold start of Next takes a second or two; ten times that on a busy machine is no hang yet. */
const READY_WITHIN_MS = 60_000

/**
 * What a proxy says of who asked and how. Anybody can write it, and attempts to sign in are counted by it: without a
 * proxy of one's own in front, none of it is believed.
 */
const PROXYS_WORDS = /^(forwarded|x-forwarded-.*|x-real-ip)$/

/**
 * @typedef {object} WebServer
 * @property {(root: string, mode: "production" | "development") => Promise<void>} serve loads Next and lets it answer
 * @property {() => Promise<void>} close
 */

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<WebServer>}
 */
export async function openPort(port, host) {
  /** @type {import("node:http").RequestListener} */
  let answer = (_request, response) => void response.writeHead(503, { "retry-after": "2" }).end("Stet is starting.\n")
  const trustsProxy = process.env.STET_TRUST_PROXY === "1"
  const server = createServer((request, response) => {
    if (!trustsProxy) forgetProxy(request)
    if (isReadable(request.url)) answer(request, response)
    else refuseAddress(response)
  })
  await listen(server, port, host)
  return {
    serve: async (root, mode) => {
      const handler = await loadNext({ root, mode, server, port, host })
      answer = (request, response) => void handler(request, response)
    },
    close: () => close(server),
  }
}

/** @param {import("node:http").IncomingMessage} request */
function forgetProxy({ headers }) {
  for (const name of Object.keys(headers)) if (PROXYS_WORDS.test(name)) delete headers[name]
}

/**
 * Whether the path of an address can be decoded: Next answers 500 where it can't.
 * @param {string} [address]
 */
function isReadable(address = "") {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "")
    return true
  } catch {
    return false
  }
}

/** @param {import("node:http").ServerResponse} response */
function refuseAddress(response) {
  const detail = "The address is not percent-encoded UTF-8."
  const problem = { type: "about:blank", title: "Bad Request", status: 400, detail, code: "malformed" }
  response.writeHead(400, { "content-type": "application/problem+json" }).end(JSON.stringify(problem))
}

/**
 * Waits until the app says that it can work.
 * @param {string} address
 */
export async function untilReady(address) {
  const end = Date.now() + READY_WITHIN_MS
  let last = ""
  while (Date.now() < end) {
    last = await answerOf(`${address}/api/health/ready`)
    if (last === "200") return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Problem(`Stet does not get ready: /api/health/ready answers ${last}.`)
}

/** @param {string} url */
async function answerOf(url) {
  try {
    const response = await fetch(url)
    await response.arrayBuffer()
    return String(response.status)
  } catch (error) {
    return String(error)
  }
}

/** @param {import("node:http").Server} server @param {number} port @param {string} host */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => reject(portProblem(error, port, host)))
    server.listen(port, host, () => resolve(undefined))
  })
}

/** @param {NodeJS.ErrnoException} error @param {number} port @param {string} host */
function portProblem(error, port, host) {
  if (error.code === "EADDRINUSE")
    return new Problem(
      `Port ${port} is in use by another program. Choose one with PORT, such as: PORT=${port + 1} npm start`,
    )
  if (error.code === "EACCES")
    return new Problem(`Port ${port} is not for this user to open. Choose one above 1023 with PORT.`)
  if (error.code === "EADDRNOTAVAIL")
    return new Problem(`This machine has no address ${host}. Choose another with HOST.`)
  return error
}

/**
 * @param {{ root: string, mode: "production" | "development", server: import("node:http").Server, port: number, host: string }} how
 * @returns {Promise<import("node:http").RequestListener>}
 */
async function loadNext({ root, mode, server, port, host }) {
  const { default: next } = await import("next")
  const app = next({ dev: mode === "development", dir: root, hostname: host, port, httpServer: server })
  await app.prepare()
  return app.getRequestHandler()
}

/** @param {import("node:http").Server} server @returns {Promise<void>} */
function close(server) {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
