/**
 * Inviting people: a link that works once, for a week, mailed where there is a mail server and shown to be handed over
 * in any case. Only owners invite. What becomes of an invitation that is followed is in joining.ts.
 */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type { EventAct, NewEvent } from "../domain/event"
import {
  invitationEnd,
  MOST_INVITATIONS,
  standingOf,
  stillOpen,
  type Invitations,
  type InvitationView,
  type InviteMember,
  type OneInvitation,
} from "../domain/invitation"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { queueJob, wakeJobs } from "../jobs"
import { canMail } from "../outside/mail"
import { change } from "./change"
import { lockOwners } from "./owners"
import { linkToken, ourAddress, tokenHashOf } from "./secrets"

const inviter = {
  include: { invitedBy: { select: { user: { select: { name: true } } } } },
} as const satisfies Prisma.InvitationDefaultArgs
type InvitationRow = Prisma.InvitationGetPayload<typeof inviter>

/** The invitations that nobody has followed yet, newest first, those that have expired too. */
export async function listInvitations(actor: Actor): Promise<Invitations> {
  authorize(actor, "workspace.set")
  const rows = await db().invitation.findMany({
    where: { workspaceId: actor.workspaceId, acceptedAt: null, revokedAt: null },
    ...inviter,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_INVITATIONS,
  })
  const now = new Date()
  return { items: rows.map((row) => invitationView(row, now)), mails: canMail() ? "sent" : "none" }
}

/**
 * Invites somebody by their e-mail. Refuses who sits here already, and who is invited already; and an owner whose seat is
 * taken in the same moment, for whose links nobody would look again.
 */
export async function inviteMember(actor: Actor, { email, role, language }: InviteMember): Promise<InvitationView> {
  const invited = await change(actor, async (tx) => {
    await lockOwners(tx, actor)
    await notHereYet(tx, actor, email)
    const now = new Date()
    const { workspaceId, id: invitedById } = actor
    const made = { id: newId(), issue: 1 }
    const row = await tx.invitation.create({
      data: { ...made, workspaceId, email, role, language, invitedById, ...linkFrom(made, now) },
      ...inviter,
    })
    await mailLater(tx, row.id)
    return { result: row, events: [told(actor, "member.invited", row.id, { role })] }
  })
  return mailed(invited)
}

/** Makes a new link for an invitation, which ends the one before, and mails it. */
export async function resendInvitation(actor: Actor, { invitationId }: OneInvitation): Promise<InvitationView> {
  const resent = await change(actor, async (tx) => {
    const before = await toBeFollowed(tx, actor, invitationId)
    const issue = before.issue + 1
    const fresh = { issue, ...linkFrom({ id: invitationId, issue }, new Date()), mailedAt: null, mailFailedAt: null }
    const row = await tx.invitation.update({ where: { id: invitationId }, data: fresh, ...inviter })
    await mailLater(tx, invitationId)
    return { result: row, events: [told(actor, "invitation.resent", invitationId)] }
  })
  return mailed(resent)
}

/** Takes an invitation back: its link leads nowhere from now on. */
export function revokeInvitation(actor: Actor, { invitationId }: OneInvitation): Promise<void> {
  return change(actor, async (tx) => {
    await toBeFollowed(tx, actor, invitationId)
    await tx.invitation.update({ where: { id: invitationId }, data: { revokedAt: new Date() } })
    return { result: undefined, events: [told(actor, "invitation.revoked", invitationId)] }
  })
}

/** Refuses an e-mail that is somebody's here, or invited already. */
async function notHereYet(tx: Tx, { workspaceId }: Actor, email: string): Promise<void> {
  const seat = await tx.membership.findFirst({
    where: { workspaceId, user: { email } },
    select: { deactivatedAt: true },
  })
  if (seat) throw refuseField("email", seat.deactivatedAt ? "invitation.deactivated" : "invitation.member")
  const open = { workspaceId, acceptedAt: null, revokedAt: null }
  if (await tx.invitation.findFirst({ where: { ...open, email } })) throw refuseField("email", "invitation.already")
  const count = await tx.invitation.count({ where: open })
  if (count >= MOST_INVITATIONS) throw refuse("conflict", "invitation.tooMany")
}

/** An invitation of the actor's desk that nobody has followed, its row locked; one that has expired can be sent again. */
async function toBeFollowed(tx: Tx, actor: Actor, id: string): Promise<{ issue: number }> {
  await lockOwners(tx, actor)
  const { workspaceId } = actor
  await tx.$queryRaw`
    SELECT 1 FROM "Invitation" WHERE "id" = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`
  const row = await tx.invitation.findFirst({ where: { id, workspaceId } })
  if (!row) throw refuse("not-found", "invitation.notFound")
  const { acceptedAt, revokedAt } = row
  stillOpen({ acceptedAt, revokedAt, expiresAt: invitationEnd(new Date()) }, new Date())
  return row
}

/** What a row keeps of a link that is made now. */
function linkFrom(row: { id: string; issue: number }, now: Date) {
  const tokenHash = tokenHashOf(linkToken("invitation", row))
  return { tokenHash, sentAt: now, expiresAt: invitationEnd(now) }
}

async function mailLater(tx: Tx, id: string): Promise<void> {
  if (canMail()) await queueJob(tx, "mail", { about: "invitation", id })
}

function mailed(row: InvitationRow): InvitationView {
  wakeJobs("mail")
  return invitationView(row, new Date())
}

function invitationView(row: InvitationRow, now: Date): InvitationView {
  const token = linkToken("invitation", row)
  const { id, email, role, invitedBy, sentAt, expiresAt } = row
  return {
    ...{ id, email, role, invitedBy: invitedBy.user.name },
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: standingOf(row, now) === "open" ? "open" : "expired",
    link: tokenHashOf(token) === row.tokenHash ? invitationLink(token) : null,
    mail: mailOf(row),
  }
}

/** Where whoever is invited goes. */
export const invitationLink = (token: string): string => ourAddress(`/invitation/${token}`)

function mailOf({ mailedAt, mailFailedAt }: InvitationRow): InvitationView["mail"] {
  if (mailedAt) return "sent"
  if (mailFailedAt) return "failed"
  return canMail() ? "waiting" : "none"
}

function told(actor: Actor, act: EventAct, invitation: string, payload: NewEvent["payload"] = {}): NewEvent {
  return { stream: actor.workspaceId, act, subjects: { invitation }, payload }
}
