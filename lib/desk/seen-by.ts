/**
 * One projection per viewer. Every read of the desk goes through it, so that what a person may not see does not exist
 * for them: in no list, count, event, export or round. It knows rows and views, no acts.
 */
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import type { AnchorView, ClaimFields, ClaimView, WaitingView } from "../domain/claim"
import type { LegalView } from "../domain/legal"
import type { OpinionView } from "../domain/opinion"
import { can } from "../domain/policy"
import type { RoundSnapshot } from "../domain/round"
import type { Scale } from "../domain/scale"
import { isSent } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { calculationView, contactView, sentCalculations } from "./contact-views"
import { asCited, evidenceView } from "./evidence-views"
import { shownTo } from "./opinion-views"
import {
  asPerson,
  calculationRelations,
  contactRelations,
  dayOf,
  readerOf,
  seenBy,
  type CalculationRow,
  type ClaimRow,
  type ContactRow,
} from "./relations"
import { knownScales } from "./scales"
import { fixView, frozenVerdict, reviewView, roundView, tidySnapshot, tidyView, verdictView } from "./verdict-views"

export { evidenceView, sourceView } from "./evidence-views"
export {
  asPerson,
  authoredBy,
  claimRelations,
  dayOf,
  person,
  readerOf,
  seenBy,
  sourceParts,
  type ClaimRow,
} from "./relations"

type ScaleOf = (id: string) => Scale

/**
 * Claims as their viewer sees them. Sent, a claim shows what its round froze: not what was edited since.
 * `revisionOf` says which revision a claim's anchors are wanted for.
 */
export async function claimViews<Row extends ClaimRow>(
  tx: Tx,
  actor: Actor,
  rows: Row[],
  revisionOf: (row: Row) => string | null,
): Promise<ClaimView[]> {
  const { opinions, shown } = await shownTo(tx, actor, rows)
  const known = await knownTo(tx, actor, shown, opinions)
  return shown.map((row) => claimView(actor, row, revisionOf(row), known))
}

const scalesIn = ({ draft, round }: ClaimRow) => [draft, round].flatMap((one) => one?.scaleId ?? [])

/** One claim as its viewer sees it. */
export async function claimViewOf(tx: Tx, actor: Actor, row: ClaimRow, revisionId: string | null): Promise<ClaimView> {
  const [view] = await claimViews(tx, actor, [row], () => revisionId)
  if (!view) throw new Error("a claim was not shown")
  return view
}

/** What views of claims need besides their rows. */
interface Known {
  scaleOf: ScaleOf
  contacts: Map<string, ContactRow>
  calculations: Map<string, CalculationRow>
  opinions: Map<string, OpinionView>
}

async function knownTo(tx: Tx, actor: Actor, rows: ClaimRow[], opinions: Known["opinions"]): Promise<Known> {
  const scaleOf = await knownScales(tx, rows.flatMap(scalesIn))
  const asked = rows.flatMap((row) => row.contacts.map(({ contactId }) => contactId))
  const sums = rows.flatMap((row) => row.calculations.map(({ id }) => id))
  const seen = seenBy(actor)
  const wanted = { AND: [{ id: { in: asked } }, seen.contact] }
  const contacts = asked.length > 0 ? await tx.contact.findMany({ where: wanted, ...contactRelations }) : []
  const where = { AND: [{ id: { in: sums } }, seen.calculation] }
  const calculations = sums.length > 0 ? await tx.calculation.findMany({ where, include: calculationRelations }) : []
  return { scaleOf, contacts: byId(contacts), calculations: byId(calculations), opinions }
}

const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))

function claimView(actor: Actor, row: ClaimRow, revisionId: string | null, known: Known): ClaimView {
  const { scaleOf } = known
  const reader = readerOf(actor, row.article)
  const round = roundIn(row)
  const frozen = isSent(row) ? round : null
  const live = row.evidence.map((evidence) => evidenceView(reader, evidence))
  return {
    id: row.id,
    number: row.number,
    articleId: row.articleId,
    state: row.state,
    type: row.type,
    whySelected: row.whySelected,
    ...(frozen ? frozenFields(frozen.snapshot) : liveFields(row)),
    anchors: row.anchors.filter((anchor) => anchor.revisionId === revisionId).map(anchorView),
    evidence: frozen ? asCited(reader, row.id, frozen.snapshot.evidence, live) : live,
    ...besideEvidence(reader, row, known, frozen && frozen.snapshot),
    verdict: frozen
      ? frozenVerdict(reader, scaleOf(frozen.row.scaleId), frozen.snapshot, row)
      : row.draft && verdictView(reader, scaleOf(row.draft.scaleId), row.draft),
    fix: fixView(row.fixes),
    round: round && roundView(reader, round.row, round.snapshot),
    tidy: tidyView(isSent(row) ? row.round : null),
    reviews: row.rounds.flatMap((one) => one.reviews.map((review) => reviewView(reader, one, review))),
    markedBy: asPerson(row.markedBy),
    assignee: row.assignee && asPerson(row.assignee),
    dueAt: row.dueAt?.toISOString() ?? null,
    waiting: waitingView(reader, row),
    legal: legalView(reader, row),
    authorIds: verdictAuthors(row),
    markedAt: row.markedAt.toISOString(),
    ...goneOutView(reader, row),
    version: row.version,
  }
}

