/** Sessions: next-auth with e-mail and password, in a signed cookie that a database epoch revokes. Knows no desk's rules. */
import "server-only"
import type { NextAuthOptions } from "next-auth"
import { getServerSession } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { cache } from "react"
import { personOf, signIn, type SignedInUser } from "./desk/sign-in"
import { Refusal } from "./domain/refusal"
import { env } from "./env"

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
      redirect: ({ url, baseUrl }) => (new URL(url, baseUrl).origin === baseUrl ? url : baseUrl),
    },
  }
}

/** The person of this request, or null. Asked once a request. */
export const signedInUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await getServerSession(authOptions())
  return session ? personOf(session.userId, session.sessionEpoch) : null
})

const passwordProvider = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize: async (credentials, request) => {
    const { email = "", password = "" } = credentials ?? {}
    const forwarded: unknown = request.headers?.["x-forwarded-for"]
    const address = typeof forwarded === "string" ? forwarded.split(",")[0]?.trim() : undefined
    try {
      return await signIn({ email, password: password.slice(0, 200), address })
    } catch (error) {
      // next-auth hands an error's message to the page: only the throttle's is for its eyes.
      if (error instanceof Refusal) throw new Error("throttled", { cause: error })
      throw error
    }
  },
})
