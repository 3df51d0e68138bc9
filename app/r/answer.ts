/**
 * How public pages are answered: whole, in the language of what they show, without a script, the same for everybody.
 * Nobody is asked who they are.
 */
import { createHash } from "node:crypto"
import { absentPage, STYLE, type Setting } from "@/lib/document"
import type { AtAddress, PublicDesk } from "@/lib/domain/report"
import { env } from "@/lib/env"
import { languageOf } from "@/lib/messages/language"
import { reportWords } from "@/lib/messages/translator"

/** What there is at an address, and how it is written. */
export interface Shown<T> {
  at: AtAddress<T>
  /** BCP 47. */
  language: (page: T) => string
  write: (page: T, setting: Setting) => string
  type?: "text/html" | "application/atom+xml" | "application/xml"
}

/** Answers with what there is; 410 with what was there, 404 with what never was. */
export async function publicAnswer<T extends { desk: PublicDesk }>(
  request: Request,
  shown: Shown<T>,
): Promise<Response> {
  const { at, language, write, type = "text/html" } = shown
  if (at.kind === "shown") return answer(request, write(at.page, await settingFor(language(at.page))), { type })
  const desk = at.kind === "gone" ? at.desk : null
  const setting = await settingFor(
    desk?.language ?? languageOf(undefined, request.headers.get("accept-language")).locale,
  )
  // A desk is named where readers knew of it.
  return answer(request, absentPage(at.kind, desk, setting), { type: "text/html", status: desk ? 410 : 404 })
}

/** The number in a query, from 1; `null` where there is something else, undefined where there is nothing. */
export function numberIn(request: Request, name: string): number | null | undefined {
  const given = new URL(request.url).searchParams.get(name)
  if (given === null) return undefined
  return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : null
}

async function settingFor(asked: string): Promise<Setting> {
  const { say, language } = await reportWords(asked)
  return { say, language, origin: new URL(env().NEXTAUTH_URL).origin }
}

/**
 * A browser asks each time whether a page is still the same: what is reopened says so at once. Only what stands between
 * may answer for so many seconds by itself.
 */
const CACHED = "public, max-age=0, s-maxage=60, must-revalidate"

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64")

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${sha256(STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

function answer(request: Request, body: string, { type, status = 200 }: { type: string; status?: number }): Response {
  const etag = `"${sha256(body)}"`
  const headers = new Headers({
    "content-type": `${type}; charset=utf-8`,
    "cache-control": CACHED,
    "content-security-policy": POLICY,
    etag,
    ...(status === 404 && { vary: "accept-language" }),
  })
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""))
  if (status === 200 && known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { status, headers })
}
