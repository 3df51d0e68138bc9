/**
 * What people are told of. What they may see is asked when they are told, when they look and when they are mailed, so that
 * who has lost access is told nothing, not even how much. What they do not want to see in Stet is not counted there.
 */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { nextAt } from "../domain/digest"
import { kindsOf, TOLD_ONCE, topicOf, type NotificationKind, type Notifications } from "../domain/notice"
import {
  hiddenTopics,
  type ListNotifications,
  type NotificationSettings,
  type ReadNotifications,
} from "../domain/notification"
import type { Actor } from "../domain/workspace"
import { queueJob } from "../jobs"
import { canMail } from "../outside/mail"
import { noticeRelations, notificationView, toldTo } from "./notice-views"
import { settingsIn, settingsOf } from "./notification-settings"
import { pageOf } from "./page"
import { actorOf, member } from "./people"
import { sawArticles } from "./who-saw"

/** Something to tell somebody: about a source, a contact, a comment, or a claim or an article alone. */
export interface Notice {
  membershipId: string
  kind: NotificationKind
  /** Where it leads; with a source or a contact it does not make it another notice. */
  claimId?: string | null
  articleId?: string | null
  sourceId?: string | null
  contactId?: string | null
  commentId?: string | null
}

/**
 * Tells people: nobody what they may not see, or want to hear nowhere. What stands until it is read is told once; of
 * anything else the newest takes the place of what is unread.
 */
export async function notify(tx: Tx, workspaceId: string, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const readers = await readersAmong(tx, workspaceId, notices)
  const wanted = notices.filter(({ membershipId, kind }) => wants(readers.get(membershipId), kind))
  if (wanted.length === 0) return
  const unread = await tx.notification.findMany({ where: { workspaceId, readAt: null, OR: wanted.map(sameAs) } })
  const standing = unread.filter((one) => stands(one, readers.get(one.membershipId)))
  const told = new Set(standing.map(keyOf))
  const fresh = new Map(wanted.filter((one) => !told.has(keyOf(one))).map((one) => [keyOf(one), one]))
  const replaced = unread.filter((one) => !told.has(keyOf(one))).map(({ id }) => id)
  if (replaced.length > 0) await tx.notification.deleteMany({ where: { id: { in: replaced } } })
  const now = new Date()
  const rows = [...fresh.values()].map((notice) => {
    return { id: newId(), workspaceId, ...notice, ...mailOf(readers.get(notice.membershipId), notice.kind, now) }
  })
  await tx.notification.createMany({ data: rows })
  const seen = await keepSeen(tx, readers, rows)
  for (const { id, mail } of rows)
    if (mail === "instant" && seen.has(id)) await queueJob(tx, "mail", { about: "notice", id })
}

/** How many a person has not read: of what they may and want to see. */
export async function unreadNotifications(actor: Actor): Promise<number> {
  return countUnread(actor, await settingsOf(db(), actor))
}

/** What a person was told, newest first, as far as they may see what it is about today. */
export async function listNotifications(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListNotifications>,
): Promise<Notifications> {
  const settings = await settingsOf(db(), actor)
  const [unread, rows] = await Promise.all([
    countUnread(actor, settings),
    db().notification.findMany({
      where: { AND: [toldTo(actor), shownBy(settings), cursor ? { id: { lt: cursor } } : {}] },
      include: noticeRelations,
      orderBy: { id: "desc" },
      take: limit + 1,
    }),
  ])
  const { page, next } = pageOf(rows, limit)
  const read = page.flatMap(({ comment }) => comment?.article.id ?? [])
  await sawArticles(db(), actor, read)
  return { unread, items: page.map(notificationView), next }
}

/**
 * Lays aside what a person has read; answers how many are left. A matter of their own: nothing of the desk changes, so
 * that there is nothing to tell. What they do not see in Stet waits for its mail.
 */
export async function readNotifications(actor: Actor, { notifications }: ReadNotifications): Promise<number> {
  const settings = await settingsOf(db(), actor)
  const named = notifications === "all" ? {} : { id: { in: notifications } }
  await db().notification.updateMany({
    where: { workspaceId: actor.workspaceId, membershipId: actor.id, readAt: null, ...named, ...shownBy(settings) },
    data: { readAt: new Date() },
  })
  return countUnread(actor, settings)
}

