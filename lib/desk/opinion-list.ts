/** What waits for a person because of second opinions: to take on, to give, to decide between two verdicts. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { quoteOf } from "../domain/claim"
import type { OpinionItem } from "../domain/opinion"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { seenBy } from "./seen-by"

/** More than anybody has before them; the newest wait behind the oldest. */
const MOST = 200

/** The oldest first. Of a claim whose first verdict its reader may not see it tells nothing that comes of that. */
export async function listOpinions(actor: Actor): Promise<OpinionItem[]> {
  const anybodys = { article: { authorIds: [], leadId: null }, priority: 3, authorIds: [] }
  if (!can(actor, "opinion.give", anybodys)) return []
  const rows = await db().secondOpinion.findMany({
    where: { AND: [{ claim: inHand(actor) }, { OR: waiting(actor) }] },
    select: told,
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: MOST,
  })
  return rows.map((row) => itemOf(actor, row))
}

function inHand(actor: Actor): Prisma.ClaimWhereInput {
  const { article, ...claim } = seenBy(actor).claim
  const notTheirs = { authors: { none: { membershipId: actor.id } }, archivedAt: null }
  return { ...claim, article: { AND: [article ?? {}, notTheirs] } }
}

function waiting({ id, role }: Actor): Prisma.SecondOpinionWhereInput[] {
  const live = { withdrawnAt: null, revealedAt: null }
  const differs = { revealedAt: { not: null }, decidedAt: null }
  const notMine = { takenById: { not: id }, round: { authors: { none: { membershipId: id } } } }
  return [
    { ...live, takenById: null, claim: { verdictSeen: { none: { membershipId: id } } } },
    { ...live, takenById: id, givenAt: null },
    { ...differs, OR: [{ takenById: id }, { round: { senderId: id } }] },
    ...(role === "editor" || role === "owner" ? [{ ...differs, ...notMine }] : []),
  ]
}

const told = {
  askedAt: true,
  takenById: true,
  revealedAt: true,
  round: { select: { senderId: true } },
  claim: {
    select: {
      ...{ id: true, number: true, job: true, statement: true, priority: true, dueAt: true },
      anchors: {
        where: { revision: { currentOf: { some: {} } } },
        select: { quote: true },
        orderBy: { ordinal: "asc" },
      },
      article: { select: { id: true, title: true, language: true } },
    },
  },
} as const satisfies Prisma.SecondOpinionSelect

type Row = Prisma.SecondOpinionGetPayload<{ select: typeof told }>

function itemOf(actor: Actor, row: Row): OpinionItem {
  const { anchors, article, statement, dueAt, ...claim } = row.claim
  return {
    waits: waitsFor(actor, row),
    claim: { ...claim, words: quoteOf(anchors) || (statement ?? ""), dueAt: dueAt?.toISOString() ?? null },
    article,
    askedAt: row.askedAt.toISOString(),
  }
}

function waitsFor({ id }: Actor, { takenById, revealedAt, round }: Row): OpinionItem["waits"] {
  if (!revealedAt) return takenById === id ? "give" : "take"
  return takenById === id || round?.senderId === id ? "settle" : "decide"
}
