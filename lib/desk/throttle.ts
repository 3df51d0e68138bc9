/** Counts what strangers try, so that nobody tries it often. Keys are digests: no address and no e-mail is kept. */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { refuse } from "../domain/refusal"

const PERIOD = Prisma.sql`interval '15 minutes'`

/** The key of something that is tried, such as `email ann@example.org`. */
export const attemptKey = (what: string): string => sha256(what)

/**
 * Counts an attempt before it is looked at, so that many at once can't slip through; refuses with `conflict`
 * `door.throttled` beyond so many in a quarter of an hour.
 */
export async function countAttempt(key: string, borne: number): Promise<void> {
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

/** Forgets the attempts of a key, since one was right. */
export async function forgetAttempts(key: string): Promise<void> {
  await db().signInAttempt.deleteMany({ where: { key } })
}

/** Takes one back that was right, of a key that others share. */
export async function takeAttemptBack(key: string): Promise<void> {
  await db().signInAttempt.updateMany({ where: { key }, data: { count: { decrement: 1 } } })
}
