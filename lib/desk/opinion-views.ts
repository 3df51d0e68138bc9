/** Second opinions as they are read: of claims, each as its viewer may know of it. */
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import type { AdjudicationView, OpinionView } from "../domain/opinion"
import { phaseOf } from "../domain/opinion-phase"
import { can } from "../domain/policy"
import { RoundSnapshot } from "../domain/round"
import { ratingOf, scaleName, type Scale } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { asHidden, isBlinding } from "./blind"
import { asPerson, person, readerOf } from "./relations"
import { knownScales } from "./scales"
import { sawArticles } from "./who-saw"

const authorIds = { authors: { select: { membershipId: true } } } as const

const relations = {
  askedBy: person,
  takenBy: person,
  claim: { select: { article: { select: authorIds } } },
  round: { select: { number: true, scaleId: true, snapshot: true, sender: person } },
  adjudications: { include: { proposedBy: person, agreedBy: person }, orderBy: { id: "desc" } },
} as const satisfies Prisma.SecondOpinionInclude

type Row = Prisma.SecondOpinionGetPayload<{ include: typeof relations }>

/** Of some claims, by their ids, the last second opinion that was not withdrawn. One statement where there is none. */
export async function opinionsOn(tx: Tx, actor: Actor, claimIds: readonly string[]): Promise<Map<string, OpinionView>> {
  if (claimIds.length === 0) return new Map()
  const found = await tx.$queryRaw<{ id: string; blind: boolean }[]>`
    SELECT DISTINCT ON (o."claimId") o."id", (${isBlinding(actor)}) AS "blind" FROM "SecondOpinion" o
    WHERE o."claimId" = ANY (${claimIds}::uuid[]) AND o."withdrawnAt" IS NULL ORDER BY o."claimId", o."id" DESC`
  if (found.length === 0) return new Map()
  const rows = await tx.secondOpinion.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: relations,
  })
  const scaleOf = await knownScales(tx, rows.flatMap(scalesIn))
  const blind = new Set(found.flatMap((one) => (one.blind ? one.id : [])))
  return new Map(
    rows.map((row) => {
      const reader = readerOf(actor, row.claim.article)
      return [row.claimId, opinionView(reader, row, blind.has(row.id), scaleOf)]
    }),
  )
}

/** Claims as they are for their viewer, with their second opinions: what they may not see yet is not there. That they read them is remembered. */
export async function shownTo<Row extends { id: string; articleId: string; openVersion: number }>(
  tx: Tx,
  actor: Actor,
  rows: Row[],
): Promise<{ opinions: Map<string, OpinionView>; shown: Row[] }> {
  const articleIds = rows.map(({ articleId }) => articleId)
  await sawArticles(tx, actor, articleIds)
  const ids = rows.map(({ id }) => id)
  const opinions = await opinionsOn(tx, actor, ids)
  return { opinions, shown: rows.map((row) => (opinions.get(row.id)?.blind ? asHidden(row) : row)) }
}

const scalesIn = ({ scaleId, round, adjudications }: Row) =>
  [scaleId, round?.scaleId, ...adjudications.map((one) => one.scaleId)].flatMap((id) => id ?? [])

function opinionView(actor: Actor, row: Row, blind: boolean, scaleOf: (id: string) => Scale): OpinionView {
  return {
    id: row.id,
    phase: phaseOf(row, isAdjudicated(row)),
    blind,
    isMine: row.takenById === actor.id,
    askedBy: row.askedBy && asPerson(row.askedBy),
    askedAt: row.askedAt.toISOString(),
    takenBy: row.takenBy && asPerson(row.takenBy),
    givenAt: row.givenAt?.toISOString() ?? null,
    ...bothVerdicts(actor, row, scaleOf),
    revealedAt: row.revealedAt?.toISOString() ?? null,
    ...adjudicationOf(actor, row, scaleOf),
  }
}

const isAdjudicated = ({ adjudications }: Row) => adjudications.some(({ decidedAt }) => decidedAt !== null)

/** The second to whoever gave it; both to the desk once they are shown. */
function bothVerdicts(actor: Actor, row: Row, scaleOf: (id: string) => Scale): Pick<OpinionView, "verdict" | "first"> {
  const areShown = row.revealedAt !== null && can(actor, "note.read")
  const isMine = row.takenById === actor.id
  return {
    verdict: isMine || areShown ? secondVerdict(actor, row, scaleOf) : null,
    first: areShown ? firstVerdict(row, scaleOf) : null,
  }
}

function adjudicationOf(
  actor: Actor,
  { adjudications }: Row,
  scaleOf: (id: string) => Scale,
): Pick<OpinionView, "proposal" | "adjudication"> {
  const decided = adjudications.find(({ decidedAt }) => decidedAt !== null)
  const proposed = decided ? undefined : adjudications[0]
  return {
    proposal: proposed ? adjudicationView(actor, proposed, scaleOf) : null,
    adjudication: decided ? adjudicationView(actor, decided, scaleOf) : null,
  }
}

function secondVerdict(actor: Actor, row: Row, scaleOf: (id: string) => Scale): OpinionView["verdict"] {
  const { scaleId, rating, conclusion, explanation } = row
  if (!scaleId || !rating) return null
  const scale = scaleOf(scaleId)
  const workingNote = can(actor, "note.read") ? row.workingNote : null
  const words = { conclusion, explanation, workingNote, asOf: null, recheckOn: null }
  return { rating: ratingOf(scale, rating), scale: scaleName(scale), ...words }
}

function firstVerdict({ round }: Row, scaleOf: (id: string) => Scale): OpinionView["first"] {
  if (!round) return null
  const { rating } = RoundSnapshot.parse(round.snapshot)
  return { rating: ratingOf(scaleOf(round.scaleId), rating), sender: asPerson(round.sender), round: round.number }
}

function adjudicationView(
  actor: Actor,
  row: Row["adjudications"][number],
  scaleOf: (id: string) => Scale,
): AdjudicationView {
  return {
    id: row.id,
    rating: ratingOf(scaleOf(row.scaleId), row.rating),
    reason: can(actor, "note.read") ? row.reason : "",
    proposedBy: asPerson(row.proposedBy),
    proposedAt: row.proposedAt.toISOString(),
    agreedBy: row.agreedBy && asPerson(row.agreedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}
