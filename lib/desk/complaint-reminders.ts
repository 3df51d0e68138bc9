/** Reminders: the editors who can decide on a complaint are told once that its time has passed. A chore of the server's, nobody's act. */
import { db } from "../db"
import type { NewEvent } from "../domain/event"
import { change, unchanged } from "./change"
import { whoDecides } from "./concerned"
import { notify } from "./notifications"
import { lockArticles } from "./under-check"

/** More at once would keep the other chores waiting; the next minute brings the rest. */
const AT_ONCE = 100

interface Due {
  id: string
  workspaceId: string
  articleId: string
}

/** Tells of every complaint whose time has passed, also on an article that is put away: it is to be answered all the same. */
export async function remindOfComplaints(now = new Date()): Promise<number> {
  const due = await db().complaint.findMany({
    where: isDue(now),
    select: { id: true, workspaceId: true, articleId: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: AT_ONCE,
  })
  for (const complaint of due) await remind(complaint, now)
  return due.length
}

const isDue = (now: Date) => ({
  dueAt: { lte: now },
  dueToldAt: null,
  outcome: null,
  article: { deletedAt: null },
})

function remind({ id, workspaceId, articleId }: Due, now: Date): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    await lockArticles(tx, workspaceId, [articleId])
    // Somebody may have decided on it meanwhile.
    const row = await tx.complaint.findFirst({ where: { id, ...isDue(now) }, select: { claimId: true } })
    if (!row) return unchanged(undefined)
    await tx.complaint.update({ where: { id }, data: { dueToldAt: now } })
    const told = await whoDecides(tx, { workspaceId, articleId, claimId: row.claimId })
    const notices = told.map((membershipId) => ({ membershipId, kind: "complaint_due" as const, articleId }))
    await notify(tx, workspaceId, notices)
    const subjects = { article: articleId, complaint: id, ...(row.claimId && { claim: row.claimId }) }
    const event: NewEvent = { stream: articleId, act: "complaint.due", subjects, payload: {} }
    return { result: undefined, events: [event] }
  })
}
