/**
 * Working out a formula: mathjs reads it, a list of ours says what may stand in it, and each step is taken here, within
 * bounds. Nothing is evaluated that is not on that list. What can't be worked out is refused at its field, and nothing
 * else is ever thrown.
 */
import type { MathNode } from "mathjs"
import { MOST_FORMULA_LETTERS } from "./calculation"
import {
  bounded,
  count,
  isNumber,
  minus,
  over,
  plus,
  quantity,
  raised,
  readFormula,
  root,
  roundedTo,
  sizeOf,
  sorted,
  times,
  told,
  type Quantity,
  type Units,
} from "./quantity"
import { refuseField, Refusal } from "./refusal"

/** A number with a name and a unit, as a formula begins with. `value` is a plain decimal. */
export interface Given {
  name: string
  value: string
  unit: string | null
}

export interface Formula {
  formula: string
  inputs: readonly Given[]
  /** The unit that the result is wanted in; without one, it is in what the formula makes of its inputs'. */
  unit: string | null
  /** How units and words of magnitude are written (BCP 47). */
  language: string
}

/** What came of it, not rounded: a plain decimal, with as many digits as are worked with. */
export interface Outcome {
  value: string
  unit: string | null
}

/** A formula is a line; what is deeper than this was made to be. */
const DEEPEST = 40

/**
 * Works a formula out.
 * @throws invalid at `formula`, `unit` or `inputs.3.unit`
 */
export function workOut({ formula, inputs, unit, language }: Formula): Outcome {
  const units: Units = { language, named: new Map() }
  const named = new Map(
    inputs.map((input, at) => {
      const path = `inputs.${at}.unit`
      return [input.name, steps(path, () => quantity(input.value, input.unit, units, path))]
    }),
  )
  const node = read(formula)
  const value = steps("formula", () => valueOf(node, named, 0))
  // A change by itself is told in per cent.
  const wanted = unit ?? (isChange(node) && isNumber(value) ? "%" : null)
  return steps("unit", () => told(value, wanted, units))
}

/** A figure of one unit in another one; null where neither can be the other. */
export function converted(value: string, from: string | null, to: string | null, language: string): string | null {
  try {
    return workOut({ formula: "x", inputs: [{ name: "x", value, unit: from }], unit: to ?? "", language }).value
  } catch {
    return null
  }
}

function read(formula: string): MathNode {
  if (formula.length > MOST_FORMULA_LETTERS) throw refused("tooLong")
  try {
    return readFormula(formula)
  } catch (error) {
    if (/\d,\d/.test(formula)) throw refused("decimalPoint")
    const at = error instanceof SyntaxError ? /\(char (\d+)\)/.exec(error.message)?.[1] : undefined
    throw at ? refuseField("formula", "calculation.notRead", { at: Number(at) }) : refused("cannot")
  }
}

/** mathjs says in words of its own what it can't do: the reader is told where, in ours. */
function steps<T>(path: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw error instanceof Refusal ? error : refuseField(path, "calculation.cannot")
  }
}

function valueOf(node: MathNode, named: ReadonlyMap<string, Quantity>, depth: number): Quantity {
  if (depth > DEEPEST) throw refused("tooDeep")
  const inner = (part: MathNode) => valueOf(part, named, depth + 1)
  const { content, value, name = "", args = [] } = node as Parts
  switch (node.type) {
    case "ParenthesisNode":
      return inner(present(content))
    case "ConstantNode":
      return constant(value)
    case "SymbolNode":
      return named.get(name) ?? unknown("unknownName", name)
    case "OperatorNode":
      return bounded(operation(node, args.map(inner)))
    case "FunctionNode":
      return bounded(called(node, args.map(inner)))
    default:
      return notAllowed()
  }
}

/** The hundred of "5 %" comes from mathjs, as one of JavaScript's numbers. */
function constant(value: unknown): Quantity {
  if (isNumber(value)) return bounded(value)
  return typeof value === "number" ? count(value) : notAllowed()
}

/** What the kinds of nodes hold: mathjs gives each kind a type, but not a union of them. */
interface Parts extends MathNode {
  content?: MathNode
  value?: unknown
  name?: string
  args?: MathNode[]
  fn?: string | { name?: string }
  implicit?: boolean
}

function operation(node: MathNode, values: Quantity[]): Quantity {
  const { fn, implicit } = node as Parts
  if (implicit) throw refused("noSign")
  const one = present(values[0])
  if (fn === "unaryMinus") return times(one, count(-1))
  if (fn === "unaryPlus") return one
  if (fn === "mod") throw refused("percentBrackets")
  const rule = Object.hasOwn(OPERATIONS, String(fn)) ? OPERATIONS[String(fn)] : undefined
  return rule ? rule(one, present(values[1])) : notAllowed()
}

const OPERATIONS: Record<string, (one: Quantity, other: Quantity) => Quantity> = {
  add: plus,
  subtract: minus,
  multiply: times,
  divide: over,
  pow: raised,
}

interface Called {
  takes: [least: number, most: number]
  rule: (values: [Quantity, ...Quantity[]]) => Quantity
}

const FUNCTIONS: Record<string, Called> = {
  sum: { takes: [1, 100], rule: sum },
  mean: { takes: [1, 100], rule: (values) => over(sum(values), count(values.length)) },
  median: { takes: [1, 100], rule: median },
  min: { takes: [1, 100], rule: (values) => sorted(values)[0] },
  max: { takes: [1, 100], rule: (values) => sorted(values).at(-1) ?? values[0] },
  abs: { takes: [1, 1], rule: ([value]) => (sizeOf(value).isNegative() ? times(value, count(-1)) : value) },
  round: { takes: [1, 2], rule: ([value, decimals = count(0)]) => roundedTo(value, decimals) },
  sqrt: { takes: [1, 1], rule: ([value]) => root(value) },
  change: { takes: [2, 2], rule: ([from, to]) => over(minus(present(to), from), from) },
}

/** Names that a formula calls: none of its inputs may have one. */
export const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS)

function called(node: MathNode, values: Quantity[]): Quantity {
  const name = calledBy(node)
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (!known) return unknown("unknownFunction", name)
  const [least, most] = known.takes
  if (values.length < least || values.length > most) return unknown("arguments", name)
  return known.rule(values as [Quantity, ...Quantity[]])
}

const isChange = (node: MathNode) => node.type === "FunctionNode" && calledBy(node) === "change"

/** Empty where what is called is not a name. */
function calledBy(node: MathNode): string {
  const { fn } = node as Parts
  return typeof fn === "object" && typeof fn.name === "string" ? fn.name : ""
}

function sum([first, ...rest]: [Quantity, ...Quantity[]]): Quantity {
  return rest.reduce(plus, first)
}

function median(values: [Quantity, ...Quantity[]]): Quantity {
  const ordered = sorted(values)
  const half = Math.floor(ordered.length / 2)
  const upper = present(ordered[half])
  return ordered.length % 2 === 1 ? upper : over(plus(present(ordered[half - 1]), upper), count(2))
}

const refused = (why: string): Refusal => refuseField("formula", `calculation.${why}`)

function notAllowed(): never {
  throw refused("notAllowed")
}

function unknown(why: string, name: string): never {
  throw refuseField("formula", `calculation.${why}`, { name: name.slice(0, 60) })
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw refused("cannot")
  return value
}
