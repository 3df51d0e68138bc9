/** Coverage: the sentences of a revision, kept so that every machine counts the same, and what was marked in them. */
import { sentencesOf, type Span } from "../anchor"
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { canonicalText } from "../document/canonical"
import { parseDocument } from "../document/schema"
import type { DocumentNode, MarkCoverage } from "../domain/article"
import type { CoverageCounts, SentenceView } from "../domain/coverage"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { assertInWork } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { currentRevision } from "./revisions"
import { HAS_OPEN_OPINION, isPassed } from "./blind"
import { articleUnderCheck } from "./under-check"

/** Marks sentences of the current revision as holding nothing to check, or takes such marks back. Answers all marked ordinals. */
export function markCoverage(
  actor: Actor,
  { articleId, revisionId, sentences, mark }: MarkCoverage,
): Promise<{ marked: number[] }> {
  return change(actor, async (tx) => {
    const article = await articleUnderCheck(tx, actor, articleId)
    authorize(actor, "coverage.mark", article)
    assertInWork(article)
    if (article.revisionId !== revisionId) throw refuse("conflict", "article.newerRevision")
    const there = await sentencesIn(tx, revisionId)
    const asked = [...new Set(sentences)].sort((one, other) => one - other)
    if (asked.some((ordinal) => !there[ordinal])) throw refuseField("sentences", "coverage.noSuchSentence")
    const changing = asked.filter((ordinal) => there[ordinal]?.marked !== (mark !== null))
    const result = { marked: markedAfter(there, asked, mark) }
    if (changing.length === 0) return unchanged(result)
    await write(tx, actor, revisionId, changing, mark)
    const act = mark ? "coverage.marked" : "coverage.unmarked"
    const told = {
      stream: articleId,
      act,
      subjects: { article: articleId },
      payload: { revisionId, sentences: changing },
    } as const
    return { result, events: [told] }
  })
}

function markedAfter(there: SentenceView[], asked: number[], mark: MarkCoverage["mark"]): number[] {
  const among = new Set(asked)
  return there.flatMap(({ ordinal, marked }) => ((among.has(ordinal) ? mark !== null : marked) ? ordinal : []))
}

async function write(tx: Tx, actor: Actor, revisionId: string, ordinals: number[], mark: MarkCoverage["mark"]) {
  if (!mark) return tx.sentenceMark.deleteMany({ where: { revisionId, ordinal: { in: ordinals } } })
  const { workspaceId, id: markedById } = actor
  return tx.sentenceMark.createMany({
    data: ordinals.map((ordinal) => ({ workspaceId, revisionId, ordinal, markedById })),
  })
}

/** The current revision of an article with its sentences, as far as a person may see it. */
export async function readCoverage(
  actor: Actor,
  articleId: string,
): Promise<{ revisionId: string; sentences: SentenceView[] }> {
  const revisionId = await currentRevision(actor, articleId)
  return { revisionId, sentences: await sentencesIn(db(), revisionId) }
}

/** The sentences of a revision in the order of the text, which is that of their ordinals. */
export async function sentencesIn(tx: Tx, revisionId: string): Promise<SentenceView[]> {
  const rows = await tx.sentence.findMany({
    where: { revisionId },
    select: { ordinal: true, start: true, end: true, mark: { select: { ordinal: true } } },
    orderBy: { ordinal: "asc" },
  })
  return rows.map(({ mark, ...sentence }) => ({ ...sentence, marked: mark !== null }))
}

