/**
 * Who is to act on what an act has changed, whatever they follow: who was given a claim, whose verdict is wanted otherwise,
 * who answers a fix or has been answered, who can say yes to a mended typo, who leads an article now, who can decide on a
 * complaint. Who may see it is asked where it is told.
 */
import type { Tx } from "../db"
import type { NewEvent } from "../domain/event"
import type { NotificationKind } from "../domain/notice"
import { can } from "../domain/policy"
import { whoDecides } from "./concerned"
import type { Notice } from "./notifications"
import { actorOf, member } from "./people"
import { membersAmong } from "./under-check"

/** Whoever acts, or nobody. */
export interface Doer {
  id: string | null
  workspaceId: string
}

/** A notice of a claim, with its article. */
export interface ClaimNotice extends Notice {
  claimId: string
  articleId: string
}

/** Whom an event tells to act, by its act; their memberships' ids. */
interface Rule {
  kind: NotificationKind
  whom: (tx: Tx, doer: Doer, event: NewEvent) => Promise<(string | null)[]>
}

const OF_CLAIMS: Readonly<Partial<Record<NewEvent["act"], Rule>>> = {
  "claim.assigned": {
    kind: "claim_assigned",
    whom: (_, __, { subjects }) => Promise.resolve([subjects.membership ?? null]),
  },
  "review.changes_requested": {
    kind: "changes_requested",
    whom: (tx, _, { subjects }) => authorsOfRound(tx, subjects.round),
  },
  "tidy.proposed": { kind: "tidy_waits", whom: (tx, doer, { subjects }) => secondsFor(tx, doer, subjects.claim ?? "") },
  "fix.proposed": { kind: "fix_proposed", whom: (tx, _, { subjects }) => whoAnswersFix(tx, subjects.article ?? "") },
  "fix.answered": { kind: "fix_answered", whom: (tx, _, { subjects }) => proposersOf(tx, subjects.claim ?? "") },
}

const OF_ARTICLES: Readonly<Partial<Record<NewEvent["act"], Rule>>> = {
  "article.edited": { kind: "lead_given", whom: newLead },
  "complaint.recorded": { kind: "complaint_received", whom: whoDecidesOn },
}

/** Those who are to act on claims. */
export async function toActors(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<ClaimNotice[]> {
  const notices: ClaimNotice[] = []
  for (const event of events) {
    const { article: articleId = "", claim: claimId = "" } = event.subjects
    const rule = OF_CLAIMS[event.act]
    const told = rule ? await rule.whom(tx, doer, event) : []
    for (const membershipId of told)
      if (rule && membershipId) notices.push({ membershipId, kind: rule.kind, claimId, articleId })
  }
  return notices
}

/** Those who are to act on articles. */
export async function toActorsOnArticles(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const event of events) {
    const rule = OF_ARTICLES[event.act]
    const told = rule ? await rule.whom(tx, doer, event) : []
    for (const membershipId of told)
      if (rule && membershipId) notices.push({ membershipId, kind: rule.kind, articleId: event.stream })
  }
  return notices
}

async function authorsOfRound(tx: Tx, roundId: string | undefined): Promise<string[]> {
  if (!roundId) return []
  return membersAmong(await tx.roundAuthor.findMany({ where: { roundId }, select: { membershipId: true } }))
}

const leading = { leadId: true, authors: { select: { membershipId: true } } } as const

/** The article's authors, whose words it would change, and whoever leads its checking. */
async function whoAnswersFix(tx: Tx, articleId: string): Promise<(string | null)[]> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: leading })
  return [...membersAmong(article.authors), article.leadId]
}

/** Whose wording it was that has just been answered. */
async function proposersOf(tx: Tx, claimId: string): Promise<string[]> {
  const fixes = await tx.fix.findMany({ where: { claimId, decidedAt: null }, select: { proposedById: true } })
  return fixes.map(({ proposedById }) => proposedById)
}

/** Whoever leads an article since this edit. */
async function newLead(tx: Tx, _: Doer, { stream, payload }: NewEvent): Promise<(string | null)[]> {
  if (!Array.isArray(payload.changed) || !payload.changed.includes("leadId")) return []
  const { leadId } = await tx.article.findUniqueOrThrow({ where: { id: stream }, select: leading })
  return [leadId]
}

async function whoDecidesOn(tx: Tx, { workspaceId }: Doer, { stream, subjects }: NewEvent): Promise<string[]> {
  return whoDecides(tx, { workspaceId, articleId: stream, claimId: subjects.claim ?? null })
}

/**
 * Whoever can confirm a mended typo: those who approved the round, who know it, and who leads the article; where none of
 * them may, every editor who does.
 */
async function secondsFor(tx: Tx, { id: doerId, workspaceId }: Doer, claimId: string): Promise<string[]> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      priority: true,
      article: { select: { leadId: true, authors: { select: { membershipId: true } } } },
      round: {
        select: {
          authors: { select: { membershipId: true } },
          reviews: { where: { decision: "approve" }, select: { reviewerId: true } },
        },
      },
    },
  })
  const authorIds = claim.article.authors.flatMap(({ membershipId }) => membershipId ?? [])
  const subject = {
    priority: claim.priority,
    article: { authorIds, leadId: claim.article.leadId },
    authorIds: claim.round?.authors.map(({ membershipId }) => membershipId) ?? [],
  }
  const near = [...(claim.round?.reviews ?? []).map(({ reviewerId }) => reviewerId), claim.article.leadId]
  const rows = await tx.membership.findMany({
    where: {
      workspaceId,
      deactivatedAt: null,
      OR: [{ id: { in: near.filter((id) => id !== null) } }, { role: { in: ["editor", "owner"] } }],
    },
    ...member,
    orderBy: { id: "asc" },
    take: MOST_SECONDS,
  })
  const may = rows.filter((row) => row.id !== doerId && can(actorOf(row), "tidy.decide", subject)).map(({ id }) => id)
  const known = may.filter((id) => near.includes(id))
  return known.length > 0 ? known : may
}

/** More than a desk has of them. */
const MOST_SECONDS = 100
