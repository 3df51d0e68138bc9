/**
 * Reading what comes in and writing what goes out by HTTP: bodies counted as they come, preconditions, problem JSON.
 * Knows nothing of who asks or what for; lib/entry.ts does.
 */
import { refuse, type RefusalCode } from "./domain/refusal"

/** A request may be so many bytes, unless its door says more; an article's file is the largest that most let in. */
export const MOST_BYTES = 10 * 1024 * 1024

/** An answer that is no refusal of the desk's but of HTTP itself. */
export class HttpProblem extends Error {
  constructor(
    readonly status: 400 | 409 | 413 | 415 | 428 | 429,
    readonly code:
      "malformed" | "conflict" | "too-large" | "unsupported" | "precondition-required" | "too-many-requests",
    readonly key: string,
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(`${status}: ${key}`)
  }
}

/** The body's bytes, counted as they come: one too many and the rest is not read. */
export async function bodyOf(request: Request, most = MOST_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge()
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** The body as JSON; undefined where there is none. */
export async function jsonOf(request: Request): Promise<unknown> {
  const type = mediaType(request)
  if (type !== "" && type !== "application/json" && !type.endsWith("+json")) {
    throw new HttpProblem(415, "unsupported", "http.wantsJson")
  }
  const bytes = await bodyOf(request)
  if (bytes.byteLength === 0) return undefined
  if (type === "") throw new HttpProblem(415, "unsupported", "http.wantsJson")
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    throw new HttpProblem(400, "malformed", "http.malformedJson")
  }
}

/** The body as a form with files. */
export async function formOf(request: Request, most = MOST_BYTES): Promise<FormData> {
  return formIn(request, await bodyOf(request, most))
}

/** A body that was read as a form with files. */
export async function formIn(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData> {
  try {
    return await new Response(bytes, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData()
  } catch {
    throw new HttpProblem(400, "malformed", "http.malformedForm")
  }
}

/** The token that a request comes with, as far as it looks like one. */
export const tokenIn = (request: Request): string | undefined =>
  /^Bearer (stet_[\w-]{20,100})$/i.exec(request.headers.get("authorization") ?? "")?.[1]

/** The media type of the body, without parameters. */
export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? ""
}

/** Stands for a tag that is none of ours: no record is changed so often, so that it is outdated wherever it is used. */
const NO_VERSION = 2 ** 31 - 1

/** The version that `If-Match` names; undefined where it is absent, empty or `*`. */
export function ifMatch(request: Request): number | undefined {
  const header = request.headers.get("if-match")?.trim()
  if (!header || header === "*") return undefined
  return Number(/^"(\d{1,9})"$/.exec(header)?.[1] ?? NO_VERSION)
}

/** The entity tag of a version. */
export function entityTag(version: number): string {
  return `"${version}"`
}

/** The status that a refusal is answered with. */
export const STATUS: Record<RefusalCode, number> = {
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  conflict: 409,
}

/** An id of ours, or at least one in form. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The parameters of an address with its ids as Postgres writes them. What can't be an id names nothing. */
export function idsIn<Params extends Record<string, string>>(params: Params): Params {
  const entries = Object.entries(params).map(([name, value]) => {
    if (!name.endsWith("Id")) return [name, value]
    if (!UUID.test(value)) throw refuse("not-found", "http.noSuchThing")
    return [name, value.toLowerCase()]
  })
  return Object.fromEntries(entries) as Params
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, "too-large", "http.tooLarge")
}
