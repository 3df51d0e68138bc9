/**
 * Claims that came with a file of Stet's: marked where they were, with their sources, sums and contacts, and what is drafted
 * of their verdicts. What was decided elsewhere is told in a note (found-words.ts) and counts for nothing: every one of them
 * is open here, and whoever imported it is an author of what it says.
 */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import { claimEvent, type NewEvent } from "../domain/event"
import type { FoundClaim, FoundContact, FoundEvidence, FoundWork } from "../domain/found-claim"
import { authorize } from "../domain/policy"
import type { Job, Scale } from "../domain/scale"
import { fitsType } from "../domain/shown"
import type { Actor } from "../domain/workspace"
import { placeExcerpts } from "./excerpts"
import { keepWords } from "./found-words"
import { drawOpinions } from "./opinions"
import { scaleFor } from "./scales"
import { sourceFor } from "./sources"
import { articleUnderCheck, nameAuthor } from "./under-check"
import { watchPage } from "./watching"
import { sawVerdicts } from "./who-saw"

type Where = Record<"articleId" | "revisionId", string>
type Kept = FoundClaim & { id: string }

/** Keeps what came with a new article within its import, and answers what is told of it. */
export async function keepWork(tx: Tx, actor: Actor, where: Where, found: FoundWork): Promise<NewEvent[]> {
  const { contacts, threads, nothingToCheck } = found
  if (found.claims.length + threads.length + nothingToCheck.length === 0) return []
  const { articleId } = where
  const article = await articleUnderCheck(tx, actor, articleId)
  authorize(actor, "claim.mark", article)
  const claims = found.claims.map((claim): Kept => ({ ...claim, id: newId() }))
  await insertClaims(tx, actor, where, claims)
  const sources = await keepEvidence(tx, actor, claims)
  await keepContacts(tx, actor, claims, contacts)
  const scales = { ours: await scaleFor(tx, actor, "ours"), theirs: await scaleFor(tx, actor, "theirs") }
  const drafted = await keepVerdicts(tx, actor, { articleId, claims, scales })
  await keepFixes(tx, actor, claims)
  const isRated = ({ job, fields, verdict }: Kept) => !verdict || codeOf(scales[job], verdict, fields.type) !== null
  await keepWords(tx, actor, { ...where, article }, { claims: claims.map(withRated(isRated)), threads, nothingToCheck })
  await nameAuthor(tx, actor, worked(claims, contacts))
  const marked = claims.map((claim) => ({ ...claim, articleId }))
  const drawn = await drawOpinions(tx, actor, marked)
  // Whoever brought them in has read them: drawn for a second opinion, they are another's.
  await sawVerdicts(
    tx,
    actor,
    claims.map(({ id }) => id),
  )
  return [...marked.map((claim) => claimEvent("claim.marked", claim)), ...drafted, ...sources, ...drawn]
}

const withRated = (isRated: (claim: Kept) => boolean) => (claim: Kept) => ({ ...claim, isRated: isRated(claim) })

