/**
 * Carrying the claims of an article to a new text. Where each stands is always asked of the words that a person last
 * put it on or said yes to; that is long work, done before the article is locked, and what came in between is done under
 * the lock. Offsets are UTF-16 code units.
 */
import { describe, place, snap, trim, type Anchor as Described, type Placed, type Span } from "../anchor"
import { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import type { Followed } from "../document/edit-steps"
import type { ClaimState } from "../domain/claim"
import { claimEvent, type EventAct, type NewEvent } from "../domain/event"
import { groupedBy } from "../domain/grouped"
import { countPlacements, isContextChanged, losesApproval, worstOf, type PlacementCounts } from "../domain/revision"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { sentencesIn } from "./coverage"
import { NOT_LET_STAND } from "./under-check"

/** A text that claims are carried to. */
export interface NewText {
  text: string
  sentences: readonly Span[]
}

/** Where spans of earlier revisions stand in the new text, by `keyOf`. */
export type Places = ReadonlyMap<string, Placed>

export interface Standing extends Described {
  claimId: string
  revisionId: string
  ordinal: number
  /** Somebody has still to look at the sentence around it. */
  contextChanged: boolean
}

const keyOf = ({ revisionId, start, end }: Span & { revisionId: string }) => `${revisionId} ${start} ${end}`

/** Where every claim's confirmed spans, and every sentence marked in `revisionId`, stand in a text; what is known is not asked again. */
export async function placesIn(
  tx: Tx,
  { articleId, revisionId }: { articleId: string; revisionId: string },
  to: NewText,
  { known = new Map(), follow }: { known?: Places; follow?: Followed | undefined } = {},
): Promise<Places> {
  const marked = (await sentencesIn(tx, revisionId)).filter((sentence) => sentence.marked)
  const all = [...(await agreedAnchors(tx, articleId)), ...marked.map((span) => ({ ...span, revisionId }))]
  const asked = all.filter((one) => !known.has(keyOf(one)))
  const places = new Map(known)
  for (const [from, spans] of groupedBy(asked, (one) => one.revisionId)) {
    const { text } = await tx.revision.findUniqueOrThrow({ where: { id: from }, select: { text: true } })
    const sentences = { old: await sentencesIn(tx, from), new: to.sentences }
    const placed = place(spans, text, to.text, { sentences })
    const followed = from === revisionId && follow ? alongSteps(follow, { text, sentences: sentences.old }, to) : null
    spans.forEach((span, at) => {
      const found = placed[at]
      if (found) places.set(keyOf(span), followed?.(span, found) ?? found)
    })
  }
  return places
}

/** Where claims stand by a person's yes, by claim: that of an accepted fix, which nothing has to be asked about. */
export type Decided = ReadonlyMap<string, Placed>

/**
 * Where an edit's own steps led a span, which they know better than two texts can: the words that stayed, or what they
 * became. Null where nothing of it was left in its place: then it is looked for in the whole text.
 */
function alongSteps(follow: Followed, from: NewText, to: NewText): (span: Span, found: Placed) => Placed | null {
  const words = ({ text }: NewText, { start, end }: Span) => text.slice(start, end)
  return ({ start, end }, found) => {
    const led = follow({ start, end })
    const span = led && trim(to.text, snap(to.text, led))
    if (!span) return null
    if (words(from, { start, end }) !== words(to, span)) return { kind: "stale", proposal: span }
    if ("span" in found && found.span.start === span.start) return { ...found, kind: "exact" }
    const contextChanged = around(from, { start, end }) !== around(to, span)
    return { kind: "exact", span, contextChanged }
  }
}

/** The sentences that a span touches, as one piece of the text; `at` says where in it the span begins. */
export function sentenceOf({ text, sentences }: NewText, { start, end }: Span): { sentence: string; at: number } {
  const touched = sentences.filter((sentence) => sentence.start < end && sentence.end > start)
  const from = Math.min(start, touched[0]?.start ?? start)
  return { sentence: text.slice(from, Math.max(end, touched.at(-1)?.end ?? end)), at: start - from }
}

const around = (text: NewText, span: Span) => sentenceOf(text, span).sentence

/** Writes where the claims of an article stand in its new revision, and lets fall what can't stand any more. */
export async function writePlaces(
  tx: Tx,
  actor: Actor,
  { articleId, from, to }: { articleId: string; from: string; to: NewText & { revisionId: string; number: number } },
  { places, decided = new Map() }: { places: Places; decided?: Decided | undefined },
): Promise<{ counts: PlacementCounts; events: NewEvent[] }> {
  const carried = await carriedClaims(tx, articleId, places, decided)
  await tx.anchor.createMany({ data: carried.flatMap((claim) => anchorRows(actor, claim, to)) })
  const live = carried.filter(({ row }) => row.withdrawnAt === null)
  assertStands(live)
  // Of what is withdrawn too: restored, it would stand approved on words that nobody has approved.
  const fallen = new Set(carried.filter(fallsBy))
  await letFall(tx, [...fallen])
  const seen = live.filter((claim) => !fallen.has(claim) && !isUntouched(claim))
  await tx.claim.updateMany({ where: { id: { in: ids(seen) } }, data: { version: { increment: 1 } } })
  await carryMarks(tx, { from, to }, places)
  const events = carried
    .filter((claim) => claim.row.withdrawnAt === null || fallen.has(claim))
    .flatMap((claim) => told(claim, fallen.has(claim) ? "fell" : "stands", to.number))
  return { counts: countPlacements(live.map(({ placed }) => placed)), events }
}

/** What went out stands: a text that would change a claim of it, or the sentence around one, waits until that is reopened. */
function assertStands(live: Carried[]): void {
  const touched = live.filter((claim) => claim.row.signOffId && (fallsBy(claim) || isContextChanged(claim.placed)))
  const numbers = touched.map(({ row }) => row.number)
  if (numbers.length > 0) {
    throw refuse("conflict", "revision.changesSignedOff", {
      params: { count: numbers.length, numbers: numbers.slice(0, 12).join(", ") },
    })
  }
}

/** The spans of each claim in the newest revision, before a given one, in which none of them waited for anybody. */
export function confirmedAnchors(tx: Tx, articleId: string, before: number): Promise<Standing[]> {
  return newestAnchors(tx, articleId, { before, held: Prisma.sql`NOT a."contextChanged"` })
}

/**
 * The spans of each claim in the newest revision in which its words were agreed on: nobody had to look at them, or an
 * accepted fix put them there, whose sentence somebody may still have to look at.
 */
function agreedAnchors(tx: Tx, articleId: string): Promise<Standing[]> {
  const held = Prisma.sql`(NOT a."contextChanged" OR EXISTS (
    SELECT 1 FROM "Fix" f WHERE f."claimId" = a."claimId" AND f."revisionId" = a."revisionId"))`
  return newestAnchors(tx, articleId, { before: LAST, held })
}

/** After every revision. */
const LAST = 2_147_483_647

function newestAnchors(tx: Tx, articleId: string, { before, held }: { before: number; held: Prisma.Sql }) {
  return tx.$queryRaw<Standing[]>`
    SELECT b."claimId", b."revisionId", b."ordinal", b."quote", b."prefix", b."suffix", b."start", b."end", b."contextChanged"
    FROM (
      SELECT DISTINCT ON (g."claimId") g."claimId", g."revisionId" FROM (
        SELECT a."claimId", a."revisionId" FROM "Anchor" a JOIN "Claim" c ON c."id" = a."claimId"
        WHERE c."articleId" = ${articleId}::uuid
        GROUP BY 1, 2 HAVING bool_and(a."placement" IN ('exact', 'moved') AND ${held})
      ) g JOIN "Revision" r ON r."id" = g."revisionId" AND r."number" < ${before}
      ORDER BY g."claimId", r."number" DESC
    ) l JOIN "Anchor" b ON b."claimId" = l."claimId" AND b."revisionId" = l."revisionId"
    ORDER BY b."claimId", b."ordinal"`
}

async function carriedClaims(tx: Tx, articleId: string, places: Places, decided: Decided) {
  const anchors = groupedBy(await agreedAnchors(tx, articleId), (anchor) => anchor.claimId)
  const rows = await tx.claim.findMany({
    where: { articleId },
    select: {
      id: true,
      articleId: true,
      number: true,
      state: true,
      withdrawnAt: true,
      roundId: true,
      signOffId: true,
      draft: { select: { rating: true } },
    },
    orderBy: { number: "asc" },
  })
  return rows.map((row) => {
    const spans = anchors.get(row.id) ?? []
    const yes = decided.get(row.id)
    const placed = spans.map((span) => waiting(yes ?? places.get(keyOf(span)) ?? { kind: "lost" }, span))
    return { row, spans, placed }
  })
}

/** What somebody had to look at before, they have to look at still. */
function waiting(placed: Placed, { contextChanged }: Standing): Placed {
  return contextChanged && "contextChanged" in placed ? { ...placed, contextChanged } : placed
}

type Carried = Awaited<ReturnType<typeof carriedClaims>>[number]

const ids = (claims: Carried[]) => claims.map(({ row }) => row.id)

const fallsBy = ({ row, placed }: Carried) => losesApproval({ ...row, rating: row.draft?.rating ?? null }, placed)

const isUntouched = ({ placed }: Carried) => placed.every((one) => one.kind === "exact" && !one.contextChanged)

/** What is carried is described anew; what waits keeps the words it was on. A stale span without a proposal is lost. */
function anchorRows(
  { workspaceId }: Actor,
  { row, spans, placed }: Carried,
  { text, revisionId }: NewText & { revisionId: string },
) {
  return spans.map(({ ordinal, quote, prefix, suffix }, at) => {
    const one = placed[at] ?? ({ kind: "lost" } as const)
    const about = { workspaceId, claimId: row.id, revisionId, ordinal }
    const words = { quote, prefix, suffix }
    if (one.kind === "exact" || one.kind === "moved")
      return { ...about, ...describe(text, one.span), placement: one.kind, contextChanged: one.contextChanged }
    if (one.kind === "stale" && one.proposal)
      return { ...about, ...words, start: one.proposal.start, end: one.proposal.end, placement: one.kind }
    return { ...about, ...words, start: null, end: null, placement: "lost" as const }
  })
}

/** Ends rounds and approvals. After an approval the count of authors starts anew, as after an edit. */
async function letFall(tx: Tx, claims: Carried[]): Promise<void> {
  const approved = ids(claims.filter(({ row }) => row.state === "approved"))
  await tx.$executeRaw`
    DELETE FROM "ClaimAuthor" a USING "Claim" c, "Round" r
    WHERE c."id" = a."claimId" AND r."id" = c."roundId" AND c."id" = ANY (${approved}::uuid[]) AND a."since" <= r."sentAt"`
  await tx.claim.updateMany({
    where: { id: { in: ids(claims) } },
    data: { state: "open", roundId: null, ...NOT_LET_STAND, version: { increment: 1 } },
  })
}

/** What was marked as holding nothing to check stays so where the sentence is the same, letter for letter. */
async function carryMarks(
  tx: Tx,
  { from, to }: { from: string; to: NewText & { revisionId: string } },
  places: Places,
): Promise<void> {
  const marks = await tx.sentenceMark.findMany({ where: { revisionId: from }, include: { sentence: true } })
  if (marks.length === 0) return
  const { text } = await tx.revision.findUniqueOrThrow({ where: { id: from }, select: { text: true } })
  const there = new Map(to.sentences.map((span, ordinal) => [`${span.start} ${span.end}`, ordinal]))
  const data = marks.flatMap(({ workspaceId, markedById, markedAt, sentence }) => {
    const placed = places.get(keyOf(sentence))
    const span = placed?.kind === "exact" || placed?.kind === "moved" ? placed.span : null
    const isSame = span && to.text.slice(span.start, span.end) === text.slice(sentence.start, sentence.end)
    const ordinal = isSame && there.get(`${span.start} ${span.end}`)
    return typeof ordinal === "number" ? { workspaceId, revisionId: to.revisionId, ordinal, markedById, markedAt } : []
  })
  await tx.sentenceMark.createMany({ data, skipDuplicates: true })
}

const FALLEN: Partial<Record<ClaimState, EventAct>> = { approved: "approval.withdrawn", checked: "check.withdrawn" }

/** What a history tells of a claim that a revision did not leave alone. */
function told({ row, placed }: Carried, approval: "fell" | "stands", revision: number): NewEvent[] {
  const worst = worstOf(placed)
  const isContext = isContextChanged(placed)
  const act: EventAct | null =
    worst === "stale" || worst === "lost" ? `claim.${worst}` : isContext ? "claim.context_changed" : null
  const events = act ? [claimEvent(act, row, { revision })] : []
  if (approval === "stands") return events
  const round = row.roundId ? { round: row.roundId } : {}
  const fallen = FALLEN[row.state] ?? "round.overtaken"
  return [...events, claimEvent(fallen, row, { changed: ["placement"] }, round)]
}