/** Keeps the sentences of a revision: in one statement, since a long text has tens of thousands. */
export async function writeSentences(
  tx: Tx,
  { id, workspaceId }: { id: string; workspaceId: string },
  sentences: readonly Span[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Sentence" ("workspaceId", "revisionId", "ordinal", "start", "end")
    SELECT ${workspaceId}::uuid, ${id}::uuid, s.place - 1, s."start", s."end"
    FROM unnest(${sentences.map(({ start }) => start)}::int[], ${sentences.map(({ end }) => end)}::int[])
      WITH ORDINALITY AS s ("start", "end", place)
    ON CONFLICT DO NOTHING`
}

/** Cuts a text into its sentences, and keeps them. */
export async function keepSentences(
  tx: Tx,
  { document, language, ...revision }: { id: string; workspaceId: string; document: DocumentNode; language: string },
): Promise<void> {
  const { text, blocks } = canonicalText(document)
  await writeSentences(tx, revision, sentencesOf(text, blocks, language))
}

/** So many revisions are read at a time. */
const BATCH = 20

/** Cuts revisions that were imported before sentences were kept. A text without any is looked at again, which costs little. */
export async function cutMissing(): Promise<number> {
  let cut = 0
  for (let after = ""; ;) {
    const rows = await db().revision.findMany({
      where: { sentences: { none: {} }, ...(after && { id: { gt: after } }) },
      select: { id: true, workspaceId: true, document: true, article: { select: { language: true } } },
      orderBy: { id: "asc" },
      take: BATCH,
    })
    for (const { article, document, ...row } of rows) {
      await keepSentences(db(), { ...row, document: parseDocument(document), language: article.language })
    }
    cut += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return cut
    after = last.id
  }
}

/** Whether somebody has to look at an anchor `b` of a claim `c` again: what `lookNeeded` says. */
export const outOfPlace = Prisma.sql`CASE
  WHEN EXISTS (SELECT 1 FROM "VerdictDraft" v WHERE v."claimId" = c."id" AND v."rating" = 'cut') THEN b."placement" <> 'lost'
  ELSE b."placement" IN ('stale', 'lost') OR b."contextChanged" END`

/**
 * How far the current revisions of some articles have been looked at, by article: what `sentenceStates` says, counted
 * where the sentences are. All spans of an article are one multirange, so each sentence costs one binary search.
 */
export async function coverageOf(actor: Actor, articleIds: string[]): Promise<Map<string, CoverageCounts>> {
  const rows = await db().$queryRaw<(CoverageCounts & { articleId: string })[]>`
    WITH claimed AS (
      SELECT t."id" AS "articleId",
             range_agg(int4range(a."start", a."end")) AS "any",
             range_agg(int4range(a."start", a."end")) FILTER (WHERE NOT (${isPassed(actor)} AND NOT ${HAS_OPEN_OPINION} AND (c."letStandReason" IS NOT NULL OR EXISTS (
               SELECT 1 FROM "VerdictDraft" d JOIN "Scale" s ON s."id" = d."scaleId"
               WHERE d."claimId" = c."id" AND jsonb_path_exists(s."ratings",
                 '$[*] ? (@.code == $code && @.settles == true)', jsonb_build_object('code', d."rating"))))
               AND NOT EXISTS (SELECT 1 FROM "Anchor" b WHERE b."claimId" = c."id" AND b."revisionId" = t."revisionId"
                 AND ${outOfPlace}))) AS "open"
      FROM "Article" t
      JOIN "Claim" c ON c."articleId" = t."id" AND c."withdrawnAt" IS NULL
      JOIN "Anchor" a ON a."claimId" = c."id" AND a."revisionId" = t."revisionId" AND a."start" IS NOT NULL
      WHERE t."workspaceId" = ${actor.workspaceId}::uuid AND t."id" = ANY (${articleIds}::uuid[])
      GROUP BY t."id"
    ), stated AS (
      SELECT t."id" AS "articleId", CASE
               WHEN k."open" && int4range(s."start", s."end") THEN 'in_work'
               WHEN k."any" && int4range(s."start", s."end") THEN 'checked'
               WHEN m."ordinal" IS NOT NULL THEN 'nothing_to_check' ELSE 'untouched' END AS "state"
      FROM "Article" t
      JOIN "Sentence" s ON s."revisionId" = t."revisionId"
      LEFT JOIN "SentenceMark" m ON m."revisionId" = s."revisionId" AND m."ordinal" = s."ordinal"
      LEFT JOIN claimed k ON k."articleId" = t."id"
      WHERE t."workspaceId" = ${actor.workspaceId}::uuid AND t."id" = ANY (${articleIds}::uuid[])
    )
    SELECT "articleId", count(*)::int AS "sentences",
           (count(*) FILTER (WHERE "state" = 'untouched'))::int AS "untouched",
           (count(*) FILTER (WHERE "state" = 'in_work'))::int AS "in_work",
           (count(*) FILTER (WHERE "state" = 'checked'))::int AS "checked",
           (count(*) FILTER (WHERE "state" = 'nothing_to_check'))::int AS "nothing_to_check"
    FROM stated GROUP BY "articleId"`
  return new Map(rows.map(({ articleId, ...counts }) => [articleId, counts]))
}
