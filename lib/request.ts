/**
 * Reading what comes in and writing what goes out by HTTP: bodies counted as they come, preconditions, problem JSON.
 * Knows nothing of who asks or what for; lib/entry.ts does.
 */
import { refuse, refuseField, type RefusalCode } from "./domain/refusal"

/** A request may be so many bytes; an article's file is the largest thing that comes in. */
export const MOST_BYTES = 10 * 1024 * 1024

/** An answer that is no refusal of the desk's but of HTTP itself. */
export class HttpProblem extends Error {
  constructor(
    readonly status: 400 | 405 | 412 | 413 | 415 | 428,
    readonly code: "malformed" | "method" | "stale" | "too-large" | "unsupported" | "precondition-required",
    readonly key: string,
  ) {
    super(`${status}: ${key}`)
  }
}

/** The body's bytes, counted as they come: one too many and the rest is not read. */
export async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) throw tooLarge()
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw tooLarge()
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

/** The body as JSON. */
export async function jsonOf(request: Request): Promise<unknown> {
  const type = mediaType(request)
  if (type !== "application/json" && !type.endsWith("+json")) {
    throw new HttpProblem(415, "unsupported", "http.wantsJson")
  }
  const bytes = await bodyOf(request)
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    throw new HttpProblem(400, "malformed", "http.malformedJson")
  }
}

/** The body as a form with files. */
export async function formOf(request: Request): Promise<FormData> {
  const bytes = await bodyOf(request)
  try {
    return await new Response(bytes, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData()
  } catch {
    throw new HttpProblem(400, "malformed", "http.malformedForm")
  }
}

/** The media type of the body, without parameters. */
export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? ""
}

/** The version that `If-Match` names; undefined where it is absent or `*`. */
export function ifMatch(request: Request): number | undefined {
  const header = request.headers.get("if-match")?.trim()
  if (!header || header === "*") return undefined
  const version = /^"(\d{1,9})"$/.exec(header)?.[1]
  if (!version) throw new HttpProblem(412, "stale", "http.unknownVersion")
  return Number(version)
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

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids in an address that can't be ids name nothing. */
export function assertIds(params: Record<string, string>): void {
  const wrong = Object.entries(params).some(([name, value]) => name.endsWith("Id") && !UUID.test(value))
  if (wrong) throw refuse("not-found", "http.noSuchThing")
}

/** An opaque cursor for the id that a page ended with, and back. */
export const cursors = {
  of: (id: string | null): string | null => id && Buffer.from(id).toString("base64url"),
  read: (cursor: string | undefined): string | undefined => {
    if (cursor === undefined) return undefined
    const id = Buffer.from(cursor, "base64url").toString()
    if (!UUID.test(id)) throw refuseField("cursor", "http.unknownCursor")
    return id
  },
}

/** All of Unicode's controls but tab, line feed and carriage return. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

/** No input of ours is nested deeper. */
const DEEPEST = 40

/**
 * What came in without what no text may hold: NUL and other control characters (Postgres keeps none), halves of
 * surrogate pairs (JSON in Postgres keeps none).
 */
export function cleaned(input: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new HttpProblem(400, "malformed", "http.tooDeep")
  if (typeof input === "string") return input.toWellFormed().replace(CONTROLS, "")
  if (Array.isArray(input)) return input.map((item) => cleaned(item, depth + 1))
  if (input === null || typeof input !== "object" || Object.getPrototypeOf(input) !== Object.prototype) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, cleaned(value, depth + 1)]))
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, "too-large", "http.tooLarge")
}
