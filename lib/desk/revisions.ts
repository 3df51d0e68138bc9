/** Revisions apart from their articles: which there are, which is the current one, and the texts that offsets count in. */
import type { Prisma } from "../../prisma/client/client"
import { compare } from "../anchor"
import { db } from "../db"
import { parseDocument } from "../document/schema"
import { fileNameOf, type DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import {
  RevisionTold,
  wordsChanged,
  type CompareRevisions,
  type Comparison,
  type ListedRevision,
  type RevisionList,
  type RevisionRow,
} from "../domain/revision"
import { SENT_STATES } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { asPerson, person, seenBy } from "./seen-by"
import { membersAmong } from "./under-check"

/** What tells one revision from another. `bodyStart` counts UTF-16 code units, as does `opening`, the text up to there. */
export interface RevisionHead {
  id: string
  articleId: string
  number: number
  sha256: string
  bodyStart: number
  opening: string
}

/** The id of an article's current revision. */
export async function currentRevision(actor: Actor, articleId: string): Promise<string> {
  const row = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: { revisionId: true },
  })
  if (!row?.revisionId) throw refuse("not-found", "article.notFound")
  return row.revisionId
}

/** The current revisions of those articles that the actor may see, without their texts but for the opening. */
export async function currentRevisions(actor: Actor, articleIds: string[]): Promise<RevisionHead[]> {
  const articles = await db().article.findMany({
    where: { AND: [{ id: { in: articleIds } }, seenBy(actor).article] },
    select: { revisionId: true },
  })
  const ids = articles.flatMap((article) => article.revisionId ?? [])
  // Postgres' left() counts code points, of which a text never has more than code units: the opening is whole.
  return db().$queryRaw<RevisionHead[]>`
    SELECT "id", "articleId", "number", "sha256", "bodyStart", left("text", "bodyStart") AS "opening"
    FROM "Revision" WHERE "workspaceId" = ${actor.workspaceId}::uuid AND "id" = ANY (${ids}::uuid[])`
}

/** What stands before the bodies of those revisions that the actor may see, by their ids. */
export async function revisionOpenings(actor: Actor, ids: string[]): Promise<Map<string, string>> {
  const { workspaceId } = actor
  const where = { workspaceId, id: { in: ids }, article: seenBy(actor).article }
  const seen = await db().revision.findMany({ where, select: { id: true } })
  const rows = await db().$queryRaw<{ id: string; opening: string }[]>`
    SELECT "id", left("text", "bodyStart") AS "opening" FROM "Revision"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY (${seen.map(({ id }) => id)}::uuid[])`
  return new Map(rows.map(({ id, opening }) => [id, opening]))
}

/** The texts of those revisions that the actor may see. */
export function revisionTexts(actor: Actor, ids: string[]): Promise<{ id: string; text: string; bodyStart: number }[]> {
  return db().revision.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: ids }, article: seenBy(actor).article },
    select: { id: true, text: true, bodyStart: true },
  })
}

/** More than a list to choose from holds; older ones are on its next page. */
const MOST_LISTED = 200

/** Which of an article's revisions are listed: those with a number below one, and how many at most. */
export interface RevisionsAsked {
  below?: number | undefined
  limit?: number
}

/** An article's revisions, newest first. */
export async function listRevisions(
  actor: Actor,
  articleId: string,
  { below, limit = MOST_LISTED }: RevisionsAsked = {},
): Promise<ListedRevision[]> {
  const { workspaceId } = actor
  const number = below === undefined ? {} : { number: { lt: below } }
  const rows = await db().revision.findMany({
    where: { articleId, workspaceId, article: seenBy(actor).article, ...number },
    select: { ...listed, fileId: true },
    orderBy: { number: "desc" },
    take: Math.min(limit, MOST_LISTED),
  })
  if (rows.length === 0 && below === undefined) throw refuse("not-found", "article.notFound")
  // Each has an event of its own, in the same order: those of newer ones are passed over.
  const newer = below === undefined ? 0 : await db().revision.count({ where: { articleId, number: { gte: below } } })
  const told = await toldOf(workspaceId, articleId, { skip: newer, take: rows.length })
  return rows.map((row) => {
    const { words = null, restored = null, placements = null } = told.get(row.number) ?? {}
    return { ...revisionRow(row), words, restored, placements, original: row.fileId ? "kept" : "none" }
  })
}

