/** A person's own account: name, password, e-mail. Each act is told to every desk that they sit at, without its words. */
import { v7 as newId } from "uuid"
import type { EmailLink, EmailLinkKind } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import {
  LINK_MINUTES,
  linkHolds,
  type AccountView,
  type AskEmail,
  type AskReset,
  type ChangePassword,
  type ConfirmEmail,
  type Rename,
  type ResetPassword,
} from "../domain/account"
import { refuse, refuseField } from "../domain/refusal"
import { queueJob, wakeJobs } from "../jobs"
import { canMail } from "../outside/mail"
import { changeUser } from "./change"
import { hashPassword, passwordFits } from "./passwords"
import { linkToken, tokenHashOf } from "./secrets"
import type { SessionKey } from "./sign-in"
import { attemptKey, countAttempt, forgetAttempts } from "./throttle"
import { endTokens, liveTokens } from "./tokens"

/** What of a person's account they see themselves, and whether Stet can mail them. */
export async function readAccount({ id }: SessionKey): Promise<AccountView> {
  const { name, email, passwordHash } = await db().user.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, passwordHash: true },
  })
  return { name, email, password: passwordHash === null ? "none" : "set", mails: canMail() ? "sent" : "none" }
}

/** Gives a person another name, under which everything that they did stands from now on. */
export function rename({ id }: SessionKey, { name }: Rename): Promise<void> {
  return changeUser(id, "account.renamed", async (tx) => {
    await tx.user.update({ where: { id }, data: { name } })
  })
}

/** Gives a person another password, which ends their other sessions, and the links that whoever had the old one asked for. */
export async function changePassword(person: SessionKey, { current, password }: ChangePassword): Promise<void> {
  const weighed = await isTheirs(person.id, current)
  const passwordHash = await hashPassword(password)
  return changeUser(person.id, "account.password_changed", async (tx) => {
    await stillTheirs(tx, person.id, weighed)
    await tx.user.update({ where: { id: person.id }, data: { passwordHash } })
    const others = { userId: person.id, endedAt: null, id: { not: person.sessionId } }
    await tx.session.updateMany({ where: others, data: { endedAt: new Date() } })
    await dropLinks(tx, person.id)
  })
}

/**
 * Mails a link to the address that is to be a person's; nothing changes before it is followed. Where somebody has the
 * address the answer is the same, and no mail goes out.
 */
export async function askEmail({ id }: SessionKey, { email, current, language }: AskEmail): Promise<void> {
  if (!canMail()) throw refuse("conflict", "account.noMail")
  await countAttempt(attemptKey(`link ${id}`), LINKS_BORNE)
  const weighed = await isTheirs(id, current)
  if (await db().user.findUnique({ where: { email } })) return
  await mailLink({ userId: id, kind: "email", email, language }, weighed)
}

/** Makes the address that a link was mailed to a person's, and tells the one before. Refuses a link that is used, old, or was replaced. */
export async function confirmEmail({ token }: ConfirmEmail): Promise<{ email: string }> {
  const { id, userId, email } = await linkOf("email", token)
  await changeUser(userId, "account.email_changed", async (tx) => {
    await use(tx, id)
    const { email: formerEmail } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
    await tx.user.update({ where: { id: userId }, data: { email, emailProvedAt: new Date() } })
    await dropLinks(tx, userId, "reset")
    await tx.emailLink.update({ where: { id }, data: { formerEmail } })
    if (canMail()) await queueJob(tx, "mail", { about: "former", id })
  })
  wakeJobs("mail")
  return { email }
}

/**
 * Mails a link for a new password to whoever has this address, and nothing to nobody: the answer is the same and takes as
 * long. Refused with `conflict` where no mails are sent, and after a few in a quarter of an hour.
 */
export async function askReset({ email, language }: AskReset): Promise<void> {
  if (!canMail()) throw refuse("conflict", "account.noMail")
  const answered = new Promise((resolve) => setTimeout(resolve, SAME_FOR_ALL_MS))
  await countAttempt(attemptKey(`reset ${email}`), LINKS_BORNE)
  const user = await db().user.findUnique({ where: { email }, select: { id: true } })
  if (user) await mailLink({ userId: user.id, kind: "reset", email, language })
  await answered
}

/**
 * Gives a person the password that they have chosen by a mailed link, and ends all of their sessions and other links; and
 * their API tokens, unless they say that nobody else has come in.
 */
