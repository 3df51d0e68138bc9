/**
 * Loading what an act is about: locked, and scoped to what its actor may see. An article's row is the lock under which
 * everything of it changes; the version checked is that of the record edited, so two people on two claims never conflict.
 */
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import { afterAnswer, afterEdit, type Reopening } from "../domain/claim"
import { claimEvent, OPEN_ACTS, sourcesIn, type EventSubjects, type NewEvent } from "../domain/event"
import type { ArticleSubject, ClaimSubject } from "../domain/policy"
import { refuse, type Refusal, type RefusalParams } from "../domain/refusal"
import type { GoneOut } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import { opinionsOn } from "./opinion-views"
import { claimRelations, claimViewOf, person, seenAmong, seenBy, verdictAuthors, type ClaimRow } from "./seen-by"

/** An article locked for a change, with what the policy asks of it. */
export interface ArticleUnderCheck extends ArticleSubject {
  id: string
  version: number
  revisionId: string
  claimsMarked: number
  goneOut: GoneOut | null
  dueAt: Date | null
}

/** A claim locked for a change. */
export interface ClaimUnderCheck extends ClaimSubject {
  row: ClaimRow
  article: ArticleUnderCheck
}

/** Locks an article. Refuses with `not-found` what the actor may not see, with `conflict` one that is put away. */
export async function articleUnderCheck(tx: Tx, actor: Actor, articleId: string): Promise<ArticleUnderCheck> {
  const article = await articleOrArchived(tx, actor, articleId)
  if (article.archivedAt) throw refuse("conflict", "article.archived")
  return article
}

/** Locks an article, also one that is put away. Refuses with `not-found` what the actor may not see. */
export async function articleOrArchived(
  tx: Tx,
  actor: Actor,
  articleId: string,
): Promise<ArticleUnderCheck & { archivedAt: Date | null }> {
  await tx.$queryRaw`
    SELECT 1 FROM "Article" WHERE "id" = ${articleId}::uuid AND "workspaceId" = ${actor.workspaceId}::uuid FOR NO KEY UPDATE`
  return seenArticle(tx, actor, articleId)
}

/** An article without its lock, for what changes nothing of it. Refuses as `articleUnderCheck` does. */
export async function articleUnlocked(tx: Tx, actor: Actor, articleId: string): Promise<ArticleUnderCheck> {
  const article = await seenArticle(tx, actor, articleId)
  if (article.archivedAt) throw refuse("conflict", "article.archived")
  return article
}

async function seenArticle(tx: Tx, actor: Actor, articleId: string) {
  const row = await tx.article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    include: { authors: { select: { membershipId: true } } },
  })
  return asSubject(row)
}

/** An article's row as acts know it. Refuses with `not-found` one without a text. */
export function asSubject(
  row: Prisma.ArticleGetPayload<{ include: { authors: { select: { membershipId: true } } } }> | null | undefined,
): ArticleUnderCheck & { archivedAt: Date | null } {
  if (!row?.revisionId) throw refuse("not-found", "article.notFound")
  const { id, version, revisionId, claimsMarked, leadId, goneOut, dueAt, archivedAt } = row
  const authorIds = membersAmong(row.authors)
  return { id, version, revisionId, claimsMarked, leadId, goneOut, dueAt, archivedAt, authorIds }
}

/** Locks articles, in the order of their ids. */
export async function lockArticles(tx: Tx, workspaceId: string, articleIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Article" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY (${[...new Set(articleIds)]}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE`
}

/**
 * Locks a claim by its article. Refuses with `not-found` what is withdrawn or not for the actor to see, with `conflict`
 * another version, and one that has gone out.
 */
export async function claimUnderCheck(
  tx: Tx,
  actor: Actor,
  claimId: string,
  version?: number,
): Promise<ClaimUnderCheck> {
  return inHand(await claimOrSigned(tx, actor, claimId, version))
}

/** Locks a claim, also one that has gone out: for what changes nothing of what went out. */
export function claimOrSigned(tx: Tx, actor: Actor, claimId: string, version?: number): Promise<ClaimUnderCheck> {
  return locked(tx, actor, { id: claimId, ...seenBy(actor).claim }, version)
}

/** The same in an article that may be put away: for what is said about what went out. */
export function claimOrArchived(tx: Tx, actor: Actor, claimId: string): Promise<ClaimUnderCheck> {
  return locked(tx, actor, { id: claimId, ...seenBy(actor).claim }, undefined, { ...USUAL, load: articleOrArchived })
}