/** An article's revisions, newest first, with what is known of it to whoever chooses among them. */
export async function readRevisions(
  actor: Actor,
  articleId: string,
  asked: RevisionsAsked = {},
): Promise<RevisionList> {
  const row = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, kind: true, language: true, leadId: true, archivedAt: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, number: true } },
      _count: {
        select: { claims: { where: { ...seenBy(actor).claim, state: { in: [...SENT_STATES] }, ...openTo(actor) } } },
      },
    },
  })
  if (!row?.revision) throw refuse("not-found", "article.notFound")
  const { authors, archivedAt, _count, revision: current, ...article } = row
  const told = { authorIds: membersAmong(authors), archivedAt: archivedAt?.toISOString() ?? null }
  const revisions = await listRevisions(actor, articleId, asked)
  return { article: { ...article, ...told, atStake: _count.claims }, current, revisions }
}

/** What the log tells of an article's revisions, by their numbers. */
async function toldOf(
  workspaceId: string,
  articleId: string,
  which: { skip: number; take: number },
): Promise<Map<number, RevisionTold>> {
  const events = await db().event.findMany({
    where: { workspaceId, streamId: articleId, act: { in: ["article.imported", "revision.added"] } },
    select: { payload: true },
    orderBy: { seq: "desc" },
    ...which,
  })
  const read = events.map(({ payload }) => RevisionTold.safeParse(JSON.parse(payload ?? "{}")))
  return new Map(read.flatMap(({ data }) => (data ? [[data.revision, data] as const] : [])))
}

/** One of an article's texts by its number, as a document. */
export async function readRevision(
  actor: Actor,
  { articleId, number }: { articleId: string; number: number },
): Promise<{ id: string; number: number; document: DocumentNode }> {
  const row = await db().revision.findFirst({
    where: { articleId, number, article: seenBy(actor).article },
    select: { id: true, document: true },
  })
  if (!row) throw refuse("not-found", "revision.notFound")
  return { id: row.id, number, document: parseDocument(row.document) }
}

/** What differs between two texts of an article, word by word. */
export async function compareRevisions(actor: Actor, { articleId, from, to }: CompareRevisions): Promise<Comparison> {
  const rows = await db().revision.findMany({
    where: { articleId, workspaceId: actor.workspaceId, article: seenBy(actor).article, number: { in: [from, to] } },
    select: { ...listed, text: true },
  })
  const [one, other] = [from, to].map((number) => rows.find((row) => row.number === number))
  if (!one || !other) throw refuse("not-found", "revision.notFound")
  const pieces = compare(one.text, other.text)
  return { from: revisionRow(one), to: revisionRow(other), pieces, words: wordsChanged(pieces) }
}

/** The bytes that a revision was read from. */
export async function originalFile(
  actor: Actor,
  { articleId, number }: { articleId: string; number: number },
): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> }> {
  const row = await db().revision.findFirst({
    where: { articleId, number, workspaceId: actor.workspaceId, article: seenBy(actor).article },
    select: { format: true, file: { select: { bytes: true } }, article: { select: { title: true } } },
  })
  if (!row?.file || !row.format) throw refuse("not-found", "revision.noOriginal")
  const fileName = `${fileNameOf(row.article.title)}-${number}.${ENDINGS[row.format]}`
  return { fileName, bytes: new Uint8Array(row.file.bytes) }
}

const ENDINGS = { text: "txt", markdown: "md", html: "html", word: "docx", bundle: "zip" } as const

const listed = {
  ...{ id: true, number: true, sha256: true, bodyStart: true, origin: true, format: true, url: true, createdAt: true },
  createdBy: person,
} as const satisfies Prisma.RevisionSelect

function revisionRow(row: Prisma.RevisionGetPayload<{ select: typeof listed }>): RevisionRow {
  const { id, number, sha256, bodyStart, origin, format, url, createdAt, createdBy } = row
  return {
    ...{ id, number, sha256, bodyStart, origin, format, url },
    createdAt: createdAt.toISOString(),
    createdBy: asPerson(createdBy),
  }
}
