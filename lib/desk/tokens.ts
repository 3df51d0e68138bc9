/** API tokens: shown once, kept as a digest, acting as their owner in one workspace. */
import { randomBytes } from "node:crypto"
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { sha256 } from "../document/digest"
import { authorize, can } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { tokenFor, type MakeToken, type OneToken, type TokenView } from "../domain/token"
import type { Actor, Scope } from "../domain/workspace"
import type { CountedToken } from "./allowances"
import { change, unchanged } from "./change"
import { actorOf, member } from "./people"
import { asPerson, person } from "./seen-by"
import { holdSession } from "./sessions"
import type { SessionKey } from "./sign-in"

export interface NewToken {
  name: string
  scopes: Scope[]
  expiresAt?: Date
}

/** Makes a token for its owner and answers it, the only time it can be read. A session that it is made by must still stand. */
export function createToken(
  actor: Actor,
  { name, scopes, expiresAt }: NewToken,
  session?: SessionKey,
): Promise<{ id: string; token: string }> {
  const token = `stet_${randomBytes(32).toString("base64url")}`
  return change(actor, async (tx) => {
    if (session) await holdSession(tx, session)
    const { workspaceId, id: membershipId } = actor
    const id = newId()
    await tx.apiToken.create({
      data: { id, workspaceId, membershipId, name, hash: sha256(token), scopes, expiresAt: expiresAt ?? null },
    })
    const told = { stream: workspaceId, act: "token.created", subjects: { token: id }, payload: { scopes } } as const
    return { result: { id, token }, events: [told] }
  })
}

/** Makes a token for whoever asks, within their role: answered this once, and kept nowhere. */
export async function makeToken(
  actor: Actor,
  input: MakeToken,
  session?: SessionKey,
): Promise<{ id: string; token: string }> {
  const now = new Date()
  const { workspaceId, id: membershipId } = actor
  if ((await db().apiToken.count({ where: { workspaceId, membershipId, ...isLive(now) } })) >= MOST_EACH)
    throw refuseField("name", "token.tooMany", { most: MOST_EACH })
  return createToken(actor, tokenFor(actor.role, input, now), session)
}

const isLive = (now: Date) =>
  ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }) satisfies Prisma.ApiTokenWhereInput

/** Which of a person's tokens open something. */
export const liveTokens = (userId: string, now: Date) =>
  ({ membership: { userId, deactivatedAt: null }, ...isLive(now) }) satisfies Prisma.ApiTokenWhereInput

/** More than anybody has use for: each has a minute's requests of its own, and whoever ends them has to find them. */
const MOST_EACH = 50

/** More than a desk has; those that were made last are listed. */
const MOST_LISTED = 1_000

/** The tokens that are not revoked, the latest first: one's own, or everybody's for who sets the desk. */
export async function listTokens(actor: Actor, whose: "own" | "all"): Promise<TokenView[]> {
  if (whose === "all") authorize(actor, "workspace.set")
  const { workspaceId } = actor
  const rows = await db().apiToken.findMany({
    where: { workspaceId, revokedAt: null, ...(whose === "own" && { membershipId: actor.id }) },
    include: { membership: person },
    orderBy: { id: "desc" },
    take: MOST_LISTED,
  })
  const now = new Date()
  return rows.map(({ id, name, scopes, membership, createdAt, lastUsedAt, expiresAt }) => ({
    ...{ id, name, scopes: scopes as Scope[], owner: asPerson(membership), madeAt: createdAt.toISOString() },
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    isOver: expiresAt !== null && expiresAt <= now,
  }))
}

/** Ends a token for good: one's own, or anybody's by who sets the desk. To others it is not there. */
export function revokeToken(actor: Actor, { tokenId }: OneToken): Promise<void> {
  return change(actor, async (tx) => {
    const { workspaceId } = actor
    const own = can(actor, "workspace.set") ? {} : { membershipId: actor.id }
    const token = await tx.apiToken.findFirst({ where: { id: tokenId, workspaceId, ...own } })
    if (!token) throw refuse("not-found", "token.notFound")
    // Two at once end it once.
    const where = { id: tokenId, revokedAt: null }
    const { count } = await tx.apiToken.updateMany({ where, data: { revokedAt: new Date() } })
    if (count === 0) return unchanged(undefined)
    const subjects = { token: tokenId, membership: token.membershipId }
    return { result: undefined, events: [{ stream: workspaceId, act: "token.revoked", subjects, payload: {} }] }
  })
}

/** Ends all tokens of a person, whichever desk they are for: with what came to their account, which is what is told. */
export async function endTokens(tx: Tx, userId: string): Promise<void> {
  await tx.apiToken.updateMany({ where: { membership: { userId }, revokedAt: null }, data: { revokedAt: new Date() } })
}

/** A token's use is noted once in so many milliseconds: a write per request would cost more than it tells. */
const NOTE_USE_EVERY = 60_000

/** Whom a token acts as, and what it may do. Refuses with `signed-out` what is unknown, expired, revoked or its owner's no more. */
export async function actorByToken(
  token: string,
): Promise<{ actor: Actor; scopes: Scope[]; token: CountedToken; demo: boolean }> {
  const row = await db().apiToken.findUnique({ where: { hash: sha256(token) }, include: { membership: member } })
  const now = new Date()
  const over = !row || row.revokedAt || row.membership.deactivatedAt || (row.expiresAt && row.expiresAt <= now)
  if (over) throw refuse("signed-out", "token.unknown")
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > NOTE_USE_EVERY) {
    await db().apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  }
  const { id, workspaceId, membership } = row
  const { demo } = membership.workspace
  return { actor: actorOf(membership), scopes: row.scopes as Scope[], token: { id, workspaceId }, demo }
}

/** Whom a token acts as at this moment, in one statement, for what goes on for long; null once it is over or lacks the scope. */
export async function whoActsBy(token: string, scope: Scope): Promise<Actor | null> {
  const [row] = await db().$queryRaw<Parameters<typeof actorOf>[0][]>`
    SELECT m."id", m."workspaceId", m."userId", m."role", jsonb_build_object('settings', w."settings") AS "workspace"
    FROM "ApiToken" t JOIN "Membership" m ON m."id" = t."membershipId" JOIN "Workspace" w ON w."id" = t."workspaceId"
    WHERE t."hash" = ${sha256(token)} AND t."revokedAt" IS NULL AND m."deactivatedAt" IS NULL
      AND (t."expiresAt" IS NULL OR t."expiresAt" > now()) AND ${scope} = ANY (t."scopes")`
  return row ? actorOf(row) : null
}