/** So long is kept what somebody was told. Milliseconds. */
const KEPT = 365 * 24 * 60 * 60 * 1000

/** What was told a year ago is forgotten. A chore. */
export async function forgetNotifications(now = new Date()): Promise<number> {
  const { count } = await db().notification.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT) } } })
  return count
}

function countUnread(actor: Actor, settings: NotificationSettings): Promise<number> {
  return db().notification.count({ where: { AND: [toldTo(actor), shownBy(settings), { readAt: null }] } })
}

function shownBy(settings: NotificationSettings): Prisma.NotificationWhereInput {
  const hidden = hiddenTopics(settings)
  return hidden.length > 0 ? { kind: { notIn: kindsOf(hidden) } } : {}
}

/** Somebody who is still at the desk, and how they want to be told. */
interface Reader {
  actor: Actor
  settings: NotificationSettings
  zone: string
  /** Nobody reads the mails of a sample desk. */
  mails: "sent" | "none"
}

async function readersAmong(tx: Tx, workspaceId: string, notices: readonly Notice[]): Promise<Map<string, Reader>> {
  const rows = await tx.membership.findMany({
    where: { workspaceId, id: { in: notices.map((one) => one.membershipId) }, deactivatedAt: null },
    include: { ...member.include, toldAs: true, user: { select: { zone: true } } },
  })
  return new Map(
    rows.map((row) => {
      const mails = canMail() && !row.workspace.demo ? ("sent" as const) : ("none" as const)
      return [row.id, { actor: actorOf(row), settings: settingsIn(row.toldAs), zone: row.user.zone ?? "UTC", mails }]
    }),
  )
}

const choiceOf = ({ settings }: Reader, kind: NotificationKind) => settings.topics[topicOf(kind)]

function wants(reader: Reader | undefined, kind: NotificationKind): boolean {
  if (!reader) return false
  const { app, mail } = choiceOf(reader, kind)
  return app || (mail !== "none" && reader.mails === "sent")
}

/** Whether it is told for as long as it is unread: where somebody does not see it in Stet, until it was mailed. */
function stands({ kind, mail, mailedAt }: Prisma.NotificationGetPayload<object>, reader: Reader | undefined): boolean {
  if (!TOLD_ONCE.includes(kind) || !reader) return false
  return choiceOf(reader, kind).app || (mail !== null && mailedAt === null)
}

/** How somebody is mailed of it, and when. */
function mailOf(reader: Reader | undefined, kind: NotificationKind, now: Date) {
  const none = { mail: null, mailDueAt: null }
  if (!reader || reader.mails === "none") return none
  const { mail } = choiceOf(reader, kind)
  if (mail === "none") return none
  return { mail, mailDueAt: mail === "digest" ? nextAt(reader.settings.digestHour, { now, zone: reader.zone }) : null }
}

/** Drops what its reader may not see, before anybody has; answers what is left. */
async function keepSeen(tx: Tx, readers: Map<string, Reader>, rows: { id: string; membershipId: string }[]) {
  const seen = new Set<string>()
  for (const { actor } of readers.values()) {
    const ids = rows.filter(({ membershipId }) => membershipId === actor.id).map(({ id }) => id)
    if (ids.length === 0) continue
    const found = await tx.notification.findMany({
      where: { AND: [toldTo(actor), { id: { in: ids } }] },
      select: { id: true },
    })
    for (const { id } of found) seen.add(id)
  }
  const unseen = rows.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
  if (unseen.length > 0) await tx.notification.deleteMany({ where: { id: { in: unseen } } })
  return seen
}

/** What makes two notices the same: who is told what of which source, contact or comment, or else of which claim or article. */
function sameAs({ membershipId, kind, claimId, articleId, sourceId, contactId, commentId }: Notice) {
  const about = sourceId || contactId || commentId ? {} : { claimId: claimId ?? null, articleId: articleId ?? null }
  const [source, contact, comment] = [sourceId ?? null, contactId ?? null, commentId ?? null]
  return { membershipId, kind, sourceId: source, contactId: contact, commentId: comment, ...about }
}

function keyOf(notice: Notice): string {
  return JSON.stringify(Object.entries(sameAs(notice)).sort())
}
