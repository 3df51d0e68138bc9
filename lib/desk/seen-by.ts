/**
 * One projection per viewer. Every read of the desk goes through it, so that what a person may not see does not exist
 * for them: in no list, count, event, export or round. It knows rows and views, no acts.
 */
import type { Prisma } from "../../prisma/client/client"
import type { AnchorView, ClaimView } from "../domain/claim"
import type { EventView } from "../domain/event"
import { can } from "../domain/policy"
import { RoundSnapshot, type FrozenEvidence, type ReviewView, type RoundView } from "../domain/round"
import { ratingOf, scaleName, ScaleRatings, type Scale } from "../domain/scale"
import type { EvidenceView, SourceView } from "../domain/source"
import type { VerdictView } from "../domain/verdict"
import type { Actor, Person } from "../domain/workspace"

/** Calendar dates are stored at midnight UTC. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

const person = {
  select: { id: true, user: { select: { name: true } } },
} as const satisfies Prisma.MembershipDefaultArgs
type PersonRow = Prisma.MembershipGetPayload<typeof person>

const asPerson = (row: PersonRow): Person => ({ id: row.id, name: row.user.name })

/** Which rows exist for a person, as conditions for a query; always within their workspace. */
export function seenBy(actor: Actor) {
  const { workspaceId } = actor
  const source: Prisma.SourceWhereInput = { workspaceId, ...visibleSources(actor) }
  const article: Prisma.ArticleWhereInput = {
    workspaceId,
    ...(actor.role === "author" && { authors: { some: { membershipId: actor.id } } }),
  }
  return {
    article,
    source,
    claim: { workspaceId, withdrawnAt: null, article } satisfies Prisma.ClaimWhereInput,
    evidence: { workspaceId, source } satisfies Prisma.EvidenceWhereInput,
  }
}

function visibleSources(actor: Actor): Prisma.SourceWhereInput {
  if (actor.role === "owner" || actor.role === "editor") return {}
  if (actor.role !== "checker") return { confidential: false }
  return { OR: [{ confidential: false }, { readers: { some: { membershipId: actor.id } } }] }
}

/** What a claim's view is made of, confidential sources left out. */
export function claimRelations(actor: Actor) {
  return {
    markedBy: person,
    assignee: person,
    anchors: { orderBy: { ordinal: "asc" } },
    evidence: { where: seenBy(actor).evidence, include: { source: true }, orderBy: { id: "asc" } },
    draft: { include: { scale: true } },
    authors: { select: { membershipId: true } },
    round: { include: { sender: person, authors: { include: { membership: person } } } },
    rounds: {
      select: { id: true, number: true, reviews: { include: { reviewer: person }, orderBy: { createdAt: "asc" } } },
      orderBy: { number: "asc" },
    },
  } as const satisfies Prisma.ClaimInclude
}

export type ClaimRow = Prisma.ClaimGetPayload<{ include: ReturnType<typeof claimRelations> }>

/** A claim as its viewer sees it. In review and approved it shows what its round froze, not what was edited since. */
export function claimView(actor: Actor, row: ClaimRow, revisionId: string | null): ClaimView {
  const snapshot = row.round ? RoundSnapshot.parse(row.round.snapshot) : null
  const frozen = row.state === "in_review" || row.state === "approved"
  const live = row.evidence.map((evidence) => evidenceView(actor, evidence))
  return {
    id: row.id,
    number: row.number,
    articleId: row.articleId,
    state: row.state,
    job: row.job,
    statement: row.statement,
    type: row.type,
    claimant: row.claimant,
    claimedOn: dayOf(row.claimedOn),
    appearance: row.appearance,
    timecode: row.timecode,
    priority: row.priority as ClaimView["priority"],
    whySelected: row.whySelected,
    anchors: row.anchors.filter((anchor) => anchor.revisionId === revisionId).map(anchorView),
    evidence: frozen && snapshot ? asCited(actor, row.id, snapshot.evidence, live) : live,
    verdict: row.draft && verdictView(actor, row.draft),
    round: row.round && roundView(row.round, snapshot),
    reviews: row.rounds.flatMap((round) => round.reviews.map((review) => reviewView(actor, round, review))),
    markedBy: asPerson(row.markedBy),
    assignee: row.assignee && asPerson(row.assignee),
    authorIds: row.authors.map((author) => author.membershipId),
    markedAt: row.markedAt.toISOString(),
    version: row.version,
  }
}

