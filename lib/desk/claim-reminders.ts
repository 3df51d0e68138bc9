/**
 * Reminders: whoever checks a claim, or else somebody who can see to it, is told once that its time has passed, or its
 * article's where that is the earlier; of several in one article, in one notice. A chore of the server's, nobody's act.
 */
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { claimEvent } from "../domain/event"
import { groupedBy } from "../domain/grouped"
import { WorkspaceSettings } from "../domain/workspace"
import { change, unchanged } from "./change"
import { readersOf } from "./comment-list"
import { notify, type Notice } from "./notifications"
import { lockArticles, membersAmong } from "./under-check"
import { whoHears } from "./who-hears"

/** More at once would keep the other chores waiting; the next minute brings the rest. */
const AT_ONCE = 100

interface Due {
  id: string
  workspaceId: string
  articleId: string
}

/** Tells of every claim whose time has passed; of those in an article that is put away, once it is back. */
export async function remindOfClaims(now = new Date()): Promise<number> {
  const due = await dueClaims(db(), now)
  for (const claims of groupedBy(due, ({ articleId }) => articleId).values()) await remind(claims, now)
  return due.length
}

/** Claims that are late and not done, and of which nobody was told. What a desk without approvals has checked is done. */
function dueClaims(tx: Tx, now: Date, only?: string[]): Promise<Due[]> {
  const late = Prisma.sql`least(c."dueAt", a."dueAt") <= ${now}`
  return tx.$queryRaw<Due[]>`
    SELECT c."id", c."workspaceId", c."articleId" FROM "Claim" c
    JOIN "Article" a ON a."id" = c."articleId" AND a."archivedAt" IS NULL
    JOIN "Workspace" w ON w."id" = c."workspaceId"
    WHERE ${only ? Prisma.sql`c."id" = ANY (${only}::uuid[]) AND ${late}` : Prisma.sql`c."id" IN ${lateClaims(now)}`}
      AND c."dueToldAt" IS NULL AND c."withdrawnAt" IS NULL AND c."state" <> 'approved'
      AND (c."state" <> 'checked' OR coalesce((w."settings"->>'approvals')::int, 1) > 0)
    ORDER BY least(c."dueAt", a."dueAt"), c."id" LIMIT ${AT_ONCE}`
}

/** By their own time or by their article's: each is looked up where it is indexed. */
const lateClaims = (now: Date) => Prisma.sql`(
  SELECT "id" FROM "Claim" WHERE "dueAt" <= ${now}
  UNION ALL
  SELECT d."id" FROM "Article" b JOIN "Claim" d ON d."articleId" = b."id"
  WHERE b."dueAt" <= ${now} AND b."archivedAt" IS NULL
    AND d."dueToldAt" IS NULL AND d."withdrawnAt" IS NULL AND d."state" <> 'approved')`

async function remind(claims: Due[], now: Date): Promise<void> {
  const [{ workspaceId, articleId } = {}] = claims
  if (!workspaceId || !articleId) return
  const ids = claims.map(({ id }) => id)
  return change({ id: null, workspaceId }, async (tx) => {
    await lockArticles(tx, workspaceId, [articleId])
    // Somebody may have finished one meanwhile, or given more time.
    const late = (await dueClaims(tx, now, ids)).map(({ id }) => id)
    const where = { id: { in: late } }
    await tx.claim.updateMany({ where, data: { dueToldAt: now } })
    const [first, ...rest] = await tx.claim.findMany({ where, select: lateClaim, orderBy: { number: "asc" } })
    if (!first) return unchanged(undefined)
    const notices = await noticesOf(tx, workspaceId, [first, ...rest], now)
    await dropOlder(tx, notices, [first, ...rest].filter((claim) => isOwnTime(claim, now)).length > 0)
    await notify(tx, workspaceId, notices)
    return { result: undefined, events: [dueEvent(first), ...rest.map(dueEvent)] }
  })
}

const lateClaim = {
  id: true,
  ...{ articleId: true, number: true, dueAt: true, assigneeId: true, markedById: true },
  article: { select: { leadId: true, authors: { select: { membershipId: true } } } },
} as const satisfies Prisma.ClaimSelect
type Late = Prisma.ClaimGetPayload<{ select: typeof lateClaim }>

const dueEvent = (claim: Late) => claimEvent("claim.due", claim)

const isOwnTime = ({ dueAt }: Late, now: Date) => dueAt !== null && dueAt <= now

/** What is late on its own time is told, and mailed, also where what was late before is not read yet. */
async function dropOlder(tx: Tx, notices: readonly Notice[], isNew: boolean): Promise<void> {
  const about = notices.flatMap(({ membershipId, kind, articleId }) =>
    articleId ? [{ membershipId, kind, articleId }] : [],
  )
  if (isNew && about.length > 0) await tx.notification.deleteMany({ where: { readAt: null, OR: about } })
}

/** Of a claim whose own time has passed, it is said; of several for the same person, and of what is late with its article, that alone. */
async function noticesOf(tx: Tx, workspaceId: string, claims: Late[], now: Date): Promise<Notice[]> {
  const told: { membershipId: string; of: { claimId: string } | { articleId: string } }[] = []
  for (const claim of claims) {
    const { id: claimId, articleId } = claim
    const of = isOwnTime(claim, now) ? { claimId } : { articleId }
    for (const membershipId of await whoIsTold(tx, workspaceId, claim)) told.push({ membershipId, of })
  }
  const byPerson = groupedBy(told, ({ membershipId }) => membershipId)
  const [{ articleId } = { articleId: null }] = claims
  return [...byPerson].flatMap(([membershipId, [one, ...others]]): Notice[] =>
    one ? [{ membershipId, kind: "claim_due", ...(others.length > 0 ? { articleId } : one.of) }] : [],
  )
}

/** Whoever checks it and the article's lead; where neither is there any more, whoever marked it, or else the editors. */
async function whoIsTold(
  tx: Tx,
  workspaceId: string,
  { id, assigneeId, markedById, article }: Late,
): Promise<string[]> {
  const { leadId } = article
  const subject = { leadId, authorIds: membersAmong(article.authors) }
  // What the policy asks here, no desk can set.
  const { note: desk } = await readersOf(tx, { workspaceId, settings: WorkspaceSettings.parse({}) }, subject)
  return whoHears(tx, [id], desk, [[assigneeId ?? markedById, leadId], [markedById]])
}
