/**
 * What people are told of. Told once: as long as somebody has not read that a page is gone, they are not told again. What
 * they may see is asked when they read it, so that who has lost access is told nothing, not even how much.
 */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type {
  ListNotifications,
  NotificationKind,
  NotificationView,
  Notifications,
  ReadNotifications,
  ToldComment,
} from "../domain/notification"
import type { Actor } from "../domain/workspace"
import { pageOf } from "./page"
import { asPerson, person, seenBy } from "./seen-by"
import { sawArticles } from "./who-saw"

/** Something to tell somebody: about a source, a contact, a comment, or a claim alone. */
export interface Notice {
  membershipId: string
  kind: NotificationKind
  /** Where it leads; with a source or a contact it does not make it another notice. */
  claimId?: string | null
  sourceId?: string | null
  contactId?: string | null
  commentId?: string | null
}

/** Tells people, each thing once until it is read. Who may see what it is about is asked by whoever tells, and again on reading. */
export async function notify(tx: Tx, workspaceId: string, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const unread = await tx.notification.findMany({
    where: { workspaceId, readAt: null, OR: notices.map(sameAs) },
    select: { membershipId: true, kind: true, claimId: true, sourceId: true, contactId: true, commentId: true },
  })
  const told = new Set(unread.map(keyOf))
  const fresh = new Map(notices.filter((one) => !told.has(keyOf(one))).map((one) => [keyOf(one), one]))
  const rows = [...fresh.values()].map((notice) => ({ id: newId(), workspaceId, ...notice }))
  await tx.notification.createMany({ data: rows })
}

/** How many a person has not read: of what they may see. */
export function unreadNotifications(actor: Actor): Promise<number> {
  return db().notification.count({ where: { AND: [toldTo(actor), { readAt: null }] } })
}

/** What a person was told, newest first, as far as they may see what it is about today. */
export async function listNotifications(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListNotifications>,
): Promise<Notifications> {
  const [unread, rows] = await Promise.all([
    unreadNotifications(actor),
    db().notification.findMany({
      where: { AND: [toldTo(actor), cursor ? { id: { lt: cursor } } : {}] },
      include: relations,
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
 * that there is nothing to tell.
 */
export async function readNotifications(actor: Actor, { notifications }: ReadNotifications): Promise<number> {
  const named = notifications === "all" ? {} : { id: { in: notifications } }
  await db().notification.updateMany({
    where: { workspaceId: actor.workspaceId, membershipId: actor.id, readAt: null, ...named },
    data: { readAt: new Date() },
  })
  return unreadNotifications(actor)
}

/** Which notifications exist for a person. */
function toldTo(actor: Actor): Prisma.NotificationWhereInput {
  const { claim, source, contact, comment } = seenBy(actor)
  return {
    workspaceId: actor.workspaceId,
    membershipId: actor.id,
    AND: [
      { OR: [{ sourceId: null }, { source }] },
      { OR: [{ claimId: null }, { claim }] },
      { OR: [{ contactId: null }, { contact }] },
      { OR: [{ commentId: null }, { comment }] },
    ],
  }
}

const toldClaim = {
  select: { id: true, number: true, job: true, article: { select: { id: true, title: true, language: true } } },
} as const satisfies Prisma.ClaimDefaultArgs

const relations = {
  claim: toldClaim,
  source: { select: { id: true, title: true } },
  comment: {
    select: {
      ...{ id: true, body: true, writtenBy: person },
      article: { select: { id: true, title: true, language: true } },
      claim: { select: { number: true, job: true } },
    },
  },
} as const

type Row = Prisma.NotificationGetPayload<{ include: typeof relations }>

function notificationView({ id, kind, claim, source, comment, createdAt, readAt }: Row): NotificationView {
  return {
    id,
    kind,
    claim,
    source,
    comment: comment && told(comment),
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

/** As much of a comment as a line holds. */
const WORDS = 160

function told({ body, writtenBy, ...comment }: NonNullable<Row["comment"]>): ToldComment {
  return { ...comment, by: asPerson(writtenBy).name, words: [...body.slice(0, 2 * WORDS)].slice(0, WORDS).join("") }
}

/** What makes two notices the same: who is told what of which source, contact or comment, or else of which claim. */
function sameAs({ membershipId, kind, claimId, sourceId, contactId, commentId }: Notice) {
  const about = sourceId || contactId || commentId ? {} : { claimId: claimId ?? null }
  const [source, contact, comment] = [sourceId ?? null, contactId ?? null, commentId ?? null]
  return { membershipId, kind, sourceId: source, contactId: contact, commentId: comment, ...about }
}

function keyOf(notice: Notice): string {
  return JSON.stringify(Object.entries(sameAs(notice)).sort())
}
