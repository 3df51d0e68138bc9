/**
 * Agreement as the figures tell it: on each scale, in all, by section, by month and by two people, of the verdicts that
 * were given apart from each other and are revealed. Pure; counted by lib/desk/agreement.ts. Knows no words.
 */
import { agreementOf, ENOUGH_RATED, type Agreement, type RatedPair } from "./agreement"
import { dayAt, startsOfDays, type Clock } from "./days"
import { groupedBy } from "./grouped"
import type { Job, Scale } from "./scale"

/** What became of two verdicts on one claim; where they differ, by adjudication or not yet. */
export const OPINION_OUTCOMES = ["agreed", "first", "second", "other", "undecided"] as const
export type OpinionOutcome = (typeof OPINION_OUTCOMES)[number]

/** So many claims of which all this is the same: the first verdict, as it was sent, and the second opinion. */
export interface ComparedVerdicts {
  scaleId: string
  first: string
  second: string
  section: string | null
  /** When they were revealed, as `2024-11`; null before `lastMonths`. */
  month: string | null
  /** Memberships: who sent the first verdict, and who gave the second. */
  firstBy: string
  secondBy: string
  outcome: OpinionOutcome
  count: number
}

/** Agreement within a section or a month. */
export type PartAgreement<Part> = Agreement & { part: Part }

export interface ScaleAgreement {
  job: Job
  /** The scale's code. */
  scale: string
  /** What the desk calls it; null where it ships. */
  name: string | null
  all: Agreement
  outcomes: Record<OpinionOutcome, number>
  /** The most rated first; null is no section. */
  sections: PartAgreement<string | null>[]
  /** The newest first. */
  months: PartAgreement<string>[]
  /** Two people who rated enough of the same claims, by their memberships; the first of them is the first rater. */
  pairs: PartAgreement<readonly [string, string]>[]
}

/** What a desk's figures say of agreement. */
export interface AgreementFigures {
  scales: ScaleAgreement[]
  /** Those of the pairs, by their memberships. */
  names: Record<string, string>
}

/** More rows than these are not read; what is left out counts in all. */
const MOST_PARTS = 36

/** The agreement on each scale, its versions together: a rating that was taken over under its code is the same rating. */
export function agreementByScale(
  compared: readonly ComparedVerdicts[],
  scaleOf: (id: string) => Scale,
): ScaleAgreement[] {
  const byCode = groupedBy(compared, ({ scaleId }) => scaleOf(scaleId).code)
  return [...byCode].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, rows]) => onOneScale(rows, scaleOf))
}

function onOneScale(rows: readonly ComparedVerdicts[], scaleOf: (id: string) => Scale): ScaleAgreement {
  const scales = [...new Set(rows.map(({ scaleId }) => scaleId))].map(scaleOf)
  const [newest] = scales.toSorted((one, other) => other.version - one.version)
  const numbers = numbersOf(scales)
  const by = <Part>(of: readonly ComparedVerdicts[], part: (row: ComparedVerdicts) => Part) =>
    [...groupedBy(of, (row) => JSON.stringify(part(row))).values()].flatMap((same) =>
      same.slice(0, 1).map((row) => ({ part: part(row), ...agreementOf(pairsOf(same), numbers) })),
    )
  return {
    job: newest?.job ?? "theirs",
    scale: newest?.code ?? "",
    name: newest?.name ?? null,
    all: agreementOf(pairsOf(rows), numbers),
    outcomes: outcomesOf(rows),
    sections: by(rows, ({ section }) => section)
      .sort(mostFirst)
      .slice(0, MOST_PARTS),
    months: by(rows, ({ month }) => month)
      .flatMap(ofKnownMonth)
      .sort(newestFirst),
    pairs: by(rows.map(inOrder), ({ firstBy, secondBy }) => [firstBy, secondBy] as const)
      .filter(({ rated }) => rated >= ENOUGH_RATED)
      .sort(mostFirst)
      .slice(0, MOST_PARTS),
  }
}

const mostFirst = (one: Agreement, other: Agreement) => other.rated - one.rated
const newestFirst = (one: { part: string }, other: { part: string }) => (one.part < other.part ? 1 : -1)
const ofKnownMonth = ({ part, ...of }: PartAgreement<string | null>) => (part === null ? [] : [{ part, ...of }])

/** The months that are told apart, by whoever looks, the oldest first: as `2024-11`, and where each begins. */
export function lastMonths({ now, zone }: Clock): { month: string; from: Date }[] {
  const [year = 0, month = 1] = dayAt(now, zone).split("-").map(Number)
  const months = Array.from({ length: MOST_PARTS }, (_, at) =>
    new Date(Date.UTC(year, month - MOST_PARTS + at, 1)).toISOString().slice(0, 7),
  )
  const starts = startsOfDays(
    months.map((one) => `${one}-01`),
    zone,
  )
  return months.flatMap((one, at) => starts.slice(at, at + 1).map((from) => ({ month: one, from })))
}

/** Two people are the same two whoever was first: kappa wants each of them in one place. */
function inOrder(row: ComparedVerdicts): ComparedVerdicts {
  const { first, second, firstBy, secondBy } = row
  return firstBy < secondBy ? row : { ...row, first: second, second: first, firstBy: secondBy, secondBy: firstBy }
}

const pairsOf = (rows: readonly ComparedVerdicts[]): RatedPair[] =>
  rows.flatMap(({ first, second, count }) => Array.from({ length: count }, (): RatedPair => [first, second]))

/** The number of a rating, by the newest version that knows it. */
function numbersOf(scales: readonly Scale[]): (rating: string) => number | null {
  const oldestFirst = scales.toSorted((one, other) => one.version - other.version)
  const numbers = new Map(oldestFirst.flatMap(({ ratings }) => ratings.map(({ code, value }) => [code, value])))
  return (rating) => numbers.get(rating) ?? null
}

function outcomesOf(rows: readonly ComparedVerdicts[]): Record<OpinionOutcome, number> {
  const outcomes = { agreed: 0, first: 0, second: 0, other: 0, undecided: 0 }
  for (const { outcome, count } of rows) outcomes[outcome] += count
  return outcomes
}
