/**
 * Fixes: wording proposed for a claim's passage, the author's answer, and an editor's decision, which makes a revision.
 * Offsets are UTF-16 code units.
 */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Placed, Span } from "../anchor"
import { db, type Tx } from "../db"
import { replaceSpans } from "../document/replace-spans"
import type { ClaimView } from "../domain/claim"
import { claimEvent, type NewEvent } from "../domain/event"
import {
  overlapping,
  taken,
  type AcceptFixes,
  type AnswerFix,
  type DeclineFix,
  type DropFix,
  type FixItem,
  type FixList,
  type ProposeFix,
} from "../domain/fix"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { RevisionResult } from "../domain/revision"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { baseOf, takePlace } from "./revising"
import { claimRelations, seenBy } from "./seen-by"
import { claimUnderCheck, viewOf, writeEdit, type ClaimUnderCheck } from "./under-check"
import { fixView } from "./verdict-views"

/** Proposes wording for a claim's passage, or another wording than before, which the author has then not answered. */
export function proposeFix(
  actor: Actor,
  { claimId, version, wording, reason }: z.output<typeof ProposeFix>,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "fix.propose", claim)
    const passage = passageOf(claim.row)
    if (passage?.words === wording) throw refuse("invalid", "fix.sameWords")
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
): Promise<RevisionResult> {
  const base = await baseOf(actor, articleId, baseId)
  const asked = await Promise.all(fixes.map((fix) => askedFor(actor, articleId, fix)))
  const { document, spans } = replaceSpans(
    base.document,
    asked.map(({ passage, words }) => ({ ...passage, ...words })),
  )
  const decided = new Map<string, Placed>()
  return takePlace(actor, base, {
    document,
    origin: "fix",
    told: { claims: asked.map(({ claim }) => claim.number) },
    decided,
    also: async (tx, revision) => {
      const events: NewEvent[] = []
      for (const [at, one] of asked.entries()) {
        const { told, whose } = await accept(tx, actor, one, revision)
        decided.set(one.claim.id, placed(whose, spans[at] ?? null))
        events.push(told)
      }
      return events
    },
  })
}

/** The fixes of an article that wait for an answer or a decision, in the order of the text. */
export async function listFixes(actor: Actor, articleId: string): Promise<FixList> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, language: true },
      revision: { select: { id: true, number: true, text: true } },
    },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const { text, ...revision } = article.revision
  const { anchors, fixes } = claimRelations(actor)
  const claims = await db().claim.findMany({
    where: { articleId, ...seenBy(actor).claim, fixes: { some: fixes.where } },
    select: { ...{ id: true, number: true, job: true, state: true, statement: true }, anchors, fixes },
    orderBy: { number: "asc" },
  })
  const { id, title, language } = article
  return {
    article: { id, title, language },
    revision,
    items: itemsOf(text, claims),
    accepted: await acceptedFixes(actor, articleId),
  }
}

const UNANSWERED = { answer: null, answerWording: null, answerReason: null, answeredById: null, answeredAt: null }

type Row = Pick<ClaimUnderCheck["row"], "id" | "number" | "job" | "state" | "statement" | "anchors" | "fixes">

/** The one passage that a claim stands on, where it is certain. */
function passageOf({ anchors }: Pick<Row, "anchors">): (Span & { words: string }) | null {
  const [only, another] = anchors
  if (!only || another || only.start === null || only.end === null || only.placement === "stale") return null
  return { start: only.start, end: only.end, words: only.quote }
}

async function decide(tx: Tx, actor: Actor, fixId: string, revisionId: string | null = null): Promise<void> {
  const data = { decidedAt: new Date(), decidedById: actor.id, revisionId, version: { increment: 1 } }
  await tx.fix.update({ where: { id: fixId }, data })
}

