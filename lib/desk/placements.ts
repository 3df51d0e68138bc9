/**
 * Where claims stand after a new text: what a person has to look at, and their yes or their other words. Changing a
 * claim's words later is the same act. Offsets are UTF-16 code units.
 */
import { compare, describe, type Anchor } from "../anchor"
import { db, type Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import { lookNeeded } from "../domain/coverage"
import { claimEvent, type NewEvent } from "../domain/event"
import { UNANSWERED } from "../domain/fix"
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
import { confirmedAnchors, sentenceOf, type NewText, type Standing } from "./carrying"
import { change, unchanged } from "./change"
import { asSeen, hiding } from "./blind"
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

async function takeOtherWords(tx: Tx, actor: Actor, claim: ClaimUnderCheck) {
  await askAnew(tx, claim)
  const told = claimEvent("claim.placed", claim.row, { words: "other" })
  return writeEdit(tx, actor, claim, { frozen: ["anchors"], told })
}

/** No edit, so it is done in review and of what is approved too. */
async function keepWords(tx: Tx, { row }: ClaimUnderCheck): Promise<[NewEvent]> {
  await tx.claim.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
  return [claimEvent("claim.placed", row, { words: "same" })]
}

/**
 * Puts a claim on other words of the current revision, by which an approval falls. Put on those that it stands on, nothing
 * of it changes; a new context has then been looked at.
 */
export function reanchorClaim(
  actor: Actor,
  { claimId, version, revisionId, spans }: ReanchorClaim,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.place", claim)
    if (claim.article.revisionId !== revisionId) throw refuse("conflict", "article.newerRevision")
    const anchors = described(await textOf(tx, revisionId), spans, "spans")
    const isSame = standsOn(claim, anchors)
    const isLookedAt = claim.row.anchors.every(({ contextChanged }) => !contextChanged)
    if (isSame && isLookedAt) return unchanged(await viewOf(tx, actor, claim))
    if (isSame) await settle(tx, claim)
    const events = isSame ? await keepWords(tx, claim) : await putOn(tx, actor, claim, anchors)
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Whether a claim stands on just these words, without a doubt. */
function standsOn({ row }: ClaimUnderCheck, anchors: readonly Anchor[]): boolean {
  const isPlaced = row.anchors.every(({ placement }) => placement === "exact" || placement === "moved")
  const isThere = ({ start, end }: Anchor, at: number) => {
    return start === row.anchors[at]?.start && end === row.anchors[at]?.end
  }
  return isPlaced && anchors.length === row.anchors.length && anchors.every(isThere)
}

async function putOn(tx: Tx, actor: Actor, claim: ClaimUnderCheck, anchors: readonly Anchor[]) {
  const { row, article } = claim
  const about = { workspaceId: actor.workspaceId, claimId: row.id, revisionId: article.revisionId }
  await tx.anchor.deleteMany({ where: about })
  await tx.anchor.createMany({ data: anchors.map((anchor, ordinal) => ({ ...anchor, ...about, ordinal })) })
  await askAnew(tx, claim)
  return writeEdit(tx, actor, claim, { frozen: ["anchors"], told: claimEvent("claim.reanchored", row) })
}

/** What the author said of proposed wording they said of it in the place of the words before. */
async function askAnew(tx: Tx, { row }: ClaimUnderCheck): Promise<void> {
  const data = { ...UNANSWERED, version: { increment: 1 } }
  await tx.fix.updateMany({ where: { claimId: row.id, decidedAt: null }, data })
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
      openVersion: true,
      draft: { select: { rating: true } },
      anchors: claimRelations(actor).anchors,
      opinions: hiding(actor),
    },
    orderBy: { number: "asc" },
  })
  const before = await earlierSpans(articleId, revision.number)
  const now = { text, sentences: await sentencesIn(db(), revision.id) }
  const items = claims.flatMap((claim) => itemOf(asSeen(claim), before, now))
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
  openVersion: number
  opinions: unknown
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

function itemOf(
  { id, anchors, draft, priority, openVersion: _, opinions: __, ...claim }: Row,
  before: Earlier,
  now: NewText,
): PlacingItem[] {
  const verdict = draft && { rating: { code: draft.rating, settles: true } }
  const look = lookNeeded({ anchors, verdict })
  const isMoved = anchors.some(({ placement }) => placement === "moved")
  const reason: PlacingReason | null = look === "uncut" ? null : (look ?? (isMoved ? "moved" : null))
  if (!reason) return []
  const spans = anchors.map((anchor) => spanOf(anchor, before.get(`${id} ${anchor.ordinal}`), now))
  return [{ ...claim, claimId: id, priority: priority as PlacingItem["priority"], reason, spans }]
}

/** The sentence is compared on both sides of the words, and they themselves, so that each is seen for what it is. */
function spanOf(
  { quote, start, end, placement }: Row["anchors"][number],
  earlier: (Standing & { from: NewText }) | undefined,
  text: NewText,
): PlacingSpan {
  const words = earlier?.quote ?? quote
  const before = { words, ...(earlier ? sentenceOf(earlier.from, earlier) : { sentence: words, at: 0 }) }
  if (start === null || end === null) return { placement, before, now: null }
  const now = { words: text.text.slice(start, end), ...sentenceOf(text, { start, end }) }
  const isSame = compare(words, now.words, "words").every(({ kind }) => kind === "same")
  return {
    ...{ placement, before },
    now: {
      start,
      end,
      head: compare(before.sentence.slice(0, before.at), now.sentence.slice(0, now.at)),
      words: compare(words, now.words),
      tail: compare(tailOf(before), tailOf(now)),
      because: placement === "stale" ? (isSame ? "ambiguous" : "wording") : null,
    },
  }
}

const tailOf = ({ words, sentence, at }: PlacingSpan["before"]) => sentence.slice(at + words.length)

const FIRST: readonly PlacingReason[] = ["lost", "stale", "context", "moved"]

const sorted = (items: PlacingItem[]) =>
  [...items].sort((one, other) => FIRST.indexOf(one.reason) - FIRST.indexOf(other.reason) || one.number - other.number)
