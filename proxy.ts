/**
 * Runs before every page: gives each answer a Content-Security-Policy with a nonce of its own, and notes the address,
 * so that a Server Action knows which desk it acts in and the door where to send people back to. It decides nothing
 * about who may do what.
 */
import { NextResponse, type NextRequest } from "next/server"
import { ADDRESS_HEADER } from "./lib/address"

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("content-security-policy", policy)
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

/** `/api` has no pages, and a proxy would cut its bodies; public pages below `/r` run no script and have a policy of their own. */
export const config = { matcher: ["/((?!api/|r/|_next/static|_next/image|favicon.ico|icon.svg).*)"] }

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development"
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Positions of marks and panes are set as style attributes; styles run nothing.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: blob:",
    "worker-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
