/**
 * Whom the log concerns: told with every act, from its events, those who follow what it is about and those who are to act
 * on it. Nobody is told of what they did themselves; who may see it is asked where it is told.
 */
import type { Tx } from "../db"
import type { NewEvent } from "../domain/event"
import { groupedBy } from "../domain/grouped"
import { TOLD_FOLLOWERS, TOLD_TOGETHER } from "../domain/notice"
import { articleFollowers, followersOf } from "./following"
import { notify, type Notice } from "./notifications"
import { toActors, toActorsOnArticles, type ClaimNotice, type Doer } from "./telling-actors"

/** Tells whom events concern. */
export async function tellOf(tx: Tx, doer: Doer, events: readonly NewEvent[]): Promise<void> {
  const mine = await toActors(tx, doer, events)
  const asked = new Set(mine.filter(({ kind }) => kind === "changes_requested").map(aboutClaim))
  const ofClaims = [...mine, ...(await ofFollowedClaims(tx, doer, events)).filter((one) => isNews(one, asked))]
  const ofArticles = [...(await ofFollowedArticles(tx, doer, events)), ...(await toActorsOnArticles(tx, doer, events))]
  const notices = [...together(ofClaims), ...ofArticles]
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
