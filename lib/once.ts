/**
 * `Idempotency-Key`: a POST that is sent again with its key is answered what it was answered first. Knows requests and
 * answers, not what they do; the desk keeps what was answered (lib/desk/once.ts).
 */
import "server-only"
import { logged } from "./answers"
import { beginOnce, forgetOnce, keepAnswer, type Keyed } from "./desk/once"
import { sha256 } from "./document/digest"
import { refuseField } from "./domain/refusal"
import { bodyOf, formIn, HttpProblem, mediaType } from "./request"

const HEADER = "Idempotency-Key"

/**
 * Answers a request, or what was answered before to the same one. The same is: method, address and body; for a form its
 * fields, since each try sends other boundaries between them. Kept is every answer of which another try could only bring
 * the same: refusals too, but no bug and nothing that asks to come again later.
 */
export async function answerOnce(
  request: Request,
  token: Keyed["token"],
  most: number | undefined,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const key = request.method === "POST" ? request.headers.get(HEADER) : null
  if (key === null) return answer(request)
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw refuseField(HEADER, "http.keyForm")
  const body = await bodyOf(request, most)
  const keyed = { token, key, request: await digestOf(request, body) }
  const before = await beginOnce(keyed)
  if (before.kind === "other") throw refuseField(HEADER, "http.keyOfOther")
  if (before.kind === "underWay") throw new HttpProblem(409, "conflict", "http.keyUnderWay", 1)
  if (before.kind === "cutOff") throw new HttpProblem(409, "conflict", "http.keyCutOff")
  if (before.kind === "answered") {
    const { body: kept, status, headers } = before.answer
    return new Response(kept, { status, headers: [...headers, ["idempotency-replayed", "true"]] })
  }
  const { method, headers } = request
  const given = await answer(new Request(request.url, { method, headers, body: body.byteLength > 0 ? body : null }))
  return kept(keyed, given)
}

async function kept(keyed: Keyed, given: Response): Promise<Response> {
  try {
    if (given.status >= 500 || given.headers.has("retry-after")) await forgetOnce(keyed)
    else {
      const headers = [...given.headers]
      await keepAnswer(keyed, { status: given.status, headers, body: await given.clone().text() })
    }
  } catch (error) {
    // What was asked is done all the same.
    logged(error)
  }
  return given
}

async function digestOf(request: Request, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const { pathname, search } = new URL(request.url)
  return sha256(`${request.method} ${pathname}${search}\n${(await formDigest(request, body)) ?? sha256(body)}`)
}

/** A digest of the fields of a form; null where it is none that can be read. */
async function formDigest(request: Request, body: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (mediaType(request) !== "multipart/form-data") return null
  const form = await formIn(request, body).catch(() => null)
  if (!form) return null
  const fields = [...form].map(async ([name, value]) => {
    return typeof value === "string"
      ? [name, value]
      : [name, value.name, sha256(new Uint8Array(await value.arrayBuffer()))]
  })
  return sha256(JSON.stringify(await Promise.all(fields)))
}
