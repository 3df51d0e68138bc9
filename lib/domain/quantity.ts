/**
 * Quantities: decimals with units, added, multiplied and rounded by mathjs within bounds. What can't be done with them is
 * refused at its field. Knows no formulas.
 */
import type { BigNumber, MathNode, Unit } from "mathjs"
// In one file: in its thousand others, reading it took longer than all else that a command or a test begins with.
import mathjs from "mathjs/lib/browser/math.js"
import { refuseField, type Refusal } from "./refusal"
import { readUnit, type UnitPart } from "./unit"

export type Quantity = BigNumber | Unit

/** Digits that are worked with, and those that are told: a third of a number, taken three times, is the number. */
const DIGITS = 64
const TOLD_DIGITS = 40
/** Beyond so many powers of ten a number is a mistake, and takes ever longer. */
const LARGEST = 60
const HIGHEST_POWER = 100

/** Each unit of what is counted in one sum takes one of these for its length. */
const THINGS = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `countedthing${letter}`)

let made: ReturnType<typeof makeMath> | undefined

/** Made when the first sum is, with units of its own: no other part of Stet knows of them. */
const math = () => (made ??= makeMath())

function makeMath() {
  const library = mathjs.create({ number: "BigNumber", precision: DIGITS })
  for (const thing of THINGS) library.createUnit(thing)
  return library
}

/** A formula as mathjs reads it. @throws SyntaxError of mathjs */
export const readFormula = (formula: string): MathNode => math().parse(formula)

/** How a sum's units are read. */
export interface Units {
  /** BCP 47. */
  language: string
  /** What was named so far, by the unit of mathjs that stands for it. */
  named: Map<string, UnitPart>
}

/** A plain decimal in a unit. @throws invalid at `path` */
export function quantity(value: string, unit: string | null, units: Units, path: string): Quantity {
  const read = unitOf(unit, units, path)
  const number = count(value).times(count(10).pow(read.zeros))
  return bounded(read.unit ? times(number, read.unit) : number)
}

/** A quantity as a plain decimal in the unit that is wanted, or in its own. @throws invalid at `unit` */
export function told(value: Quantity, wanted: string | null, units: Units): { value: string; unit: string | null } {
  if (wanted === null) return inItsOwn(value, units.named)
  const { unit, zeros } = unitOf(wanted, units, "unit")
  const number = unit ? isAlike(value, unit) && math().divide(value as BigNumber, unit as BigNumber) : value
  if (!isNumber(number)) {
    const own = inItsOwn(value, units.named).unit
    throw own ? refuseField("unit", "calculation.otherUnit", { unit: own }) : refuseField("unit", "calculation.noUnit")
  }
  return { value: exact(number.div(count(10).pow(zeros))), unit: wanted }
}

export const count = (number: number | string): BigNumber => math().bignumber(number)

/** @throws invalid where the two are not of one kind */
export function plus(one: Quantity, other: Quantity): Quantity {
  if (!isAlike(one, other)) throw refused("unlike")
  return math().add(one as BigNumber, other as BigNumber)
}

export function minus(one: Quantity, other: Quantity): Quantity {
  if (!isAlike(one, other)) throw refused("unlike")
  return math().subtract(one as BigNumber, other as BigNumber)
}

export function times(one: Quantity, other: Quantity): Quantity {
  return math().multiply(one as BigNumber, other as BigNumber) as Quantity
}

/** @throws invalid where it would be by nothing */
export function over(one: Quantity, other: Quantity): Quantity {
  if (sizeOf(other).isZero()) throw refused("byZero")
  return math().divide(one as BigNumber, other as BigNumber) as Quantity
}

/** @throws invalid for what has no plain number as its result, or one that is out of bounds */
export function raised(base: Quantity, power: Quantity): Quantity {
  if (!isNumber(power) || power.abs().gt(HIGHEST_POWER)) throw refused("power")
  if (!power.isInteger() && (!isNumber(base) || base.isNegative())) throw refused("power")
  if (power.isNegative() && sizeOf(base).isZero()) throw refused("byZero")
  // Bounded before it is worked out: ten digits to the power of a hundred are a thousand.
  const size = sizeOf(base)
  if (!size.isZero() && Math.abs(size.e) * power.abs().toNumber() > LARGEST) throw refused("tooLarge")
  return math().pow(base as BigNumber, power) as Quantity
}

export function root(value: Quantity): Quantity {
  if (sizeOf(value).isNegative()) throw refused("negativeRoot")
  return math().sqrt(value as BigNumber) as Quantity
}

/** Rounds a plain number to some decimals. */
export function roundedTo(value: Quantity, decimals: Quantity): Quantity {
  const isPlain = isNumber(value) && isNumber(decimals) && decimals.isInteger() && decimals.abs().lte(12)
  if (!isPlain) throw refused("roundsNumbers")
  return count(rounded(value.toString(), -decimals.toNumber()))
}