/** Claims with something that a round freezes: whoever brought it in is its author here. */
function worked(claims: readonly Kept[], contacts: readonly FoundContact[]): string[] {
  const asked = new Set(contacts.flatMap(({ claims: numbers }) => numbers))
  const isWorked = ({ number, evidence, calculations, verdict, fix }: Kept) =>
    evidence.length + calculations.length > 0 || verdict !== null || fix !== null || asked.has(number)
  return claims.filter(isWorked).map(({ id }) => id)
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

/** Each source once, as it is in the ledger where that has its address; sums with what they rest on. */
async function keepEvidence(tx: Tx, actor: Actor, claims: Kept[]): Promise<NewEvent[]> {
  const { workspaceId, id: accessedById } = actor
  const known = new Map<string, string>()
  const events: NewEvent[] = []
  const quoted = new Set<string>()
  const rows = []
  const sums = []
  for (const { id: claimId, evidence: all, calculations } of claims) {
    const byKey = new Map<string, string>()
    for (const { source: given, evidence, ...one } of all) {
      // A confidential one is never taken for an open one, whatever a file calls both.
      const key = one.sourceKey === null ? JSON.stringify(given) : `${one.sourceKey} ${given.confidential}`
      const sourceId = known.get(key) ?? (await sourceOf(tx, actor, given, events))
      known.set(key, sourceId)
      if (evidence.excerpt) quoted.add(sourceId)
      const { stance, locator = null, excerpt = null, note = null } = evidence
      const id = newId()
      if (one.key !== null) byKey.set(one.key, id)
      const cited = { id, workspaceId, claimId, sourceId, stance, locator, excerpt, note, accessedById }
      rows.push({ ...cited, ...lookedAt(one) })
    }
    sums.push(...calculations.map((sum) => sumRows(actor, { claimId, byKey }, sum)))
  }
  await tx.evidence.createMany({ data: rows })
  await tx.calculation.createMany({ data: sums.map(({ sum }) => sum) })
  await tx.calculationInput.createMany({ data: sums.flatMap(({ inputs }) => inputs) })
  for (const sourceId of new Set(known.values())) await watchPage(tx, sourceId)
  for (const sourceId of quoted) await placeExcerpts(tx, sourceId)
  return events
}

/** When somebody looked at it last, and why somebody should again. */
function lookedAt({ accessedAt, flag }: Pick<FoundEvidence, "accessedAt" | "flag">) {
  return {
    ...(accessedAt !== null && { accessedAt: new Date(accessedAt) }),
    ...(flag && { flag: flag.why, flaggedAt: new Date(flag.at) }),
  }
}

function sumRows(
  { workspaceId, id: createdById }: Actor,
  { claimId, byKey }: { claimId: string; byKey: ReadonlyMap<string, string> },
  { inputs, ...sum }: FoundClaim["calculations"][number],
) {
  const id = newId()
  return {
    sum: { ...sum, id, workspaceId, claimId, createdById },
    inputs: inputs.map(({ evidenceId, ...input }, ordinal) => ({
      ...{ ...input, workspaceId, calculationId: id, ordinal },
      evidenceId: evidenceId === null ? null : (byKey.get(evidenceId) ?? null),
    })),
  }
}

/** Whom another desk asked. Whoever brought it in has recorded it, here; nobody is reminded of what they did not ask. */
async function keepContacts(tx: Tx, actor: Actor, claims: Kept[], found: readonly FoundContact[]): Promise<void> {
  const { workspaceId, id: createdById } = actor
  const ids = new Map(claims.map(({ number, id }) => [number, id]))
  const contacts = found.map((one) => ({ ...one, id: newId() }))
  await tx.contact.createMany({
    data: contacts.map(({ id, contact }) => ({ ...contact, id, workspaceId, createdById, remindedAt: new Date() })),
  })
  await tx.contactClaim.createMany({
    data: contacts.flatMap(({ id: contactId, claims: numbers }) =>
      numbers.flatMap((number) => {
        const claimId = ids.get(number)
        return claimId === undefined ? [] : [{ workspaceId, contactId, claimId }]
      }),
    ),
  })
}

async function sourceOf(tx: Tx, actor: Actor, given: FoundEvidence["source"], events: NewEvent[]): Promise<string> {
  // Whoever brings a confidential one reads it.
  const readers = given.confidential ? [actor.id] : []
  const kept = await sourceFor(tx, actor, { ...given, readers })
  events.push(...kept.events)
  return kept.source.id
}

/** The code that a desk has for a rating, by its code there or by its name in any language; null where it has none. */
function codeOf(
  scale: Scale,
  { code, label }: NonNullable<FoundClaim["verdict"]>,
  type: string | null = null,
): string | null {
  const known =
    scale.ratings.find((rating) => rating.code === code) ??
    scale.ratings.find((rating) => Object.values(rating.label).includes(label))
  return known && fitsType(known, type) ? known.code : null
}

type Scales = Record<Job, Scale>

/** Answers that each is drafted: from then on whoever reads it is no blind second. */
async function keepVerdicts(
  tx: Tx,
  actor: Actor,
  { articleId, claims, scales }: { articleId: string; claims: Kept[]; scales: Scales },
): Promise<NewEvent[]> {
  const rows = claims.flatMap(({ id: claimId, job, fields, verdict }) => {
    const rating = verdict && codeOf(scales[job], verdict, fields.type)
    if (!verdict || !rating) return []
    const { conclusion = null, explanation = null, workingNote = null } = verdict
    const words = { conclusion, explanation, workingNote }
    const days = { asOf: dateOf(verdict.asOf), recheckOn: dateOf(verdict.recheckOn) }
    const by = { workspaceId: actor.workspaceId, scaleId: scales[job].id, draftedById: actor.id }
    return [{ claimId, rating, ...words, ...days, ...by }]
  })
  await tx.verdictDraft.createMany({ data: rows })
  const ratings = new Map(rows.map(({ claimId, rating }) => [claimId, rating]))
  return claims.flatMap(({ id, number }) => {
    const rating = ratings.get(id)
    return rating ? [claimEvent("verdict.drafted", { id, articleId, number }, { changed: ["rating"], rating })] : []
  })
}

async function keepFixes(tx: Tx, { workspaceId, id: proposedById }: Actor, claims: Kept[]): Promise<void> {
  const rows = claims.flatMap(({ id: claimId, fix }) => {
    return fix ? [{ id: newId(), workspaceId, claimId, ...fix, proposedById }] : []
  })
  await tx.fix.createMany({ data: rows })
}
