/** How near a deadline is, in the reader's days. Pure. */

export type Nearness = "late" | "today" | "tomorrow" | "other"

/** Where `due` falls as seen at `now` in an IANA time zone. */
export function nearnessOf(due: Date, now: Date, timeZone: string): Nearness {
  if (due <= now) return "late"
  const days = dayNumber(due, timeZone) - dayNumber(now, timeZone)
  if (days === 0) return "today"
  return days === 1 ? "tomorrow" : "other"
}

const A_DAY = 24 * 60 * 60 * 1000

/** Days since 1970 of the calendar day that the instant falls on there. */
function dayNumber(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at)
  return Date.parse(parts) / A_DAY
}
