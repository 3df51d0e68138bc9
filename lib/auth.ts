/** Sessions: next-auth with e-mail and password, in a signed cookie that a database epoch revokes. Knows no desk's rules. */
import "server-only"
import type { NextAuthOptions } from "next-auth"
import { getServerSession } from "next-auth"
import type { JWT } from "next-auth/jwt"
import Credentials from "next-auth/providers/credentials"
import { cache } from "react"
import { z } from "zod"
import { leaveSession } from "./desk/sessions"
import { personOf, signIn, type SessionKey, type SignedInUser } from "./desk/sign-in"
import { SESSION_SECONDS } from "./domain/account"
import { Refusal } from "./domain/refusal"
import { env } from "./env"
import { log } from "./log"

declare module "next-auth" {
  interface User {
    sessionEpoch: number
    sessionId: string
  }
  interface Session {
    key: SessionKey
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionEpoch?: number
    sessionId?: string
  }
}

/** The settings of next-auth, made on first use: a build has no secrets. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { ...token, sub: user.id, sessionEpoch: user.sessionEpoch, sessionId: user.sessionId } : token,
      session: ({ session, token }) => ({ ...session, key: keyIn(token) }),
      redirect: ({ url, baseUrl }) => (isOurs(url, baseUrl) ? url : baseUrl),
    },
    events: {
      signOut: async ({ token }) => leaveSession(keyIn(token).sessionId),
    },
  }
}

/** What a cookie holds; one from before there were rows of sessions names none. */
function keyIn({ sub, sessionEpoch, sessionId }: JWT): SessionKey {
  return { id: sub ?? NOBODY, sessionEpoch: sessionEpoch ?? -1, sessionId: sessionId ?? NOBODY }
}

const NOBODY = "00000000-0000-0000-0000-000000000000"

/** The person of this request, or null. Asked once a request. */
export const signedInUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await getServerSession(authOptions())
  return session ? personOf(session.key) : null
})

/** Whether an address, which anybody may have written, leads to our own pages. */
function isOurs(url: string, baseUrl: string): boolean {
  try {
    return new URL(url, baseUrl).origin === baseUrl
  } catch {
    return false
  }
}

/** What can be no e-mail or password is none: Postgres keeps no NUL. */
const typed = z
  .string()
  .refine((text) => text.isWellFormed() && !text.includes("\0"))
  .transform((text) => text.slice(0, 200))
  .catch("")
const Typed = z.object({ email: typed, password: typed, code: typed })

/**
 * The address that our own server, or the proxy that it trusts, saw: proxies write what they saw at the end, and what
 * stands before was brought along by whoever asked.
 */
function nearestAddress(forwarded: unknown): string | undefined {
  return typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined
}

/** What of a refusal is for whoever asks: that there were too many attempts, that a code is wanted, that it was wrong. */
const TOLD: Partial<Record<string, string>> = {
  "door.throttled": "throttled",
  "door.codeMissing": "code-missing",
  "door.codeWrong": "code-wrong",
}

const passwordProvider = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
  authorize: async (credentials, request) => {
    const { email, password, code } = Typed.parse(credentials ?? {})
    const address = nearestAddress(request.headers?.["x-forwarded-for"])
    const userAgent = String(request.headers?.["user-agent"] ?? "")
    try {
      return await signIn({ email, password, code, address, userAgent })
    } catch (error) {
      // next-auth hands an error's message to whoever asked: only what the door says is for their eyes.
      const told = error instanceof Refusal && TOLD[error.key]
      if (told) throw new Error(told, { cause: error })
      log().error({ err: error }, "signing in failed")
      throw new Error("failed", { cause: error })
    }
  },
})