/** Locks a claim also for who may not see its verdict: for what neither tells of that nor touches it. */
export function claimOrHidden(tx: Tx, actor: Actor, claimId: string, version?: number): Promise<ClaimUnderCheck> {
  return locked(tx, actor, { id: claimId, ...seenBy(actor).claim }, version, { ...USUAL, verdict: "may be hidden" })
}

/** The same of one that has not gone out: what is arranged around it. */
export async function claimInHand(tx: Tx, actor: Actor, claimId: string, version?: number): Promise<ClaimUnderCheck> {
  return inHand(await claimOrHidden(tx, actor, claimId, version))
}

/** Refuses with `conflict` what has gone out. */
export function inHand(claim: ClaimUnderCheck): ClaimUnderCheck {
  if (claim.row.signOffId) throw refuse("conflict", "claim.signedOff", { params: { number: claim.row.number } })
  return claim
}

/** Locks a claim that was withdrawn. Refuses with `not-found` what is not, or not for the actor to see. */
export function withdrawnUnderCheck(tx: Tx, actor: Actor, claimId: string, version?: number): Promise<ClaimUnderCheck> {
  return locked(tx, actor, { ...seenBy(actor).claim, id: claimId, withdrawnAt: { not: null } }, version)
}

/** Which claims are taken besides those whose verdict their actor sees, in articles that are not put away. */
const USUAL = { verdict: "is seen" as "is seen" | "may be hidden", load: articleUnderCheck }

async function locked(
  tx: Tx,
  actor: Actor,
  where: Prisma.ClaimWhereInput,
  version: number | undefined,
  { verdict, load } = USUAL,
): Promise<ClaimUnderCheck> {
  const found = await tx.claim.findFirst({ where, select: { articleId: true } })
  if (!found) throw refuse("not-found", "claim.notFound")
  const article = await load(tx, actor, found.articleId)
  const row = await tx.claim.findFirst({ where, include: claimRelations(actor) })
  if (!row) throw refuse("not-found", "claim.notFound")
  const isBlind = (await opinionsOn(tx, actor, [row.id])).get(row.id)?.blind ?? false
  // Whatever there is of a verdict, or is not: this says the same.
  if (isBlind && verdict === "is seen")
    throw refuse("conflict", "opinion.lookInFirst", { params: { number: row.number } })
  const claim = { row, article, priority: row.priority, authorIds: verdictAuthors(row) }
  await assertVersion(tx, actor, claim, { version, isBlind })
  return claim
}

/** Refuses with `conflict`, and with what is there now, a version that is not the claim's for its actor. */
export async function assertVersion(
  tx: Tx,
  actor: Actor,
  { row, article }: ClaimUnderCheck,
  { version, isBlind }: { version: number | undefined; isBlind: boolean },
): Promise<void> {
  const now = isBlind ? row.openVersion : row.version
  if (version === undefined || version === now) return
  const current = await claimViewOf(tx, actor, row, article.revisionId)
  const about = isBlind ? { claimId: row.id, act: { in: [...OPEN_ACTS] } } : { claimId: row.id }
  const params = { number: row.number }
  throw await outdated(tx, actor, about, { noun: "claim", seen: version, now, current, params })
}

/** The memberships among an article's authors, who may also be mere names. */
export function membersAmong(authors: { membershipId: string | null }[]): string[] {
  return authors.flatMap((author) => author.membershipId ?? [])
}

/** The claim as its actor sees it after the change, read in the same transaction. */
export async function viewOf(tx: Tx, actor: Actor, claim: ClaimUnderCheck) {
  const row = await tx.claim.findUniqueOrThrow({ where: { id: claim.row.id }, include: claimRelations(actor) })
  return claimViewOf(tx, actor, row, claim.article.revisionId)
}

/**
 * Writes an edit of a claim or of what its verdict rests on: bumps the version, and where a round would freeze what
 * changed, names the editor as an author of the next round and lets an approval fall, or what was checked. Answers the events that tell it.
 */
export function writeEdit(tx: Tx, actor: Actor, claim: ClaimUnderCheck, edit: ClaimEdit): Promise<Told> {
  return write(tx, actor, claim, { ...edit, after: afterEdit(claim.row, edit.frozen) })
}

