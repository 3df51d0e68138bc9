/**
 * Claims that came with a file of Stet's: marked where they were, with their sources and what is drafted of their verdicts.
 * What was decided elsewhere is told in a note and counts for nothing: every one of them is open here, and whoever
 * imported it is an author of what it says.
 */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import { claimEvent, type NewEvent } from "../domain/event"
import type { FoundClaim, FoundThread } from "../domain/found-claim"
import { authorize } from "../domain/policy"
import type { Job, Scale } from "../domain/scale"
import { fitsType } from "../domain/shown"
import type { Actor } from "../domain/workspace"
import { deskWords } from "../messages/translator"
import { placeExcerpts } from "./excerpts"
import { scaleFor } from "./scales"
import { sourceFor } from "./sources"
import { articleUnderCheck, nameAuthor } from "./under-check"
import { watchPage } from "./watching"

type Where = Record<"articleId" | "revisionId", string>
type Kept = FoundClaim & { id: string }

/** Keeps the claims of a new article within its import, and answers what is told of them. */
export async function keepClaims(
  tx: Tx,
  actor: Actor,
  { articleId, revisionId }: Where,
  found: readonly FoundClaim[],
): Promise<NewEvent[]> {
  if (found.length === 0) return []
  const article = await articleUnderCheck(tx, actor, articleId)
  authorize(actor, "claim.mark", article)
  const claims = found.map((claim): Kept => ({ ...claim, id: newId() }))
  await insertClaims(tx, actor, { articleId, revisionId }, claims)
  const sources = await keepEvidence(tx, actor, claims)
  const scales = { ours: await scaleFor(tx, actor, "ours"), theirs: await scaleFor(tx, actor, "theirs") }
  await keepVerdicts(tx, actor, claims, scales)
  await keepFixes(tx, actor, claims)
  await keepThreads(tx, actor, { articleId, revisionId }, claims, await historyWords(tx, actor, scales))
  const worked = claims.filter(({ evidence, verdict, fix }) => evidence.length > 0 || verdict !== null || fix !== null)
  await nameAuthor(
    tx,
    actor,
    worked.map(({ id }) => id),
  )
  return [...claims.map((claim) => claimEvent("claim.marked", { ...claim, articleId })), ...sources]
}

async function insertClaims(tx: Tx, actor: Actor, { articleId, revisionId }: Where, claims: Kept[]): Promise<void> {
  const { workspaceId } = actor
  const claimsMarked = claims.reduce((most, { number }) => Math.max(most, number), 0)
  await tx.article.update({ where: { id: articleId }, data: { claimsMarked } })
  await tx.claim.createMany({
    data: claims.map(({ id, number, job, fields: { claimedOn, ...fields } }) => ({
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      ...{ id, number, workspaceId, articleId, job, markedById: actor.id },
      claimedOn: dateOf(claimedOn),
    })),
  })
  await tx.anchor.createMany({
    data: claims.flatMap(({ id: claimId, anchors }) =>
      anchors.map((anchor, ordinal) => ({ ...anchor, workspaceId, claimId, revisionId, ordinal })),
    ),
  })
}

const dateOf = (day: string | null | undefined) => (day ? new Date(day) : null)

/** Each source once, as it is in the ledger where that has its address. */
async function keepEvidence(tx: Tx, actor: Actor, claims: Kept[]): Promise<NewEvent[]> {
  const { workspaceId, id: accessedById } = actor
  const known = new Map<string, string>()
  const events: NewEvent[] = []
  const quoted = new Set<string>()
  const rows = []
  for (const { id: claimId, evidence: all } of claims) {
    for (const { source: given, evidence } of all) {
      const key = JSON.stringify(given)
      const sourceId = known.get(key) ?? (await sourceOf(tx, actor, given, events))
      known.set(key, sourceId)
      if (evidence.excerpt) quoted.add(sourceId)
      const { stance, locator = null, excerpt = null, note = null } = evidence
      rows.push({ id: newId(), workspaceId, claimId, sourceId, stance, locator, excerpt, note, accessedById })
    }
  }
  await tx.evidence.createMany({ data: rows })
  for (const sourceId of new Set(known.values())) await watchPage(tx, sourceId)
  for (const sourceId of quoted) await placeExcerpts(tx, sourceId)
  return events
}

