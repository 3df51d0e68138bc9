/** Searching by words: a list, and the whole desk at once. What was typed is looked for as it stands. */
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { TextFilters } from "../domain/full-text"
import type { Found, FoundArticle, FoundClaim, FoundSource, SearchDesk } from "../domain/search"
import { can } from "../domain/policy"
import { quoteOf } from "../domain/shown"
import { closestFirst, numberIn, wordsIn } from "../domain/words"
import type { Actor } from "../domain/workspace"
import { asSeen, hiding } from "./blind"
import { searchTexts } from "./full-text"
import { containing } from "./containing"
import { dayOf, seenBy } from "./seen-by"
import { sawArticles } from "./who-saw"

/** Of each kind as many as are told apart at a glance; they are the closest of a few more, the newest that match. */
const SHOWN = 6
const LOOKED_AT = 30

/** Articles, claims and sources that hold all words of a query, as far as their reader may see them. */
export async function searchDesk(actor: Actor, { query, articleId }: z.output<typeof SearchDesk>): Promise<Found> {
  if (query === "") return recentWork(actor)
  const words = wordsIn(query).map(containing)
  const number = articleId ? numberIn(query) : null
  const meant: Prisma.ClaimWhereInput[] = articleId && number !== null ? [{ articleId, number }] : []
  const { article, claim } = seenBy(actor)
  // The two ways to find a claim are two statements: each has an index, which an "or" between them could not use.
  const [articles, stated, quoted, sources, texts] = await Promise.all([
    findArticles({ AND: [article, ...words.map(inArticle)] }),
    findClaims(actor, { AND: [claim, { OR: [{ AND: words.map((statement) => ({ statement })) }, ...meant] }] }),
    findClaims(actor, { AND: [claim, { anchors: { some: { AND: words.map((quote) => ({ quote })) } } }] }),
    findSources(actor, words.map(inSource)),
    searchTexts(actor, TextFilters.parse({ q: query }), { kinds: BESIDES, limit: SHOWN_TEXTS }),
  ])
  const isMeant = (one: FoundClaim) => one.article.id === articleId && one.number === number
  const near = closestFirst(newestFirst([...stated, ...quoted]), query, (one) => one.statement ?? one.quote)
  return {
    articles: closestFirst(articles, query, (one) => one.title).slice(0, SHOWN),
    claims: [...near.filter(isMeant), ...near.filter((one) => !isMeant(one))].slice(0, SHOWN),
    sources: closestFirst(sources, query, (one) => one.title).slice(0, SHOWN),
    texts: texts.items,
  }
}

/** Kinds that have no name to be found by. */
const BESIDES = ["evidence", "file", "comment"] as const
const SHOWN_TEXTS = 4

/** Each once, by its id, which begins with when it was made. */
function newestFirst<Row extends { id: string }>(rows: Row[]): Row[] {
  const once = new Map(rows.map((row) => [row.id, row]))
  return [...once.values()].sort((one, other) => (one.id < other.id ? 1 : -1))
}

type Words = ReturnType<typeof containing>

const inArticle = (words: Words): Prisma.ArticleWhereInput => ({
  OR: [{ title: words }, { publisher: words }, { byline: words }],
})

const inSource = (words: Words): Prisma.SourceWhereInput => ({
  OR: [{ title: words }, { author: words }, { publisher: words }, { url: words }],
})

/** Enough to hold some of each kind, for somebody who works on one claim for an hour. */
const EVENTS = 100

/** What somebody last worked on, the latest first; where they have done nothing yet, the newest articles. */
async function recentWork(actor: Actor): Promise<Found> {
  const { workspaceId, id: actorId } = actor
  const events = await db().event.findMany({
    where: { workspaceId, actorId },
    select: { streamId: true, claimId: true, sourceId: true },
    orderBy: { id: "desc" },
    take: EVENTS,
  })
  const worked = {
    articles: events.map((event) => event.streamId),
    claims: events.flatMap((event) => event.claimId ?? []),
    sources: events.flatMap((event) => event.sourceId ?? []),
  }
  const seen = seenBy(actor)
  const [articles, newest, claims, sources] = await Promise.all([
    findArticles({ AND: [seen.article, { archivedAt: null, id: { in: worked.articles } }] }),
    findArticles({ AND: [seen.article, { archivedAt: null }] }, SHOWN),
    findClaims(actor, { AND: [seen.claim, { id: { in: worked.claims } }] }),
    findSources(actor, [{ id: { in: worked.sources } }]),
  ])
  const others = newest.filter(({ id }) => articles.every((article) => article.id !== id))
  return {
    articles: [...inOrderOf(worked.articles, articles), ...others].slice(0, SHOWN),
    claims: inOrderOf(worked.claims, claims).slice(0, SHOWN),
    sources: inOrderOf(worked.sources, sources).slice(0, SHOWN),
    texts: [],
  }
}

function inOrderOf<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  return [...new Set(ids)].flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

async function findArticles(where: Prisma.ArticleWhereInput, take = LOOKED_AT): Promise<FoundArticle[]> {
  const rows = await db().article.findMany({
    where,
    select: { id: true, title: true, publisher: true, byline: true, publishedOn: true, archivedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
  })
  return rows.map(({ publishedOn, archivedAt, ...row }) => ({
    ...row,
    publishedOn: dayOf(publishedOn),
    archived: archivedAt !== null,
  }))
}

async function findClaims(actor: Actor, where: Prisma.ClaimWhereInput): Promise<FoundClaim[]> {
  const rows = await db().claim.findMany({
    where,
    select: {
      ...{ id: true, number: true, job: true, state: true, statement: true },
      anchors: { select: { quote: true, revisionId: true }, orderBy: { ordinal: "asc" } },
      article: { select: { id: true, title: true, revisionId: true } },
      opinions: hiding(actor),
    },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
  })
  await sawArticles(
    db(),
    actor,
    rows.map(({ article }) => article.id),
  )
  return rows.map(asSeen).map(({ anchors, article: { revisionId, ...article }, opinions: _, ...row }) => ({
    ...row,
    quote: quoteOf(anchors.filter((anchor) => anchor.revisionId === revisionId)),
    article,
  }))
}

/** Of the ledger, which authors have no page of. */
async function findSources(actor: Actor, conditions: Prisma.SourceWhereInput[]): Promise<FoundSource[]> {
  if (!can(actor, "desk.read")) return []
  return db().source.findMany({
    where: { AND: [seenBy(actor).source, ...conditions] },
    select: { id: true, kind: true, title: true, author: true, publisher: true, url: true },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
  })
}
