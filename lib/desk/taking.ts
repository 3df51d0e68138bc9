/** Taking the next claim that nobody has: one press, and it is theirs, however many press at once. */
import { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import type { TakenClaim } from "../domain/claim"
import { claimEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { isHidden } from "./blind"
import { change, unchanged } from "./change"
import { claimUnderCheck } from "./under-check"

/** Whoever may arrange not even this, may arrange nothing. */
const ANYBODYS = { article: { authorIds: [], leadId: null }, priority: 3, authorIds: [] }

/** Each time somebody else was first; nobody is so unlucky so often. */
const TRIES = 20

/**
 * Gives whoever acts the next open claim that is nobody's, waits for nobody and hides no verdict from them, by when it is due, then what nobody
 * else has begun, then by priority and article; null where there is none. An article that somebody works on at this moment is passed over first, so that
 * several who take at once do not wait for each other.
 */
export async function takeNext(actor: Actor): Promise<TakenClaim | null> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const taken = (await takeOne(actor, "pass over")) ?? (await takeOne(actor, "wait"))
    if (taken !== "somebody's") return taken
  }
  return null
}

/**
 * One try, in a transaction of its own: whoever goes on to another article has let go of the one before, so that nobody
 * who takes several in the order of their ids waits for them in a circle.
 */
function takeOne(actor: Actor, locked: Locked): Promise<TakenClaim | "somebody's" | null> {
  return change<TakenClaim | "somebody's" | null>(actor, async (tx) => {
    authorize(actor, "claim.arrange", ANYBODYS)
    const free = await nextFree(tx, actor, locked)
    if (!free) return unchanged(null)
    const claim = await claimUnderCheck(tx, actor, free.id)
    if (!isFree(claim.row)) return unchanged("somebody's")
    const { id, articleId, number } = claim.row
    await tx.claim.update({ where: { id }, data: { assigneeId: actor.id, version: { increment: 1 } } })
    const told = claimEvent("claim.assigned", claim.row, { changed: ["assignee"] }, { membership: actor.id })
    return { result: { claimId: id, articleId, number }, events: [told] }
  })
}

type Locked = "pass over" | "wait"

/** The next claim that is nobody's, its article locked. Whether it still is, is to be looked at again: another may have had the lock. */
async function nextFree(tx: Tx, actor: Actor, locked: Locked): Promise<{ id: string } | undefined> {
  const { id, workspaceId } = actor
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c."assigneeId" IS NULL AND c."withdrawnAt" IS NULL
      AND c."state" IN ('open', 'changes_requested') AND c."waitingOn" IS NULL AND a."archivedAt" IS NULL
      AND NOT ${isHidden(actor, Prisma.sql`c."id"`)}
      AND NOT EXISTS (SELECT 1 FROM "ArticleAuthor" w WHERE w."articleId" = a."id" AND w."membershipId" = ${id}::uuid)
    ORDER BY least(c."dueAt", a."dueAt") ASC NULLS LAST, ${isBegun(actor)}, c."priority", a."id", c."number"
    LIMIT 1 FOR NO KEY UPDATE OF a ${locked === "pass over" ? Prisma.sql`SKIP LOCKED` : Prisma.empty}`
  return row
}

/** Whether somebody else has worked on claim `c` or asked its author something: they may be at it, though it is nobody's. */
const isBegun = ({ id }: Actor) => Prisma.sql`(
  EXISTS (SELECT 1 FROM "ClaimAuthor" b WHERE b."claimId" = c."id" AND b."membershipId" <> ${id}::uuid)
  OR EXISTS (SELECT 1 FROM "Comment" q WHERE q."articleId" = c."articleId" AND q."claimId" = c."id"
    AND q."kind" = 'query' AND q."threadId" IS NULL AND q."writtenById" <> ${id}::uuid))`

const isFree = ({
  assigneeId,
  state,
  waitingOn,
}: {
  assigneeId: string | null
  state: string
  waitingOn: string | null
}) => assigneeId === null && waitingOn === null && (state === "open" || state === "changes_requested")
