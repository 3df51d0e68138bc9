/** A calculation as it is typed: empty words for nothing. Pure. */
import type { AddCalculation, CalculationView } from "@/lib/domain/calculation"
import { figuresIn, shownFigure } from "@/lib/domain/figure"

export interface TypedInput {
  name: string
  value: string
  unit: string
  evidenceId: string
}

export interface TypedSum {
  title: string
  inputs: TypedInput[]
  formula: string
  unit: string
  decimals: string
  claimed: string
  note: string
}

/** Begins with one number, and with the claim's figure where it gives only one. `language` is the article's. */
export function emptySum(quote: string, language: string): TypedSum {
  const [figure = "", ...others] = figuresIn(quote, language)
  const claimed = others.length === 0 ? figure : ""
  return { title: "", inputs: [newInput([])], formula: "", unit: "", decimals: "", claimed, note: "" }
}

/** Its figures as the article's language writes them, which they will be read by. */
export function typedSum(calculation: CalculationView): TypedSum {
  const { title, formula, unit, decimals, claimed, note, language } = calculation
  return {
    ...{ title, formula, unit: unit ?? "", claimed: claimed ?? "", note: note ?? "" },
    decimals: decimals === null ? "" : String(decimals),
    inputs: calculation.inputs.map(({ name, value, unit, evidenceId }) => ({
      ...{ name, unit: unit ?? "", evidenceId: evidenceId ?? "" },
      value: shownFigure(value, language),
    })),
  }
}

/** As the act takes it. */
export function sumFrom({ inputs, ...typed }: TypedSum): AddCalculation["calculation"] {
  const words = (text: string) => text.trim() || null
  return {
    title: typed.title,
    formula: typed.formula,
    inputs: inputs.map(({ name, value, unit, evidenceId }) => ({
      ...{ name, value, unit: words(unit), evidenceId: words(evidenceId) },
    })),
    unit: words(typed.unit),
    decimals: typed.decimals === "" ? null : Number(typed.decimals),
    claimed: words(typed.claimed),
    note: words(typed.note),
  }
}

/** One more number, under the first letter that is free. */
export function newInput(inputs: readonly TypedInput[]): TypedInput {
  const taken = new Set(inputs.map(({ name }) => name))
  const name = [..."abcdefghijklmnopqrstuvwxyz"].find((letter) => !taken.has(letter)) ?? ""
  return { name, value: "", unit: "", evidenceId: "" }
}
