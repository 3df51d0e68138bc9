/**
 * Following an invitation: whoever holds its link takes a seat, with a new account or with the one they are signed in to.
 * The link works once, and is worth what it says for a week.
 */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { standingOf, stillOpen, type InvitationAsked, type JoinAsMyself, type JoinAsNew } from "../domain/invitation"
import { refuse } from "../domain/refusal"
import { change } from "./change"
import { hashPassword } from "./passwords"
import { tokenHashOf } from "./secrets"

const asked = {
  include: {
    workspace: { select: { name: true, slug: true } },
    invitedBy: { select: { user: { select: { name: true } } } },
  },
} as const satisfies Prisma.InvitationDefaultArgs
type AskedRow = Prisma.InvitationGetPayload<typeof asked>

/** What a link invites to; null where it is none, or one that was replaced. */
export async function invitationFor(token: string): Promise<InvitationAsked | null> {
  const row = await db().invitation.findUnique({ where: { tokenHash: tokenHashOf(token) }, ...asked })
  if (!row) return null
  const state = standingOf(row, new Date())
  const workspace = row.workspace.name
  if (state !== "open") return { state, workspace }
  const { email, role, invitedBy } = row
  const account = (await db().user.findUnique({ where: { email }, select: { id: true } })) ? "known" : "new"
  return { state, workspace, email, role, invitedBy: invitedBy.user.name, account }
}

/** Makes an account with the e-mail that was invited, and its seat. Whoever has an account signs in to it first. */
export async function joinAsNew({ token, name, password }: JoinAsNew): Promise<{ slug: string; email: string }> {
  const { email } = await openInvitation(token)
  if (await db().user.findUnique({ where: { email } })) throw refuse("conflict", "invitation.account")
  // Dear, and so only for who holds a link.
  const passwordHash = await hashPassword(password)
  const slug = await join(token, async (tx) => {
    const id = newId()
    await tx.user.create({ data: { id, email, name, passwordHash } })
    return id
  })
  return { slug, email }
}

/** Gives a person who is signed in the seat, whichever e-mail was invited: the link is what counts. */
export async function joinAsMyself(userId: string, { token }: JoinAsMyself): Promise<{ slug: string }> {
  return { slug: await join(token, () => Promise.resolve(userId)) }
}

/** Takes the seat; answers the desk's slug. */
async function join(token: string, personIn: (tx: Tx) => Promise<string>): Promise<string> {
  const { id, workspaceId } = await openInvitation(token)
  const membership = newId()
  return change({ id: membership, workspaceId }, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE "id" = ${id}::uuid FOR UPDATE`
    const row = await tx.invitation.findUnique({ where: { tokenHash: tokenHashOf(token) }, ...asked })
    if (!row) throw refuse("not-found", "invitation.notFound")
    stillOpen(row, new Date())
    const userId = await personIn(tx)
    await notSeated(tx, workspaceId, userId)
    const { role, workspace } = row
    await tx.membership.create({ data: { id: membership, workspaceId, userId, role } })
    await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), joinedId: membership } })
    const joined = {
      stream: workspaceId,
      act: "member.joined",
      subjects: { membership, invitation: id },
      payload: { role },
    } as const
    return { result: workspace.slug, events: [joined] }
  })
}

/** Refuses who has a seat, also one that was taken from them: a link for somebody else does not give it back. */
async function notSeated(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  const seat = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
  if (seat) throw refuse("conflict", seat.deactivatedAt ? "invitation.seatTaken" : "invitation.seated")
}

async function openInvitation(token: string): Promise<AskedRow> {
  const row = await db().invitation.findUnique({ where: { tokenHash: tokenHashOf(token) }, ...asked })
  if (!row) throw refuse("not-found", "invitation.notFound")
  stillOpen(row, new Date())
  return row
}
