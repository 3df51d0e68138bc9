/**
 * Where claims stand after a new text: what a person has to look at, and their yes or their other words. Changing a
 * claim's words later is the same act. Offsets are UTF-16 code units.
 */
import { compare, describe } from "../anchor"
import { db, type Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import { lookNeeded } from "../domain/coverage"
import { claimEvent, type NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type {
  ConfirmPlace,
  PlacingItem,
  PlacingList,
  PlacingReason,
  PlacingSpan,
  ReanchorClaim,
} from "../domain/revision"
import type { Actor } from "../domain/workspace"
import { around, confirmedAnchors, type NewText, type Standing } from "./carrying"
import { change } from "./change"
import { described } from "./claims"
import { sentencesIn } from "./coverage"
import { claimRelations, seenBy } from "./seen-by"
import { claimUnderCheck, membersAmong, viewOf, writeEdit, type ClaimUnderCheck } from "./under-check"

/**
 * Says yes to where a claim stands: to the words proposed for a stale one, which is then theirs who said so, or that it
 * still holds in its new context, which changes nothing of it.
 */
export function confirmPlace(actor: Actor, { claimId, version }: ConfirmPlace): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.place", claim)
    const { anchors } = claim.row
    if (anchors.some(({ placement }) => placement === "lost")) throw refuse("conflict", "placement.lost")
    const stale = anchors.filter(({ placement }) => placement === "stale")
    if (stale.length === 0 && !anchors.some(({ contextChanged }) => contextChanged))
      throw refuse("conflict", "placement.nothingToConfirm")
    await settle(tx, claim)
    const events = stale.length > 0 ? await takeOtherWords(tx, actor, claim) : await keepWords(tx, claim)
    return { result: await viewOf(tx, actor, claim), events }
  })
}

function takeOtherWords(tx: Tx, actor: Actor, claim: ClaimUnderCheck) {
  const told = claimEvent("claim.placed", claim.row, { words: "other" })
  return writeEdit(tx, actor, claim, { frozen: ["anchors"], told })
}

/** No edit, so it is done in review and of what is approved too. */
async function keepWords(tx: Tx, { row }: ClaimUnderCheck): Promise<[NewEvent]> {
  await tx.claim.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
  return [claimEvent("claim.placed", row, { words: "same" })]
}

/** Puts a claim on other words of the current revision. An approval falls by it, unless the words are the same. */
export function reanchorClaim(
  actor: Actor,
  { claimId, version, revisionId, spans }: ReanchorClaim,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.place", claim)
    if (claim.article.revisionId !== revisionId) throw refuse("conflict", "article.newerRevision")
    const text = await textOf(tx, revisionId)
    const anchors = described(text, spans, "spans")
    await tx.anchor.deleteMany({ where: { claimId, revisionId } })
    await tx.anchor.createMany({
      data: anchors.map((anchor, ordinal) => {
        return { ...anchor, workspaceId: actor.workspaceId, claimId, revisionId, ordinal }
      }),
    })
    const told = claimEvent("claim.reanchored", claim.row)
    const events = await writeEdit(tx, actor, claim, { frozen: ["anchors"], told })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** The claims that the current text did not leave where they were, those that wait for a person first. */
export async function readPlacing(actor: Actor, articleId: string): Promise<PlacingList> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, kind: true, language: true, leadId: true, archivedAt: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, number: true, text: true } },
    },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const { text, ...revision } = article.revision
  const claims = await db().claim.findMany({
    where: { articleId, ...seenBy(actor).claim },
    select: {
      ...{ id: true, number: true, version: true, job: true, priority: true, statement: true, state: true },
      draft: { select: { rating: true } },
      anchors: claimRelations(actor).anchors,
    },
    orderBy: { number: "asc" },
  })
  const before = await earlierSpans(articleId, revision.number)
  const now = { text, sentences: await sentencesIn(db(), revision.id) }
  const items = claims.flatMap((claim) => itemOf(claim, before, now))
  const { id, title, kind, language, leadId, authors } = article
  const archivedAt = article.archivedAt?.toISOString() ?? null
  return {
    article: { id, title, kind, language, leadId, authorIds: membersAmong(authors), archivedAt },
    revision,
    items: sorted(items),
    exact: claims.length - items.length,
  }
}

/** Makes of proposals and new contexts the claim's own places. */
async function settle(tx: Tx, { row, article }: ClaimUnderCheck): Promise<void> {
  const text = await textOf(tx, article.revisionId)
  for (const { id, start, end, placement } of row.anchors) {
    if (start === null || end === null) continue
    const words = placement === "stale" ? describe(text, { start, end }) : {}
    await tx.anchor.update({ where: { id }, data: { ...words, placement: "exact", contextChanged: false } })
  }
}

async function textOf(tx: Tx, revisionId: string): Promise<string> {
  return (await tx.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } })).text
}

type Earlier = ReadonlyMap<string, Standing & { from: NewText }>

/** Where claims last stood before a revision, by claim and ordinal, each with the text it stood in. */
async function earlierSpans(articleId: string, before: number): Promise<Earlier> {
  const anchors = await confirmedAnchors(db(), articleId, before)
  const texts = new Map<string, NewText>()
  for (const revisionId of new Set(anchors.map((anchor) => anchor.revisionId))) {
    texts.set(revisionId, { text: await textOf(db(), revisionId), sentences: await sentencesIn(db(), revisionId) })
  }
  return new Map(
    anchors.map((anchor) => {
      const from = texts.get(anchor.revisionId) ?? { text: "", sentences: [] }
      return [`${anchor.claimId} ${anchor.ordinal}`, { ...anchor, from }]
    }),
  )
}

interface Row extends Omit<PlacingItem, "claimId" | "reason" | "spans" | "priority"> {
  id: string
  priority: number
  draft: { rating: string } | null
  anchors: {
    ordinal: number
    quote: string
    start: number | null
    end: number | null
    placement: PlacingSpan["placement"]
    contextChanged: boolean
  }[]
}

function itemOf({ id, anchors, draft, priority, ...claim }: Row, before: Earlier, now: NewText): PlacingItem[] {
  const verdict = draft && { rating: { code: draft.rating, settles: true } }
  const look = lookNeeded({ anchors, verdict })
  const isMoved = anchors.some(({ placement }) => placement === "moved")
  const reason: PlacingReason | null = look === "uncut" ? null : (look ?? (isMoved ? "moved" : null))
  if (!reason) return []
  const spans = anchors.map((anchor) => spanOf(anchor, before.get(`${id} ${anchor.ordinal}`), now))
  return [{ ...claim, claimId: id, priority: priority as PlacingItem["priority"], reason, spans }]
}

function spanOf(
  { quote, start, end, placement, contextChanged }: Row["anchors"][number],
  earlier: (Standing & { from: NewText }) | undefined,
  text: NewText,
): PlacingSpan {
  const before = { words: earlier?.quote ?? quote, sentence: earlier ? around(earlier.from, earlier) : quote }
  if (start === null || end === null) return { placement, before, now: null, pieces: [] }
  const now = { start, end, words: text.text.slice(start, end), sentence: around(text, { start, end }) }
  const pieces = contextChanged ? compare(before.sentence, now.sentence) : compare(before.words, now.words)
  return { placement, before, now, pieces }
}

const FIRST: readonly PlacingReason[] = ["lost", "stale", "context", "moved"]

const sorted = (items: PlacingItem[]) =>
  [...items].sort((one, other) => FIRST.indexOf(one.reason) - FIRST.indexOf(other.reason) || one.number - other.number)
