/**
 * Days and weeks as the clock on a reader's wall has them. Pure: instants and IANA zones in, calendar days
 * (`2024-11-15`) and instants out. It knows no clock of its own.
 */

/** When somebody looks, and by which clock they live. */
export interface Clock {
  now: Date
  /** IANA time zone. */
  zone: string
}

/** Instants from `from` to before `to`. */
export interface Interval {
  from: Date
  to: Date
}

const A_DAY = 24 * 60 * 60 * 1000

/** The calendar day that an instant falls on there. */
export function dayAt(at: Date, zone: string): string {
  const parts = calendarOf(zone).formatToParts(at)
  const part = (type: string, length: number) =>
    (parts.find((one) => one.type === type)?.value ?? "").padStart(length, "0")
  return `${part("year", 4)}-${part("month", 2)}-${part("day", 2)}`
}

/** Making one takes longer than using it a hundred times. */
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone)
  if (known) return known
  const day = { year: "numeric", month: "numeric", day: "numeric" } as const
  const made = new Intl.DateTimeFormat("en", { timeZone: zone, calendar: "gregory", ...day })
  calendars.set(zone, made)
  return made
}

/** So many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(day).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/**
 * The first instant of a day there. Where clocks are put forward at midnight the day begins with the hour after the one
 * that is left out; where they are put back, with the first of the two midnights.
 */
export function startOfDay(day: string, zone: string): Date {
  // No zone is further than a day from UTC: the day begins between the two, and whether it has begun is known at each.
  let [before, after] = [Date.parse(day) - A_DAY, Date.parse(day) + A_DAY]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayAt(new Date(middle), zone) < day) before = middle
    else after = middle
  }
  return new Date(after)
}

/** The first instants of days that follow each other in equal steps, where each is most often as long after the one before. */
export function startsOfDays(days: readonly string[], zone: string): Date[] {
  const starts: Date[] = []
  for (const [at, day] of days.entries()) {
    const [before, start] = [days[at - 1], starts[at - 1]]
    const guess = before && start ? new Date(start.getTime() + Date.parse(day) - Date.parse(before)) : null
    starts.push(guess && isStart(guess, day, zone) ? guess : startOfDay(day, zone))
  }
  return starts
}

function isStart(at: Date, day: string, zone: string): boolean {
  return dayAt(at, zone) === day && dayAt(new Date(at.getTime() - 1), zone) < day
}
