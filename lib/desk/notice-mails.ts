/**
 * Mails of what people are told: one by itself, or those of a day in one. What stands in it, and whether it is still for
 * its reader, is asked when it is sent. Noted as sent after the server has taken it: a crash in between sends it once
 * more, under the same Message-ID, rather than never.
 */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { nextAt } from "../domain/digest"
import type { MailStopped } from "../domain/mail-stop"
import { kindsOf, placeOf, topicOf, TOPICS, type NotificationView } from "../domain/notice"
import type { NotificationSettings } from "../domain/notification"
import type { Actor } from "../domain/workspace"
import { queueJob } from "../jobs"
import { noticeWords } from "../messages/translator"
import { sendMail } from "../outside/mail"
import { letter } from "./letter"
import { stopAddresses } from "./mail-stops"
import { noticeRelations, notificationView, toldTo, type NoticeRow } from "./notice-views"
import { settingsIn } from "./notification-settings"
import { actorOf, member } from "./people"
import { ourAddress } from "./secrets"
import { sawArticles } from "./who-saw"

/** Mails one notification; nothing of what was read, switched off, or is no more for its reader to see. */
export async function mailNotice(id: string): Promise<void> {
  const found = await db().notification.findUnique({ where: { id }, select: { membershipId: true } })
  const reader = found && (await readerOf(found.membershipId))
  if (!reader) return
  const where = { AND: [toMail(reader), { id, mail: "instant" as const }] }
  const row = await db().notification.findFirst({ where, include: noticeRelations })
  if (!row) return
  const t = await noticeWords(reader.language)
  const { what, place, words, link } = wordsOf(row, reader, t)
  const subject = t.mail("notice.subject", { what, place: place || reader.workspace.name })
  // What is said about a verdict tells of it, and a mail may be read without Stet.
  if (words !== "" && row.comment) await sawArticles(db(), reader.actor, [row.comment.article.id])
  const said = [what, place, words].filter((line) => line !== "").join("\n")
  const { foot, stop } = footOf(reader, topicOf(row.kind), t)
  await sendMail({
    ...{ to: reader.email, subject: oneLine(subject), about: `notice-${id}`, stop },
    text: letter(said, link, ...foot),
  })
  await db().notification.update({ where: { id }, data: { mailedAt: new Date() } })
}

/** More in one mail nobody reads; the rest is counted. */
const SAID = 50
const MOST = 500

/** Mails what somebody was told since the last day's mail and has not read. */
export async function mailDigest(membershipId: string): Promise<void> {
  const reader = await readerOf(membershipId)
  if (!reader) return
  const where = { AND: [toMail(reader), { mail: "digest" as const }] }
  const rows = await db().notification.findMany({
    where,
    include: noticeRelations,
    orderBy: { id: "desc" },
    take: MOST,
  })
  const [newest] = rows
  if (!newest) return
  const t = await noticeWords(reader.language)
  const items = rows.slice(0, SAID).map((row) => {
    const { what, place, link } = wordsOf(row, reader, t)
    return [`– ${what}`, place, link].filter((line) => line !== "").join("\n  ")
  })
  const count = { count: rows.length, workspace: reader.workspace.name }
  const rest = rows.length > SAID ? [t.mail("digest.more", { count: rows.length - SAID, link: homeOf(reader) })] : []
  const { foot, stop } = footOf(reader, "digest", t)
  await sendMail({
    ...{ to: reader.email, subject: oneLine(t.mail("digest.subject", count)), about: `digest-${newest.id}`, stop },
    text: letter(t.mail("digest.what", count), ...items, ...rest, ...foot),
  })
  const told = rows.map(({ id }) => id)
  await db().notification.updateMany({ where: { id: { in: told } }, data: { mailedAt: new Date(), mailDueAt: null } })
}

/** Queues the day's mail of everybody whose hour has come, in the same breath as it is taken in hand. A chore. */
export function queueDigests(now = new Date()): Promise<number> {
  return db().$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ membershipId: string; readAt: Date | null }[]>`
      UPDATE "Notification" SET "mailDueAt" = NULL WHERE "id" IN (
        SELECT "id" FROM "Notification" WHERE "mailDueAt" <= ${now} ORDER BY "mailDueAt", "id" LIMIT ${AT_ONCE} FOR UPDATE)
      RETURNING "membershipId", "readAt"`
    const readers = new Set(due.filter(({ readAt }) => readAt === null).map(({ membershipId }) => membershipId))
    for (const id of readers) await queueJob(tx, "mail", { about: "digest", id })
    return readers.size
  })
}