/** The same for what somebody answered, which may come in while the claim is in review: its round stays as it was sent. */
export function writeAnswer(tx: Tx, actor: Actor, claim: ClaimUnderCheck, edit: ClaimEdit): Promise<Told> {
  return write(tx, actor, claim, { ...edit, after: afterAnswer(claim.row, edit.frozen) })
}

interface ClaimEdit {
  /** What of it a round would freeze. */
  frozen: string[]
  fields?: Prisma.ClaimUncheckedUpdateInput
  told: NewEvent
}

/** What an editor let stand was the verdict that was approved. */
export const NOT_LET_STAND = { letStandReason: null, letStandById: null, letStandAt: null }

type Told = [NewEvent, ...NewEvent[]]

async function write(
  tx: Tx,
  actor: Actor,
  { row }: ClaimUnderCheck,
  { frozen, fields, told, after }: ClaimEdit & { after: Reopening },
): Promise<Told> {
  await tx.claim.update({
    where: { id: row.id },
    data: {
      ...fields,
      version: { increment: 1 },
      ...(after.falls && { state: after.state, roundId: null, ...NOT_LET_STAND }),
    },
  })
  if (after.falls === "approval") await startAnew(tx, row)
  if (frozen.length > 0) await nameAuthor(tx, actor, [row.id])
  if (!after.falls) return [told]
  // Whoever may not know of the source or the contact may not be told that it changed either.
  const { source, sources, contact } = told.subjects
  const subjects = {
    ...(row.roundId && { round: row.roundId }),
    ...(source && { source }),
    ...(sources && { sources }),
    ...(contact && { contact }),
  }
  return [told, claimEvent(`${after.falls}.withdrawn`, row, { changed: frozen }, subjects)]
}

/** Names whoever acts as an author of the next round of each claim, from now on; cut to milliseconds as rounds' times are. */
export async function nameAuthor(tx: Tx, actor: Actor, claimIds: string[]): Promise<void> {
  const { workspaceId, id } = actor
  await tx.$executeRaw`
    INSERT INTO "ClaimAuthor" ("workspaceId", "claimId", "membershipId", "since")
    SELECT ${workspaceId}::uuid, "id", ${id}::uuid, date_trunc('milliseconds', clock_timestamp()) FROM "Claim"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY (${claimIds}::uuid[])
    ORDER BY "id"
    ON CONFLICT ("claimId", "membershipId") DO UPDATE SET "since" = excluded."since"`
}

/** After an approval the count of authors starts anew, but for who changed a cited source since the round was sent. */
export async function startAnew(tx: Tx, { id, round }: ClaimRow): Promise<void> {
  await tx.claimAuthor.deleteMany({ where: { claimId: id, ...(round && { since: { lte: round.sentAt } }) } })
}

/** What a conflict says of a record that is not as its editor saw it. */
interface Outdated {
  /** Of the catalogue: `claim` for `claim.changed` and `claim.changedBy`. */
  noun: "article" | "claim" | "evidence" | "source" | "contact" | "calculation"
  seen: number
  now: number
  current: unknown
  params?: RefusalParams
}

/**
 * A conflict that says what changed and by whom. `about` finds the record's events; the last of them is told, unless it
 * is the actor's own (in another window) or of a source that they may not see.
 */
export async function outdated(
  tx: Tx,
  actor: Actor,
  about: Prisma.EventWhereInput,
  { noun, seen, now, current, params = {} }: Outdated,
): Promise<Refusal> {
  const last = await tx.event.findFirst({
    // What is said about a record does not change it.
    where: { workspaceId: actor.workspaceId, NOT: { act: { startsWith: "comment." } }, ...about },
    orderBy: { seq: "desc" },
    include: { actor: person },
  })
  const isTold = last !== null && last.actorId !== actor.id && (await seesAll(tx, actor, last))
  const told = isTold ? last : null
  const all = {
    ...params,
    version: seen,
    now,
    by: told?.actor?.user.name ?? "",
    act: told?.act.replace(".", "_") ?? "",
  }
  return refuse("conflict", `${noun}.${told ? "changedBy" : "changed"}`, { outdated: true, params: all, current })
}

/** Whether an actor may be told of the sources that an event is about. */
async function seesAll(tx: Tx, actor: Actor, { subjects }: { subjects: unknown }): Promise<boolean> {
  const about = sourcesIn(subjects as EventSubjects)
  const seen = await seenAmong(tx, actor, about)
  return about.every((id) => seen.has(id))
}
