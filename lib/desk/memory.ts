/**
 * The memory of the desk: earlier verdicts on the same or a like statement, its own and imported ones. What is remembered
 * is kept by triggers (the migration `…_memory_and_search`); here it is asked. Ranked by the sum of how rare the words are
 * that two statements share, and by nothing else.
 */
import { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { quoteOf } from "../domain/claim"
import {
  SHOWN_FROM,
  type Disagreement,
  type DismissEarlier,
  type EarlierCheck,
  type EarlierOfClaim,
  type EarlierOnClaim,
  type MatchStatement,
  type Remembered,
} from "../domain/earlier-check"
import { claimEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { change, unchanged } from "./change"
import type { Actor } from "../domain/workspace"
import { hiddenClaims, openTo } from "./blind"
import { shownRating } from "./claim-list"
import { differing } from "./disagreements"
import { knownScales } from "./scales"
import { isSeenArticle } from "./seen-sql"
import { dayOf, seenBy } from "./seen-by"
import { claimOrSigned } from "./under-check"
import { sawArticles } from "./who-saw"

/** An entry that a statement was found to be like. */
export interface Hit {
  /** Which of the statements, from 0. */
  asked: number
  id: string
  score: number
}

/** Who is reminded: a person, or the desk itself. */
export type Reminded = Pick<Actor, "workspaceId" | "role" | "id"> | { workspaceId: string; role: "owner"; id: null }

/** What is looked for: statements in one language, null where it is to be guessed. */
export interface Asked {
  statements: string[]
  language: string | null
  /** Of each statement, at most. */
  limit: number
  /** A claim that is not its own earlier check. */
  except?: string
}

/** Earlier checks on a statement, best first. */
export async function matchStatement(
  actor: Actor,
  { statement, language, limit = 10 }: MatchStatement,
): Promise<EarlierCheck[]> {
  const hits = await likeStatements(actor, { statements: [statement], language: language ?? null, limit })
  const known = await earlierChecks(
    actor,
    hits.map(({ id }) => id),
  )
  return hits.flatMap(({ id, score }) => withScore(known.get(id), score))
}

/** Earlier checks on what a claim says, those that were put aside, and live verdicts on the same statement that differ. */
export async function earlierOfClaim(actor: Actor, { claimId }: EarlierOfClaim): Promise<EarlierOnClaim> {
  const claim = await db().claim.findFirst({
    where: { id: claimId, ...seenBy(actor).claim },
    select: {
      statement: true,
      article: { select: { language: true } },
      anchors: { where: currentText, select: { quote: true }, orderBy: { ordinal: "asc" } },
      dismissals: { select: { earlierId: true } },
    },
  })
  if (!claim) throw refuse("not-found", "claim.notFound")
  const statements = [claim.statement?.trim() || quoteOf(claim.anchors)]
  const { language } = claim.article
  const [hits, disagreements] = await Promise.all([
    likeStatements(actor, { statements, language, limit: SHOWN, except: claimId }),
    disagreementsOf(actor, claimId),
  ])
  const known = await earlierChecks(
    actor,
    hits.map(({ id }) => id),
  )
  const aside = new Set(claim.dismissals.map(({ earlierId }) => earlierId))
  const of = (those: Hit[]) => those.flatMap(({ id, score }) => withScore(known.get(id), score))
  return {
    checks: of(hits.filter(({ id }) => !aside.has(id))),
    dismissed: of(hits.filter(({ id }) => aside.has(id))),
    disagreements,
  }
}

/** Puts an earlier check aside: it is not about what this claim says. Or takes that back. */
export function dismissEarlier(
  actor: Actor,
  { claimId, earlierId, dismissed }: DismissEarlier,
): Promise<{ dismissed: boolean }> {
  return change(actor, async (tx) => {
    const claim = await claimOrSigned(tx, actor, claimId)
    authorize(actor, "earlier.dismiss", claim)
    const { workspaceId } = actor
    const there = await tx.earlierDismissal.count({ where: { claimId, earlierId } })
    if (dismissed === there > 0) return unchanged({ dismissed })
    if (dismissed) {
      const entry = await tx.memoryEntry.count({ where: { id: earlierId, workspaceId } })
      if (entry === 0) throw refuse("not-found", "memory.notFound")
      await tx.earlierDismissal.create({ data: { workspaceId, claimId, earlierId, dismissedById: actor.id } })
    } else {
      await tx.earlierDismissal.deleteMany({ where: { workspaceId, claimId, earlierId } })
    }
    const act = dismissed ? "earlier.dismissed" : "earlier.recalled"
    return { result: { dismissed }, events: [claimEvent(act, claim.row)] }
  })
}

/** So many are shown beside a claim. */
const SHOWN = 8

const currentText = { revision: { currentOf: { some: {} } } } satisfies Prisma.AnchorWhereInput

const withScore = (known: Remembered | undefined, score: number): EarlierCheck[] => (known ? [{ ...known, score }] : [])

/** More of a statement is not looked at; its rarest words say what it is about. */
const SIGNS = 2000
const WORDS = 40

/**
 * The rarest words of a statement find the candidates, as many words as are in so many entries together (the two rarest
 * always); the others only add to what those have. A statement that shares nothing but common words is like every other.
 */
const REACH = 5_000

/** A memory of a few entries knows nothing yet of how rare words are: it counts as one of so many. */
const FEWEST = 1000

/** Candidates whose common words are looked up; among more than these the best is not found any further down. */
const CANDIDATES = 100

/** Entries that statements are like, of each the best first, none below the threshold. */
export async function likeStatements(
  actor: Reminded,
  { statements, language, limit, except }: Asked,
  from = SHOWN_FROM,
): Promise<Hit[]> {
  const texts = statements.map((statement) => statement.slice(0, SIGNS))
  const { workspaceId } = actor
  const here = Prisma.sql`${workspaceId}::uuid`
  const other = except ? Prisma.sql`p."entryId" <> ${except}::uuid` : Prisma.sql`true`
  return db().$queryRaw<Hit[]>`
    WITH said AS MATERIALIZED (
      SELECT a.place::int - 1 AS asked, w.word FROM unnest(${texts}::text[]) WITH ORDINALITY a (words, place),
        LATERAL (SELECT memory_words(${language}, a.words) AS word) w
    ), counted AS MATERIALIZED (${countedFor(actor)}), weighed AS MATERIALIZED (
      SELECT s.asked, s.word, coalesce(c.entries, 0) AS entries,
        ln(1 + (n.entries - greatest(c.entries, 1) + 0.5) / (greatest(c.entries, 1) + 0.5)) AS weight
      FROM said s CROSS JOIN (SELECT greatest(max(entries), ${FEWEST}) AS entries FROM counted WHERE word = '') n
        LEFT JOIN counted c USING (word)
    ), ranked AS MATERIALIZED (
      SELECT w.*, sum(weight) OVER (PARTITION BY asked) AS mass,
        row_number() OVER rarest AS rank, sum(entries) OVER rarest AS reach
      FROM weighed w WINDOW rarest AS (PARTITION BY asked ORDER BY (entries = 0), weight DESC, word ROWS UNBOUNDED PRECEDING)
    ), candidates AS MATERIALIZED (
      SELECT r.asked, p."entryId", sum(r.weight) AS weight FROM ranked r,
        LATERAL (SELECT p."entryId" FROM "MemoryWord" p
          WHERE p."workspaceId" = ${here} AND p."word" = r.word AND ${other} OFFSET 0) p
      WHERE r.entries > 0 AND r.rank <= ${WORDS} AND (r.rank <= 2 OR r.reach <= ${REACH}) AND ${foundBy(actor)}
      GROUP BY 1, 2
    ), best AS MATERIALIZED (
      SELECT * FROM (
        SELECT c.*, row_number() OVER (PARTITION BY asked ORDER BY weight DESC, "entryId" DESC) AS rank FROM candidates c
      ) c WHERE rank <= ${CANDIDATES}
    ), scored AS (
      SELECT b.asked, b."entryId", (b.weight + coalesce(more.weight, 0)) / max(r.mass) AS score
      FROM best b JOIN ranked r ON r.asked = b.asked,
        LATERAL (SELECT sum(o.weight) AS weight FROM ranked o,
          LATERAL (SELECT 1 FROM "MemoryWord" p
            WHERE p."workspaceId" = ${here} AND p."word" = o.word AND p."entryId" = b."entryId" OFFSET 0) p
          WHERE o.asked = b.asked AND o.rank > 2 AND (o.reach > ${REACH} OR o.rank > ${WORDS}) AND o.entries > 0) more
      GROUP BY b.asked, b."entryId", b.weight, more.weight
    )
    SELECT asked, "entryId" AS id, round(score::numeric, 3)::float8 AS score FROM (
      SELECT s.*, row_number() OVER (PARTITION BY asked ORDER BY score DESC, "entryId" DESC) AS rank
      FROM scored s WHERE score >= ${from}
    ) s WHERE rank <= ${limit} ORDER BY asked, rank`
}

/** How many entries hold each word that is `said`, and `''` all of them: verdicts that their reader may not see weigh nothing. */
function countedFor(actor: Reminded): Prisma.Sql {
  const here = Prisma.sql`${actor.workspaceId}::uuid`
  const hidden = hiddenFor(actor)
  return Prisma.sql`
    SELECT c."word", sum(c."entries")::float8 AS entries FROM (
      SELECT c."word", c."entries" FROM "MemoryCount" c
      WHERE c."workspaceId" = ${here} AND c."word" IN (SELECT word FROM said UNION ALL SELECT '')
      UNION ALL
      SELECT w."word", -1 FROM "MemoryWord" w
      WHERE w."workspaceId" = ${here} AND w."word" IN (SELECT word FROM said) AND w."entryId" IN ${hidden}
      UNION ALL
      SELECT '', -1 FROM "MemoryEntry" m WHERE m."id" IN ${hidden}
    ) c GROUP BY c."word"`
}

/** An author is reminded of their own articles' claims alone, as everywhere; of what others published, everybody. Nobody of a verdict that they may not see. */
function foundBy(actor: Reminded): Prisma.Sql {
  if (actor.id === null) return Prisma.sql`true`
  return Prisma.sql`p."entryId" NOT IN ${hiddenFor(actor)} AND NOT EXISTS (
    SELECT 1 FROM "Claim" c WHERE c."id" = p."entryId" AND NOT ${isSeenArticle(actor, Prisma.sql`c."articleId"`)})`
}

/** The desk itself may see all verdicts: whoever reads what it found is asked about then. */
const hiddenFor = (actor: Reminded) =>
  actor.id === null ? Prisma.sql`(SELECT NULL::uuid WHERE false)` : hiddenClaims(actor)

/** Entries as their reader may see them, by id. */
export async function earlierChecks(actor: Actor, ids: string[]): Promise<Map<string, Remembered>> {
  if (ids.length === 0) return new Map()
  const [claims, checks] = await Promise.all([
    db().claim.findMany({
      where: { AND: [{ id: { in: ids } }, seenBy(actor).claim, openTo(actor)] },
      select: {
        ...{ id: true, number: true, state: true, statement: true },
        article: { select: { id: true, title: true, language: true } },
        anchors: { where: currentText, select: { quote: true }, orderBy: { ordinal: "asc" } },
        draft: { select: { scaleId: true, rating: true, conclusion: true, asOf: true, draftedAt: true } },
      },
    }),
    db().knownCheck.findMany({ where: { id: { in: ids }, workspaceId: actor.workspaceId } }),
  ])
  const scaleOf = await knownScales(
    db(),
    claims.flatMap(({ draft }) => draft?.scaleId ?? []),
  )
  await sawArticles(
    db(),
    actor,
    claims.map(({ article }) => article.id),
  )
  const own = claims.flatMap(({ draft, anchors, ...claim }) => {
    if (!draft) return []
    const { id, number, state, article } = claim
    const rating = shownRating(scaleOf(draft.scaleId), draft.rating)
    const statement = claim.statement?.trim() || quoteOf(anchors)
    const days = { asOf: dayOf(draft.asOf), checkedOn: dayOf(draft.draftedAt) }
    return {
      kind: "claim",
      id,
      number,
      state,
      article,
      statement,
      rating,
      conclusion: draft.conclusion,
      ...days,
    } as const
  })
  const others = checks.map(({ id, externalId, statement, rating, url, publisher, checkedOn }) => {
    return { kind: "check", id, externalId, statement, rating, url, publisher, checkedOn: dayOf(checkedOn) } as const
  })
  return new Map([...own, ...others].map((one) => [one.id, one]))
}

/** More that differ on one statement are not told apart by anybody. */
const MOST_DIFFERING = 20

/**
 * Live verdicts of the desk that say otherwise on the same statement, word for word but for case, accents and punctuation:
 * a "not" more is another statement. Both have to be out of the drafting; nothing is kept, so that it is gone when they agree.
 */
export async function disagreementsOf(actor: Actor, claimId: string): Promise<Disagreement[]> {
  const pairs = await db().$queryRaw<{ id: string }[]>`
    SELECT other."id" FROM ${differing(actor)} WHERE mine."id" = ${claimId}::uuid
    ORDER BY other."id" DESC LIMIT ${MOST_DIFFERING}`
  const known = await earlierChecks(
    actor,
    pairs.map(({ id }) => id),
  )
  return pairs.flatMap(({ id }) => {
    const one = known.get(id)
    if (one?.kind !== "claim") return []
    const { number, article, state, rating } = one
    return [{ claimId: id, number, article: { id: article.id, title: article.title }, state, rating }]
  })
}
