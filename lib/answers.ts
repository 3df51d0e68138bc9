/**
 * What REST answers: JSON with its entity tag, and problem JSON (RFC 9457) for a refusal, a problem of HTTP or a bug.
 * Knows no acts and nobody who asks; lib/entry.ts does.
 */
import "server-only"
import { randomUUID } from "node:crypto"
import { STATUS_CODES } from "node:http"
import { getTranslations } from "next-intl/server"
import { Refusal } from "./domain/refusal"
import { log } from "./log"
import { entityTag, HttpProblem, STATUS } from "./request"

/** What a REST handler answers: a value, and what goes with it in the headers. */
export interface Reply {
  value: unknown
  status?: 200 | 201
  /** The version that the entity tag is made of. */
  version?: number
  location?: string
}

/** A reply as JSON. */
export function jsonAnswer({ value, status = 200, version, location }: Reply): Response {
  const headers = new Headers({ "cache-control": "no-store" })
  if (version !== undefined) headers.set("etag", entityTag(version))
  if (location) headers.set("location", location)
  return Response.json(value, { status, headers })
}

/** Problem JSON for what was thrown, in the language that the client asks for. `present` shows a conflict's `current`. */
export async function problem(
  request: Request,
  error: unknown,
  present: (current: unknown) => Promise<unknown>,
): Promise<Response> {
  const t = await getTranslations("refusal")
  if (error instanceof HttpProblem) {
    const { status, code, key, retryAfter } = error
    return problemAnswer(request, { status, code, detail: t(key), ...(retryAfter && { retryAfter }) })
  }
  if (!(error instanceof Refusal)) {
    return problemAnswer(request, { status: 500, code: "failed", detail: t("failed", { id: logged(error) }) })
  }
  const { code, key, details } = error
  const fields =
    details.fields && Object.fromEntries(details.fields.map(({ path, key, params }) => [path, t(key, params)]))
  const current = details.current === undefined ? undefined : await present(details.current)
  const status = details.outdated && request.headers.has("if-match") ? 412 : STATUS[code]
  const more = { fields, candidates: details.candidates, current }
  // Nothing was done, and another moment may bring it.
  const again = key === "desk.busy" && { retryAfter: 1 }
  return problemAnswer(request, { status, code, detail: t(key, details.params), more, ...again })
}

interface Told {
  status: number
  code: string
  detail: string
  /** Seconds. */
  retryAfter?: number
  more?: object
}

function problemAnswer(request: Request, { status, code, detail, retryAfter, more }: Told): Response {
  const title = STATUS_CODES[status] ?? code
  const instance = new URL(request.url).pathname
  return Response.json(
    { type: "about:blank", title, status, detail, code, instance, ...more },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        ...(status === 401 && { "www-authenticate": "Bearer" }),
        ...(retryAfter && { "retry-after": String(retryAfter) }),
      },
    },
  )
}

/** Logs what no act should throw, under an id that its reader is given. */
export function logged(error: unknown): string {
  const id = randomUUID().slice(0, 8)
  log().error({ id, err: error }, "unexpected error")
  return id
}