async function sourceOf(
  tx: Tx,
  actor: Actor,
  given: FoundClaim["evidence"][number]["source"],
  events: NewEvent[],
): Promise<string> {
  // Whoever brings a confidential one reads it.
  const readers = given.confidential ? [actor.id] : []
  const kept = await sourceFor(tx, actor, { ...given, readers })
  events.push(...kept.events)
  return kept.source.id
}

/** The code that a desk has for a rating, by its code there or by its name in any language; null where it has none. */
function codeOf(scale: Scale, { code, label }: NonNullable<FoundClaim["verdict"]>, type: string | null): string | null {
  const known =
    scale.ratings.find((rating) => rating.code === code) ??
    scale.ratings.find((rating) => Object.values(rating.label).includes(label))
  return known && fitsType(known, type) ? known.code : null
}

type Scales = Record<Job, Scale>

async function keepVerdicts(tx: Tx, actor: Actor, claims: Kept[], scales: Scales): Promise<void> {
  const rows = claims.flatMap(({ id: claimId, job, fields, verdict }) => {
    const rating = verdict && codeOf(scales[job], verdict, fields.type ?? null)
    if (!verdict || !rating) return []
    const { conclusion = null, explanation = null, workingNote = null } = verdict
    const words = { conclusion, explanation, workingNote }
    const days = { asOf: dateOf(verdict.asOf), recheckOn: dateOf(verdict.recheckOn) }
    const by = { workspaceId: actor.workspaceId, scaleId: scales[job].id, draftedById: actor.id }
    return [{ claimId, rating, ...words, ...days, ...by }]
  })
  await tx.verdictDraft.createMany({ data: rows })
}

async function keepFixes(tx: Tx, { workspaceId, id: proposedById }: Actor, claims: Kept[]): Promise<void> {
  const rows = claims.flatMap(({ id: claimId, fix }) => {
    return fix ? [{ id: newId(), workspaceId, claimId, ...fix, proposedById }] : []
  })
  await tx.fix.createMany({ data: rows })
}

type HistoryWords = (claim: FoundClaim) => string | null

/** What was decided elsewhere, and a rating that this desk has not, in the words of a note. */
async function historyWords(tx: Tx, { id }: Actor, scales: Scales): Promise<HistoryWords> {
  const select = { user: { select: { language: true } } }
  const { user } = await tx.membership.findUniqueOrThrow({ where: { id }, select })
  const say = await deskWords(user.language ?? "en")
  return ({ history, verdict, job, fields }) => {
    const isKnown = verdict === null || codeOf(scales[job], verdict, fields.type ?? null) !== null
    const rated = isKnown ? [] : [[verdict.label, verdict.conclusion, verdict.explanation].filter(Boolean).join(": ")]
    const deeds = history.map(({ what, by, on, note }) => say(`history.${what}`, { by, on, note: note ?? "" }).trim())
    const lines = [...rated, ...deeds]
    return lines.length === 0 ? null : [say("history.head"), ...lines].join("\n\n").slice(0, 10_000)
  }
}

async function keepThreads(tx: Tx, actor: Actor, where: Where, claims: Kept[], historyOf: HistoryWords): Promise<void> {
  const common = { ...where, workspaceId: actor.workspaceId, writtenById: actor.id, quote: "" }
  const said = claims.flatMap(({ id: claimId, threads }) =>
    threads.map((thread) => threadRows({ ...common, claimId }, actor, thread)),
  )
  const notes = claims.flatMap((claim) => {
    const body = historyOf(claim)
    return body === null ? [] : [{ ...common, id: newId(), claimId: claim.id, kind: "note" as const, body }]
  })
  await tx.comment.createMany({ data: [...said.flatMap(([first]) => first ?? []), ...notes] })
  await tx.comment.createMany({ data: said.flatMap(([, ...replies]) => replies) })
}

/** A thread as it was said, by whom is told by name; nobody here has to answer what was asked elsewhere. */
function threadRows<Common extends object>(common: Common, actor: Actor, { kind, resolvedAt, comments }: FoundThread) {
  const first = newId()
  return comments.map(({ body, by, at, answer }, index) => ({
    ...common,
    ...{ id: index === 0 ? first : newId(), kind, body, answer, saidBy: by, createdAt: new Date(at) },
    ...(index > 0 && { threadId: first }),
    ...(index === 0 && resolvedAt !== null && { resolvedAt: new Date(resolvedAt), resolvedById: actor.id }),
  }))
}
