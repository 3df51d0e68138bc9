/** Comments as they are read: the threads of an article and of a claim, in the lanes that their reader sees. */
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { commentBlocks } from "../document/comment-text"
import {
  lanesFor,
  MOST_THREADS,
  type CommentKind,
  type CommentView,
  type Nameable,
  type OpenThreads,
  type PassageThreads,
  type ThreadList,
  type ThreadView,
} from "../domain/comment"
import { quoteOf } from "../domain/claim"
import { can, type ArticleSubject } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor, Person, Role } from "../domain/workspace"
import { sentencesIn } from "./coverage"
import { passagesIn, sentenceAt } from "./remark-list"
import { notHidden } from "./relations"
import { asPerson, person, seenBy } from "./seen-by"
import { membersAmong } from "./under-check"
import { sawArticles } from "./who-saw"

/** More than anybody reads of one thread: the newest are shown. */
const MOST_REPLIES = 200

/** More than a desk has. */
const MOST_PEOPLE = 500

/** The threads of an article, those begun last first, and whom their reader can name in them. */
export async function listThreads(actor: Actor, articleId: string): Promise<ThreadList> {
  const row = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, language: true, leadId: true, archivedAt: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, text: true } },
    },
  })
  if (!row?.revision) throw refuse("not-found", "article.notFound")
  const { revision, authors, ...known } = row
  const article = { ...known, authorIds: membersAmong(authors), archivedAt: row.archivedAt?.toISOString() ?? null }
  const [rows, sentences, nameable] = await Promise.all([
    db().comment.findMany({
      where: { AND: [seenBy(actor).comment, { articleId, threadId: null }] },
      include: relationsFor(actor),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_THREADS,
    }),
    sentencesIn(db(), revision.id),
    nameableIn(db(), actor, article),
  ])
  await sawArticles(db(), actor, [articleId])
  const spans = await passagesIn(rows, revision)
  const threads = rows.map((thread) => {
    const place = spans.get(thread.id)
    return { ...threadView(thread), sentence: sentenceAt(place, sentences), place: place ?? null }
  })
  return { article, threads, nameable }
}

/** The threads on a claim, oldest first, and whom their reader can name in them. */
export async function claimThreads(
  actor: Actor,
  { claimId }: { claimId: string },
): Promise<{ threads: ThreadView[]; nameable: Nameable }> {
  const claim = await db().claim.findFirst({
    where: { id: claimId, ...seenBy(actor).claim },
    select: { article: subjectParts },
  })
  if (!claim) throw refuse("not-found", "claim.notFound")
  return threadsAmong(actor, claim.article, { claimId })
}

/** Some threads on words of an article that no claim is about, oldest first, and whom their reader can name in them. */
export async function passageThreads(
  actor: Actor,
  { articleId, threadIds }: PassageThreads,
): Promise<{ threads: ThreadView[]; nameable: Nameable }> {
  const article = await db().article.findFirst({ where: { id: articleId, ...seenBy(actor).article }, ...subjectParts })
  if (!article) throw refuse("not-found", "article.notFound")
  return threadsAmong(actor, article, { articleId, claimId: null, id: { in: threadIds } })
}

/** Which threads of an article are open, on words of its text as they stand in it now, and queries on its claims. */
export async function readOpenThreads(actor: Actor, articleId: string): Promise<OpenThreads> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: { revision: { select: { id: true, text: true } } },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const isShown: Prisma.CommentWhereInput[] = [
    { claimId: null, start: { not: null } },
    { claimId: { not: null }, kind: "query" },
  ]
  const rows = await db().comment.findMany({
    where: { AND: [seenBy(actor).comment, { articleId, threadId: null, resolvedAt: null, OR: isShown }] },
    include: { _count: { select: { replies: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_THREADS,
  })
  const onWords = rows.filter(({ claimId }) => claimId === null)
  const spans = await passagesIn(onWords, article.revision)
  return {
    passages: onWords.flatMap(({ id, kind, waitingSince, _count }) => {
      const span = spans.get(id)
      return span ? { id, kind, ...span, comments: _count.replies + 1, waits: waitingSince !== null } : []
    }),
    queries: rows.flatMap(({ id, claimId }) => (claimId === null ? [] : { id, claimId })),
  }
}

/** Whom somebody can name in the comments of an article. */
export async function readNameable(actor: Actor, { articleId }: { articleId: string }): Promise<Nameable> {
  const row = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    ...subjectParts,
  })
  if (!row) throw refuse("not-found", "article.notFound")
  return nameableIn(db(), actor, { ...row, authorIds: membersAmong(row.authors) })
}

/** Where a comment is to be read: its thread, and the number of its claim where it is about one that is still there. */
export async function readCommentPlace(
  actor: Actor,
  commentId: string,
): Promise<{ articleId: string; threadId: string; claim: number | null } | null> {
  const row = await db().comment.findFirst({
    where: { AND: [seenBy(actor).comment, { id: commentId }] },
    select: { id: true, articleId: true, threadId: true, claim: { select: { number: true, withdrawnAt: true } } },
  })
  if (!row) return null
  const claim = row.claim && !row.claim.withdrawnAt ? row.claim.number : null
  return { articleId: row.articleId, threadId: row.threadId ?? row.id, claim }
}

/** How many queries of an article wait for its author; none where the article may not be seen. */
export function countQueries(actor: Actor, articleId: string): Promise<number> {
  return db().comment.count({ where: { AND: [seenBy(actor).comment, { articleId, waitingSince: { not: null } }] } })
}

