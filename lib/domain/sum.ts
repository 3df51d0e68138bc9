/**
 * What a calculation comes to, worked out each time it is looked at, and held against the figure that the claim gives.
 * Beside calculation.ts, because it brings a library along that the browser does without.
 */
import type { CalculationInput, Comparison, Sum, WorkedOut } from "./calculation"
import { readFigure } from "./figure"
import { converted, FUNCTION_NAMES, workOut } from "./formula"
import { differenceOf, rounded, shortened } from "./quantity"
import { refuseField } from "./refusal"

/**
 * A calculation's inputs with their figures as plain decimals, and its result.
 * @throws invalid at the field that can't be read or worked out
 */
export function summed(sum: Sum): { inputs: CalculationInput[]; result: WorkedOut & { kind: "result" } } {
  const names = sum.inputs.map(({ name }) => name)
  const inputs = sum.inputs.map((input, at) => {
    const path = `inputs.${at}`
    if (FUNCTION_NAMES.includes(input.name)) throw refuseField(`${path}.name`, "calculation.nameTaken")
    if (names.indexOf(input.name) < at) throw refuseField(`${path}.name`, "calculation.nameTwice")
    return withFigure(input, sum.language, path)
  })
  return { inputs, result: resultOf({ ...sum, inputs }) }
}

/** What a calculation that is kept comes to. */
export function workedOut(sum: Sum): WorkedOut {
  try {
    return resultOf(sum)
  } catch {
    return { kind: "failed" }
  }
}

/** A per cent sign after an input's figure is its unit. */
function withFigure(input: CalculationInput, language: string, path: string): CalculationInput {
  const figure = readFigure(input.value, language)
  if (!figure) throw refuseField(`${path}.value`, "calculation.figure")
  if (figure.rest) throw refuseField(`${path}.value`, "calculation.unitApart")
  const unit = input.unit || (figure.isPercent ? "%" : null)
  if (figure.isPercent && unit !== "%") throw refuseField(`${path}.unit`, "calculation.percentAndUnit")
  return { ...input, value: figure.value, unit }
}

function resultOf(sum: Sum): WorkedOut & { kind: "result" } {
  const { value: exact, unit } = workOut(sum)
  const value = sum.decimals === null ? shortened(exact) : rounded(exact, -sum.decimals)
  const comparison = sum.claimed ? compared(exact, unit, { ...sum, claimed: sum.claimed }) : null
  return { kind: "result", value, exact: shortened(exact), unit, comparison }
}

/**
 * Both are rounded to the last digit that the claim gives, or to the calculation's decimals where those are fewer: "3.2
 * million" agrees with 3,184,201.
 */
function compared(exact: string, unit: string | null, sum: Sum & { claimed: string }): Comparison {
  const figure = readFigure(sum.claimed, sum.language)
  if (!figure) throw refuseField("claimed", "calculation.figure")
  const claimedIn = figure.isPercent ? "%" : figure.rest
  // Words behind a figure that are no unit, as in "3 cases in May", leave it as it is.
  const inClaimed = claimedIn ? converted(exact, unit, claimedIn, sum.language) : null
  const result = inClaimed ?? exact
  const place = sum.decimals === null ? figure.place : Math.max(figure.place, -sum.decimals)
  const near = rounded(result, place)
  const agrees = near === rounded(figure.value, place)
  const { difference, percent } = differenceOf(figure.value, shortened(result))
  return { figure: figure.value, isPercent: figure.isPercent && inClaimed !== null, agrees, difference, percent }
}
