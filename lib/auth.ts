/** Sessions: next-auth with e-mail and password, in a signed cookie that a database epoch revokes. Knows no desk's rules. */
import "server-only"
import type { NextAuthOptions } from "next-auth"
import { getServerSession } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { cache } from "react"
import { z } from "zod"
import { personOf, signIn, type SignedInUser } from "./desk/sign-in"
import { Refusal } from "./domain/refusal"
import { env } from "./env"
import { log } from "./log"

declare module "next-auth" {
  interface User {
    sessionEpoch: number
  }
  interface Session {
    userId: string
    sessionEpoch: number
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionEpoch?: number
  }
}

/** Once a week a person signs in anew; signing out everywhere needs no such wait. */
const WEEK = 7 * 24 * 60 * 60

/** The settings of next-auth, made on first use: a build has no secrets. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: WEEK },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id, sessionEpoch: user.sessionEpoch } : token),
      session: ({ session, token }) => ({
        ...session,
        userId: token.sub ?? "",
        sessionEpoch: token.sessionEpoch ?? -1,
      }),
      redirect: ({ url, baseUrl }) => (isOurs(url, baseUrl) ? url : baseUrl),
    },
  }
}

/** The person of this request, or null. Asked once a request. */
export const signedInUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await getServerSession(authOptions())
  return session ? personOf(session.userId, session.sessionEpoch) : null
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
const Typed = z.object({ email: typed, password: typed })

/**
 * The address that our own server, or the proxy that it trusts, saw: proxies write what they saw at the end, and what
 * stands before was brought along by whoever asked.
 */
function nearestAddress(forwarded: unknown): string | undefined {
  return typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined
}

const passwordProvider = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize: async (credentials, request) => {
    const { email, password } = Typed.parse(credentials ?? {})
    const address = nearestAddress(request.headers?.["x-forwarded-for"])
    try {
      return await signIn({ email, password, address })
    } catch (error) {
      // next-auth hands an error's message to whoever asked: only the throttle's is for their eyes.
      if (error instanceof Refusal) throw new Error("throttled", { cause: error })
      log().error({ err: error }, "signing in failed")
      throw new Error("failed", { cause: error })
    }
  },
})
