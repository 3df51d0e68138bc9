/** How near a deadline is, in the reader's days. Pure. */

import { addDays, dayAt } from "@/lib/domain/days"

export type Nearness = "late" | "today" | "tomorrow" | "other"

/** Where `due` falls as seen at `now` in an IANA time zone. */
export function nearnessOf(due: Date, now: Date, timeZone: string): Nearness {
  if (due <= now) return "late"
  const [day, today] = [dayAt(due, timeZone), dayAt(now, timeZone)]
  if (day === today) return "today"
  return day === addDays(today, 1) ? "tomorrow" : "other"
}
