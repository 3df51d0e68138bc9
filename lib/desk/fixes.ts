/**
 * Fixes: wording proposed for a claim's passage, the author's answer, and an editor's decision, which makes a revision.
 * Offsets are UTF-16 code units.
 */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Placed, Span } from "../anchor"
import { db, type Tx } from "../db"
import { parseDocument } from "../document"
import { replaceSpans } from "../document/replace-spans"
import type { ClaimView } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import {
  isReviewed,
  oneLine,
  ratingAfter,
  taken,
  type AcceptFix,
  type AcceptFixes,
  type AnswerFix,
  type DeclineFix,
  type DropFix,
  type FixesAccepted,
  type ProposeFix,
} from "../domain/fix"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { RoundSnapshot } from "../domain/round"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { baseOf, takePlace } from "./revising"
import { claimRelations, seenBy } from "./seen-by"
import { claimUnderCheck, viewOf, writeEdit, type ClaimUnderCheck } from "./under-check"
import { passageOf } from "./verdict-views"

/** Proposes wording for a claim's passage, or another wording than before, which the author has then not answered. */
export function proposeFix(
  actor: Actor,
  { claimId, version, wording, reason }: z.output<typeof ProposeFix>,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "fix.propose", claim)
    await fitting(tx, claim, wording)
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

/**
 * An editor's yes to some fixes, which together make one revision. Words that were reviewed and go in letter for letter
 * keep their approval; of all others the claim waits for a look at its new words.
 */
export async function acceptFixes(
  actor: Actor,
  { articleId, baseId, fixes }: z.output<typeof AcceptFixes>,
): Promise<FixesAccepted> {
  const base = await baseOf(actor, articleId, baseId)
  const asked = await askedFor(actor, articleId, fixes)
  const { document, spans } = replaceSpans(
    base.document,
    asked.map(({ passage, words }) => ({ ...passage, ...words })),
  )
  const decided = new Map<string, Placed>()
  const fixed: Asked[] = []
  const result = await takePlace(actor, base, {
    document,
    origin: "fix",
    told: { claims: asked.map(({ claim }) => claim.number) },
    decided,
    also: async (tx, revision) => {
      const events: NewEvent[] = []
      for (const [at, one] of asked.entries()) {
        const { told, whose } = await accept(tx, actor, one, revision)
        decided.set(one.claim.id, placed(whose, spans[at] ?? null))
        if (whose === "reviewed") fixed.push(one)
        events.push(told)
      }
      return events
    },
  })
  const { stale, lost, contextChanged } = result.placements
  const cut = fixed.filter(({ words }) => words.wording === "").length
  return { ...result, fixed: fixed.length, look: stale + contextChanged + lost - cut }
}

/** An editor's yes to one fix, by itself. */
export async function acceptFix(
  actor: Actor,
  { fixId, version, take = "proposed" }: AcceptFix,
): Promise<FixesAccepted> {
  const { articleId } = (await seenFix(db(), actor, fixId)).claim
  return acceptFixes(actor, { articleId, fixes: [{ fixId, version, take }] })
}

/** Another version of a fix than was seen, with what it is now. */
function changedMeanwhile({ id, wording, version }: { id: string; wording: string; version: number }) {
  return refuse("conflict", "fix.changed", { outdated: true, current: { id, wording, version } })
}

const UNANSWERED = { answer: null, answerWording: null, answerReason: null, answeredById: null, answeredAt: null }

/** Refuses words that can't go in the passage's place, before anybody has reviewed them. */
async function fitting(tx: Tx, { row, article }: ClaimUnderCheck, wording: string): Promise<void> {
  const passage = passageOf(row)
  if (!passage) throw refuse("conflict", "fix.noPassage", { params: { number: row.number } })
  if (oneLine(passage.words) === wording) throw refuseField("wording", "fix.sameWords")
  const { document } = await tx.revision.findUniqueOrThrow({
    where: { id: article.revisionId },
    select: { document: true },
  })
  replaceSpans(parseDocument(document), [{ ...passage, wording }])
}

async function decide(tx: Tx, actor: Actor, fixId: string, revisionId: string | null = null): Promise<void> {
  const data = { decidedAt: new Date(), decidedById: actor.id, revisionId, version: { increment: 1 } }
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

/** Fixes as they are accepted: read before the lock, for their words make the new text. */
async function askedFor(actor: Actor, articleId: string, fixes: z.output<typeof AcceptFixes>["fixes"]) {
  const { workspaceId } = actor
  const rows = await db().fix.findMany({
    where: { id: { in: fixes.map(({ fixId }) => fixId) }, workspaceId, claim: { ...seenBy(actor).claim, articleId } },
    include: { claim: { select: { id: true, number: true, anchors: claimRelations(actor).anchors } } },
  })
  return fixes.map(({ fixId, version, take }) => {
    const fix = rows.find(({ id }) => id === fixId)
    if (!fix) throw refuse("not-found", "fix.notFound")
    if (fix.decidedAt) throw refuse("conflict", "fix.over")
    if (version !== undefined && version !== fix.version) throw changedMeanwhile(fix)
    const { anchors, ...claim } = fix.claim
    const passage = passageOf({ anchors })
    if (!passage) throw refuse("conflict", "fix.noPassage", { params: { number: claim.number } })
    return { fixId, version: fix.version, claim, passage, words: taken(fix, take) }
  })
}

type Asked = Awaited<ReturnType<typeof askedFor>>[number]

/** Where the claim of an accepted fix stands. What is not letter for letter what was reviewed waits for a look. */
function placed(whose: "reviewed" | "others", span: Span | null): Placed {
  if (!span) return { kind: "lost" }
  return whose === "reviewed" ? { kind: "exact", span, contextChanged: false } : { kind: "stale", proposal: span }
}

/** Under the lock: the fix is as it was read, and its claim becomes fixed or cut where its round has said so. */
async function accept(
  tx: Tx,
  actor: Actor,
  { fixId, version, words }: Asked,
  revision: { id: string; number: number },
): Promise<{ told: NewEvent; whose: "reviewed" | "others" }> {
  const { claim, fix } = await fixUnderCheck(tx, actor, fixId, version)
  authorize(actor, "fix.decide", claim)
  const { row } = claim
  const frozen = row.round && RoundSnapshot.parse(row.round.snapshot).fix
  const reviewed = isReviewed(row.state, frozen, { id: fix.id, wording: words.wording })
  const keeps = reviewed && (row.job === "ours" || words.wording !== "")
  const rating = reviewed ? ratingAfter(row.job, words.wording) : null
  if (rating) await tx.verdictDraft.update({ where: { claimId: row.id }, data: { rating } })
  await tx.claim.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
  await decide(tx, actor, fixId, revision.id)
  const payload = { revision: revision.number, words: words.whose, ...(rating && { rating }) }
  return { told: claimEvent("fix.accepted", row, payload), whose: keeps ? "reviewed" : "others" }
}