/** Locks the claim of a fix that nobody has decided on. */
async function fixUnderCheck(tx: Tx, actor: Actor, fixId: string, version?: number) {
  const found = await tx.fix.findFirst({
    where: { id: fixId, workspaceId: actor.workspaceId, claim: seenBy(actor).claim },
    select: { claimId: true },
  })
  if (!found) throw refuse("not-found", "fix.notFound")
  const claim = await claimUnderCheck(tx, actor, found.claimId)
  const fix = claim.row.fixes.find((one) => one.id === fixId)
  if (!fix) throw refuse("conflict", "fix.over")
  if (version !== undefined && version !== fix.version) throw refuse("conflict", "fix.changed")
  return { claim, fix }
}

/** A fix as it is accepted: read before the lock, for its words make the new text. */
async function askedFor(
  actor: Actor,
  articleId: string,
  { fixId, version, take }: z.output<typeof AcceptFixes>["fixes"][number],
) {
  const fix = await db().fix.findFirst({
    where: { id: fixId, workspaceId: actor.workspaceId, claim: { ...seenBy(actor).claim, articleId } },
    include: { claim: { select: { id: true, number: true, anchors: claimRelations(actor).anchors } } },
  })
  if (!fix) throw refuse("not-found", "fix.notFound")
  if (fix.decidedAt) throw refuse("conflict", "fix.over")
  if (version !== undefined && version !== fix.version) throw refuse("conflict", "fix.changed")
  const passage = passageOf(fix.claim)
  const { id, number } = fix.claim
  if (!passage) throw refuse("conflict", "fix.noPassage", { params: { number } })
  return { fixId, version: fix.version, claim: { id, number }, passage, words: taken(fix, take) }
}

type Asked = Awaited<ReturnType<typeof askedFor>>

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
  const { claim } = await fixUnderCheck(tx, actor, fixId, version)
  authorize(actor, "fix.decide", claim)
  const { row } = claim
  const reviewed = row.state === "approved" && words.whose === "proposed"
  const rating = words.wording === "" ? "cut" : "fixed"
  if (reviewed && row.job === "ours") await tx.verdictDraft.update({ where: { claimId: row.id }, data: { rating } })
  await tx.claim.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
  await decide(tx, actor, fixId, revision.id)
  const told = claimEvent("fix.accepted", row, { revision: revision.number, words: words.whose })
  return { told, whose: reviewed ? "reviewed" : "others" }
}

/** So many code units on either side are enough to read a passage by. */
const AROUND = 120

function itemsOf(text: string, claims: Row[]): FixItem[] {
  const passages = claims.flatMap((claim) => {
    const passage = passageOf(claim)
    return passage ? [{ ...passage, number: claim.number }] : []
  })
  const items = claims.flatMap(({ anchors: _, fixes, ...claim }) => {
    const fix = fixView(fixes)
    const at = passages.find(({ number }) => number === claim.number) ?? null
    const passage = at && {
      ...{ start: at.start, end: at.end, words: at.words },
      before: text.slice(Math.max(text.lastIndexOf("\n", at.start - 1) + 1, at.start - AROUND), at.start),
      after: text.slice(at.end, at.end + AROUND).split("\n", 1)[0] ?? "",
    }
    return fix ? [{ fix, claim, passage, conflicts: overlapping(at, passages) }] : []
  })
  const place = ({ passage }: FixItem) => passage?.start ?? text.length
  return items.sort((one, other) => place(one) - place(other) || one.claim.number - other.claim.number)
}

/** So many of the accepted ones are told of: the rest is in the history. */
const MOST_ACCEPTED = 50

async function acceptedFixes(actor: Actor, articleId: string): Promise<FixList["accepted"]> {
  const rows = await db().fix.findMany({
    where: { claim: { ...seenBy(actor).claim, articleId }, revisionId: { not: null } },
    select: {
      ...{ wording: true, answer: true, answerWording: true },
      claim: { select: { number: true } },
      revision: { select: { number: true } },
    },
    orderBy: { decidedAt: "desc" },
    take: MOST_ACCEPTED,
  })
  return rows.map(({ wording, claim, revision }) => ({
    number: claim.number,
    wording,
    revision: revision?.number ?? 0,
  }))
}
