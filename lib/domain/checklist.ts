/**
 * What is asked of a claim before it goes to review: items, each with whom it is asked of. Pure, and without zod: the
 * browser asks before the server does. A desk sets who is asked what; lib/domain/rules.ts holds what it may set.
 */
import type { ClaimType, Priority } from "./claim"
import type { Job } from "./scale"

/** Everything that can be asked, in the order that it is shown in. */
export const CHECKLIST_ITEMS = [
  "conclusion",
  "evidence",
  "primary_or_two",
  "two_independent",
  "archived",
  "claimant_contacted",
  "calculation",
] as const
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number]

/** Of which claims an item is asked: of some job, some priority and some type; no type named is every type. */
export interface ChecklistRule {
  jobs: readonly Job[]
  priorities: readonly Priority[]
  types: readonly ClaimType[]
}

export type Checklist = Readonly<Record<ChecklistItem, ChecklistRule>>

const EVERY: Priority[] = [1, 2, 3]
const offered: ChecklistRule = { jobs: [], priorities: EVERY, types: [] }

/** What a desk asks that has set nothing: a conclusion for theirs, a source or contact for all. */
export const DEFAULT_CHECKLIST: Checklist = {
  conclusion: { jobs: ["theirs"], priorities: EVERY, types: [] },
  evidence: { jobs: ["ours", "theirs"], priorities: EVERY, types: [] },
  primary_or_two: offered,
  two_independent: offered,
  archived: offered,
  claimant_contacted: offered,
  calculation: { ...offered, types: ["quantity", "comparison"] },
}

/** Why an item is gone without, where nobody needs more words; of a must it takes words of one's own. */
export const WAIVER_REASONS = [
  "does_not_exist",
  "no_answer",
  "no_time",
  "common_knowledge",
  "tips_off",
  "does_not_apply",
] as const
export type WaiverReason = (typeof WAIVER_REASONS)[number]

/** Whether a reason is one of the list, not somebody's own words. */
export const isListed = (reason: string): reason is WaiverReason =>
  (WAIVER_REASONS as readonly string[]).includes(reason)

/** A source as the checklist counts it. */
export interface CountedSource {
  id: string
  primary: boolean
  independenceGroup: string | null
}

/** What the checklist asks of a claim. */
export interface Checkable {
  job: Job
  type: ClaimType | null
  priority: Priority
  verdict: { conclusion: string | null } | null
  /** `kept` where a copy is kept of what its source says on the web, or there is nothing on the web to keep. */
  evidence: readonly { source: CountedSource; kept: boolean }[]
  contacts: readonly { isClaimant: boolean }[]
  calculations: readonly unknown[]
}

/** Whether a claim meets an item. */
const MET: Record<ChecklistItem, (claim: Checkable) => boolean> = {
  conclusion: ({ verdict }) => Boolean(verdict?.conclusion),
  evidence: ({ evidence, contacts }) => evidence.length + contacts.length > 0,
  primary_or_two: ({ evidence }) => evidence.some(({ source }) => source.primary) || independentIn(evidence) >= 2,
  two_independent: ({ evidence }) => independentIn(evidence) >= 2,
  archived: ({ evidence }) => evidence.every(({ kept }) => kept),
  claimant_contacted: ({ contacts }) => contacts.some(({ isClaimant }) => isClaimant),
  calculation: ({ calculations }) => calculations.length > 0,
}

/** How many of the sources rest on nothing that another of them rests on: those of one group count as one. */
export function independentIn(evidence: readonly { source: CountedSource }[]): number {
  return new Set(evidence.map(({ source }) => groupOf(source))).size
}

const groupOf = ({ id, independenceGroup }: CountedSource) =>
  independenceGroup === null ? `source ${id}` : `group ${independenceGroup.trim().toLowerCase()}`

/** The items that a desk asks of a claim, and whether it meets each. */
export function checklistOf(claim: Checkable, checklist: Checklist): { item: ChecklistItem; met: boolean }[] {
  return CHECKLIST_ITEMS.filter((item) => isAsked(checklist[item], claim)).map((item) => ({
    item,
    met: MET[item](claim),
  }))
}

/** Which items of the checklist a claim does not meet. */
export function unmetItems(claim: Checkable, checklist: Checklist): ChecklistItem[] {
  return checklistOf(claim, checklist).flatMap(({ item, met }) => (met ? [] : item))
}

function isAsked({ jobs, priorities, types }: ChecklistRule, { job, priority, type }: Checkable): boolean {
  const ofType = types.length === 0 || (type !== null && types.includes(type))
  return jobs.includes(job) && priorities.includes(priority) && ofType
}
