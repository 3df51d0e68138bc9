/**
 * Whom the log concerns: told with every act, from its events, those who follow what it is about and those who are to act
 * on it. Nobody is told of what they did themselves; who may see it is asked where it is told.
 */
import type { Tx } from "../db"
import type { NewEvent } from "../domain/event"
import { groupedBy } from "../domain/grouped"
import { TOLD_FOLLOWERS, TOLD_TOGETHER } from "../domain/notice"
import { can } from "../domain/policy"
import { articleFollowers, followersOf } from "./following"
import { notify, type Notice } from "./notifications"
import { actorOf, member } from "./people"

/** Whoever acts, or nobody. */
interface Doer {
  id: string | null
  workspaceId: string
}

/** A notice of a claim, with its article. */
interface ClaimNotice extends Notice {
  claimId: string
  articleId: string
}

/** Tells whom events concern. */
export async function tellOf(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<void> {
  const mine = await toActors(tx, doer, events)
  const asked = new Set(mine.filter(({ kind }) => kind === "changes_requested").map(aboutClaim))
  const ofClaims = [...mine, ...(await ofFollowedClaims(tx, doer, events)).filter((one) => isNews(one, asked))]
  const notices = [...together(ofClaims), ...(await ofFollowedArticles(tx, doer, events))]
  await notify(
    tx,
    doer.workspaceId,
    notices.filter(({ membershipId }) => membershipId !== doer.id),
  )
}

const aboutClaim = ({ membershipId, claimId }: Notice) => `${membershipId} ${claimId}`

/** Whoever is asked for changes need not be told that somebody was. */
const isNews = (one: ClaimNotice, asked: ReadonlySet<string>) =>
  one.kind !== "round_returned" || !asked.has(aboutClaim(one))

async function ofFollowedClaims(tx: Tx, { workspaceId }: Doer, events: readonly NewEvent[]): Promise<ClaimNotice[]> {
  const told = new Map<string, (typeof TOLD_FOLLOWERS)[number]>()
  for (const rule of TOLD_FOLLOWERS) {
    for (const event of events) {
      const { claim } = event.subjects
      if (claim && event.act === rule.act && isDone(event) && !told.has(claim)) told.set(claim, rule)
    }
  }
  if (told.size === 0) return []
  const followers = await followersOf(tx, workspaceId, [...told.keys()])
  return followers.flatMap(({ claimId, articleId, membershipId, closely }) => {
    const rule = told.get(claimId)
    return rule && (closely || !rule.closely) ? [{ membershipId, kind: rule.kind, claimId, articleId }] : []
  })
}

/** One of several approvals is no news yet. */
const isDone = ({ act, payload }: NewEvent) => act !== "review.approved" || payload.state === "approved"

async function ofFollowedArticles(tx: Tx, { workspaceId }: Doer, events: readonly NewEvent[]): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const { act, subjects } of events) {
    const { article, claim } = subjects
    const rule = TOLD_FOLLOWERS.find((one) => one.act === act)
    if (!rule || !article || claim) continue
    const second = act === "article.released" ? subjects.membership : undefined
    const followers = (await articleFollowers(tx, workspaceId, article)).filter((id) => id !== second)
    notices.push(...followers.map((membershipId) => ({ membershipId, kind: rule.kind, articleId: article })))
    if (second) notices.push({ membershipId: second, kind: "named_second", articleId: article })
  }
  return notices
}

/** Those who are to act: who was given a claim, whose verdict is wanted otherwise, who can say yes to a mended typo. */
async function toActors(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<ClaimNotice[]> {
  const notices: ClaimNotice[] = []
  for (const { act, subjects } of events) {
    const { article: articleId = "", claim: claimId = "", round, membership } = subjects
    const about = { claimId, articleId }
    if (act === "claim.assigned" && membership) {
      notices.push({ membershipId: membership, kind: "claim_assigned", ...about })
    }
    if (act === "review.changes_requested" && round) {
      const authors = await tx.roundAuthor.findMany({ where: { roundId: round }, select: { membershipId: true } })
      notices.push(...authors.map((one) => ({ ...one, kind: "changes_requested" as const, ...about })))
    }
    if (act === "tidy.proposed") {
      const seconds = await secondsFor(tx, doer, claimId)
      notices.push(...seconds.map((membershipId) => ({ membershipId, kind: "tidy_waits" as const, ...about })))
    }
  }
  return notices
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

/** Several of one kind in one article are told as one, about the article. */
function together(notices: readonly ClaimNotice[]): Notice[] {
  const groups = groupedBy(notices, ({ membershipId, kind, articleId }) => `${membershipId} ${kind} ${articleId}`)
  return [...groups.values()].flatMap((group): Notice[] => {
    const [{ membershipId, kind, articleId } = {}] = group
    const claims = new Set(group.map(({ claimId }) => claimId))
    if (!membershipId || !kind || !articleId) return []
    if (claims.size > 1 && TOLD_TOGETHER.includes(kind)) return [{ membershipId, kind, articleId }]
    return [...claims].map((claimId) => ({ membershipId, kind, claimId }))
  })
}
