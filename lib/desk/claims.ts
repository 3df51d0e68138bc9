/** Claims: marking, editing, withdrawing and reading them. Offsets are UTF-16 code units of the revision's text. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import { describe, snap, trim, type Anchor, type Span } from "../anchor"
import { db, type Tx } from "../db"
import { frozenAmong, lowersMust } from "../domain/claim"
import { blankAsNull, changedFields, given } from "../domain/fields"
import type {
  ClaimChanges,
  ClaimView,
  EditClaim,
  MarkClaim,
  MarkClaims,
  RestoreClaim,
  WithdrawClaim,
} from "../domain/claim"
import { claimEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { assertInWork } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import { assertUnchanged } from "./articles"
import { change, unchanged, type Change } from "./change"
import { drawOpinions } from "./opinions"
import { authoredBy, claimRelations, claimViewOf, claimViews, dayOf, seenBy } from "./seen-by"
import {
  articleUnderCheck,
  claimUnderCheck,
  viewOf,
  withdrawnUnderCheck,
  writeEdit,
  type ArticleUnderCheck,
} from "./under-check"

type NewRow = { id: string; number: number; fields: ClaimChanges; anchors: Anchor[] }

/** Marks one claim and answers it, numbered. */
export async function markClaim(
  actor: Actor,
  { spans, fields, ...where }: z.output<typeof MarkClaim>,
): Promise<ClaimView> {
  const [claim] = await markClaims(actor, { ...where, claims: [{ spans, fields }] })
  if (!claim) throw new Error("a marked claim was not answered")
  return claim
}

/** Marks up to a thousand claims at once, all or none. */
export function markClaims(actor: Actor, asked: z.output<typeof MarkClaims>): Promise<ClaimView[]> {
  return change(actor, (tx) => markWithin(tx, actor, asked))
}

/** Marks claims within an act that does more with them. */
export async function markWithin(
  tx: Tx,
  actor: Actor,
  { articleId, version, revisionId, claims }: z.output<typeof MarkClaims>,
): Promise<Change<ClaimView[]>> {
  const article = await articleUnderCheck(tx, actor, articleId)
  authorize(actor, "claim.mark", article)
  assertInWork(article)
  await assertUnchanged(tx, actor, article, version)
  if (article.revisionId !== revisionId) throw refuse("conflict", "article.newerRevision")
  const rows = await numbered(tx, article, claims)
  await insertClaims(tx, actor, article, rows)
  const ids = rows.map((row) => row.id)
  const drawn = await drawOpinions(tx, actor, await jobsOf(tx, actor, ids))
  const result = await claimsById(tx, actor, article.revisionId, ids)
  const [first, ...rest] = result.map((claim) => claimEvent("claim.marked", claim))
  if (!first) throw refuseField("claims", "claim.noneGiven")
  return { result, events: [first, ...rest, ...drawn] }
}

/** Changes what is typed about a claim. What a round froze reopens an approved one. */
export function editClaim(actor: Actor, { claimId, version, fields: typed }: EditClaim): Promise<ClaimView> {
  const fields = blankAsNull(typed)
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.edit", claim)
    if (lowersMust(claim.row, fields)) authorize(actor, "claim.lower", claim)
    const changed = changedFields({ ...claim.row, claimedOn: dayOf(claim.row.claimedOn) }, fields)
    if (changed.length === 0) return unchanged(await viewOf(tx, actor, claim))
    if (changed.includes("job")) await tx.verdictDraft.deleteMany({ where: { claimId } })
    const told = claimEvent("claim.edited", claim.row, { changed })
    const events = await writeEdit(tx, actor, claim, { frozen: frozenAmong(changed), fields: asColumns(fields), told })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Takes a claim off the article; it keeps its number and its history. */
export function withdrawClaim(actor: Actor, { claimId, version, reason }: WithdrawClaim): Promise<{ id: string }> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.withdraw", claim)
    if (claim.row.state === "in_review") throw refuse("conflict", "claim.inReview")
    await tx.claim.update({
      where: { id: claimId },
      data: { withdrawnAt: new Date(), withdrawnReason: reason, version: { increment: 1 } },
    })
    return { result: { id: claimId }, events: [claimEvent("claim.withdrawn", claim.row)] }
  })
}

/** Takes a withdrawal back: the claim is where it was. */
export function restoreClaim(actor: Actor, { claimId, version }: RestoreClaim): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await withdrawnUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.withdraw", claim)
    assertInWork(claim.article)
    await tx.claim.update({
      where: { id: claimId },
      data: { withdrawnAt: null, withdrawnReason: null, version: { increment: 1 } },
    })
    return { result: await viewOf(tx, actor, claim), events: [claimEvent("claim.restored", claim.row)] }
  })
}

