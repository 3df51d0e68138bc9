/**
 * The figures of a desk: what can be asked of them, as it stands in the address, and what they tell. Counted by
 * lib/desk/work-in-flight.ts and lib/desk/figures.ts. Knows no words: labels are the catalogue's.
 */
import { z } from "zod"
import type { AgreementFigures } from "./agreement-figures"
import { Section } from "./article"
import type { ChecklistItem } from "./checklist"
import { addDays, dayAt, startOfDay, startsOfDays, type Clock, type Interval } from "./days"
import { Job, type Rating } from "./scale"
import type { Person } from "./workspace"

/** So many days, today among them, or all that there are. */
export const FigurePeriod = z.enum(["7", "30", "90", "all"])
export type FigurePeriod = z.infer<typeof FigurePeriod>

/** What an address may ask for; a value that is none of these asks for nothing. */
export const FigureFilters = z.object({
  period: FigurePeriod.catch("30"),
  /** Of the articles of one section. */
  section: Section.optional().catch(undefined),
  job: Job.optional().catch(undefined),
})
export type FigureFilters = z.output<typeof FigureFilters>

/** The figures that have a table of their own, and so a file. */
export const FigureName = z.enum([
  "flight",
  "workload",
  "approval",
  "verdicts",
  "waivers",
  "agreement",
  "checkers",
  "articles",
])
export type FigureName = z.infer<typeof FigureName>

/** Where a claim in flight stands: what waits for an answer is told from what nobody has begun. */
export const FLIGHT = ["open", "waiting", "in_review", "changes_requested"] as const
export type FlightStanding = (typeof FLIGHT)[number]
export type FlightCounts = Record<FlightStanding, number>

/** How many claims were in flight when a day ended; today, when somebody looked. */
export interface FlightDay extends FlightCounts {
  day: string
}

export interface WorkInFlight {
  /** When the first claim was marked; null where there is none. */
  since: string | null
  /** The last one is today. */
  days: FlightDay[]
}

/** How long claims took from being marked to their first approval, of those that had it in the period. */
export interface ApprovalTimes {
  /** How many. */
  count: number
  /** Seconds within which half of them, and nine of ten, were approved; null for none. */
  median: number | null
  ninety: number | null
  /** How many of them in each band, the shortest first. */
  bands: { band: Band; count: number }[]
}

/** The ratings of the claims on one scale that were approved in the period and still are. */
export interface VerdictMix {
  job: Job
  /** The scale's code. */
  scale: string
  /** What the desk calls it; null where it ships. */
  name: string | null
  total: number
  /** In the order of the scale, those that were given. */
  ratings: (Pick<Rating, "code" | "label" | "tone" | "shape"> & { count: number })[]
}

/** What verdicts of a period were sent without. */
export interface WaiverRate {
  /** Rounds of which it is known what was asked, and how many of them went without something. */
  sent: number
  without: number
  /** In the order of the checklist: rounds that were asked for an item, and those that went without it. */
  items: { item: ChecklistItem; asked: number; waived: number }[]
}

/** Claims that are late: how many, and since when the longest. */
export interface Late {
  count: number
  oldest: string
}

export interface Overdue {
  total: number
  /** The most first; null is nobody. */
  checkers: (Late & { person: Person | null })[]
  articles: (Late & { id: string; title: string })[]
  /** How many checkers and articles are late beyond those listed. */
  more: { checkers: number; articles: number }
}

/** How much lies with whom, of the claims that are not done. */
export interface Workload {
  /** The most first; null is nobody. `open` waits for nobody; what is overdue is counted again. */
  people: { person: Person | null; total: number; open: number; waiting: number; inReview: number; overdue: number }[]
  /** How many people have claims in hand beyond those listed. */
  more: number
}

/** Everything that is counted of a desk. */
export interface Figures {
  flight: WorkInFlight
  times: ApprovalTimes
  mixes: VerdictMix[]
  waivers: WaiverRate
  agreement: AgreementFigures
  overdue: Overdue
  work: Workload
}

/** Whether no figure has anything to say, now or of the past. */
export function areBlank({ flight, times, mixes, waivers, agreement, overdue }: Figures): boolean {
  const done = times.count + mixes.length + waivers.sent + agreement.scales.length
  return flight.since === null && done === 0 && overdue.total === 0
}

/** The first day of a period, by whoever looks; of all there are, the day of the first claim. */
export function firstDay(period: FigurePeriod, { now, zone }: Clock, since: Date | null): string {
  const today = dayAt(now, zone)
  if (period !== "all") return addDays(today, 1 - Number(period))
  return since ? dayAt(since, zone) : today
}

