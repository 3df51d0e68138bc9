/**
 * Accepting fixes: an editor's yes, which puts their words into the text and so makes a revision. The new text is made
 * before the lock; under it, fixes and passages are what they were or nothing goes in. Offsets are UTF-16 code units.
 */
import type { z } from "zod"
import type { Placed, Span } from "../anchor"
import { db, type Tx } from "../db"
import { replaceSpans } from "../document/replace-spans"
import { claimEvent, type NewEvent } from "../domain/event"
import {
  changedMeanwhile,
  inOneSentence,
  isReviewed,
  isSamePassage,
  ratingAfter,
  taken,
  type AcceptFix,
  type AcceptFixes,
  type FixesAccepted,
} from "../domain/fix"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { RoundSnapshot } from "../domain/round"
import type { Actor } from "../domain/workspace"
import { sentencesIn } from "./coverage"
import { baseOf, takePlace, type Base } from "./revising"
import { claimRelations, seenBy, verdictAuthors } from "./seen-by"
import { openTo } from "./blind"
import { articleUnderCheck } from "./under-check"
import { passageOf } from "./verdict-views"

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
  let accepted: Accepted[] = []
  const result = await takePlace(actor, base, {
    document,
    origin: "fix",
    told: { claims: asked.map(({ claim }) => claim.number) },
    decided,
    also: async (tx, revision) => {
      accepted = (await underCheck(tx, actor, base, asked)).map((one) => ({ ...one, ...outcomeOf(one) }))
      const beside = await besideOthers(
        tx,
        [base.revisionId, asked.map(({ passage }) => passage)],
        [revision.id, spans],
      )
      accepted.forEach((one, at) => {
        decided.set(one.row.id, placed(one, spans[at] ?? null, beside.has(at) ? "other" : "same"))
      })
      await write(tx, actor, accepted, revision.id)
      return accepted.map((one) => told(one, revision.number))
    },
  })
  const { stale, lost, contextChanged } = result.placements
  const fixed = accepted.filter(({ keeps }) => keeps)
  const cut = fixed.filter(({ words }) => words.wording === "").length
  return { ...result, fixed: fixed.length, look: stale + contextChanged + lost - cut }
}

/** An editor's yes to one fix, by itself. */
export async function acceptFix(
  actor: Actor,
  { fixId, version, take = "proposed" }: AcceptFix,
): Promise<FixesAccepted> {
  const claim = { ...seenBy(actor).claim, ...openTo(actor) }
  const about = { id: fixId, workspaceId: actor.workspaceId, claim }
  const found = await db().fix.findFirst({ where: about, select: { claim: { select: { articleId: true } } } })
  if (!found) throw refuse("not-found", "fix.notFound")
  const { articleId } = found.claim
  return acceptFixes(actor, { articleId, fixes: [{ fixId, version, take }] })
}

/** Fixes as they are accepted: read before the lock, for their words make the new text. */
async function askedFor(actor: Actor, articleId: string, fixes: z.output<typeof AcceptFixes>["fixes"]) {
  const { workspaceId } = actor
  const rows = await db().fix.findMany({
    where: {
      id: { in: fixes.map(({ fixId }) => fixId) },
      workspaceId,
      claim: { ...seenBy(actor).claim, ...openTo(actor), articleId },
    },
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

/** Under the lock: fixes with their claims, if they are as they were read. The new text stands already, so anchors are those of the old one. */
async function underCheck(tx: Tx, actor: Actor, { articleId, revisionId }: Base, asked: readonly Asked[]) {
  const article = await articleUnderCheck(tx, actor, articleId)
  const { fixes, authors, round } = claimRelations(actor)
  const rows = await tx.claim.findMany({
    where: { id: { in: asked.map(({ claim }) => claim.id) }, ...seenBy(actor).claim, ...openTo(actor) },
    select: {
      ...{
        id: true,
        articleId: true,
        number: true,
        job: true,
        state: true,
        priority: true,
        signOffId: true,
        fixes,
        authors,
        round,
      },
      anchors: { where: { revisionId }, orderBy: { ordinal: "asc" } },
    },
  })
  return asked.map(({ fixId, version, claim, passage, words }) => {
    const row = rows.find(({ id }) => id === claim.id)
    if (!row) throw refuse("not-found", "fix.notFound")
    authorize(actor, "fix.decide", { article, priority: row.priority, authorIds: verdictAuthors(row) })
    if (row.signOffId) throw refuse("conflict", "claim.signedOff", { params: { number: row.number } })
    const fix = row.fixes.find(({ id }) => id === fixId)
    if (!fix) throw refuse("conflict", "fix.over")
    if (fix.version !== version || !isSamePassage(passageOf(row), passage)) throw changedMeanwhile(fix)
    return { row, fix, words }
  })
}

type UnderCheck = Awaited<ReturnType<typeof underCheck>>[number]

/** Whether words go in as their claim's round froze them, and so keep its approval; and what its tick becomes by it. */
function outcomeOf({ row, fix, words: { wording } }: UnderCheck) {
  const frozen = row.round && RoundSnapshot.parse(row.round.snapshot).fix
  const reviewed = isReviewed(row.state, frozen, { id: fix.id, wording })
  return {
    keeps: reviewed && (row.job === "ours" || wording !== ""),
    rating: reviewed ? ratingAfter(row.job, wording) : null,
  }
}

type Accepted = UnderCheck & ReturnType<typeof outcomeOf>

/** Which of the passages share a sentence with another that changes too, in the text before or in the new one. */
async function besideOthers(tx: Tx, ...texts: [revisionId: string, passages: readonly (Span | null)[]][]) {
  const found = new Set<number>()
  for (const [revisionId, passages] of texts) {
    for (const at of inOneSentence(passages, await sentencesIn(tx, revisionId))) found.add(at)
  }
  return found
}

/**
 * Where the claim of an accepted fix stands. What is not letter for letter what was reviewed waits for a look; so does
 * what was, where other fixes make another sentence of the one around it, or a new one has not been looked at before.
 */
function placed({ row, keeps }: Accepted, span: Span | null, context: "same" | "other"): Placed {
  if (!span) return { kind: "lost" }
  if (!keeps) return { kind: "stale", proposal: span }
  const waited = row.anchors.some(({ contextChanged }) => contextChanged)
  return { kind: "exact", span, contextChanged: context === "other" || waited }
}

async function write(tx: Tx, actor: Actor, accepted: readonly Accepted[], revisionId: string): Promise<void> {
  for (const rating of ["fixed", "cut"] as const) {
    const claimId = { in: accepted.filter((one) => one.rating === rating).map(({ row }) => row.id) }
    if (claimId.in.length > 0) await tx.verdictDraft.updateMany({ where: { claimId }, data: { rating } })
  }
  const claims = { id: { in: accepted.map(({ row }) => row.id) } }
  await tx.claim.updateMany({ where: claims, data: { version: { increment: 1 } } })
  const data = { decidedAt: new Date(), decidedById: actor.id, revisionId, version: { increment: 1 } }
  await tx.fix.updateMany({ where: { id: { in: accepted.map(({ fix }) => fix.id) } }, data })
}

function told({ row, words, rating }: Accepted, revision: number): NewEvent {
  return claimEvent("fix.accepted", row, { revision, words: words.whose, ...(rating && { rating }) })
}
