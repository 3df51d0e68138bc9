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
import { linkToken, tokenHashOf } from "./secrets"

/** Sends the mail that a row asks for; none where it is not wanted any more. Throws what the mail server refuses. */
export async function sendMailAbout({ id }: Jobs["mail"]): Promise<void> {
  await mailInvitation(id)
}

/** Notes that a mail did not go out, so that its link is handed over by hand. */
export async function giveUpMail({ about, id }: Jobs["mail"]): Promise<void> {
  log().error({ about, id }, "a mail was given up")
  await db().invitation.updateMany({ where: { id, mailedAt: null }, data: { mailFailedAt: new Date() } })
}

async function mailInvitation(id: string): Promise<void> {
  const row = await db().invitation.findUnique({
    where: { id },
    include: { workspace: { select: { name: true } }, invitedBy: { select: { user: { select: { name: true } } } } },
  })
  if (!row || row.mailedAt || standingOf(row, new Date()) !== "open") return
  const token = linkToken("invitation", row)
  if (tokenHashOf(token) !== row.tokenHash) throw new Error("the secret is another one than when the link was made")
  const t = await mailWords(row.language)
  const words = { name: row.invitedBy.user.name, workspace: row.workspace.name }
  const link = `${t("invitation.link")}\n${invitationLink(token)}`
  const text = letter(t("hello"), t("invitation.what", words), link, t("invitation.unasked"))
  await sendMail({ to: row.email, subject: t("invitation.subject", words), text })
  // Of this link alone: a new one has a mail of its own.
  await db().invitation.updateMany({ where: { id, issue: row.issue }, data: { mailedAt: new Date() } })
}

/** Paragraphs as plain text. */
const letter = (...paragraphs: string[]): string => `${paragraphs.join("\n\n")}\n`
