/** Signing in with e-mail and password, and who a session is. Knows nothing of cookies: lib/auth.ts does. */
import { v7 as newId } from "uuid"
import type { Prisma, SignInMethod, User } from "../../prisma/client/client"
import { db } from "../db"
import { SESSION_SECONDS } from "../domain/account"
import { refuse } from "../domain/refusal"
import { changeUser } from "./change"
import { passwordFits } from "./passwords"
import { checkSecondFactor } from "./second-factors"
import { leaveSession } from "./sessions"
import { attemptKey, countAttempt, forgetAttempts, takeAttemptBack } from "./throttle"

/** A person who is signed in, and where: the session that their browser holds, and the epoch that it must carry. */
export interface SignedInUser extends SessionKey {
  name: string
  email: string
  /** Whether they have a second factor, or came in where that is its keeper's matter. */
  secondFactor: "on" | "off"
}

/** What a browser's cookie says. */
export interface SessionKey {
  /** The user's. */
  id: string
  sessionEpoch: number
  sessionId: string
}

export interface SignIn {
  email: string
  password: string
  /** Of the second factor, where there is one. */
  code?: string | undefined
  /** Network address that the attempt came from, where it is known. */
  address?: string | undefined
  /** What the browser says of itself. */
  userAgent?: string | undefined
}

/** Failed attempts that are borne in a quarter of an hour, for one e-mail and for one address (a newsroom shares one). */
const BORNE = { email: 10, address: 100 }

/** Browsers write a line about themselves, others whatever they like. */
const LONGEST_USER_AGENT = 300

/**
 * The person whose e-mail and password these are, with a new session, or null. An unknown e-mail and a wrong password
 * take the same time and give the same answer; too many attempts are refused with `conflict` `door.throttled`, whoever
 * they were for. Once the password is right, whoever has a second factor is refused with `invalid` `door.codeMissing` or
 * `door.codeWrong`.
 */
export async function signIn(given: SignIn): Promise<SignedInUser | null> {
  const { email, password, code = "", address, userAgent = "" } = given
  const known = email.trim().toLowerCase()
  const keys = { email: attemptKey(`email ${known}`), address: address && attemptKey(`address ${address}`) }
  await countAttempt(keys.email, BORNE.email)
  if (keys.address) await countAttempt(keys.address, BORNE.address)
  const user = await db().user.findUnique({ where: { email: known } })
  if (!(await passwordFits(user?.passwordHash, password)) || !user) return null
  const provedAt = await proved(user.id, code)
  await forgetAttempts(keys.email)
  if (keys.address) await takeAttemptBack(keys.address)
  const opened = await openSession(user.id, { method: "password", userAgent, provedAt })
  if (await isAsItWas(user)) return opened
  await leaveSession(opened.sessionId)
  return null
}

/**
 * Whether a person's password and the number of their sessions' end are still those that were weighed, once the session is
 * there: whoever changes them after this sees it and ends it, and whoever is changing them is waited for.
 */
async function isAsItWas({ id, passwordHash, sessionEpoch }: User): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE "id" = ${id}::uuid AND "passwordHash" = ${passwordHash} AND "sessionEpoch" = ${sessionEpoch}
    FOR SHARE`
  return rows.length > 0
}

/** When the second factor was proved, which is now; null where there is none. Refuses a code that is missing or wrong. */
async function proved(userId: string, code: string): Promise<Date | null> {
  const outcome = await checkSecondFactor(userId, code)
  if (outcome === "none") return null
  if (outcome === "right") return new Date()
  throw refuse("invalid", outcome === "missing" ? "door.codeMissing" : "door.codeWrong")
}

/** How a session began. */
interface Beginning {
  method: SignInMethod
  userAgent: string
  /** When a second factor was proved; null where none was asked for. */
  provedAt: Date | null
}

/** Begins a session of a person who has been proved. */
export async function openSession(userId: string, { method, userAgent, provedAt }: Beginning): Promise<SignedInUser> {
  const data = { id: newId(), userId, method, provedAt, userAgent: userAgent.slice(0, LONGEST_USER_AGENT) }
  const session = await db().session.create({ data, select: signedIn })
  return signedInUser(session)
}

const signedIn = {
  id: true,
  method: true,
  provedAt: true,
  lastSeenAt: true,
  user: {
    select: {
      ...{ id: true, name: true, email: true, sessionEpoch: true, language: true, zone: true },
      secondFactor: { select: { confirmedAt: true } },
    },
  },
} as const satisfies Prisma.SessionSelect

type SessionRow = Prisma.SessionGetPayload<{ select: typeof signedIn }>

function signedInUser({ id: sessionId, method, user }: SessionRow): SignedInUser {
  const { id, name, email, sessionEpoch, secondFactor } = user
  const proved = method === "identity" || secondFactor?.confirmedAt
  return { ...{ id, name, email, sessionEpoch, sessionId }, secondFactor: proved ? "on" : "off" }
}

/**
 * Whether a session has proved the second factor that its person has now. One that was there before, that proved an
 * earlier one, or that began in the moment in which it was set up, has not. Where somebody came in by an account elsewhere
 * its keeper asks for factors.
 */
function lacksProof({ method, provedAt, user }: SessionRow): boolean {
  const since = user.secondFactor?.confirmedAt
  if (method === "identity" || !since) return false
  return provedAt === null || provedAt < since
}

/** That a session was used is noted once in so many milliseconds: a write per request would cost more than it tells. */
const NOTE_USE_EVERY = 5 * 60_000

/** How somebody reads Stet in a browser: a language that has a catalogue, and their zone (IANA) where that is known. */
export interface Reading {
  language: string
  zone: string | null
}

/**
 * The person of a session, or null when it was ended since, or all of theirs were, or it has not proved the second factor
 * that they have by now: they sign in again, with a code. How they read is noted for their mails:
 * at once where it was not known, else with the use of the session.
 */
export async function personOf(
  { id, sessionEpoch, sessionId }: SessionKey,
  reading?: Reading,
): Promise<SignedInUser | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, userId: id, endedAt: null, user: { sessionEpoch } },
    select: signedIn,
  })
  if (!session || lacksProof(session)) return null
  const now = new Date()
  const isDue = now.getTime() - session.lastSeenAt.getTime() > NOTE_USE_EVERY
  if (isDue) await db().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  if (reading) await noteReading(session.user, reading, isDue ? "also another" : "where unknown")
  return signedInUser(session)
}

async function noteReading(
  { id, language, zone }: { id: string; language: string | null; zone: string | null },
  reading: Reading,
  which: "also another" | "where unknown",
): Promise<void> {
  const now = { language: reading.language, zone: reading.zone ?? zone }
  const isOther = now.language !== language || now.zone !== zone
  const isUnknown = language === null || (zone === null && now.zone !== null)
  if (isUnknown || (isOther && which === "also another")) await db().user.update({ where: { id }, data: now })
}

/** Ends every session of a person at once, this one too. */
export function signOutEverywhere(userId: string): Promise<void> {
  return changeUser(userId, "session.ended_everywhere", async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { sessionEpoch: { increment: 1 } } })
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
  })
}

/** Sessions that can't be used any more are forgotten; answers how many. A chore. */
export async function forgetSessions(now = new Date()): Promise<number> {
  const over = new Date(now.getTime() - SESSION_SECONDS * 1000)
  const { count } = await db().session.deleteMany({
    where: { OR: [{ createdAt: { lt: over } }, { endedAt: { lt: over } }] },
  })
  return count
}
