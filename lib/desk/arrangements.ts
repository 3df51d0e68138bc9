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
import { claimInHand, claimsUnderCheck, claimUnderCheck, viewOf, type ClaimUnderCheck } from "./under-check"

/** Gives claims a checker, a time until when, or both; all or none. Answers them in the order asked. */
export function assignClaims(actor: Actor, { claims, ...asked }: AssignClaims): Promise<ClaimView[]> {
  return change(actor, async (tx) => {
    const locked = await claimsUnderCheck(tx, actor, claims, claimInHand)
    for (const claim of locked) authorize(actor, "claim.arrange", claim)
    if (asked.assigneeId) await assertChecks(tx, actor, asked.assigneeId, locked)
    const events: NewEvent[] = []
    for (const claim of locked) events.push(...(await assign(tx, claim, asked)))
    const result = await Promise.all(claims.map(({ claimId }) => viewOf(tx, actor, named(locked, claimId))))
    const [first, ...rest] = events
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

function named(locked: ClaimUnderCheck[], claimId: string): ClaimUnderCheck {
  const claim = locked.find(({ row }) => row.id === claimId)
  if (!claim) throw new Error(`claim ${claimId} was not locked`)
  return claim
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

async function assign(
  tx: Tx,
  { row, article }: ClaimUnderCheck,
  { assigneeId, dueAt }: Pick<AssignClaims, "assigneeId" | "dueAt">,
): Promise<NewEvent[]> {
  const due = dueAt === undefined ? row.dueAt : dateOf(dueAt)
  const who = assigneeId === undefined ? row.assigneeId : assigneeId
  const changed = [
    ...(who === row.assigneeId ? [] : ["assignee"]),
    ...(due?.getTime() === row.dueAt?.getTime() ? [] : ["dueAt"]),
  ]
  if (changed.length === 0) return []
  await tx.claim.update({
    where: { id: row.id },
    data: {
      assigneeId: who,
      dueAt: due,
      // What is late with its article is told of once, whatever its own time.
      ...(earlier(due, article.dueAt) !== earlier(row.dueAt, article.dueAt) && { dueToldAt: null }),
      version: { increment: 1 },
    },
  })
  const subjects = who && changed.includes("assignee") ? { membership: who } : {}
  return [claimEvent("claim.assigned", row, { changed }, subjects)]
}

const earlier = (...times: (Date | null)[]) => Math.min(...times.map((time) => time?.getTime() ?? Infinity))

const dateOf = (time: string | null) => (time === null ? null : new Date(time))
