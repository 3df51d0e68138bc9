/** Calculations: the sums behind a claim's figure, each input tied to a piece of its evidence or to none. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import type {
  AddCalculation,
  CalculationFields,
  CalculationInput,
  EditCalculation,
  RemoveCalculation,
  TrySum,
  WorkedOut,
} from "../domain/calculation"
import type { ClaimView } from "../domain/claim"
import { claimEvent, type EventAct, type NewEvent } from "../domain/event"
import { blankAsNull, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { summed } from "../domain/sum"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { calculationView, frozenCalculation } from "./contact-views"
import { calculationRelations, seenBy, type CalculationRow } from "./relations"
import { claimUnderCheck, outdated, viewOf, writeEdit, type ClaimUnderCheck } from "./under-check"

/** More sums than these are a study, and belong in a spreadsheet that is cited. */
const MOST_OF_A_CLAIM = 20

/** Adds a sum to a claim. Answers the claim, and the id of the new calculation. */
export function addCalculation(
  actor: Actor,
  { claimId, version, calculation }: z.output<typeof AddCalculation>,
): Promise<{ claim: ClaimView; calculationId: string }> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "calculation.edit", claim)
    if ((await tx.calculation.count({ where: { claimId } })) >= MOST_OF_A_CLAIM)
      throw refuse("conflict", "calculation.tooMany")
    const { language } = await tx.article.findUniqueOrThrow({
      where: { id: claim.article.id },
      select: { language: true },
    })
    const { inputs, ...fields } = await readable(tx, actor, claim, { ...blankAsNull(calculation), language })
    const { workspaceId, id: createdById } = actor
    const id = newId()
    await tx.calculation.create({ data: { id, workspaceId, claimId, createdById, ...fields } })
    await keepInputs(tx, { id, workspaceId }, inputs)
    const told = await calculationEvent(tx, "calculation.added", claim, { id, inputs }, {})
    const events = await writeEdit(tx, actor, claim, { frozen: ["calculations"], told })
    return { result: { claim: await viewOf(tx, actor, claim), calculationId: id }, events }
  })
}

/** Changes a sum. One that can't be worked out is refused at its field. */
export function editCalculation(
  actor: Actor,
  { calculationId, version, calculation: typed }: z.output<typeof EditCalculation>,
): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, row } = await calculationUnderCheck(tx, actor, calculationId, version)
    authorize(actor, "calculation.edit", claim)
    const before = frozenCalculation(row)
    const { inputs, ...fields } = await readable(tx, actor, claim, { ...before, ...given(blankAsNull(typed)) })
    const changed = changedIn(before, { inputs, ...fields })
    if (changed.length === 0) return unchanged(await viewOf(tx, actor, claim))
    await tx.calculation.update({ where: { id: row.id }, data: { ...fields, version: { increment: 1 } } })
    await tx.calculationInput.deleteMany({ where: { calculationId } })
    await keepInputs(tx, row, inputs)
    const both = { id: row.id, inputs: [...before.inputs, ...inputs] }
    const told = await calculationEvent(tx, "calculation.edited", claim, both, { changed })
    const events = await writeEdit(tx, actor, claim, { frozen: ["calculations"], told })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Takes a sum off its claim. Rounds that were sent with it keep it. */
export function removeCalculation(actor: Actor, { calculationId, version }: RemoveCalculation): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const { claim, row } = await calculationUnderCheck(tx, actor, calculationId, version)
    authorize(actor, "calculation.edit", claim)
    const told = await calculationEvent(tx, "calculation.removed", claim, row, {})
    const events = await writeEdit(tx, actor, claim, { frozen: ["calculations"], told })
    await tx.calculationInput.deleteMany({ where: { calculationId } })
    await tx.calculation.delete({ where: { id: calculationId } })
    return { result: await viewOf(tx, actor, claim), events }
  })
}

/** Works out what somebody types, before it is kept: nothing of the desk is read for it. */
export async function trySum(actor: Actor, sum: z.output<typeof TrySum>): Promise<WorkedOut> {
  authorize(actor, "source.add")
  return summed(blankAsNull(sum)).result
}

/**
 * Lets go of evidence that is about to be taken off its claim. A sum that its remover sees keeps it; one that rests on a
 * source that they may not see does not exist for them: its input is tied to nothing from now on.
 * @throws conflict that names the sum
 */
