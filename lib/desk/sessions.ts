/** The browsers that a person is signed in with: seen, and ended one by one or all but this. */
import { db, type Tx } from "../db"
import { deviceOf, SESSION_SECONDS, type OneSession, type SessionView } from "../domain/account"
import { refuse } from "../domain/refusal"
import { changeUser } from "./change"
import type { Actor } from "../domain/workspace"
import { actorOf } from "./people"
import type { SessionKey } from "./sign-in"

/** More than anybody has; the rest are ended with the others. */
const MOST_LISTED = 50

/** A person's sessions, the one that was used last first. */
export async function listSessions({ id: userId, sessionId }: SessionKey): Promise<SessionView[]> {
  const since = new Date(Date.now() - SESSION_SECONDS * 1000)
  const rows = await db().session.findMany({
    where: { userId, endedAt: null, createdAt: { gt: since } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: MOST_LISTED,
  })
  return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
    ...{ id, ...deviceOf(userAgent) },
    since: createdAt.toISOString(),
    lastSeen: lastSeenAt.toISOString(),
    isThis: id === sessionId,
  }))
}

/** Ends one of a person's sessions: its browser is signed out at its next request. */
export function endSession(person: SessionKey, { sessionId }: OneSession): Promise<void> {
  return changeUser(person.id, "session.ended", async (tx) => {
    const where = { id: sessionId, userId: person.id, endedAt: null }
    const { count } = await tx.session.updateMany({ where, data: { endedAt: new Date() } })
    if (count === 0) throw refuse("not-found", "account.noSession")
  })
}

/** Ends all of a person's sessions but the one that asks. */
export function endOtherSessions({ id: userId, sessionId }: SessionKey): Promise<void> {
  return changeUser(userId, "session.ended", async (tx) => {
    const where = { userId, endedAt: null, id: { not: sessionId } }
    await tx.session.updateMany({ where, data: { endedAt: new Date() } })
  })
}

/** Ends the session of a browser that signs out; nothing else changes, and it is nobody's news. */
export async function leaveSession(sessionId: string): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: new Date() } })
}

/** Whom a browser acts as at a desk at this moment, in one statement, for what goes on for long; null once its session or seat is over. */
export async function whoSits({ id, sessionEpoch, sessionId }: SessionKey, workspaceId: string): Promise<Actor | null> {
  const [row] = await db().$queryRaw<Parameters<typeof actorOf>[0][]>`
    SELECT m."id", m."workspaceId", m."userId", m."role", jsonb_build_object('settings', w."settings") AS "workspace"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId" JOIN "Membership" m ON m."userId" = u."id"
    JOIN "Workspace" w ON w."id" = m."workspaceId"
    WHERE s."id" = ${sessionId}::uuid AND u."id" = ${id}::uuid AND u."sessionEpoch" = ${sessionEpoch}
      AND s."endedAt" IS NULL AND (s."method" = 'identity' OR NOT EXISTS (
        SELECT 1 FROM "SecondFactor" f WHERE f."userId" = u."id" AND f."confirmedAt" > coalesce(s."provedAt", '-infinity')))
      AND m."workspaceId" = ${workspaceId}::uuid AND m."deactivatedAt" IS NULL`
  return row ? actorOf(row) : null
}

/**
 * Holds a session until an act is done that leaves something behind to come in by: whoever ends it, or all of its person's,
 * finds that and ends it too. Refused with `signed-out` where it is ended by now.
 */
export async function holdSession(tx: Tx, { id, sessionEpoch, sessionId }: SessionKey): Promise<void> {
  const people = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE "id" = ${id}::uuid AND "sessionEpoch" = ${sessionEpoch} FOR SHARE`
  const sessions = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Session" WHERE "id" = ${sessionId}::uuid AND "userId" = ${id}::uuid AND "endedAt" IS NULL FOR SHARE`
  if (people.length === 0 || sessions.length === 0) throw refuse("signed-out", "door.signedOut")
}
