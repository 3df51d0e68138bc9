/** What a desk sets of how its claims are reviewed: how many approve, who may, what is asked before. */
import { z } from "zod"
import { DEFAULT_CHECKLIST, type ChecklistItem } from "./checklist"
import { ClaimType, Priority } from "./claim"
import { DrawnShares } from "./opinion"
import { refuseField } from "./refusal"
import { Job } from "./scale"

const ChecklistRule = z.object({
  jobs: z.array(Job).max(2),
  priorities: z.array(Priority).max(3),
  types: z.array(ClaimType).max(ClaimType.options.length),
})

const rule = (item: ChecklistItem) => ChecklistRule.default(() => structuredClone(DEFAULT_CHECKLIST[item]) as Rule)
export type Rule = z.infer<typeof ChecklistRule>

/** Of which claims each item is asked; an item that a stored setting does not know yet is asked as by default. */
export const Checklist = z.object({
  conclusion: rule("conclusion"),
  evidence: rule("evidence"),
  primary_or_two: rule("primary_or_two"),
  two_independent: rule("two_independent"),
  archived: rule("archived"),
  claimant_contacted: rule("claimant_contacted"),
  calculation: rule("calculation"),
} satisfies Record<ChecklistItem, unknown>)
export type Checklist = z.infer<typeof Checklist>

/** The rules of review among what a workspace sets. */
export const ReviewRules = z.object({
  /** How many approvals make a round approved; with none it is checked, not reviewed. */
  approvals: z.number().int().min(0).max(3).default(1),
  /** Whether checkers may review *should* and *could* claims of others. */
  checkersReview: z.boolean().default(true),
  /**
   * Who signs off, besides not being an author of the article: an author of none of its standing rounds, or not of all;
   * where no approval is asked for, also anybody.
   */
  signOff: z.enum(["author_of_none", "not_of_all", "anybody"]).default("author_of_none"),
  /** Whether public exports name the people who checked. */
  publishNames: z.boolean().default(false),
  checklist: Checklist.prefault({}),
  /** How many of a hundred claims are drawn for a blind second opinion, by job. */
  secondOpinions: DrawnShares.prefault({}),
})
export type ReviewRules = z.infer<typeof ReviewRules>

/**
 * Refuses with `invalid` that whoever checked all of an article signs it, where something is approved: it would look like
 * a second person's sign-off.
 */
export function assertSignedBySecond({ approvals, signOff }: Pick<ReviewRules, "approvals" | "signOff">): void {
  if (signOff === "anybody" && approvals > 0) throw refuseField("rules.signOff", "rules.anybodyNeedsNone")
}

/** The rules as they shall be; `seen` are those that whoever sets them saw, so that nobody undoes another's unseen. */
export const SetRules = z.object({ rules: ReviewRules, seen: ReviewRules })
export type SetRules = z.infer<typeof SetRules>