export async function untieEvidence(
  tx: Tx,
  actor: Actor,
  claim: ClaimUnderCheck,
  evidenceId: string,
): Promise<NewEvent[]> {
  const inputs = { some: { evidenceId } }
  const kept = await tx.calculation.findFirst({ where: { AND: [{ inputs }, seenBy(actor).calculation] } })
  if (kept) throw refuse("conflict", "evidence.inCalculation", { params: { title: kept.title } })
  const hidden = await tx.calculation.findMany({
    where: { claimId: claim.row.id, inputs },
    include: calculationRelations,
  })
  const events: NewEvent[] = []
  for (const row of hidden) {
    events.push(await calculationEvent(tx, "calculation.edited", claim, row, { changed: ["inputs"] }))
    await tx.calculation.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
  }
  await tx.calculationInput.updateMany({ where: { evidenceId }, data: { evidenceId: null } })
  return events
}

type Whole = CalculationFields & { language: string }

/** A calculation that can be worked out, its figures as plain decimals, its inputs tied to evidence of the claim alone. */
async function readable(tx: Tx, actor: Actor, claim: ClaimUnderCheck, whole: Whole): Promise<Whole> {
  const { title, formula, unit, decimals, claimed, note, language } = whole
  const { inputs } = summed(whole)
  const named = inputs.flatMap(({ evidenceId }) => evidenceId ?? [])
  const found = await tx.evidence.findMany({
    where: { id: { in: named }, claimId: claim.row.id, ...seenBy(actor).evidence },
    select: { id: true },
  })
  const known = new Set(found.map(({ id }) => id))
  const unknown = inputs.findIndex(({ evidenceId }) => evidenceId !== null && !known.has(evidenceId))
  if (unknown >= 0) throw refuseField(`inputs.${unknown}.evidenceId`, "evidence.notFound")
  return { title, formula, inputs, unit, decimals, claimed, note, language }
}

async function keepInputs(
  tx: Tx,
  { id: calculationId, workspaceId }: { id: string; workspaceId: string },
  inputs: readonly CalculationInput[],
): Promise<void> {
  const rows: Prisma.CalculationInputCreateManyInput[] = inputs.map((input, ordinal) => ({
    ...{ workspaceId, calculationId, ordinal },
    ...input,
  }))
  await tx.calculationInput.createMany({ data: rows })
}

function changedIn(before: Whole, after: Whole): string[] {
  const names = ["title", "formula", "inputs", "unit", "decimals", "claimed", "note"] as const
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** Names every source that the sum rests on: who may not see one of them is told nothing of the sum. */
async function calculationEvent(
  tx: Tx,
  act: EventAct,
  { row }: ClaimUnderCheck,
  { id, inputs }: { id: string; inputs: readonly Pick<CalculationInput, "evidenceId">[] },
  payload: Record<string, unknown>,
): Promise<NewEvent> {
  const cited = await tx.evidence.findMany({
    where: { id: { in: inputs.flatMap(({ evidenceId }) => evidenceId ?? []) } },
    select: { sourceId: true },
    distinct: ["sourceId"],
    orderBy: { sourceId: "asc" },
  })
  const [source, ...others] = cited.map(({ sourceId }) => sourceId)
  const about = { ...(source && { source }), ...(source && others.length > 0 && { sources: [source, ...others] }) }
  return claimEvent(act, row, payload, { calculation: id, ...about })
}

async function calculationUnderCheck(
  tx: Tx,
  actor: Actor,
  calculationId: string,
  version: number | undefined,
): Promise<{ claim: ClaimUnderCheck; row: CalculationRow }> {
  const seen = { id: calculationId, ...seenBy(actor).calculation }
  const found = await tx.calculation.findFirst({ where: seen, select: { claimId: true } })
  if (!found) throw refuse("not-found", "calculation.notFound")
  const claim = await claimUnderCheck(tx, actor, found.claimId)
  const row = await tx.calculation.findFirst({ where: seen, include: calculationRelations })
  if (!row) throw refuse("not-found", "calculation.notFound")
  if (version !== undefined && version !== row.version) {
    const about = { claimId: claim.row.id, subjects: { path: ["calculation"], equals: calculationId } }
    const current = calculationView(row)
    throw await outdated(tx, actor, about, { noun: "calculation", seen: version, now: row.version, current })
  }
  return { claim, row }
}
