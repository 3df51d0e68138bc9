/** The board of an article: what is open in it, for whoever may see it. Its rules are lib/domain/board.ts. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { boardOf, type ArticleBoard, type Board, type BoardInput, type PlacedClaim } from "../domain/board"
import { quoteOf } from "../domain/claim"
import { isSettled, lookNeeded, spansIn } from "../domain/coverage"
import { can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { ratingOf, type Rating, type Scale } from "../domain/scale"
import { hasPassed, isHeld } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { asHidden, opinionsOpen } from "./blind"
import { countQueries } from "./comment-list"
import { sentencesIn } from "./coverage"
import { knownScales } from "./scales"
import { overdueAnswer } from "./contact-views"
import { overdueRelations } from "./relations"
import { asPerson, legalView, person, readerOf, seenBy, waitingView } from "./seen-by"
import { membersAmong } from "./under-check"
import { sawArticles } from "./who-saw"

/** What is open in an article at `now`; of its claims, those of one person where one is named, and `all` of a place. */
export async function readBoard(
  actor: Actor,
  articleId: string,
  asked: Pick<BoardInput, "now" | "person" | "all">,
): Promise<ArticleBoard> {
  const row = await db().article.findFirst({ where: { id: articleId, ...seenBy(actor).article }, select: told })
  if (!row?.revision) throw refuse("not-found", "article.notFound")
  const { id: revisionId, text } = row.revision
  const rows = await db().claim.findMany({
    where: { ...seenBy(actor).claim, articleId },
    select: relations(actor, revisionId, asked.now),
    orderBy: { number: "asc" },
  })
  const ids = rows.map((claim) => claim.id)
  const [sentences, queries, opinions] = await Promise.all([
    sentencesIn(db(), revisionId),
    countQueries(actor, articleId),
    opinionsOpen(db(), actor, ids),
  ])
  await sawArticles(db(), actor, [articleId])
  const claims = rows.map((claim) => (opinions.get(claim.id) === "hidden" ? asHidden(claim) : claim))
  const scaleOf = await knownScales(
    db(),
    claims.flatMap((claim) => claim.draft?.scaleId ?? []),
  )
  const { kind, language } = row
  const placed = claims.map((claim) => ({
    ...placedClaim(readerOf(actor, row), claim, scaleOf),
    waitsForOpinion: opinions.has(claim.id),
  }))
  const board = boardOf({
    kind,
    text,
    language,
    sentences,
    claims: placed,
    dueAt: row.dueAt?.toISOString() ?? null,
    ...asked,
  })
  const article = articleView(row, board)
  // The desk's to know, not its author's, whatever their role.
  const seen = can(actor, "comment.readNotes", article) ? claims : []
  const held = seen.filter((claim) => legalView(actor, claim) && isHeld(claim)).map(({ number }) => number)
  return { ...board, queries, held, article }
}

const told = {
  id: true,
  title: true,
  language: true,
  kind: true,
  leadId: true,
  lead: person,
  dueAt: true,
  archivedAt: true,
  authors: { select: { membershipId: true } },
  revision: { select: { id: true, text: true } },
  goneOut: true,
} as const satisfies Prisma.ArticleSelect

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof told }>

function articleView(row: ArticleRow, { left }: Board): ArticleBoard["article"] {
  const { id, title, language, kind, leadId } = row
  return {
    ...{ id, title, language, kind, leadId },
    standing: row.goneOut ?? (left.length === 0 ? "ready" : "in_progress"),
    authorIds: membersAmong(row.authors),
    lead: row.lead && asPerson(row.lead),
    dueAt: row.dueAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
  }
}

/** Of a claim's anchors, those of one revision. */
function relations(actor: Actor, revisionId: string, now: Date) {
  return {
    contacts: overdueRelations(actor, now),
    id: true,
    number: true,
    job: true,
    statement: true,
    state: true,
    priority: true,
    dueAt: true,
    waitingOn: true,
    waitingWhom: true,
    waitingSince: true,
    chaseAt: true,
    legal: true,
    legalAt: true,
    version: true,
    openVersion: true,
    markedBy: person,
    assignee: person,
    letStandReason: true,
    draft: { select: { scaleId: true, rating: true } },
    round: { select: { number: true, sentAt: true, sender: person } },
    fixes: { where: { decidedAt: null }, select: { answer: true } },
    anchors: {
      where: { revisionId },
      select: { quote: true, start: true, end: true, placement: true, contextChanged: true },
      orderBy: { ordinal: "asc" },
    },
  } as const satisfies Prisma.ClaimSelect
}

type Row = Prisma.ClaimGetPayload<{ select: ReturnType<typeof relations> }>

function placedClaim(actor: Actor, row: Row, scaleOf: (id: string) => Scale): Omit<PlacedClaim, "waitsForOpinion"> {
  const { id, number, job, state, version, round, anchors } = row
  const rating = row.draft && ratingOf(scaleOf(row.draft.scaleId), row.draft.rating)
  return {
    ...{ id, number, job, state, version },
    passed: hasPassed({ state }, actor.settings),
    words: quoteOf(anchors) || (row.statement ?? ""),
    verdict: rating && { rating: { code: rating.code, label: rating.label, tone: rating.tone, shape: rating.shape } },
    priority: row.priority as PlacedClaim["priority"],
    markedBy: asPerson(row.markedBy),
    assignee: row.assignee && asPerson(row.assignee),
    dueAt: row.dueAt?.toISOString() ?? null,
    waiting: waitingView(actor, row),
    answer: overdueAnswer(row.contacts),
    sent: state === "in_review" || state === "checked" ? sentView(round) : null,
    ...placeOf(row, rating),
    fix: row.fixes[0] ? (row.fixes[0].answer ? "answered" : "unanswered") : null,
    spans: spansIn(anchors),
  }
}

const sentView = (round: Row["round"]): PlacedClaim["sent"] =>
  round && { by: asPerson(round.sender), at: round.sentAt.toISOString(), round: round.number }

const placeOf = (
  { anchors, letStandReason }: Pick<Row, "anchors" | "letStandReason">,
  rating: Rating | null,
): Pick<PlacedClaim, "place" | "settled"> => {
  const verdict = rating && { rating }
  return { place: lookNeeded({ anchors, verdict }), settled: isSettled({ verdict, letStand: letStandReason }) }
}