/** More at once would keep the other chores waiting; the next minute brings the rest. */
const AT_ONCE = 2_000

/** What could not be mailed comes with the next day's mail. */
export async function giveUpNotices({ about, id }: { about: "notice" | "digest"; id: string }): Promise<void> {
  const one = about === "notice" ? await db().notification.findUnique({ where: { id } }) : { membershipId: id }
  const reader = one && (await readerOf(one.membershipId))
  if (!reader) return
  const mailDueAt = nextAt(reader.settings.digestHour, { now: new Date(), zone: reader.zone })
  const left = about === "notice" ? { id } : { mail: "digest" as const, mailDueAt: null }
  await db().notification.updateMany({
    where: { membershipId: reader.actor.id, readAt: null, mailedAt: null, ...left },
    data: { mail: "digest", mailDueAt },
  })
}

/** Somebody at a desk, as they are mailed. */
interface Reader {
  actor: Actor
  workspace: { slug: string; name: string }
  email: string
  language: string
  zone: string
  settings: NotificationSettings
}

/** Null for who is no more at the desk. */
async function readerOf(membershipId: string): Promise<Reader | null> {
  const row = await db().membership.findFirst({
    where: { id: membershipId, deactivatedAt: null },
    include: { ...member.include, toldAs: true, user: { select: { email: true, language: true, zone: true } } },
  })
  if (!row) return null
  const { user, workspace } = row
  const { email, language, zone } = user
  const settings = settingsIn(row.toldAs)
  return { actor: actorOf(row), workspace, email, language: language ?? "", zone: zone ?? "UTC", settings }
}

/** What there is to be mailed to somebody, by what they may see and want to be mailed today. */
function toMail({ actor, settings }: Reader): Prisma.NotificationWhereInput {
  const mailed = TOPICS.filter((topic) => settings.topics[topic].mail !== "none")
  return { AND: [toldTo(actor), { readAt: null, mailedAt: null, kind: { in: kindsOf(mailed) } }] }
}

type Words = Awaited<ReturnType<typeof noticeWords>>

/** What a mail says of a notification. It leaves the house: no name of a confidential source is in it, and no legal word. */
function wordsOf(row: NoticeRow, reader: Reader, t: Words) {
  const view = notificationView(row)
  const { kind, article, comment } = view
  return {
    what: t.told(`kind.${kind}`, { name: comment?.by ?? "", many: article ? "yes" : "no" }),
    place: [sourceIn(row, t), titleIn(view, t)].filter((line) => line !== "").join(" · "),
    words: comment && row.comment?.kind !== "legal" ? comment.words : "",
    link: ourAddress(`/w/${reader.workspace.slug}${placeOf(view)}`),
  }
}

function sourceIn({ source }: NoticeRow, t: Words): string {
  if (!source) return ""
  return source.confidential ? t.mail("notice.confidential") : source.title
}

/** The claim with its article, or the article. */
function titleIn({ article, claim, comment }: NotificationView, t: Words): string {
  const on = comment?.claim ? { ...comment.claim, article: comment.article } : claim
  if (on) return t.told("claim", { ...on, article: on.article.title })
  return (comment?.article ?? article)?.title ?? ""
}

const homeOf = ({ workspace }: Reader) => ourAddress(`/w/${workspace.slug}`)

/** What stands at a mail's end: where one chooses what is mailed, and where such mails are ended without signing in. */
function footOf(reader: Reader, of: MailStopped, t: Words): { foot: string[]; stop: string } {
  const { page, oneClick } = stopAddresses({ membershipId: reader.actor.id, of })
  const settings = { workspace: reader.workspace.name, link: `${homeOf(reader)}/account/notifications` }
  return { foot: [t.mail("notice.settings", settings), t.mail("notice.stop", { link: page })], stop: oneClick }
}

const oneLine = (text: string) => text.replace(/\s+/g, " ")
