/** What its viewer sees of a verdict: as it is drafted, as it was sent, and what others said of it. Knows rows and views, no acts. */
import type { CertainPassage, FixView } from "../domain/fix"
import { can } from "../domain/policy"
import { RoundSnapshot, type ReviewView, type RoundView } from "../domain/round"
import { ratingOf, scaleName, type Scale } from "../domain/scale"
import { TidyChange, type TidyView } from "../domain/tidy"
import type { VerdictView } from "../domain/verdict"
import type { Actor } from "../domain/workspace"
import { asPerson, dayOf, type ClaimRow } from "./relations"

type DraftRow = ClaimRow["draft"]
type CurrentRound = NonNullable<ClaimRow["round"]>

/** A drafted verdict. */
export function verdictView(actor: Actor, scale: Scale, row: NonNullable<DraftRow>): VerdictView {
  return {
    rating: ratingOf(scale, row.rating),
    scale: scaleName(scale),
    conclusion: row.conclusion,
    explanation: row.explanation,
    workingNote: workingNote(actor, row),
    asOf: dayOf(row.asOf),
    recheckOn: dayOf(row.recheckOn),
  }
}

/**
 * A verdict as it was sent. Its working note, which no round freezes, as it is; and once the fix that it was sent with is
 * in the text, it is `fixed` or `cut`.
 */
export function frozenVerdict(
  actor: Actor,
  scale: Scale,
  snapshot: RoundSnapshot,
  { draft, fixes }: Pick<ClaimRow, "draft" | "fixes">,
): VerdictView {
  const { rating, conclusion, explanation, asOf, recheckOn } = snapshot
  const isDecided = snapshot.fix !== null && fixes.length === 0
  const fixed = isDecided && (draft?.rating === "fixed" || draft?.rating === "cut") ? draft.rating : null
  return {
    ...{ scale: snapshot.scale, conclusion, explanation, asOf, recheckOn },
    rating: ratingOf(scale, fixed ?? rating),
    workingNote: workingNote(actor, draft),
  }
}

function workingNote(actor: Actor, draft: DraftRow): string | null {
  return can(actor, "note.read") ? (draft?.workingNote ?? null) : null
}

interface Tidied extends Pick<CurrentRound, "snapshot"> {
  tidies: Pick<CurrentRound["tidies"][number], "confirmed" | "changes">[]
}

/** What a round froze, with the typos that were mended since: what was sent stays in its row. */
export function tidySnapshot({ snapshot, tidies }: Tidied): RoundSnapshot {
  const sent = RoundSnapshot.parse(snapshot)
  const confirmed = tidies.flatMap((tidy) => (tidy.confirmed ? TidyChange.array().parse(tidy.changes) : []))
  return { ...sent, ...Object.fromEntries(confirmed.map(({ field, to }) => [field, to])) }
}

/** The tidying that waits for a second person, if one does. */
export function tidyView(round: CurrentRound | null): TidyView | null {
  const waiting = round?.tidies.find(({ confirmed }) => confirmed === null)
  if (!waiting) return null
  const { id, changes, proposedBy, proposedAt } = waiting
  return { id, changes: TidyChange.array().parse(changes), by: asPerson(proposedBy), at: proposedAt.toISOString() }
}

/** Why something was waived is a word of the desk to itself. */
export function roundView(actor: Actor, row: CurrentRound, { waivers }: RoundSnapshot): RoundView {
  return {
    id: row.id,
    number: row.number,
    sender: asPerson(row.sender),
    sentAt: row.sentAt.toISOString(),
    authors: row.authors.map((author) => asPerson(author.membership)),
    approvalsNeeded: actor.settings.approvals,
    waivers: can(actor, "note.read") ? waivers : [],
  }
}

/** One review of a round. */
export function reviewView(
  actor: Actor,
  round: { id: string; number: number },
  row: ClaimRow["rounds"][number]["reviews"][number],
): ReviewView {
  return {
    id: row.id,
    roundId: round.id,
    roundNumber: round.number,
    reviewer: asPerson(row.reviewer),
    decision: row.decision,
    note: can(actor, "note.read") ? row.note : null,
    createdAt: row.createdAt.toISOString(),
  }
}

/** The fix of a claim that nobody has decided on yet. */
export function fixView([row]: ClaimRow["fixes"]): FixView | null {
  if (!row) return null
  const { id, wording, reason, version, answer, answerWording, answerReason, answeredBy, answeredAt } = row
  return {
    ...{ id, wording, reason, version },
    proposedBy: asPerson(row.proposedBy),
    proposedAt: row.proposedAt.toISOString(),
    answer:
      answer && answeredBy && answeredAt
        ? {
            kind: answer,
            wording: answerWording,
            reason: answerReason,
            by: asPerson(answeredBy),
            at: answeredAt.toISOString(),
          }
        : null,
  }
}

/** The one passage that a claim stands on, where it is certain. */
export function passageOf({ anchors }: Pick<ClaimRow, "anchors">): CertainPassage | null {
  const [only, another] = anchors
  if (!only || another || only.start === null || only.end === null || only.placement === "stale") return null
  return { start: only.start, end: only.end, words: only.quote }
}