export async function resetPassword({ token, password, tokens = "end" }: ResetPassword): Promise<{ email: string }> {
  const { id, userId, email, mailedAt } = await linkOf("reset", token)
  const passwordHash = await hashPassword(password)
  await changeUser(userId, "account.password_reset", async (tx) => {
    await use(tx, id)
    // One that was handed over proves no mailbox.
    const proved = mailedAt && { emailProvedAt: new Date() }
    await tx.user.update({ where: { id: userId }, data: { passwordHash, ...proved, sessionEpoch: { increment: 1 } } })
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
    await dropLinks(tx, userId)
    if (tokens === "end") await endTokens(tx, userId)
  })
  await forgetAttempts(attemptKey(`email ${email}`))
  return { email }
}

/** Whether a link can be followed, for which address, and how many API tokens its person has; null where it is none. */
export async function readLink(
  kind: EmailLinkKind,
  token: string,
): Promise<{ email: string; holds: boolean; tokens: number } | null> {
  const link = await db().emailLink.findUnique({ where: { tokenHash: tokenHashOf(token), kind } })
  if (!link) return null
  const now = new Date()
  const tokens = await db().apiToken.count({ where: liveTokens(link.userId, now) })
  return { email: link.email, holds: !link.usedAt && link.expiresAt > now, tokens }
}

/** Links that nobody can follow any more are forgotten. A chore. */
export async function forgetLinks(now = new Date()): Promise<number> {
  const { count } = await db().emailLink.deleteMany({ where: { expiresAt: { lt: now } } })
  return count
}

/** Mails that are borne in a quarter of an hour, for one address: whoever's mailbox it is did not ask for them. */
const LINKS_BORNE = 3

/** Longer than the work for somebody takes, so that nobody is told from somebody by it. Milliseconds. */
const SAME_FOR_ALL_MS = 300

/** Wrong passwords that are borne where somebody is signed in already. */
const PASSWORDS_BORNE = 10

/** Refuses a password that is not the person's, and many of them; answers what is kept of it. */
export async function isTheirs(id: string, password: string): Promise<string> {
  const key = attemptKey(`password ${id}`)
  await countAttempt(key, PASSWORDS_BORNE)
  const user = await db().user.findUnique({ where: { id }, select: { passwordHash: true } })
  const kept = user?.passwordHash
  if (!(await passwordFits(kept, password)) || !kept) throw refuseField("current", "account.wrongPassword")
  await forgetAttempts(key)
  return kept
}

/**
 * Refuses a password that is another by now, and keeps it as it is until the end: while it was weighed somebody may have
 * chosen a new one, or had their account to themselves again, and what the old one allowed would come after that.
 */
async function stillTheirs(tx: Tx, id: string, kept: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE "id" = ${id}::uuid AND "passwordHash" = ${kept} FOR NO KEY UPDATE`
  if (rows.length === 0) throw refuseField("current", "account.wrongPassword")
}

/** Makes a link and queues its mail, where a password allowed it while that is theirs; those of its kind that went out before end. */
async function mailLink(link: LinkAsked, allowedBy?: string): Promise<void> {
  await db().$transaction(async (tx) => {
    if (allowedBy !== undefined) await stillTheirs(tx, link.userId, allowedBy)
    const { id } = await keepLink(tx, link)
    await queueJob(tx, "mail", { about: "link", id })
  })
  wakeJobs("mail")
}

type LinkAsked = Pick<EmailLink, "userId" | "kind" | "email" | "language">

/** Keeps what a link is found by, in the place of those of its kind before; answers its row's id and its token. */
export async function keepLink(tx: Tx, link: LinkAsked): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = linkToken(link.kind, { id, issue: 1 })
  const expiresAt = new Date(Date.now() + LINK_MINUTES[link.kind] * 60_000)
  await dropLinks(tx, link.userId, link.kind)
  await tx.emailLink.create({ data: { ...link, id, tokenHash: tokenHashOf(token), expiresAt } })
  return { id, token }
}

/** Ends a person's links that nobody has followed, or those of one kind. */
export async function dropLinks(tx: Tx, userId: string, kind?: EmailLinkKind): Promise<void> {
  await tx.emailLink.deleteMany({ where: { userId, ...(kind && { kind }), usedAt: null } })
}

async function linkOf(kind: EmailLinkKind, token: string): Promise<EmailLink> {
  const link = await db().emailLink.findUnique({ where: { tokenHash: tokenHashOf(token), kind } })
  if (!link) throw refuse("not-found", "link.unknown")
  linkHolds(link, new Date())
  return link
}

/** Uses a link up, once: whoever follows it at the same moment is too late. */
async function use(tx: Tx, id: string): Promise<void> {
  const now = new Date()
  const { count } = await tx.emailLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) throw refuse("conflict", "link.used")
}
