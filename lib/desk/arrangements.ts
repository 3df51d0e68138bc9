/** What is arranged around a claim at the desk: who checks it, until when, whose answer it waits for. No round freezes it. */
import type { z } from "zod"
import type { Tx } from "../db"
import type { AssignClaims, ClaimView, ResumeClaim, WaitOn } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import { authorize, can } from "../domain/policy"
import { refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { actorOf, member } from "./people"
import { claimsInHand, viewsOf } from "./many-claims"
import { claimUnderCheck, viewOf, type ClaimUnderCheck } from "./under-check"

/** Gives claims a checker, a time until when, or both; all or none. Answers them in the order asked. */
export function assignClaims(actor: Actor, { claims, ...asked }: AssignClaims): Promise<ClaimView[]> {
  return change(actor, async (tx) => {
    const locked = await claimsInHand(tx, actor, claims)
    for (const claim of locked) authorize(actor, "claim.arrange", claim)
    if (asked.assigneeId) await assertChecks(tx, actor, asked.assigneeId, locked)
    const [first, ...rest] = await assign(tx, locked, asked)
    const views = await viewsOf(tx, actor, locked)
    const result = claims.flatMap(({ claimId }) => views.get(claimId) ?? [])
    return first ? { result, events: [first, ...rest] } : unchanged(result)
  })
}

/** Says whose answer a claim waits for. What waits is being worked on, however quiet it is. */
export function waitOn(actor: Actor, { claimId, version, waiting }: z.output<typeof WaitOn>): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.arrange", claim)
    const { on, whom, since, chaseAt } = waiting
    const data = {
      waitingOn: on,
      waitingWhom: whom || null,
      waitingSince: since ? new Date(since) : (claim.row.waitingSince ?? new Date()),
      chaseAt: dateOf(chaseAt),
    }
    await tx.claim.update({ where: { id: claimId }, data: { ...data, version: { increment: 1 } } })
    return { result: await viewOf(tx, actor, claim), events: [claimEvent("claim.waiting", claim.row, { on, chaseAt })] }
  })
}

/** The answer is there, or nobody waits for it any more. */
export function resumeClaim(actor: Actor, { claimId, version }: ResumeClaim): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.arrange", claim)
    if (!claim.row.waitingOn) return unchanged(await viewOf(tx, actor, claim))
    const nobody = { waitingOn: null, waitingWhom: null, waitingSince: null, chaseAt: null }
    await tx.claim.update({ where: { id: claimId }, data: { ...nobody, version: { increment: 1 } } })
    const told = claimEvent("claim.resumed", claim.row, { on: claim.row.waitingOn })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Whoever is to check a claim must be somebody who may: active here, a checker or more, no author of its article. */
async function assertChecks(tx: Tx, actor: Actor, assigneeId: string, claims: ClaimUnderCheck[]): Promise<void> {
  const { workspaceId } = actor
  const row = await tx.membership.findFirst({ where: { id: assigneeId, workspaceId, deactivatedAt: null }, ...member })
  if (!row) throw refuseField("assigneeId", "claim.unknownAssignee")
  const assignee = actorOf(row)
  const not = claims.find((claim) => !can(assignee, "claim.mark", claim.article))
  if (not) throw refuseField("assigneeId", "claim.mayNotCheck", { number: not.row.number })
}

/** Writes what is asked to all claims that it changes, in one go; answers the event of each. */
async function assign(
  tx: Tx,
  claims: readonly ClaimUnderCheck[],
  { assigneeId, dueAt }: Pick<AssignClaims, "assigneeId" | "dueAt">,
): Promise<NewEvent[]> {
  const due = dueAt === undefined ? undefined : dateOf(dueAt)
  const edits = claims.map(({ row, article }) => {
    const isOther = assigneeId !== undefined && assigneeId !== row.assigneeId
    const isLater = due !== undefined && due?.getTime() !== row.dueAt?.getTime()
    const changed = [...(isOther ? ["assignee"] : []), ...(isLater ? ["dueAt"] : [])]
    // What is late with its article is told of once, whatever its own time.
    const isToldAnew = isLater && earlier(due, article.dueAt) !== earlier(row.dueAt, article.dueAt)
    return { row, changed, isToldAnew }
  })
  const edited = edits.filter(({ changed }) => changed.length > 0)
  if (edited.length === 0) return []
  const ids = (some: typeof edits) => ({ id: { in: some.map(({ row }) => row.id) } })
  const data = { ...(assigneeId !== undefined && { assigneeId }), ...(due !== undefined && { dueAt: due }) }
  await tx.claim.updateMany({ where: ids(edited), data: { ...data, version: { increment: 1 } } })
  const anew = edited.filter(({ isToldAnew }) => isToldAnew)
  if (anew.length > 0) await tx.claim.updateMany({ where: ids(anew), data: { dueToldAt: null } })
  return edited.map(({ row, changed }) => {
    const subjects = assigneeId && changed.includes("assignee") ? { membership: assigneeId } : {}
    return claimEvent("claim.assigned", row, { changed }, subjects)
  })
}

const earlier = (...times: (Date | null)[]) => Math.min(...times.map((time) => time?.getTime() ?? Infinity))

const dateOf = (time: string | null) => (time === null ? null : new Date(time))
