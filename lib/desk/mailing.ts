/**
 * Mails that rows ask for: a job names the row, and what the mail says is made when it is sent, so that no link lies in
 * a queue. In the language of whoever reads it, and in plain text.
 */
import { db } from "../db"
import { standingOf } from "../domain/invitation"
import type { Jobs } from "../jobs"
import { log } from "../log"
import { mailWords } from "../messages/translator"
import { sendMail } from "../outside/mail"
import { invitationLink } from "./invitations"
import { letter } from "./letter"
import { giveUpNotices, mailDigest, mailNotice } from "./notice-mails"
import { linkToken, ourAddress, tokenHashOf, type LinkPurpose } from "./secrets"

/** Sends the mail that a row asks for; none where it is not wanted any more. Throws what the mail server refuses. */
export function sendMailAbout({ about, id }: Jobs["mail"]): Promise<void> {
  return SENDS[about](id)
}

const SENDS: Record<Jobs["mail"]["about"], (id: string) => Promise<void>> = {
  invitation: mailInvitation,
  link: mailLink,
  former: mailFormer,
  notice: mailNotice,
  digest: mailDigest,
}

/**
 * Notes that a mail did not go out: the link of an invitation is handed over by hand then, any other asked for anew; what
 * somebody is told comes with the next day's mail.
 */
export async function giveUpMail({ about, id }: Jobs["mail"]): Promise<void> {
  log().error({ about, id }, "a mail was given up")
  if (about === "notice" || about === "digest") return giveUpNotices({ about, id })
  if (about !== "invitation") return
  await db().invitation.updateMany({ where: { id, mailedAt: null }, data: { mailFailedAt: new Date() } })
}

async function mailInvitation(id: string): Promise<void> {
  const row = await db().invitation.findUnique({
    where: { id },
    include: { workspace: { select: { name: true } }, invitedBy: { select: { user: { select: { name: true } } } } },
  })
  if (!row || row.mailedAt || standingOf(row, new Date()) !== "open") return
  const link = invitationLink(tokenOf("invitation", row))
  const t = await mailWords(row.language)
  const words = { name: row.invitedBy.user.name, workspace: row.workspace.name }
  const text = letter(t("hello"), t("invitation.what", words), `${t("invitation.link")}\n${link}`, t("unasked"))
  await sendMail({ to: row.email, subject: t("invitation.subject", words), text })
  // Of this link alone: a new one has a mail of its own.
  await db().invitation.updateMany({ where: { id, issue: row.issue }, data: { mailedAt: new Date() } })
}

async function mailLink(id: string): Promise<void> {
  const row = await db().emailLink.findUnique({ where: { id }, include: { user: { select: { name: true } } } })
  if (!row || row.mailedAt || row.usedAt || row.expiresAt <= new Date()) return
  const { kind, email, language, user } = row
  const link = ourAddress(`/${kind}/${tokenOf(kind, { ...row, issue: 1 })}`)
  const t = await mailWords(language)
  const what = t(`${kind}.what`, { name: user.name, email })
  await sendMail({
    to: email,
    subject: t(`${kind}.subject`),
    text: letter(t("hello"), `${what}\n${link}`, t("unasked")),
  })
  await db().emailLink.updateMany({ where: { id }, data: { mailedAt: new Date() } })
}

/** Tells an address that it is not its person's any more: they may not have asked for that. */
async function mailFormer(id: string): Promise<void> {
  const row = await db().emailLink.findUnique({ where: { id }, include: { user: { select: { name: true } } } })
  if (!row?.formerEmail || row.formerToldAt) return
  const t = await mailWords(row.language)
  const words = { name: row.user.name, email: row.email, former: row.formerEmail }
  await sendMail({
    ...{ to: row.formerEmail, subject: t("former.subject"), about: `former-${id}` },
    text: letter(t("hello"), t("former.what", words), t("former.unasked")),
  })
  await db().emailLink.updateMany({ where: { id }, data: { formerToldAt: new Date() } })
}

/** The token that a row's digest is of; throws where the server's secret is another one than when it was made. */
function tokenOf(purpose: LinkPurpose, row: { id: string; issue: number; tokenHash: string }): string {
  const token = linkToken(purpose, row)
  if (tokenHashOf(token) !== row.tokenHash) throw new Error("the secret is another one than when the link was made")
  return token
}
