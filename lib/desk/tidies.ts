/**
 * Tidying: a typo in public words of a verdict that stands is proposed by one person and confirmed by another, without a
 * new round. The round stays as it was sent; what is shown is the round with what was confirmed since.
 */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import { claimEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { isStanding } from "../domain/standing"
import { tidied, TidyChange, type DecideTidy, type ProposeTidy, type TidyField } from "../domain/tidy"
import type { Actor } from "../domain/workspace"
import { change } from "./change"
import { claimViewOf, seenBy } from "./seen-by"
import { claimUnderCheck, nameAuthor, viewOf, type ClaimUnderCheck } from "./under-check"

/** Proposes other spelling for public words of a claim that stands; it is shown once a second person has confirmed it. */
export function proposeTidy(actor: Actor, { claimId, version, words }: ProposeTidy): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "tidy.propose", claim)
    const { language } = await tx.article.findUniqueOrThrow({
      where: { id: claim.article.id },
      select: { language: true },
    })
    const changes = tidied(await shownWords(tx, actor, claim), words, language)
    const roundId = claim.row.roundId
    if (!roundId) throw refuse("conflict", "tidy.notStanding")
    if (await tx.tidy.count({ where: { roundId, confirmed: null } })) throw refuse("conflict", "tidy.waiting")
    const { workspaceId, id: proposedById } = actor
    await tx.tidy.create({ data: { id: newId(), workspaceId, roundId, changes, proposedById } })
    await tx.claim.update({ where: { id: claimId }, data: { version: { increment: 1 } } })
    const told = claimEvent("tidy.proposed", claim.row, { changed: fieldsOf(changes) }, { round: roundId })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** Says whether the meaning is unchanged; whoever proposed it may take it back, but not confirm it. */
export function decideTidy(actor: Actor, { tidyId, decision }: DecideTidy): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, tidy } = await tidyUnderCheck(tx, actor, tidyId)
    const own = tidy.proposedById === actor.id
    if (own && decision === "confirm") throw refuse("forbidden", "tidy.yourOwn")
    if (!own) authorize(actor, "tidy.decide", claim)
    const changes = TidyChange.array().parse(tidy.changes)
    if (decision === "confirm") await write(tx, { ...actor, id: tidy.proposedById }, claim, changes)
    const confirmed = decision === "confirm"
    await tx.tidy.update({ where: { id: tidyId }, data: { confirmed, decidedById: actor.id, decidedAt: new Date() } })
    await tx.claim.update({ where: { id: claim.row.id }, data: { version: { increment: 1 } } })
    const act = confirmed ? "tidy.confirmed" : "tidy.refused"
    const told = claimEvent(act, claim.row, { changed: fieldsOf(changes) }, { round: tidy.roundId })
    return { result: await viewOf(tx, actor, claim), events: [told] }
  })
}

/** A tidying that waits, with its claim locked. @throws not-found what the actor may not see, conflict what is over */
async function tidyUnderCheck(tx: Tx, actor: Actor, tidyId: string) {
  const where = { id: tidyId, workspaceId: actor.workspaceId, round: { claim: seenBy(actor).claim } }
  const found = await tx.tidy.findFirst({ where, select: { round: { select: { claimId: true } } } })
  if (!found) throw refuse("not-found", "tidy.notFound")
  const claim = await claimUnderCheck(tx, actor, found.round.claimId)
  const tidy = await tx.tidy.findUniqueOrThrow({ where: { id: tidyId } })
  const isOver = tidy.confirmed !== null || claim.row.roundId !== tidy.roundId || !isStanding(claim.row)
  if (isOver) throw refuse("conflict", "tidy.over")
  return { claim, tidy }
}

/**
 * What is worked on next begins with the mended words: the draft and the statement follow, and whoever mended them is an
 * author of the round that they would go into.
 */
async function write(tx: Tx, proposer: Actor, { row }: ClaimUnderCheck, changes: TidyChange[]): Promise<void> {
  for (const { field, to } of changes) {
    if (field === "statement") await tx.claim.update({ where: { id: row.id }, data: { statement: to } })
    else await tx.verdictDraft.update({ where: { claimId: row.id }, data: { [field]: to } })
  }
  await nameAuthor(tx, proposer, [row.id])
}

/** The words of a claim as they are shown. */
async function shownWords(tx: Tx, actor: Actor, { row, article }: ClaimUnderCheck) {
  const { state, statement, verdict } = await claimViewOf(tx, actor, row, article.revisionId)
  return { state, statement, conclusion: verdict?.conclusion ?? null, explanation: verdict?.explanation ?? null }
}

const fieldsOf = (changes: TidyChange[]): TidyField[] => changes.map(({ field }) => field)
