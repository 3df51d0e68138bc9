/**
 * The API without a server: finds a route's file as Next does and calls its handler with a real Request. A test that
 * uses it mocks `next-intl/server` with ./translator, which needs no request scope.
 */
import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect } from "vitest"
import type { Operation } from "@/lib/api/reference/operation"
import { OPERATIONS } from "@/lib/api/reference/openapi"
import { responsesOf } from "@/lib/api/reference/responses"
import { Problem as ProblemShape } from "@/lib/api/reference/shapes"
import type { evidenceReply, reviewReply, roundReply } from "@/lib/api/replies"
import type { apiArticle, apiClaim, apiSource } from "@/lib/api/views"
import type { RouteSpec } from "@/lib/entry"
import { createToken } from "@/lib/desk/tokens"
import type { z } from "zod"
import { scopesOf, type Actor, type Scope } from "@/lib/domain/workspace"

const FOLDER = fileURLToPath(new URL("..", import.meta.url))

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
export type Method = (typeof METHODS)[number]

/** Where the address has no parameters, Next gives none. */
type Params = Record<string, unknown> | undefined
type Handler = ((request: Request, context: { params: Promise<Params> }) => Promise<Response>) & {
  /** Those of `route()` have one. */
  spec?: RouteSpec<z.ZodType, z.ZodType>
}

interface RouteFile {
  /** `/claims/[claimId]/verdict` */
  path: string
  load: () => Promise<Partial<Record<Method, Handler>>>
}

/** Every route there is, the more specific first. */
export const routeFiles: RouteFile[] = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .map((file) => ({ path: `/${file.replace(/\/?route\.ts$/, "")}`, load: () => import(`${FOLDER}${file}`) }))
  .sort((a, b) => Number(a.path.includes("...")) - Number(b.path.includes("...")) || (a.path < b.path ? 1 : -1))

export interface Sent {
  token?: string | undefined
  /** Sent as JSON, but for bytes, text and forms, which go as they are. */
  body?: unknown
  headers?: Record<string, string>
  /** The version for `If-Match`. */
  version?: number | string | undefined
}

/** An answer; `json` is an empty object where it is something else, and is taken for what the test says it is. */
export interface Answered<Json> {
  status: number
  headers: Headers
  text: string
  json: Json
}

export type ApiArticle = Awaited<ReturnType<typeof apiArticle>> & { duplicate: boolean; notices: string[] }
export type ApiClaim = Awaited<ReturnType<typeof apiClaim>>
export type ApiSource = ReturnType<typeof apiSource>
export type ApiEvidence = ReturnType<typeof evidenceReply>["value"]
export type ApiRound = ReturnType<typeof roundReply>["value"]
export type ApiReview = ReturnType<typeof reviewReply>["value"]
export interface ApiList<Item> {
  items: Item[]
  next: string | null
}
export interface Problem {
  status: number
  code: string
  detail: string
  fields?: Record<string, string>
  candidates?: { path: string; start: number; end: number; exact: string; prefix: string; suffix: string }[]
  current?: { version: number }
}

/** Sends a request to `/api/v1` + `path`. */
export async function send<Json = Problem>(
  method: Method,
  path: string,
  { token, body, headers, version }: Sent = {},
): Promise<Answered<Json>> {
  const url = new URL(`http://stet.test/api/v1${path}`)
  const { handler, params, operation } = await handlerFor(method, url.pathname.slice("/api/v1".length))
  if (!handler) return answered(new Response(null, { status: 405 }))
  const sent = new Headers(headers)
  if (token) sent.set("authorization", `Bearer ${token}`)
  if (version !== undefined) sent.set("if-match", typeof version === "number" ? `"${version}"` : version)
  const request = new Request(url, {
    method,
    headers: typed(sent, body),
    body: raw(body),
    duplex: "half",
  } as RequestInit)
  const answer = await answered<Json>(await handler(request, { params: Promise.resolve(params) }))
  if (operation) asTheReferenceSays(`${method} ${path}`, operation, answer)
  if (operation) await leadsSomewhere(operation, answer)
  return answer
}

/** Every answer that any test gets is one that the reference tells of. */
function asTheReferenceSays(call: string, operation: Operation, { status, headers, json }: Answered<unknown>): void {
  // A part of a file, or none of it that was asked for.
  if (status === 206 || status === 416) return
  const told = Object.keys(responsesOf(operation, { path: "{", schemaOf: () => ({}) }))
  expect(told, `${call} answered ${status}`).toContain(String(status))
  const shape = status >= 400 ? ProblemShape : operation.answer
  if ("safeParse" in shape) expect(shape.safeParse(json).error?.issues, call).toBeUndefined()
  if (operation.tagged && status < 300 && !("items" in (json as object))) expect(headers.has("etag"), call).toBe(true)
}

/** What is made and has an address is told by it, and can be read there; of nothing else an address is told. */
async function leadsSomewhere({ located }: Operation, { status, headers, json }: Answered<unknown>): Promise<void> {
  const location = headers.get("location")
  if (!located) return expect(location, "an address").toBeNull()
  if (status === 201 && !("items" in (json as object))) expect(location, "an address").not.toBeNull()
  if (location === null) return
  const { handler } = await handlerFor("GET", location.slice("/api/v1".length))
  expect(handler, location).toBeDefined()
}

/** Requests of one person, by a token of theirs with all scopes of their role or with those given. */
export async function clientOf(actor: Actor, scopes: Scope[] = scopesOf(actor.role)) {
  const { token } = await createToken(actor, { name: "test", scopes })
  const by =
    (method: Method) =>
    <Json = Problem>(path: string, sent: Sent = {}) =>
      send<Json>(method, path, { token, ...sent })
  return { token, get: by("GET"), post: by("POST"), put: by("PUT"), patch: by("PATCH"), delete: by("DELETE") }
}

async function handlerFor(method: Method, pathname: string) {
  for (const { path, load } of routeFiles) {
    const params = matched(path, pathname)
    if (params === null) continue
    return { handler: (await load())[method], params, operation: OPERATIONS[`${method} ${asInReference(path)}`] }
  }
  throw new Error(`no route for ${pathname}`)
}

/** `/claims/[claimId]` is `/claims/{claimId}` there; the address of a container ends in a slash. */
export const asInReference = (path: string) => path.replace(/\[(\w+)\]/g, "{$1}").replace(/annotations$/, "$&/")

function matched(path: string, pathname: string): Params | null {
  const names: string[] = []
  const pattern = path.replace(/\[\[\.\.\.(\w+)\]\]|\[(\w+)\]/g, (_, rest?: string, one?: string) => {
    names.push(rest ?? one ?? "")
    return rest ? "(.*)" : "([^/]+)"
  })
  const found = new RegExp(`^${pattern}/?$`).exec(pathname)
  if (!found) return null
  if (names.length === 0) return undefined
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]))
}

function isRaw(body: unknown): body is string | Uint8Array | FormData | ReadableStream {
  return [FormData, Uint8Array, ReadableStream].some((type) => body instanceof type) || typeof body === "string"
}

function raw(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined
  return isRaw(body) ? (body as BodyInit) : JSON.stringify(body)
}

function typed(headers: Headers, body: unknown): Headers {
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm && !headers.has("content-type")) headers.set("content-type", "application/json")
  return headers
}

async function answered<Json>(response: Response): Promise<Answered<Json>> {
  const text = await response.text()
  const isJson = response.headers.get("content-type")?.includes("json")
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson && text ? JSON.parse(text) : {}) as Json,
  }
}
