/**
 * Links in mails that end them, for whoever holds the mail: signed by the server, and nothing of them is kept. They turn
 * mails off and never on, and tell nobody's address.
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { db } from "../db"
import { Id } from "../domain/id"
import { MailStopped, stillMails, withoutMails, type MailStopView, type StopMails } from "../domain/mail-stop"
import { refuse } from "../domain/refusal"
import { settingsOf, writeSettings } from "./notification-settings"
import { keyFor, ourAddress } from "./secrets"

/** Whose mails a link ends, and which. */
interface MailStop {
  membershipId: string
  of: MailStopped
}

/** Where a mail is ended: by a page with a button, for its reader; and by one request, for the program that shows it. */
export function stopAddresses(stop: MailStop): { page: string; oneClick: string } {
  const token = stopToken(stop)
  return { page: ourAddress(`/unsubscribe/${token}`), oneClick: ourAddress(`/api/unsubscribe/${token}`) }
}

/** What a link ends; null where it is none of ours. */
export async function readMailStop(token: string): Promise<MailStopView | null> {
  const stop = stopIn(token)
  const seat = stop && (await seatIn(stop))
  if (!seat) return null
  const settings = await settingsOf(db(), seat)
  const { of } = stop
  const left = stillMails(settings, of) ? "none" : "these"
  return { workspace: seat.workspace, of, ended: stillMails(settings, "all") ? left : "all" }
}

/** Turns mails off, those that the link is about or all of the desk, as their reader could in the settings. */
export async function stopMails({ token, which }: StopMails): Promise<void> {
  const stop = stopIn(token)
  const seat = stop && (await seatIn(stop))
  if (!seat) throw refuse("not-found", "link.unknown")
  await db().$transaction(async (tx) => {
    // Two links at the same moment: neither takes the other's back.
    await tx.$queryRaw`SELECT 1 FROM "Membership" WHERE "id" = ${seat.id}::uuid FOR NO KEY UPDATE`
    await writeSettings(tx, seat, withoutMails(await settingsOf(tx, seat), which === "all" ? "all" : stop.of))
  })
}

/** Names the seat and what is ended, and is signed over both. */
function stopToken({ membershipId, of }: MailStop): string {
  return `${membershipId}.${of}.${signatureOf({ membershipId, of }).toString("base64url")}`
}

function stopIn(token: string): MailStop | null {
  const [id, of, signature = ""] = token.split(".")
  const membershipId = Id.safeParse(id)
  const stopped = MailStopped.safeParse(of)
  if (!membershipId.success || !stopped.success) return null
  const stop = { membershipId: membershipId.data, of: stopped.data }
  const [given, right] = [Buffer.from(signature, "base64url"), signatureOf(stop)]
  return given.length === right.length && timingSafeEqual(given, right) ? stop : null
}

const signatureOf = ({ membershipId, of }: MailStop): Buffer =>
  createHmac("sha256", keyFor("mail stop")).update(`${membershipId} ${of}`).digest()

function seatIn({ membershipId }: MailStop) {
  return db().membership.findUnique({
    where: { id: membershipId },
    select: { id: true, workspaceId: true, workspace: { select: { slug: true, name: true } } },
  })
}
