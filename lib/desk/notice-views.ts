/** Which notifications exist for a person, asked when they are told, when they look and when they are mailed; and how one is shown. */
import type { Prisma } from "../../prisma/client/client"
import { TELL_OF_COMPLAINTS, TELL_OF_VERDICTS, type NotificationView, type ToldComment } from "../domain/notice"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { asPerson, person, seenBy } from "./relations"

/** The notifications that exist for a person, by what they may see today. */
export function toldTo(actor: Actor): Prisma.NotificationWhereInput {
  const { article, claim, source, contact, comment } = seenBy(actor)
  return {
    workspaceId: actor.workspaceId,
    membershipId: actor.id,
    AND: [
      { OR: [{ articleId: null }, { article }] },
      { OR: [{ sourceId: null }, { source }] },
      { OR: [{ claimId: null }, { claim }] },
      { OR: [{ contactId: null }, { contact }] },
      { OR: [{ commentId: null }, { comment }] },
      { OR: [{ claimId: null }, { kind: { notIn: [...TELL_OF_VERDICTS] } }, { claim: openTo(actor) }] },
      { OR: [{ kind: { notIn: [...TELL_OF_COMPLAINTS] } }, ...readsComplaints(actor)] },
    ],
  }
}

/** Complaints about what somebody has written themselves are not theirs to hear of. */
function readsComplaints(actor: Actor): Prisma.NotificationWhereInput[] {
  if (!can(actor, "complaint.read", { authorIds: [], leadId: null })) return []
  return [{ article: { authors: { none: { membershipId: actor.id } } } }]
}

const inArticle = { select: { id: true, title: true, language: true } } as const

/** What a notification's view is made of; and what of it is too much for a mail. */
export const noticeRelations = {
  article: inArticle,
  claim: { select: { id: true, number: true, job: true, article: inArticle } },
  source: { select: { id: true, title: true, confidential: true } },
  comment: {
    select: {
      ...{ id: true, kind: true, body: true, writtenBy: person },
      article: inArticle,
      claim: { select: { number: true, job: true } },
    },
  },
} as const satisfies Prisma.NotificationInclude

export type NoticeRow = Prisma.NotificationGetPayload<{ include: typeof noticeRelations }>

/** A notification as its reader sees it. */
export function notificationView(row: NoticeRow): NotificationView {
  const { id, kind, article, claim, source, comment, createdAt, readAt } = row
  return {
    ...{ id, kind, article, claim },
    source: source && { id: source.id, title: source.title },
    comment: comment && told(comment),
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

/** As much of a comment as a line holds. */
const WORDS = 160

function told({ id, body, writtenBy, article, claim }: NonNullable<NoticeRow["comment"]>): ToldComment {
  const words = [...body.slice(0, 2 * WORDS)].slice(0, WORDS).join("")
  return { id, article, claim, by: asPerson(writtenBy).name, words }
}
