/** What a desk lets go of by itself, and after how many days. Values in, values out; what is due is the desk's to find. */
import { z } from "zod"

/** Days; null is never. Ten years is longer than any such rule. */
const Days = z.number({ message: "retention.days" }).int({ message: "retention.days" })
const After = Days.min(1, { message: "retention.days" }).max(3650, { message: "retention.days" }).nullable()

export const Retention = z.object({
  /** Read notifications, since they were read. */
  readNotifications: After.default(null),
  /** Of contacts: address, notes, and what was said off the record, since the last article that they served was signed off. */
  contactDetails: After.default(null),
  /** The content of deleted articles, since they were deleted. */
  deletedArticles: After.default(null),
})
export type Retention = z.infer<typeof Retention>
export type RetentionRule = keyof Retention

/** `seen` is what whoever sets it saw. */
export const SetRetention = z.object({ retention: Retention, seen: Retention })
export type SetRetention = z.infer<typeof SetRetention>

/** How much of each would go tonight, as it is set; `held` is what a legal hold stops. */
export interface RetentionView {
  retention: Retention
  tonight: Record<RetentionRule, { goes: number; held: number }>
}

/** The rules that differ, from what to what. */
export function retentionChanged(before: Retention, after: Retention) {
  const rules = Object.keys(before) as RetentionRule[]
  return rules.flatMap((rule) =>
    before[rule] === after[rule] ? [] : [{ rule, from: before[rule] ?? "never", to: after[rule] ?? "never" }],
  )
}

const DAY = 86_400_000

/** What is older than this goes; null where a rule lets nothing go. */
export const goesBefore = (days: number | null, now: Date): Date | null =>
  days === null ? null : new Date(now.getTime() - days * DAY)