/** From the smallest to the largest. @throws invalid where they are not of one kind */
export function sorted(values: [Quantity, ...Quantity[]]): [Quantity, ...Quantity[]] {
  if (!values.every((value) => isAlike(values[0], value))) throw refused("unlike")
  return values.toSorted((one, other) => sizeOf(one).cmp(sizeOf(other))) as [Quantity, ...Quantity[]]
}

/** A quantity's number, in the base unit of its kind: enough to compare it, and to tell nothing from something. */
export const sizeOf = (value: Quantity): BigNumber =>
  isNumber(value) ? value : count(String((value as unknown as { value: unknown }).value))

export const isNumber = (value: unknown): value is BigNumber =>
  typeof value === "object" && value !== null && "isBigNumber" in value && value.isBigNumber === true

/** @throws invalid for what is no number any more, or out of bounds */
export function bounded(value: Quantity): Quantity {
  const size = sizeOf(value)
  if (!size.isFinite()) throw refused("cannot")
  if (!size.isZero() && Math.abs(size.e) > LARGEST) throw refused("tooLarge")
  return value
}

/** A decimal rounded to a power of ten, half away from zero: 2.5 becomes 3, -2.5 becomes -3. */
export function rounded(value: string, place: number): string {
  const step = count(10).pow(place)
  return plain(count(value).div(step).toDecimalPlaces(0, HALF_AWAY_FROM_ZERO).times(step))
}

/** A decimal as far as it can be read: twelve digits that count. */
export const shortened = (value: string): string => plain(count(value).toSignificantDigits(12, HALF_AWAY_FROM_ZERO))

/** By how much a figure is more than another one, and by how many per cent of that; null of nothing. */
export function differenceOf(figure: string, from: string): { difference: string; percent: string | null } {
  const difference = count(figure).minus(from)
  const percent = count(from).isZero() ? null : difference.div(count(from).abs()).times(100).toSignificantDigits(3)
  return { difference: plain(difference), percent: percent && plain(percent) }
}

/** As decimal.js calls it. */
const HALF_AWAY_FROM_ZERO = 4

const plain = (number: BigNumber) => (number.isZero() ? "0" : number.toFixed())

const refused = (why: string): Refusal => refuseField("formula", `calculation.${why}`)

function isAlike(one: Quantity, other: Quantity): boolean {
  if (isNumber(one) || isNumber(other)) return isNumber(one) && isNumber(other)
  return one.equalBase(other)
}

/** A unit's text as one of mathjs'; null for a plain number. */
function unitOf(text: string | null, units: Units, path: string): { unit: Quantity | null; zeros: number } {
  const read = readUnit(text ?? "", units.language)
  if (!read) throw refuseField(path, "calculation.unitUnknown")
  const [first, ...rest] = read.parts.map((part) => {
    const unit = math().unit(nameOf(part, units, path))
    return math().pow(unit as unknown as BigNumber, count(part.power)) as Quantity
  })
  return { unit: first ? rest.reduce(times, first) : null, zeros: read.zeros }
}

/** The unit of mathjs that stands for a part: its own, that of the same thing before, or one that is free. */
function nameOf(part: UnitPart, { named }: Units, path: string): string {
  const before = [...named].find(([, { name }]) => name === part.name)?.[0]
  const name = before ?? part.measure ?? THINGS.find((thing) => !named.has(thing))
  if (!name) throw refuseField(path, "calculation.unitsTooMany")
  if (!before) named.set(name, part)
  return name
}

interface UnitInside {
  units: { unit: { name: string }; prefix: { name: string }; power: number }[]
  toJSON: () => { value: BigNumber }
}

function inItsOwn(value: Quantity, named: Units["named"]): { value: string; unit: string | null } {
  if (isNumber(value)) return { value: exact(value), unit: null }
  const { units, toJSON } = value as unknown as UnitInside
  const powers = new Map<string, number>()
  for (const { unit, prefix, power } of units) {
    const name = `${prefix.name}${unit.name}`
    powers.set(name, (powers.get(name) ?? 0) + power)
  }
  const words = (direction: 1 | -1) =>
    [...powers].flatMap(([name, power]) => (Math.sign(power) === direction ? wordOf(name, Math.abs(power), named) : []))
  const number = toJSON.call(value).value
  return { value: exact(count(number.toString())), unit: [words(1).join("·") || "1", ...words(-1)].join("/") }
}

const wordOf = (name: string, power: number, named: Units["named"]) =>
  `${named.get(name)?.written ?? name}${RAISED[power] ?? `^${power}`}`

const exact = (number: BigNumber) => plain(number.toSignificantDigits(TOLD_DIGITS))

const RAISED: Record<number, string> = { 1: "", 2: "²", 3: "³" }
