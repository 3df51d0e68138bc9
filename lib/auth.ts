/** Sessions: next-auth with e-mail and password, in a signed cookie that a database epoch revokes. Knows no desk's rules. */
import "server-only"
import type { NextAuthOptions, Profile } from "next-auth"
import { getServerSession } from "next-auth"
import type { JWT } from "next-auth/jwt"
import Credentials from "next-auth/providers/credentials"
import type { OAuthConfig } from "next-auth/providers/oauth"
import { cookies, headers } from "next/headers"
import { cache } from "react"
import { z } from "zod"
import { signInByIdentity } from "./desk/identities"
import { leaveSession } from "./desk/sessions"
import { personOf, signIn, type Reading, type SessionKey, type SignedInUser } from "./desk/sign-in"
import { SESSION_SECONDS } from "./domain/account"
import { Refusal } from "./domain/refusal"
import { env } from "./env"
import { log } from "./log"
import { languageOf, zoneOf } from "./messages/language"

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
    providers: [passwordProvider, ...identityProviders()],
    callbacks: {
      signIn: ({ user }) => (user.id === NOBODY ? "/sign-in?error=identity" : true),
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

/** What the accounts elsewhere are called that people may come in with; null where there are none. */
export function identityName(): string | null {
  const { STET_OIDC_ISSUER, STET_OIDC_NAME } = env()
  return STET_OIDC_ISSUER ? STET_OIDC_NAME || new URL(STET_OIDC_ISSUER).hostname : null
}

/** The person of this request, or null. Asked once a request. */
export const signedInUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await getServerSession(authOptions())
  return session ? personOf(session.key, await readingHere()) : null
})

/** The language that this request is answered in, and the zone that its browser has told. */
async function readingHere(): Promise<Reading> {
  const [given, header] = await Promise.all([cookies(), headers()])
  const zone = given.get("zone")?.value
  return {
    language: languageOf(given.get("language")?.value, header.get("accept-language")).catalogue,
    zone: zone ? zoneOf(zone) : null,
  }
}

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

/** OpenID Connect, with whoever the settings name: none where they name nobody. */
function identityProviders(): OAuthConfig<Claims>[] {
  const { STET_OIDC_ISSUER: issuer, STET_OIDC_CLIENT_ID: clientId, STET_OIDC_CLIENT_SECRET: clientSecret } = env()
  const name = identityName()
  if (name === null) return []
  const provider: OAuthConfig<Claims> = {
    ...{ id: "identity", name, type: "oauth", clientId, clientSecret, idToken: true },
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    // Some say in the token who it is, and only when asked of which address.
    userinfo: {
      request: async ({ client, tokens }) => {
        // What is handed over is the set that was verified, whatever its type says.
        const verified = tokens as Extract<Parameters<typeof client.userinfo>[0], { claims: unknown }>
        const told = await client.userinfo(verified)
        return { ...verified.claims(), ...told, iss: client.issuer.metadata.issuer } as Profile
      },
    },
    profile: async (given) => {
      const { iss, sub, email, email_verified, name: called } = Claims.parse(given)
      const emailVerified = email_verified === true ? "yes" : "no"
      const userAgent = (await headers()).get("user-agent") ?? ""
      const claims = { issuer: iss, subject: sub, email, emailVerified, name: called } as const
      return (await signInByIdentity(claims, userAgent)) ?? STRANGER
    },
  }
  return [provider]
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
})
type Claims = z.infer<typeof Claims>

/** Whoever comes with an account that says too little. */
const STRANGER = { id: NOBODY, name: "", email: "", sessionEpoch: -1, sessionId: NOBODY }

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