/** The same for several articles, of those that have any. */
export async function countQueriesIn(actor: Actor, articleIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db().comment.groupBy({
    by: ["articleId"],
    where: { AND: [seenBy(actor).comment, { articleId: { in: [...articleIds] }, waitingSince: { not: null } }] },
    _count: true,
  })
  return new Map(rows.map(({ articleId, _count }) => [articleId, _count]))
}

/** A thread as it is now, for whoever has just spoken in it. */
export async function threadOf(tx: Tx, actor: Pick<Actor, "id">, threadId: string): Promise<ThreadView> {
  const include = relationsFor(actor)
  return threadView(await tx.comment.findUniqueOrThrow({ where: { id: threadId }, include }))
}

/** Somebody at the desk, as far as the policy asks. */
export type Reader = Person & { role: Role }

/** Whoever reads a lane of an article, by name. */
export async function readersOf(
  tx: Tx,
  { workspaceId, settings }: Pick<Actor, "workspaceId" | "settings">,
  article: ArticleSubject,
): Promise<Record<CommentKind, Reader[]>> {
  const rows = await tx.membership.findMany({
    where: { workspaceId, deactivatedAt: null },
    select: { role: true, ...person.select },
    orderBy: { user: { name: "asc" } },
    take: MOST_PEOPLE,
  })
  const people = rows.map((row) => ({ ...asPerson(row), role: row.role }))
  const reads = (kind: CommentKind) =>
    people.filter(({ id, role }) => lanesFor({ id, role, settings }, article).includes(kind))
  return { query: reads("query"), note: reads("note"), legal: reads("legal") }
}

/** An article as the policy asks about its comments. */
const subjectParts = {
  select: { id: true, leadId: true, authors: { select: { membershipId: true } } },
} as const satisfies Prisma.ArticleDefaultArgs

/** Threads of an article, oldest first, as their reader sees them; what they say may tell of its verdicts. */
async function threadsAmong(
  actor: Actor,
  { authors, ...article }: Prisma.ArticleGetPayload<typeof subjectParts>,
  where: Prisma.CommentWhereInput,
): Promise<{ threads: ThreadView[]; nameable: Nameable }> {
  const [rows, nameable] = await Promise.all([
    db().comment.findMany({
      where: { AND: [seenBy(actor).comment, { threadId: null }, where] },
      include: relationsFor(actor),
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST_THREADS,
    }),
    nameableIn(db(), actor, { ...article, authorIds: membersAmong(authors) }),
  ])
  await sawArticles(db(), actor, [article.id])
  return { threads: rows.map(threadView), nameable }
}

/** Whom somebody can name in each lane: whoever reads it; an author those who take part in checking their article. */
async function nameableIn(tx: Tx, actor: Actor, article: ArticleSubject & { id: string }): Promise<Nameable> {
  const lanes = lanesFor(actor, article)
  const readers = await readersOf(tx, actor, article)
  const names = can(actor, "comment.note", article) ? null : await participants(tx, actor, article.id)
  const named = (kind: CommentKind) =>
    lanes.includes(kind)
      ? readers[kind].flatMap(({ id, name }) => (id !== actor.id && (names?.has(id) ?? true) ? { id, name } : []))
      : []
  return { query: named("query"), note: named("note"), legal: named("legal") }
}

/** Whoever has written in a thread that the reader sees. */
async function participants(tx: Tx, actor: Actor, articleId: string): Promise<Set<string>> {
  const rows = await tx.comment.findMany({
    where: { AND: [seenBy(actor).comment, { articleId }] },
    select: { writtenById: true },
    distinct: ["writtenById"],
    take: MOST_PEOPLE,
  })
  return new Set(rows.map(({ writtenById }) => writtenById))
}

const said = {
  writtenBy: person,
  versions: { orderBy: { number: "asc" } },
  mentions: { select: { membership: person } },
} as const satisfies Prisma.CommentInclude

/** What a thread is read with, by its reader. */
export const relationsFor = (actor: Pick<Actor, "id">) => ({
  ...relations,
  replies: { ...relations.replies, where: notHidden(actor) },
})

const relations = {
  ...said,
  claim: {
    select: {
      ...{ id: true, number: true, job: true, statement: true, withdrawnAt: true },
      anchors: {
        where: { revision: { currentOf: { some: {} } } },
        select: { quote: true },
        orderBy: { ordinal: "asc" },
      },
    },
  },
  resolvedBy: person,
  replies: { include: said, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST_REPLIES },
} as const satisfies Prisma.CommentInclude

type ThreadRow = Prisma.CommentGetPayload<{ include: typeof relations }>

/** A thread as it is shown; where it stands in the text is for whoever asks for that. */
export function threadView(row: ThreadRow): ThreadView {
  const { id, articleId, kind, claim, quote, resolvedBy } = row
  return {
    ...{ id, articleId, kind, quote },
    claim: claim && claimTold(claim),
    ...{ sentence: null, place: null },
    waitingSince: row.waitingSince?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: resolvedBy && asPerson(resolvedBy),
    comments: [row, ...row.replies.toReversed()].map(commentView),
  }
}

function claimTold({ id, number, job, statement, anchors, withdrawnAt }: NonNullable<ThreadRow["claim"]>) {
  return { id, number, job, words: quoteOf(anchors) || (statement ?? ""), isWithdrawn: withdrawnAt !== null }
}

function commentView(row: Prisma.CommentGetPayload<{ include: typeof said }>): CommentView {
  const { id, body, saidBy, answer, version } = row
  const names = row.mentions.map(({ membership }) => asPerson(membership).name)
  return {
    ...{ id, body, saidBy, answer, version },
    blocks: commentBlocks(body, names),
    writtenBy: asPerson(row.writtenBy),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    before: row.versions.map((one) => ({ body: one.body, writtenAt: one.writtenAt.toISOString() })),
  }
}
