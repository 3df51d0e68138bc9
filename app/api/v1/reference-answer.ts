/** The reference of the API as it is answered: the same for everybody, without a token, made once. */
import { createHash } from "node:crypto"
import { openApi } from "@/lib/api/reference/openapi"
import { referencePage } from "@/lib/api/reference/page"
import { REFERENCE_STYLE } from "@/lib/api/reference/style"
import { env } from "@/lib/env"

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64")

/** Nothing but its own style may take effect on the page. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${sha256(REFERENCE_STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

interface Made {
  body: string
  type: string
  etag: string
}
const made = new Map<string, Made>()

/** The document for machines. */
export function documentAnswer(request: Request): Response {
  return answer(request, "document", "application/json", () => JSON.stringify(here()))
}

/** The page for people. */
export function pageAnswer(request: Request): Response {
  return answer(request, "page", "text/html; charset=utf-8", () => referencePage(here()))
}

const here = () => openApi(new URL(env().NEXTAUTH_URL).origin)

function answer(request: Request, name: string, type: string, make: () => string): Response {
  const { body, etag } = kept(name, type, make)
  const headers = {
    ...{ "content-type": type, "cache-control": "public, no-cache", etag, "content-security-policy": POLICY },
    "x-content-type-options": "nosniff",
  }
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""))
  return known.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

function kept(name: string, type: string, make: () => string): Made {
  const there = made.get(name)
  if (there) return there
  const body = make()
  const one = { body, type, etag: `"${sha256(body)}"` }
  made.set(name, one)
  return one
}
