/** Fixes: wording proposed for a claim's passage, the author's answer, and an editor's no. The yes is in accepting.ts. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import { db, type Tx } from "../db"
import { parseDocument } from "../document"
import { replaceSpans } from "../document/replace-spans"
import type { ClaimView } from "../domain/claim"
import { claimEvent } from "../domain/event"
import {
  changedMeanwhile,
  isSamePassage,
  UNANSWERED,
  type CertainPassage,
  type AnswerFix,
  type DeclineFix,
  type DropFix,
  type ProposeFix,
} from "../domain/fix"
import { oneLine } from "../domain/one-line"
import { authorize } from "../domain/policy"
import { refuse, refuseField, Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { claimRelations, seenBy } from "./seen-by"
import { claimUnderCheck, viewOf, writeEdit, type ClaimUnderCheck } from "./under-check"
import { passageOf } from "./verdict-views"

/** Proposes wording for a claim's passage, or another wording than before, which the author has then not answered. */
export async function proposeFix(
  actor: Actor,
  { claimId, version, wording, reason }: z.output<typeof ProposeFix>,
): Promise<ClaimView> {
  // Before the lock: reading a document takes long.
  const tried = await tryOut(db(), actor, claimId, wording)
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "fix.propose", claim)
    await assertFits(tx, actor, claim, wording, tried)
    const [open] = claim.row.fixes
    if (open?.wording === wording && open.reason === (reason || null)) return unchanged(await viewOf(tx, actor, claim))
    const told = claimEvent("fix.proposed", claim.row)
    const events = await writeEdit(tx, actor, claim, { frozen: ["fix"], told })
    const words = { wording, reason: reason || null, proposedById: actor.id, proposedAt: new Date() }
    if (open)
      await tx.fix.update({ where: { id: open.id }, data: { ...words, ...UNANSWERED, version: { increment: 1 } } })
    else await tx.fix.create({ data: { id: newId(), workspaceId: actor.workspaceId, claimId, ...words } })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Takes proposed wording back. */
export function dropFix(actor: Actor, { claimId, version }: DropFix): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "fix.propose", claim)
    const [open] = claim.row.fixes
    if (!open) throw refuse("conflict", "fix.over")
    const told = claimEvent("fix.dropped", claim.row)
    const events = await writeEdit(tx, actor, claim, { frozen: ["fix"], told })
    await decide(tx, actor, open.id)
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** The author's word on a fix: yes, otherwise, or no. The latest counts, until an editor has decided. */
export function answerFix(actor: Actor, { fixId, version, answer, wording, reason }: z.output<typeof AnswerFix>) {
  return change(actor, async (tx) => {
    const { claim } = await fixUnderCheck(tx, actor, fixId, version)
    authorize(actor, "fix.answer", claim)
    await tx.fix.update({
      where: { id: fixId },
      data: {
        answer,
        answerWording: answer === "reworded" ? wording : null,
        answerReason: reason || null,
        answeredById: actor.id,
        answeredAt: new Date(),
        version: { increment: 1 },
      },
    })
    return { result: { fixId }, events: [claimEvent("fix.answered", claim.row, { answer })] }
  })
}

/** An editor's no to a fix. */
export function declineFix(actor: Actor, { fixId, version }: DeclineFix) {
  return change(actor, async (tx) => {
    const { claim } = await fixUnderCheck(tx, actor, fixId, version)
    authorize(actor, "fix.decide", claim)
    const told = claimEvent("fix.declined", claim.row)
    await tx.claim.update({ where: { id: claim.row.id }, data: { version: { increment: 1 } } })
    await decide(tx, actor, fixId)
    return { result: { fixId }, events: [told] }
  })
}

/** What came of trying wording out in the place of a passage of a revision: what it was refused with, if it was. */
interface Tried {
  revisionId: string
  passage: CertainPassage
  refused: Refusal | null
}

/** Null where there is no certain passage, or none for the actor to see. */
async function tryOut(tx: Tx, actor: Actor, claimId: string, wording: string): Promise<Tried | null> {
  const claim = await tx.claim.findFirst({
    where: { id: claimId, ...seenBy(actor).claim },
    select: {
      anchors: claimRelations(actor).anchors,
      article: { select: { revision: { select: { id: true, document: true } } } },
    },
  })
  const passage = claim && passageOf(claim)
  if (!passage || !claim.article.revision) return null
  const tried = { revisionId: claim.article.revision.id, passage, refused: null }
  try {
    replaceSpans(parseDocument(claim.article.revision.document), [{ ...passage, wording }])
    return tried
  } catch (error) {
    if (error instanceof Refusal) return { ...tried, refused: error }
    throw error
  }
}

/** Refuses words that can't go in the passage's place, before anybody has reviewed them; tries again what has moved since. */
async function assertFits(
  tx: Tx,
  actor: Actor,
  { row, article }: ClaimUnderCheck,
  wording: string,
  early: Tried | null,
) {
  const passage = passageOf(row)
  if (!passage) throw refuse("conflict", "fix.noPassage", { params: { number: row.number } })
  if (oneLine(passage.words) === wording) throw refuseField("wording", "fix.sameWords")
  const isSame = early?.revisionId === article.revisionId && isSamePassage(early.passage, passage)
  const tried = isSame ? early : await tryOut(tx, actor, row.id, wording)
  if (tried?.refused) throw tried.refused
}

async function decide(tx: Tx, actor: Actor, fixId: string): Promise<void> {
  const data = { decidedAt: new Date(), decidedById: actor.id, version: { increment: 1 } }
  await tx.fix.update({ where: { id: fixId }, data })
}

/** Whose fix it is. Refuses with `not-found` what the actor may not see. */
async function seenFix(tx: Tx, actor: Actor, fixId: string) {
  const found = await tx.fix.findFirst({
    where: { id: fixId, workspaceId: actor.workspaceId, claim: seenBy(actor).claim },
    select: { claimId: true, claim: { select: { articleId: true } } },
  })
  if (!found) throw refuse("not-found", "fix.notFound")
  return found
}

/** Locks the claim of a fix that nobody has decided on. */
async function fixUnderCheck(tx: Tx, actor: Actor, fixId: string, version?: number) {
  const { claimId } = await seenFix(tx, actor, fixId)
  const claim = await claimUnderCheck(tx, actor, claimId)
  const fix = claim.row.fixes.find((one) => one.id === fixId)
  if (!fix) throw refuse("conflict", "fix.over")
  if (version !== undefined && version !== fix.version) throw changedMeanwhile(fix)
  return { claim, fix }
}