/** From the first instant of a period up to now, that one included; of all there are, from before the first. */
export function timeOf(period: FigurePeriod, clock: Clock): Interval {
  const from = period === "all" ? new Date(0) : startOfDay(firstDay(period, clock, null), clock.zone)
  return { from, to: rightAfter(clock.now) }
}

/** The log knows milliseconds: what happens at an instant has happened a millisecond later. */
const rightAfter = (at: Date) => new Date(at.getTime() + 1)

/** More points than these can't be told apart on a chart, nor read as a table. */
const MOST_POINTS = 92

/** Days from one point to the next: one, or as many whole weeks as it takes. */
const STEPS = [1, 7, 28, 364] as const

/** A day, and the instant at which it is over; that of today, now. */
export interface DayEnd {
  day: string
  at: Date
}

/** The days from the first to today on which work in flight is counted, in equal steps that end today. */
export function dayEnds(first: string, { now, zone }: Clock): DayEnd[] {
  const today = dayAt(now, zone)
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(first)) / A_DAY))
  const step = STEPS.find((one) => days / one < MOST_POINTS) ?? STEPS[3]
  const points = Math.min(MOST_POINTS, Math.floor(days / step) + 1)
  const counted = Array.from({ length: points }, (_, at) => addDays(today, (at + 1 - points) * step))
  const ends = startsOfDays(
    counted.slice(0, -1).map((day) => addDays(day, 1)),
    zone,
  )
  return counted.map((day, at) => ({ day, at: ends[at] ?? rightAfter(now) }))
}

const A_DAY = 24 * 60 * 60 * 1000

/** So many claims more, or fewer, stand so from a point on. */
export interface Moves {
  point: number
  standing: FlightStanding
  by: number
}

/** How many claims stood how at the end of each day, from how many began and ceased to. */
export function flightOver(ends: readonly DayEnd[], moves: readonly Moves[]): FlightDay[] {
  const counts: FlightCounts = { open: 0, waiting: 0, in_review: 0, changes_requested: 0 }
  return ends.map(({ day }, point) => {
    for (const move of moves) if (move.point === point) counts[move.standing] += move.by
    return { day, ...counts }
  })
}

/** All claims in flight. */
export function inFlight(counts: FlightCounts): number {
  return FLIGHT.reduce((sum, standing) => sum + counts[standing], 0)
}

const [HOUR, DAY] = [60 * 60, 24 * 60 * 60]

/** The bands of times to approval, and where each ends, in seconds, that instant not included. */
const BANDS = {
  under_1h: HOUR,
  under_4h: 4 * HOUR,
  under_1d: DAY,
  under_2d: 2 * DAY,
  under_4d: 4 * DAY,
  under_1w: 7 * DAY,
  under_2w: 14 * DAY,
} as const
export type Band = keyof typeof BANDS | "over_2w"

/** Where one band ends and the next begins. */
export const BAND_ENDS: number[] = Object.values(BANDS)

/** How many claims there are in each band; `counts` by how many of `BAND_ENDS` a time has reached. */
export function bandsOf(counts: Readonly<Record<number, number>>): ApprovalTimes["bands"] {
  const names = [...(Object.keys(BANDS) as Band[]), "over_2w" as const]
  return names.map((band, at) => ({ band, count: counts[at] ?? 0 }))
}

/** Below these a claim more or less would turn the number into another: it is not said. */
const ENOUGH = { median: 5, ninety: 10 } as const

/** The median and the ninth of ten as far as there are enough claims for them to mean anything. */
export function meaningful({ count, median, ninety }: ApprovalTimes): Pick<ApprovalTimes, "median" | "ninety"> {
  return { median: count >= ENOUGH.median ? median : null, ninety: count >= ENOUGH.ninety ? ninety : null }
}

/** A length of time in the unit that one would say it in, to as many digits as mean something. */
export interface Length {
  unit: "minutes" | "hours" | "days"
  value: number
}

/** Up to 90 minutes in minutes, up to two days in hours, else in days; a tenth where there are less than ten. */
export function lengthOf(seconds: number): Length {
  if (seconds < 1.5 * HOUR) return { unit: "minutes", value: Math.round(seconds / 60) }
  if (seconds < 2 * DAY) return { unit: "hours", value: tenths(seconds / HOUR) }
  return { unit: "days", value: tenths(seconds / DAY) }
}

const tenths = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

/** A part of a whole as the next percent; of nothing, none. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole)
}
