/**
 * Who sits at a desk: the list of its people, their roles, seats that are given up and taken again. A seat is never
 * deleted, for everything that its person did refers to it. Knows nothing of how people come in.
 */
import { db, type Tx } from "../db"
import type { EventAct, NewEvent } from "../domain/event"
import { staysOwned, type ChangeRole, type MemberView, type OneMember } from "../domain/member"
import { authorize, can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor, Role } from "../domain/workspace"
import { change, unchanged } from "./change"
import { lockOwners } from "./owners"

/** More than any newsroom has. */
const MOST_LISTED = 500

/** Everybody with a seat, by name. Owners also see their e-mail and who has left. */
export async function listMembers(actor: Actor): Promise<MemberView[]> {
  authorize(actor, "desk.read")
  const isOwner = can(actor, "workspace.set")
  const rows = await db().membership.findMany({
    where: { workspaceId: actor.workspaceId, ...(!isOwner && { deactivatedAt: null }) },
    include: { user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: MOST_LISTED,
  })
  return rows.map(({ id, role, user, createdAt, deactivatedAt }) => ({
    ...{ id, role, name: user.name, email: isOwner ? user.email : null },
    since: createdAt.toISOString(),
    deactivatedAt: deactivatedAt?.toISOString() ?? null,
  }))
}

/** Gives somebody another role, which counts from their next request on. Who is an owner no more takes no link along. */
export function changeRole(actor: Actor, { memberId, role }: ChangeRole): Promise<void> {
  return change(actor, async (tx) => {
    const { member, owners } = await seatToChange(tx, actor, memberId)
    if (member.role === role) return unchanged(undefined)
    if (role !== "owner" && !member.deactivatedAt) staysOwned(owners, memberId)
    await tx.membership.update({ where: { id: memberId }, data: { role } })
    const links = await endLinksKnownTo(tx, actor, member)
    const payload = { from: member.role, to: role, ...links }
    return { result: undefined, events: [told(actor, "member.role_changed", memberId, payload)] }
  })
}

/** Takes somebody's seat: at their next request they are at this desk no more, their tokens end, their work stays. */
export function deactivateMember(actor: Actor, { memberId }: OneMember): Promise<void> {
  return change(actor, async (tx) => {
    const { member, owners } = await seatToChange(tx, actor, memberId)
    if (member.deactivatedAt) return unchanged(undefined)
    staysOwned(owners, memberId)
    const now = new Date()
    await tx.membership.update({ where: { id: memberId }, data: { deactivatedAt: now } })
    // For good: whoever comes back makes new ones.
    const { workspaceId } = actor
    const where = { workspaceId, membershipId: memberId, revokedAt: null }
    const { count: tokens } = await tx.apiToken.updateMany({ where, data: { revokedAt: now } })
    const links = await endLinksKnownTo(tx, actor, member)
    return { result: undefined, events: [told(actor, "member.deactivated", memberId, { tokens, ...links })] }
  })
}

/** Gives somebody their seat back, in the role that they had. */
export function reactivateMember(actor: Actor, { memberId }: OneMember): Promise<void> {
  return change(actor, async (tx) => {
    const { member } = await seatToChange(tx, actor, memberId)
    if (!member.deactivatedAt) return unchanged(undefined)
    await tx.membership.update({ where: { id: memberId }, data: { deactivatedAt: null } })
    return { result: undefined, events: [told(actor, "member.reactivated", memberId, { role: member.role })] }
  })
}

/**
 * Ends the links of open invitations where whoever leaves could copy them: one is worth a seat, with whichever account.
 * Those who are invited are sent another.
 */
async function endLinksKnownTo(
  tx: Tx,
  { workspaceId }: Actor,
  member: { role: Role; deactivatedAt: Date | null },
): Promise<{ links?: number }> {
  if (member.role !== "owner" || member.deactivatedAt) return {}
  const now = new Date()
  const open = { workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
  const { count: links } = await tx.invitation.updateMany({ where: open, data: { expiresAt: now } })
  return { links }
}

/**
 * A seat with the desk's owners as they are now: without the lock, two owners who take each other's seat at the same
 * moment would leave none.
 */
async function seatToChange(
  tx: Tx,
  actor: Actor,
  memberId: string,
): Promise<{ member: { role: Role; deactivatedAt: Date | null }; owners: string[] }> {
  const owners = await lockOwners(tx, actor)
  const { workspaceId } = actor
  const member = await tx.membership.findFirst({
    where: { id: memberId, workspaceId },
    select: { role: true, deactivatedAt: true },
  })
  if (!member) throw refuse("not-found", "member.notFound")
  return { member, owners }
}

function told(actor: Actor, act: EventAct, membership: string, payload: NewEvent["payload"]): NewEvent {
  return { stream: actor.workspaceId, act, subjects: { membership }, payload }
}