/** One claim, as its reader may see it. */
export async function readClaim(actor: Actor, claimId: string): Promise<ClaimView> {
  const row = await db().claim.findFirst({
    where: { id: claimId, ...seenBy(actor).claim },
    include: { ...claimRelations(actor), article: { select: { revisionId: true, ...authoredBy(actor) } } },
  })
  if (!row) throw refuse("not-found", "claim.notFound")
  return claimViewOf(db(), actor, row, row.article.revisionId)
}

/** The live claims of an article in the order of their numbers; at most `limit`, from after number `after`. */
export async function listClaims(
  actor: Actor,
  articleId: string,
  { after = 0, limit = 2000 }: { after?: number | undefined; limit?: number | undefined } = {},
): Promise<{ items: ClaimView[]; next: number | null }> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: { revisionId: true },
  })
  if (!article) throw refuse("not-found", "article.notFound")
  const rows = await db().claim.findMany({
    where: { articleId, number: { gt: after }, ...seenBy(actor).claim },
    include: claimRelations(actor),
    orderBy: { number: "asc" },
    take: limit + 1,
  })
  const items = await claimViews(db(), actor, rows.slice(0, limit), () => article.revisionId)
  return { items, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null }
}

async function numbered(
  tx: Tx,
  article: ArticleUnderCheck,
  claims: z.output<typeof MarkClaims>["claims"],
): Promise<NewRow[]> {
  const { text } = await tx.revision.findUniqueOrThrow({ where: { id: article.revisionId }, select: { text: true } })
  return claims.map(({ spans, fields }, index) => {
    const anchors = described(text, spans, `claims.${index}.spans`)
    return { id: newId(), number: article.claimsMarked + index + 1, fields, anchors }
  })
}

/** Spans as they are kept, in the order of the text. Refuses those that are outside of it or hold no words. */
export function described(text: string, spans: readonly Span[], path: string): Anchor[] {
  const placed = spans.map((span, at) => placedSpan(text, span, `${path}.${at}`))
  placed.sort((a, b) => a.start - b.start || b.end - a.end)
  return placed.map((span) => describe(text, span))
}

/** A span as it is kept: white space off its edges, whole graphemes. */
function placedSpan(text: string, span: Span, path: string): Span {
  if (span.end > text.length) throw refuseField(path, "claim.spanOutside", { length: text.length })
  const trimmed = trim(text, snap(text, span))
  if (!trimmed) throw refuseField(path, "claim.emptySpan")
  return trimmed
}

async function insertClaims(tx: Tx, actor: Actor, article: ArticleUnderCheck, rows: NewRow[]): Promise<void> {
  const { kind } = await tx.article.update({
    where: { id: article.id },
    data: { claimsMarked: article.claimsMarked + rows.length },
    select: { kind: true },
  })
  const { workspaceId } = actor
  const job = kind === "copy" ? "ours" : "theirs"
  await tx.claim.createMany({
    data: rows.map(({ id, number, fields }) => {
      return {
        id,
        number,
        workspaceId,
        articleId: article.id,
        markedById: actor.id,
        job,
        ...asColumns(fields),
      } as const
    }),
  })
  await tx.anchor.createMany({
    data: rows.flatMap(({ id, anchors }) =>
      anchors.map((anchor, ordinal) => ({
        ...anchor,
        workspaceId,
        claimId: id,
        revisionId: article.revisionId,
        ordinal,
      })),
    ),
  })
}

/** What a draw asks of claims; not asked where nothing is drawn. */
async function jobsOf(tx: Tx, { settings }: Actor, ids: string[]) {
  if (Object.values(settings.secondOpinions).every((share) => share === 0)) return []
  const select = { id: true, articleId: true, number: true, job: true } as const
  return tx.claim.findMany({ where: { id: { in: ids } }, select, orderBy: { number: "asc" } })
}

async function claimsById(tx: Tx, actor: Actor, revisionId: string, ids: string[]): Promise<ClaimView[]> {
  const rows = await tx.claim.findMany({
    where: { id: { in: ids } },
    include: claimRelations(actor),
    orderBy: { number: "asc" },
  })
  return claimViews(tx, actor, rows, () => revisionId)
}

function asColumns({ claimedOn, ...fields }: ClaimChanges) {
  return {
    ...given(blankAsNull(fields)),
    ...(claimedOn !== undefined && { claimedOn: claimedOn === null ? null : new Date(claimedOn) }),
  }
}
