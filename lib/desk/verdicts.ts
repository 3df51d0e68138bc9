/** Verdicts as they are drafted, while a claim is open, has changes requested, or is approved and reopens by it. */
import type { Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import { claimEvent } from "../domain/event"
import { changedFields } from "../domain/fields"
import { authorize } from "../domain/policy"
import type { Scale } from "../domain/scale"
import type { DraftVerdict, VerdictInput } from "../domain/verdict"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { assertFits, knownScales, scaleFor } from "./scales"
import { dayOf, type ClaimRow } from "./seen-by"
import { claimUnderCheck, viewOf, writeEdit } from "./under-check"

/** Everything of a verdict but the working note is frozen by a round. */
const UNFROZEN = "workingNote"

/** Puts down a verdict whole: what is not given is empty. */
export function draftVerdict(actor: Actor, { claimId, version, verdict }: DraftVerdict): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "verdict.draft", claim)
    const scale = await ratedOn(tx, actor, claim.row, verdict.rating)
    const whole = wholeVerdict(verdict)
    const changed = changedFields(draftOf(claim.row), whole)
    if (changed.length === 0) return unchanged(await viewOf(tx, actor, claim))
    const told = claimEvent("verdict.drafted", claim.row, { changed, rating: verdict.rating })
    const frozen = changed.filter((name) => name !== UNFROZEN)
    const events = await writeEdit(tx, actor, claim, { frozen, told })
    const { asOf, recheckOn, ...words } = whole
    const row = {
      ...words,
      asOf: asDate(asOf),
      recheckOn: asDate(recheckOn),
      scaleId: scale.id,
      draftedById: actor.id,
      draftedAt: new Date(),
    }
    await tx.verdictDraft.upsert({
      where: { claimId },
      create: { ...row, claimId, workspaceId: actor.workspaceId },
      update: row,
    })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/**
 * The scale that a rating is of. The one that is there stays on the version that it was given on, also where the desk offers
 * another by now, or the claim is said to be of another type; any other is of what is offered, and fits the claim's type.
 */
async function ratedOn(tx: Tx, actor: Actor, { draft, job, type }: ClaimRow, rating: string): Promise<Scale> {
  if (draft?.rating === rating) {
    const given = (await knownScales(tx, [draft.scaleId]))(draft.scaleId)
    if (given.job === job) return given
  }
  const offered = await scaleFor(tx, actor, job)
  assertFits(offered, { type }, rating)
  return offered
}

type WholeVerdict = { [K in keyof Required<VerdictInput>]: K extends "rating" ? string : string | null }

/** Empty words are no words. */
function wholeVerdict(verdict: VerdictInput): WholeVerdict {
  const { rating, conclusion, explanation, workingNote, asOf, recheckOn } = verdict
  return {
    rating,
    conclusion: conclusion || null,
    explanation: explanation || null,
    workingNote: workingNote || null,
    asOf: asOf ?? null,
    recheckOn: recheckOn ?? null,
  }
}

function draftOf({ draft }: ClaimRow): WholeVerdict | Record<keyof WholeVerdict, null> {
  if (!draft)
    return { rating: null, conclusion: null, explanation: null, workingNote: null, asOf: null, recheckOn: null }
  const { rating, conclusion, explanation, workingNote } = draft
  return { rating, conclusion, explanation, workingNote, asOf: dayOf(draft.asOf), recheckOn: dayOf(draft.recheckOn) }
}

const asDate = (day: string | null) => (day === null ? null : new Date(day))
