/**
 * The notes of a public report: of every claim that went out as done, its verdict from the round that it went out with.
 * While a claim is looked at again, what had gone out is still shown, and says so. What readers may not know is left
 * behind here: working notes, confidential sources (also those that became so later), names where none are published.
 */
import { db } from "../db"
import type { PublicNote, PublicSource } from "../domain/report"
import type { RoundSnapshot } from "../domain/round"
import { ratingOf, ScaleRatings } from "../domain/scale"
import { SignedArticle, type SignedClaim } from "../domain/sign-off"
import type { WorkspaceSettings } from "../domain/workspace"
import { tidySnapshot } from "./verdict-views"

interface Version {
  articleId: string
  signed: SignedArticle
  version: number
  isLatest: boolean
  /** The only claim that is asked for. */
  claimId: string | undefined
  settings: WorkspaceSettings
}

/** The claims that a version shows, in the order of the text. */
export async function publicNotes(asked: Version): Promise<PublicNote[]> {
  const shown = await claimsShown(asked)
  const rounds = new Map((await roundsOf(shown)).map((round) => [round.id, round]))
  const hidden = await confidentialAmong([...rounds.values()].map(({ frozen }) => frozen))
  const notes = shown.flatMap((one) => {
    const round = rounds.get(one.claim.roundId ?? "")
    return round && one.claim.rating ? [noteOf(one, round, { hidden, settings: asked.settings })] : []
  })
  return notes.sort(inOrder)
}

interface Shown {
  claim: SignedClaim
  /** Whether its anchors are places of the text that is shown. */
  isPlaced: boolean
  underReviewSince: string | null
}

async function claimsShown({ articleId, signed, version, isLatest, claimId }: Version): Promise<Shown[]> {
  const asked = signed.claims.filter(({ id }) => claimId === undefined || id === claimId)
  const reviewed = isLatest ? await underReview(articleId) : new Map<string, string>()
  const since = ({ id }: SignedClaim) => reviewed.get(id) ?? null
  const done = asked.filter(({ open }) => open === null)
  const again = asked.filter((claim) => claim.open !== null && since(claim) !== null)
  const former =
    again.length > 0
      ? await formerly(
          articleId,
          version,
          again.map(({ id }) => id),
        )
      : []
  return [
    ...done.map((claim) => ({ claim, isPlaced: true, underReviewSince: since(claim) })),
    ...former.map(({ claim, revisionId }) => ({
      claim,
      isPlaced: revisionId === signed.revision.id,
      underReviewSince: since(claim),
    })),
  ]
}

async function underReview(articleId: string): Promise<Map<string, string>> {
  const rows = await db().claim.findMany({
    where: { articleId, underReviewSince: { not: null } },
    select: { id: true, underReviewSince: true },
  })
  return new Map(rows.map(({ id, underReviewSince }) => [id, underReviewSince?.toISOString() ?? ""]))
}

/** Claims as they went out the last time that they were done. */
async function formerly(articleId: string, before: number, ids: string[]) {
  const signOffs = await db().signOff.findMany({
    where: { articleId, number: { lt: before } },
    select: { snapshot: true },
    orderBy: { number: "desc" },
    take: MOST_VERSIONS,
  })
  const versions = signOffs.map(({ snapshot }) => SignedArticle.parse(snapshot))
  return ids.flatMap((id) => {
    const of = ({ claims }: SignedArticle) => claims.find((claim) => claim.id === id && claim.open === null)
    const version = versions.find(of)
    const claim = version && of(version)
    return claim ? [{ claim, revisionId: version.revision.id }] : []
  })
}

/** So far back it is looked for what a claim that is reopened went out as. */
const MOST_VERSIONS = 50

async function roundsOf(shown: Shown[]) {
  const name = { select: { user: { select: { name: true } } } } as const
  const rows = await db().round.findMany({
    where: { id: { in: shown.flatMap(({ claim }) => claim.roundId ?? []) } },
    select: {
      id: true,
      sentAt: true,
      snapshot: true,
      tidies: { where: { confirmed: true }, select: { confirmed: true, changes: true }, orderBy: { id: "asc" } },
      scale: { select: { code: true, version: true, job: true, id: true, name: true, ratings: true } },
      authors: { select: { membership: name } },
      reviews: {
        select: { decision: true, createdAt: true, reviewerId: true, reviewer: name },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      },
    },
  })
  return rows.map(({ snapshot, tidies, scale, ...row }) => ({
    ...row,
    // Typos are mended before it goes out, and never after.
    frozen: tidySnapshot({ snapshot, tidies }),
    scale: { ...scale, ratings: ScaleRatings.parse(scale.ratings) },
  }))
}

type RoundRow = Awaited<ReturnType<typeof roundsOf>>[number]

/** Of the sources that were cited, those that readers may not know of today. */
async function confidentialAmong(rounds: RoundSnapshot[]): Promise<Set<string>> {
  const cited = new Set(rounds.flatMap(({ evidence }) => evidence.map(({ source }) => source.id)))
  const rows = await db().source.findMany({
    where: { id: { in: [...cited] }, OR: [{ confidential: true }, { mergedInto: { confidential: true } }] },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

function noteOf(
  { claim, isPlaced, underReviewSince }: Shown,
  { frozen, scale, ...round }: RoundRow,
  { hidden, settings }: { hidden: Set<string>; settings: WorkspaceSettings },
): PublicNote {
  const { statement, claimant, claimedOn, appearance, explanation, evidence, job } = frozen
  const names = (people: { user: { name: string } }[]) =>
    settings.publishNames ? people.map(({ user }) => user.name) : []
  const approvals = approvalsOf(round)
  return {
    ...{ claimId: claim.id, number: claim.number, words: claim.words, conclusion: claim.conclusion, underReviewSince },
    ...{ statement, claimant, claimedOn, appearance, explanation },
    spans: isPlaced
      ? claim.anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
      : [],
    rating: ratingOf(scale, claim.rating?.code ?? frozen.rating),
    sources: evidence.flatMap((one) => (one.source.confidential || hidden.has(one.source.id) ? [] : [sourceOf(one)])),
    standing: claim.state === "approved" ? "approved" : "checked",
    checkedOn: (approvals.at(-1)?.createdAt ?? round.sentAt).toISOString().slice(0, 10),
    checkers: names(round.authors.map(({ membership }) => membership)),
    reviewers: names(approvals.map(({ reviewer }) => reviewer)),
    hasPage: job === "theirs",
  }
}

/** A person's latest review counts. */
function approvalsOf({ reviews }: Pick<RoundRow, "reviews">) {
  const latest = new Map(reviews.map((review) => [review.reviewerId, review]))
  return [...latest.values()].filter(({ decision }) => decision === "approve")
}

function sourceOf({ source, stance, locator }: RoundSnapshot["evidence"][number]): PublicSource {
  const { primary, title, author, publisher, publishedOn, url } = source
  return { stance, primary, title, author, publisher, publishedOn, url, locator }
}

/** As they begin in the text, longer ones first; what has no place in it comes last. */
function inOrder(one: PublicNote, other: PublicNote): number {
  const [a, b] = [placeOf(one), placeOf(other)]
  return a.start - b.start || b.end - a.end || one.number - other.number
}

const placeOf = ({ spans }: PublicNote) =>
  spans.toSorted((a, b) => a.start - b.start)[0] ?? { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER }
