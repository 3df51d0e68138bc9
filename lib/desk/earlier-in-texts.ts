/**
 * Earlier checks on what an article says: each sentence of a new text is held against the memory once, in a job, and what
 * was found is kept with the revision. It is shown beside the passage, for somebody to look at; nothing is marked by it.
 */
import { db } from "../db"
import { SHOWN_IN_TEXT_FROM, type EarlierInArticle, type EarlierPassage } from "../domain/earlier-check"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { earlierChecks, likeStatements, type Hit } from "./memory"
import { seenBy } from "./seen-by"
import { membersAmong } from "./under-check"

/** More sentences than a long read has; what comes after is marked by hand as ever. */
const SENTENCES = 2_000
/** Asked at once: half a second's work. */
const TOGETHER = 40
/** Shorter ones say nothing that another text could say too. */
const FEWEST_SIGNS = 20
/** Kept of each sentence. */
const OF_EACH = 3

/** A job: holds the sentences of a revision against the memory. Done twice it comes to the same. */
export async function findEarlier({ revisionId }: { revisionId: string }): Promise<void> {
  const revision = await db().revision.findUnique({
    where: { id: revisionId },
    select: {
      ...{ workspaceId: true, articleId: true, text: true },
      article: { select: { language: true } },
      sentences: { select: { ordinal: true, start: true, end: true }, orderBy: { ordinal: "asc" }, take: SENTENCES },
    },
  })
  if (!revision) return
  const { workspaceId, articleId, text, article } = revision
  // Whoever reads it is asked about when it is read.
  const everybody = { workspaceId, role: "owner", id: null } as const
  const sentences = revision.sentences.filter(({ start, end }) => end - start >= FEWEST_SIGNS)
  const rows = []
  for (let at = 0; at < sentences.length; at += TOGETHER) {
    const some = sentences.slice(at, at + TOGETHER)
    const statements = some.map(({ start, end }) => text.slice(start, end))
    const asked = { statements, language: article.language, limit: 2 * OF_EACH }
    const hits = await notOf(articleId, await likeStatements(everybody, asked, SHOWN_IN_TEXT_FROM))
    rows.push(
      ...hits.map(({ asked: which, id, score }) => ({ ordinal: some[which]?.ordinal ?? 0, earlierId: id, score })),
    )
  }
  await db().$transaction([
    db().earlierInText.deleteMany({ where: { revisionId } }),
    db().earlierInText.createMany({ data: rows.map((row) => ({ workspaceId, revisionId, ...row })) }),
  ])
}

/** An article is no earlier check of itself: its own claims stand in it. Of each sentence the best few. */
async function notOf(articleId: string, hits: Hit[]): Promise<Hit[]> {
  const own = await db().claim.findMany({
    where: { articleId, id: { in: hits.map(({ id }) => id) } },
    select: { id: true },
  })
  const others = hits.filter(({ id }) => own.every((claim) => claim.id !== id))
  const before = new Map<number, number>()
  return others.filter(({ asked }) => {
    before.set(asked, (before.get(asked) ?? 0) + 1)
    return (before.get(asked) ?? 0) <= OF_EACH
  })
}

/** An article's passages with earlier checks that their reader may see, in the order of the text. */
export async function earlierInArticle(actor: Actor, articleId: string): Promise<EarlierInArticle> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, language: true, archivedAt: true, leadId: true },
      authors: { select: { membershipId: true } },
      revision: {
        select: {
          id: true,
          text: true,
          earlier: { select: { ordinal: true, earlierId: true, score: true }, orderBy: { score: "desc" } },
        },
      },
    },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const { revision, authors, archivedAt, ...about } = article
  const passages = revision.earlier.length > 0 ? await passagesOf(actor, revision) : []
  return {
    article: { ...about, archivedAt: archivedAt?.toISOString() ?? null, authorIds: membersAmong(authors) },
    passages,
  }
}

interface Found {
  id: string
  text: string
  earlier: { ordinal: number; earlierId: string; score: number }[]
}

async function passagesOf(actor: Actor, { id: revisionId, text, earlier }: Found): Promise<EarlierPassage[]> {
  const ids = [...new Set(earlier.map(({ earlierId }) => earlierId))]
  const ordinals = [...new Set(earlier.map(({ ordinal }) => ordinal))]
  const [known, sentences] = await Promise.all([
    earlierChecks(actor, ids),
    db().sentence.findMany({ where: { revisionId, ordinal: { in: ordinals } }, orderBy: { ordinal: "asc" } }),
  ])
  return sentences.flatMap(({ ordinal, start, end }) => {
    const checks = earlier.flatMap(({ ordinal: of, earlierId, score }) => {
      const one = of === ordinal ? known.get(earlierId) : undefined
      return one ? [{ ...one, score }] : []
    })
    return checks.length > 0 ? [{ start, end, sentence: ordinal + 1, words: text.slice(start, end), checks }] : []
  })
}
