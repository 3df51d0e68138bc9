/**
 * Calculations: the sum behind a figure that a claim gives. Its result is kept nowhere: sum.ts works it out each time
 * that it is looked at.
 */
import { z } from "zod"
import { Id } from "./id"
import { MOST_UNIT_LETTERS } from "./unit"

export const MOST_FORMULA_LETTERS = 500

const line = (max: number) => z.string().trim().max(max)

/** A number that a calculation begins with, and the evidence that it is from, if it is from any. */
export const CalculationInput = z.object({
  /** As the formula calls it. */
  name: line(40).regex(/^[A-Za-z][A-Za-z0-9_]*$/, "calculation.name"),
  /** As people write it; kept as a plain decimal. */
  value: line(60).min(1),
  unit: line(MOST_UNIT_LETTERS).nullable().default(null),
  evidenceId: Id.nullable().default(null),
})
export type CalculationInput = z.output<typeof CalculationInput>

/** What can be typed of a calculation. `null` clears. */
export const CalculationFields = z.object({
  title: line(300).min(1),
  formula: line(MOST_FORMULA_LETTERS).min(1),
  inputs: z.array(CalculationInput).max(20),
  unit: line(MOST_UNIT_LETTERS).nullable(),
  /** Decimals that the result is rounded to, half away from zero; null for none. */
  decimals: z.number().int().min(0).max(12).nullable(),
  /** The figure that the claim gives, as it stands there. */
  claimed: line(100).nullable(),
  note: line(5000).nullable(),
})
export type CalculationFields = z.output<typeof CalculationFields>

/** A calculation as it is typed in. */
export const NewCalculation = CalculationFields.extend({
  inputs: CalculationFields.shape.inputs.default([]),
  unit: CalculationFields.shape.unit.default(null),
  decimals: CalculationFields.shape.decimals.default(null),
  claimed: CalculationFields.shape.claimed.default(null),
  note: CalculationFields.shape.note.default(null),
})

const version = z.number().int().positive().optional()

export const AddCalculation = z.object({ claimId: Id, version, calculation: NewCalculation })
export type AddCalculation = z.input<typeof AddCalculation>

export const EditCalculation = z.object({ calculationId: Id, version, calculation: CalculationFields.partial() })
export type EditCalculation = z.input<typeof EditCalculation>

export const RemoveCalculation = z.object({ calculationId: Id, version })
export type RemoveCalculation = z.infer<typeof RemoveCalculation>

/** What is worked out while somebody types: it needs no title, and is kept nowhere. */
export const TrySum = NewCalculation.omit({ title: true, note: true }).extend({ language: line(35).min(1) })
export type TrySum = z.input<typeof TrySum>

/** What a calculation is worked out from. */
export type Sum = Pick<CalculationFields, "formula" | "inputs" | "unit" | "decimals" | "claimed"> & {
  /** In whose notation its figures are (BCP 47). */
  language: string
}

/** The claim's figure beside what was worked out: all in one unit, as plain decimals. */
export interface Comparison {
  figure: string
  isPercent: boolean
  agrees: boolean
  /** By how much the claim's figure is more than the result, and by how many per cent of it; null of nothing. */
  difference: string
  percent: string | null
}

/** What came of a calculation. `failed`: it can't be worked out any more. */
export type WorkedOut =
  | { kind: "result"; value: string; exact: string; unit: string | null; comparison: Comparison | null }
  | { kind: "failed" }

/** A calculation as its viewer sees it: whoever may not see a source that it rests on sees nothing of it. */
export interface CalculationView extends CalculationFields {
  id: string
  claimId: string
  language: string
  result: WorkedOut
  version: number
}

/** A calculation as a round freezes it; its result is worked out again. */
export const FrozenCalculation = CalculationFields.extend({ id: Id, language: z.string(), version: z.number() })
export type FrozenCalculation = z.infer<typeof FrozenCalculation>
