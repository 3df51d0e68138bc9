/** Reminders: whoever waits for an answer is told once when its deadline has passed. A chore of the server's, nobody's act. */
import { db, type Tx } from "../db"
import { claimEvent, type NewEvent } from "../domain/event"
import { WorkspaceSettings } from "../domain/workspace"
import { change, unchanged } from "./change"
import { readersOf } from "./comment-list"
import { notify } from "./notifications"
import { lockArticles, membersAmong } from "./under-check"
import { whoHears } from "./who-hears"

/** More at once would keep the other chores waiting; the next minute brings the rest. */
const AT_ONCE = 100

/** Tells of every answer that is due; of those whose claims are all withdrawn or put away, once they are back. */
export async function remindOfContacts(now = new Date()): Promise<number> {
  const due = await db().contact.findMany({
    where: { outcome: "pending", remindedAt: null, deadline: { lte: now }, claims: { some: LIVE } },
    select: { id: true, workspaceId: true },
    orderBy: { deadline: "asc" },
    take: AT_ONCE,
  })
  for (const contact of due) await remind(contact, now)
  return due.length
}

const LIVE = { claim: { withdrawnAt: null, article: { archivedAt: null } } }

function remind({ id, workspaceId }: { id: string; workspaceId: string }, now: Date): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    const claims = await lockedClaims(tx, workspaceId, id)
    // Somebody may have written the answer down meanwhile, or given more time.
    const where = { id, outcome: "pending", remindedAt: null, deadline: { lte: now } } as const
    const row = await tx.contact.findFirst({ where, select: { createdById: true } })
    const [first, ...rest] = claims.map((claim): NewEvent => claimEvent("contact.due", claim, {}, { contact: id }))
    if (!row || !first) return unchanged(undefined)
    await tx.contact.update({ where: { id }, data: { remindedAt: now } })
    const told = await whoIsTold(tx, workspaceId, row.createdById, claims)
    await notify(
      tx,
      workspaceId,
      told.map((membershipId) => ({
        ...{ membershipId, kind: "contact_due" as const, contactId: id },
        claimId: (claims.find(({ assigneeId }) => assigneeId === membershipId) ?? claims[0])?.id ?? null,
      })),
    )
    return { result: undefined, events: [first, ...rest] }
  })
}

type Waiting = Awaited<ReturnType<typeof lockedClaims>>

/** Whoever asked and who checks the claims; where none of them is at the desk any more, who leads the articles, or else the editors. */
function whoIsTold(tx: Tx, workspaceId: string, createdById: string, claims: Waiting): Promise<string[]> {
  // Whom the desk asked is for nobody who has written one of the articles.
  const authorIds = claims.flatMap(({ article }) => membersAmong(article.authors))
  const circles = [
    [createdById, ...claims.map(({ assigneeId }) => assigneeId)],
    claims.map(({ article }) => article.leadId),
  ]
  // What the policy asks here, no desk can set.
  const desk = { workspaceId, settings: WorkspaceSettings.parse({}) }
  return readersOf(tx, desk, { authorIds, leadId: null }).then(({ note }) =>
    whoHears(
      tx,
      claims.map(({ id }) => id),
      note,
      circles,
    ),
  )
}

/** The live claims that a contact serves, their articles locked. */
async function lockedClaims(tx: Tx, workspaceId: string, contactId: string) {
  const where = { workspaceId, contactId, ...LIVE }
  const articles = await tx.contactClaim.findMany({ where, select: { claim: { select: { articleId: true } } } })
  await lockArticles(
    tx,
    workspaceId,
    articles.map(({ claim }) => claim.articleId),
  )
  const rows = await tx.contactClaim.findMany({
    where,
    select: {
      claim: {
        select: {
          ...{ id: true, articleId: true, number: true, assigneeId: true },
          article: { select: { leadId: true, authors: { select: { membershipId: true } } } },
        },
      },
    },
    orderBy: { claimId: "asc" },
  })
  return rows.map(({ claim }) => claim)
}
