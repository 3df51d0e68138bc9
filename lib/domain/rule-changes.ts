/** What differs between two sets of review rules, and whether a rule asks for anything. Pure, without zod. */
import { CHECKLIST_ITEMS } from "./checklist"
import type { ReviewRules, Rule } from "./rules"
import type { Person } from "./workspace"

/** One rule that is another now, as the log keeps it. */
export interface RuleChange {
  /** `approvals`, `checklist.archived` or `secondOpinions.ours`. */
  rule: string
  from: RuleValue
  to: RuleValue
}
export type RuleValue = number | boolean | string | Rule

/** One time that rules were changed. Times are ISO 8601 in UTC. */
export interface RulesSet {
  id: string
  at: string
  by: Person | null
  changes: RuleChange[]
}

/** What differs between the rules as they were and as they are. */
export function rulesChanged(from: ReviewRules, to: ReviewRules): RuleChange[] {
  const plain = (["approvals", "checkersReview", "signOff", "publishNames"] as const).map((rule): RuleChange => {
    return { rule, from: from[rule], to: to[rule] }
  })
  const items = CHECKLIST_ITEMS.map((item): RuleChange => {
    return { rule: `checklist.${item}`, from: from.checklist[item], to: to.checklist[item] }
  })
  const shares = (["ours", "theirs"] as const).map((job): RuleChange => {
    return { rule: `secondOpinions.${job}`, from: from.secondOpinions[job], to: to.secondOpinions[job] }
  })
  return [...plain, ...items, ...shares].filter((one) => asKept(one.from) !== asKept(one.to))
}

/** Whether two sets of rules say the same. */
export const areSame = (one: ReviewRules, other: ReviewRules) => rulesChanged(one, other).length === 0

/** Another order of the same is no change, and nor is another way to ask for nothing. */
function asKept(value: RuleValue): string {
  if (typeof value !== "object") return String(value)
  if (isOff(value)) return "off"
  return [value.jobs, value.priorities, value.types].map((all) => [...new Set<unknown>(all)].sort().join(",")).join(";")
}

/** Whether a rule asks for its item of no claim at all. */
export const isOff = ({ jobs, priorities }: Pick<Rule, "jobs" | "priorities">) =>
  jobs.length === 0 || priorities.length === 0
