/** API tokens: shown once, kept as a digest, acting as their owner in one workspace. */
import { randomBytes } from "node:crypto"
import { v7 as newId } from "uuid"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { refuse } from "../domain/refusal"
import type { Actor, Scope } from "../domain/workspace"
import { change } from "./change"
import { actorOf, member } from "./people"

export interface NewToken {
  name: string
  scopes: Scope[]
  expiresAt?: Date
}

/** Makes a token for its owner and answers it, the only time it can be read. */
export function createToken(
  actor: Actor,
  { name, scopes, expiresAt }: NewToken,
): Promise<{ id: string; token: string }> {
  const token = `stet_${randomBytes(32).toString("base64url")}`
  return change(actor, async (tx) => {
    const { workspaceId, id: membershipId } = actor
    const id = newId()
    await tx.apiToken.create({
      data: { id, workspaceId, membershipId, name, hash: sha256(token), scopes, expiresAt: expiresAt ?? null },
    })
    const told = { stream: workspaceId, act: "token.created", subjects: { token: id }, payload: { scopes } } as const
    return { result: { id, token }, events: [told] }
  })
}

/** A token's use is noted once in so many milliseconds: a write per request would cost more than it tells. */
const NOTE_USE_EVERY = 60_000

/** Whom a token acts as, and what it may do. Refuses with `signed-out` what is unknown, expired, revoked or its owner's no more. */
export async function actorByToken(token: string): Promise<{ actor: Actor; scopes: Scope[] }> {
  const row = await db().apiToken.findUnique({ where: { hash: sha256(token) }, include: { membership: member } })
  const now = new Date()
  const over = !row || row.revokedAt || row.membership.deactivatedAt || (row.expiresAt && row.expiresAt <= now)
  if (over) throw refuse("signed-out", "token.unknown")
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > NOTE_USE_EVERY) {
    await db().apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  }
  return { actor: actorOf(row.membership), scopes: row.scopes as Scope[] }
}
