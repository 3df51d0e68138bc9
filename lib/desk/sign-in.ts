/** Signing in with e-mail and password, and ending sessions. Knows nothing of cookies: lib/auth.ts does. */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { refuse } from "../domain/refusal"
import { changeUser } from "./change"
import { passwordFits } from "./passwords"

/** A person with the epoch that their sessions must carry. */
export interface SignedInUser {
  id: string
  name: string
  email: string
  sessionEpoch: number
}

export interface SignIn {
  email: string
  password: string
  /** Network address that the attempt came from, where it is known. */
  address?: string | undefined
}

/** Failed attempts that are borne in a quarter of an hour, for one e-mail and for one address (a newsroom shares one). */
const BORNE = { email: 10, address: 100 }
const PERIOD = Prisma.sql`interval '15 minutes'`

/**
 * The person whose e-mail and password these are, or null. An unknown e-mail and a wrong password take the same time
 * and give the same answer; too many attempts are refused with `conflict` `door.throttled`, whoever they were for.
 */
export async function signIn({ email, password, address }: SignIn): Promise<SignedInUser | null> {
  const known = email.trim().toLowerCase()
  const keys = { email: sha256(`email ${known}`), address: address && sha256(`address ${address}`) }
  await count(keys.email, BORNE.email)
  if (keys.address) await count(keys.address, BORNE.address)
  const user = await db().user.findUnique({ where: { email: known } })
  if (!(await passwordFits(user?.passwordHash, password)) || !user) return null
  await db().signInAttempt.deleteMany({ where: { key: keys.email } })
  if (keys.address)
    await db().signInAttempt.updateMany({ where: { key: keys.address }, data: { count: { decrement: 1 } } })
  return { id: user.id, name: user.name, email: user.email, sessionEpoch: user.sessionEpoch }
}

/** The person of a session, or null when their sessions were ended since. */
export async function personOf(userId: string, sessionEpoch: number): Promise<SignedInUser | null> {
  const user = await db().user.findUnique({ where: { id: userId } })
  if (!user || user.sessionEpoch !== sessionEpoch) return null
  return { id: user.id, name: user.name, email: user.email, sessionEpoch }
}

/** Ends every session of a person at once, this one too. */
export function signOutEverywhere(userId: string): Promise<void> {
  return changeUser(userId, "session.ended_everywhere", async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { sessionEpoch: { increment: 1 } } })
  })
}

/** Counts an attempt before it is looked at, so that many at once can't slip through; refuses beyond the limit. */
async function count(key: string, borne: number): Promise<void> {
  // What another attempt is clearing away, or counting, is left to it: none waits on another.
  await db().$executeRaw`
    DELETE FROM "SignInAttempt" WHERE "key" IN (
      SELECT "key" FROM "SignInAttempt" WHERE "resetsAt" < now() FOR UPDATE SKIP LOCKED)`
  const [row] = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO "SignInAttempt" ("key", "count", "resetsAt") VALUES (${key}, 1, now() + ${PERIOD})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "SignInAttempt"."resetsAt" < now() THEN 1 ELSE "SignInAttempt"."count" + 1 END,
      "resetsAt" = greatest("SignInAttempt"."resetsAt", CASE WHEN "SignInAttempt"."resetsAt" < now() THEN EXCLUDED."resetsAt" END)
    RETURNING "count"`
  if (row && row.count > borne) throw refuse("conflict", "door.throttled")
}
