/** The list of a desk's claims: what can be asked of it, as it stands in the address, and what it tells of each claim. */
import { z } from "zod"
import { Section } from "./article"
import { ClaimState, ClaimType, Priority, type WaitingView } from "./claim"
import type { OverdueAnswer } from "./contact"
import { addDays, dayAt, mondayOf, startOfDay, type Clock, type Interval } from "./days"
import { Id } from "./id"
import type { ArticleSubject } from "./policy"
import { Job, type Rating } from "./scale"
import type { Person } from "./workspace"

export const ClaimOrder = z.enum(["newest", "due", "article", "state"])
export type ClaimOrder = z.infer<typeof ClaimOrder>

/** When a claim is due, in the reader's days; `week` begins on Monday. */
export const DueFilter = z.enum(["overdue", "today", "week", "none"])
export type DueFilter = z.infer<typeof DueFilter>

/** What an address may ask for; a value that is none of these asks for nothing. */
export const ClaimFilters = z.object({
  /** Words of the claim, its statement or its claimant. */
  q: z.string().trim().max(200).catch(""),
  state: ClaimState.optional().catch(undefined),
  /** Whoever looks, nobody, or the membership of a person. */
  assignee: z
    .union([z.enum(["me", "nobody"]), Id])
    .optional()
    .catch(undefined),
  /** Any claim that waits, or those whose answer is overdue. */
  waiting: z.enum(["any", "overdue"]).optional().catch(undefined),
  /** Those of which some evidence wants a look. */
  look: z.literal("yes").optional().catch(undefined),
  /** Those on whose very statement another live verdict says otherwise. */
  otherwise: z.literal("yes").optional().catch(undefined),
  due: DueFilter.optional().catch(undefined),
  priority: z.coerce.number().pipe(Priority).optional().catch(undefined),
  job: Job.optional().catch(undefined),
  type: ClaimType.optional().catch(undefined),
  /** Code of a rating, of a draft as well as of an approved verdict. */
  rating: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,59}$/)
    .optional()
    .catch(undefined),
  article: Id.optional().catch(undefined),
  /** Of the articles of one section. */
  section: Section.optional().catch(undefined),
  sort: ClaimOrder.catch("newest"),
})
export type ClaimFilters = z.output<typeof ClaimFilters>

/** A claim in the list of a desk. Times are ISO 8601 in UTC. */
export interface ClaimItem {
  id: string
  number: number
  /** With its own time: a claim is late with its article. */
  article: ArticleSubject & { id: string; title: string; language: string; dueAt: string | null }
  /** Its words in the text; its statement where it has lost them. */
  words: string
  state: ClaimState
  /** Whether it has all that its desk asks for. */
  passed: boolean
  /** A draft, until the claim is checked or approved. */
  verdict: { rating: Pick<Rating, "code" | "label" | "tone" | "shape"> } | null
  priority: Priority
  /** Whoever it was given to; while it is nobody, whoever marked it checks. */
  assignee: Person | null
  markedBy: Person
  dueAt: string | null
  waiting: WaitingView | null
  /** An answer that the desk asked for and should have by now. */
  overdue: OverdueAnswer | null
  /** Whether a source of it is not what it was when it was cited. */
  wantsLook: boolean
  version: number
}

/** The time in which a claim is due that is due today, or this week. */
export function dueWithin(due: "today" | "week", { now, zone }: Clock): Interval {
  const today = dayAt(now, zone)
  const [first, next] = due === "today" ? [today, addDays(today, 1)] : weekOf(today)
  return { from: startOfDay(first, zone), to: startOfDay(next, zone) }
}

function weekOf(day: string): [monday: string, next: string] {
  const monday = mondayOf(day)
  return [monday, addDays(monday, 7)]
}
