/** When a day's mail is due, by the clock of whoever reads it. Pure: instants and IANA zones in, instants out. */
import { addDays, dayAt, startOfDay, type Clock } from "./days"

const AN_HOUR = 60 * 60 * 1000

/** The next instant at which their clock shows this hour; where clocks leave it out on that day, the one after it. */
export function nextAt(hour: number, { now, zone }: Clock): Date {
  const today = dayAt(now, zone)
  const at = hourOn(today, hour, zone)
  return at > now ? at : hourOn(addDays(today, 1), hour, zone)
}

function hourOn(day: string, hour: number, zone: string): Date {
  const counted = new Date(startOfDay(day, zone).getTime() + hour * AN_HOUR)
  // Clocks may have been put forward or back since the day began.
  const moved = new Date(counted.getTime() + (hour - hourAt(counted, zone)) * AN_HOUR)
  return hourAt(moved, zone) === hour ? moved : counted
}

const hourAt = (at: Date, zone: string): number =>
  Number(new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", hourCycle: "h23" }).format(at))