/** A source's fields, for somebody who may see it. */
export function sourceView(row: Prisma.SourceGetPayload<object>): SourceView {
  const { id, kind, title, author, publisher, url, primary, independenceGroup, confidential, neverRefetch, version } =
    row
  const publishedOn = dayOf(row.publishedOn)
  return {
    id,
    kind,
    title,
    author,
    publisher,
    publishedOn,
    url,
    primary,
    independenceGroup,
    confidential,
    neverRefetch,
    version,
  }
}

/** One piece of evidence; its note is the desk's alone. */
export function evidenceView(
  actor: Actor,
  row: Prisma.EvidenceGetPayload<{ include: { source: true } }>,
): EvidenceView {
  return {
    id: row.id,
    claimId: row.claimId,
    source: sourceView(row.source),
    stance: row.stance,
    locator: row.locator,
    excerpt: row.excerpt,
    note: can(actor, "note.read") ? row.note : null,
    accessedAt: row.accessedAt.toISOString(),
    version: row.version,
  }
}

/** Scales are never changed once stored, so each is checked once in the life of a process. */
const checkedScales = new Map<string, Scale>()

/** A scale as stored, its ratings checked. */
export function asScale(row: Prisma.ScaleGetPayload<object>): Scale {
  const known = checkedScales.get(row.id)
  if (known) return known
  const { id, code, version, job } = row
  const scale = { id, code, version, job, ratings: ScaleRatings.parse(row.ratings) }
  checkedScales.set(id, scale)
  return scale
}

/** One line of a history. */
export function eventView(row: Prisma.EventGetPayload<{ include: { actor: typeof person } }>): EventView {
  return {
    id: row.id,
    seq: row.seq,
    act: row.act as EventView["act"],
    actor: row.actor && asPerson(row.actor),
    subjects: row.subjects as EventView["subjects"],
    payload: row.payload ? (JSON.parse(row.payload) as Record<string, unknown>) : {},
    at: row.at.toISOString(),
  }
}

/** How a person is selected and shown. */
export { asPerson, person }

/** The evidence of a round as it was cited: only what its viewer sees of it today. */
function asCited(actor: Actor, claimId: string, frozen: FrozenEvidence[], visible: EvidenceView[]): EvidenceView[] {
  const seen = new Set(visible.map((evidence) => evidence.id))
  return frozen
    .filter((evidence) => seen.has(evidence.id))
    .map((evidence) => ({ ...evidence, claimId, note: can(actor, "note.read") ? evidence.note : null }))
}

function anchorView(row: Prisma.AnchorGetPayload<object>): AnchorView {
  const { revisionId, ordinal, quote, prefix, suffix, start, end, placement, contextChanged } = row
  return { revisionId, ordinal, quote, prefix, suffix, start, end, placement, contextChanged }
}

function verdictView(actor: Actor, row: Prisma.VerdictDraftGetPayload<{ include: { scale: true } }>): VerdictView {
  const scale = asScale(row.scale)
  return {
    rating: ratingOf(scale, row.rating),
    scale: scaleName(scale),
    conclusion: row.conclusion,
    explanation: row.explanation,
    workingNote: can(actor, "note.read") ? row.workingNote : null,
    asOf: dayOf(row.asOf),
    recheckOn: dayOf(row.recheckOn),
  }
}

function roundView(row: NonNullable<ClaimRow["round"]>, snapshot: RoundSnapshot | null): RoundView {
  return {
    id: row.id,
    number: row.number,
    sender: asPerson(row.sender),
    sentAt: row.sentAt.toISOString(),
    authors: row.authors.map((author) => asPerson(author.membership)),
    waivers: snapshot?.waivers ?? [],
  }
}

function reviewView(
  actor: Actor,
  round: { id: string; number: number },
  row: ClaimRow["rounds"][number]["reviews"][number],
): ReviewView {
  return {
    id: row.id,
    roundId: round.id,
    roundNumber: round.number,
    reviewer: asPerson(row.reviewer),
    decision: row.decision,
    note: can(actor, "note.read") ? row.note : null,
    createdAt: row.createdAt.toISOString(),
  }
}