const roundIn = ({ round }: ClaimRow) => round && { row: round, snapshot: tidySnapshot(round) }

/** The second opinion and contacts always as they are now, sums as they were sent. */
function besideEvidence(actor: Actor, row: ClaimRow, known: Known, sent: RoundSnapshot | null) {
  const contacts = row.contacts.flatMap(({ contactId }) => known.contacts.get(contactId) ?? [])
  const calculations = row.calculations.flatMap(({ id }) => known.calculations.get(id) ?? [])
  return {
    opinion: known.opinions.get(row.id) ?? null,
    contacts: contacts.map((contact) => contactView(actor, contact, sent && sent.contacts)),
    calculations: sent ? sentCalculations(sent.calculations, calculations) : calculations.map(calculationView),
  }
}

/** What is held is the desk's to know. */
export function legalView(actor: Actor, { legal, legalAt }: Pick<ClaimRow, "legal" | "legalAt">): LegalView | null {
  return legal && legalAt && can(actor, "note.read") ? { decision: legal, at: legalAt.toISOString() } : null
}

/** Whose name it is that the desk waits for is the desk's alone. */
export function waitingView(
  actor: Actor,
  {
    waitingOn,
    waitingWhom,
    waitingSince,
    chaseAt,
  }: Pick<ClaimRow, "waitingOn" | "waitingWhom" | "waitingSince" | "chaseAt">,
): WaitingView | null {
  if (!waitingOn || !waitingSince) return null
  const whom = can(actor, "note.read") ? waitingWhom : null
  return { on: waitingOn, whom, since: waitingSince.toISOString(), chaseAt: chaseAt?.toISOString() ?? null }
}

/** Whether it has gone out, and what an editor said to a rating that settles nothing. */
function goneOutView(actor: Actor, row: ClaimRow): Pick<ClaimView, "signOffId" | "underReviewSince" | "letStand"> {
  const { signOffId, underReviewSince } = row
  return { signOffId, underReviewSince: underReviewSince?.toISOString() ?? null, letStand: letStandView(actor, row) }
}

/** Why it stands is the desk's alone. */
function letStandView(actor: Actor, { letStandReason, letStandBy, letStandAt }: ClaimRow): ClaimView["letStand"] {
  if (letStandReason === null || !letStandAt) return null
  const reads = can(actor, "note.read")
  const by = reads && letStandBy ? asPerson(letStandBy) : null
  return { reason: reads ? letStandReason : "", by, at: letStandAt.toISOString() }
}

type FreezableFields = Omit<ClaimFields, "type" | "whySelected">

function liveFields({
  job,
  statement,
  claimant,
  claimedOn,
  appearance,
  timecode,
  priority,
}: ClaimRow): FreezableFields {
  const known = { job, statement, claimant, appearance, timecode }
  return { ...known, claimedOn: dayOf(claimedOn), priority: priority as ClaimView["priority"] }
}

function frozenFields(snapshot: RoundSnapshot): FreezableFields {
  const { job, statement, claimant, claimedOn, appearance, timecode, priority } = snapshot
  return { job, statement, claimant, claimedOn, appearance, timecode, priority }
}

/** Whose verdict it is: of what was sent, its round's authors; of a draft, whoever made it since it was last approved. */
export function verdictAuthors({ state, authors, round }: Pick<ClaimRow, "state" | "authors" | "round">): string[] {
  return (isSent({ state }) && round ? round.authors : authors).map((author) => author.membershipId)
}

/** Which of these sources a person may be told of: those they see, and those that turned out to be one of them. */
export async function seenAmong(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { source } = seenBy(actor)
  const rows = await tx.source.findMany({
    where: { id: { in: [...new Set(ids)] }, OR: [source, { mergedInto: source }] },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

function anchorView(row: Prisma.AnchorGetPayload<object>): AnchorView {
  const { revisionId, ordinal, quote, prefix, suffix, start, end, placement, contextChanged } = row
  return { revisionId, ordinal, quote, prefix, suffix, start, end, placement, contextChanged }
}
