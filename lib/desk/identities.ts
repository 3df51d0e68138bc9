/**
 * Coming in with an account elsewhere: whose it is here, by its issuer and subject. Who keeps such accounts is in the
 * settings of Stet, and trusted to have confirmed an address that they say is. It gives nobody a seat at a desk.
 */
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import { Email, PersonName } from "../domain/door"
import { dropLinks } from "./account"
import { changeUser } from "./change"
import { openSession, type SignedInUser } from "./sign-in"
import { endTokens } from "./tokens"

/** What an account elsewhere says of its person. */
export interface IdentityClaims {
  issuer: string
  subject: string
  email?: string | undefined
  emailVerified: "yes" | "no"
  name?: string | undefined
}

/**
 * A session of the person whose account elsewhere this is: by what was linked before, else by their confirmed e-mail,
 * which links it; somebody new gets an account here, without a desk. Null where there is no confirmed e-mail to go by.
 * An account that was made here in their name, and whose address nobody has proved, is theirs alone from then on.
 */
export async function signInByIdentity(claims: IdentityClaims, userAgent: string): Promise<SignedInUser | null> {
  const userId = (await linkedTo(claims)) ?? (await link(claims)) ?? (await linkedTo(claims))
  return userId === null ? null : openSession(userId, { method: "identity", userAgent, provedAt: null })
}

async function linkedTo({ issuer, subject }: IdentityClaims): Promise<string | null> {
  const row = await db().identity.findUnique({ where: { issuer_subject: { issuer, subject } } })
  return row?.userId ?? null
}

/** Links it to the person of its e-mail, who is made if there is none. Null without one, and where another tab was first. */
async function link(claims: IdentityClaims): Promise<string | null> {
  const email = Email.safeParse(claims.email)
  if (!email.success || claims.emailVerified === "no") return null
  const { issuer, subject } = claims
  const known = await db().user.findUnique({ where: { email: email.data }, select: { id: true, emailProvedAt: true } })
  const userId = known?.id ?? newId()
  const name = PersonName.catch(email.data.split("@")[0] ?? email.data).parse(claims.name)
  const act = known && !known.emailProvedAt ? "account.reclaimed" : "account.identity_linked"
  const linked = await changeUser(userId, act, async (tx) => {
    const made = { id: userId, email: email.data, name, emailProvedAt: new Date() }
    if (!known) await tx.user.createMany({ data: [made], skipDuplicates: true })
    const there = await tx.user.findUnique({ where: { email: email.data }, select: { id: true } })
    if (there?.id !== userId) return 0
    const { count } = await tx.identity.createMany({ data: [{ issuer, subject, userId }], skipDuplicates: true })
    if (count === 1 && act === "account.reclaimed") await reclaim(tx, userId)
    return count
  })
  return linked === 1 ? userId : null
}

/**
 * Ends whatever somebody else may have made to come in with: password, second factor, links, sessions and tokens; and, at
 * desks that they own, the links of open invitations, which they could copy: those who are invited are sent another.
 */
async function reclaim(tx: Tx, userId: string): Promise<void> {
  const fresh = { passwordHash: null, emailProvedAt: new Date(), sessionEpoch: { increment: 1 } }
  await tx.user.update({ where: { id: userId }, data: fresh })
  await tx.secondFactor.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await dropLinks(tx, userId)
  const now = new Date()
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } })
  await endTokens(tx, userId)
  const workspace = { memberships: { some: { userId, role: "owner" as const, deactivatedAt: null } } }
  const open = { workspace, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
  await tx.invitation.updateMany({ where: open, data: { expiresAt: now } })
}
