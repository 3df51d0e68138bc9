/** Revisions apart from their articles: which there are, which is the current one, and the texts that offsets count in. */
import type { Prisma } from "../../prisma/client/client"
import { compare, type Piece } from "../anchor"
import { db } from "../db"
import { wordsIn } from "../domain/article"
import { refuse } from "../domain/refusal"
import type { CompareRevisions, Comparison, RevisionRow } from "../domain/revision"
import type { Actor } from "../domain/workspace"
import { asPerson, person, seenBy } from "./seen-by"

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

/** The texts of those revisions that the actor may see. */
export function revisionTexts(actor: Actor, ids: string[]): Promise<{ id: string; text: string; bodyStart: number }[]> {
  return db().revision.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: ids }, article: seenBy(actor).article },
    select: { id: true, text: true, bodyStart: true },
  })
}

/** More than a list to choose from holds; older ones are found by their number. */
const MOST_LISTED = 200

/** An article's revisions, newest first. */
export async function listRevisions(actor: Actor, articleId: string): Promise<RevisionRow[]> {
  const rows = await db().revision.findMany({
    where: { articleId, workspaceId: actor.workspaceId, article: seenBy(actor).article },
    select: listed,
    orderBy: { number: "desc" },
    take: MOST_LISTED,
  })
  if (rows.length === 0) throw refuse("not-found", "article.notFound")
  return rows.map(revisionRow)
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

/** How many words a comparison takes out and puts in. */
export function wordsChanged(pieces: readonly Piece[]): { removed: number; added: number } {
  const count = (kind: Piece["kind"]) =>
    pieces.filter((piece) => piece.kind === kind).reduce((sum, { text }) => sum + wordsIn(text), 0)
  return { removed: count("removed"), added: count("added") }
}

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
