/**
 * What can be asked of the list of articles: which of them, in which order, from where on. Knows no database;
 * lib/desk/article-list.ts answers it.
 */
import { z } from "zod"
import { ArticleKind, Section } from "./article"
import { addDays, dayAt, mondayOf, startOfDay, type Clock } from "./days"
import { Id } from "./id"

/** Groups of articles: all that are worked on, those that are a person's own, those that stand somewhere, those put away. */
export const ArticleGroup = z.enum(["all", "mine", "checking", "ready", "signed_off", "archived"])
export type ArticleGroup = z.infer<typeof ArticleGroup>

/** What an order goes by: when it was imported, when it is due, its title, or the share of its claims that have passed. */
export type ArticleKey = "imported" | "due" | "title" | "progress"

export interface ArticleOrder {
  by: ArticleKey
  direction: "ascending" | "descending"
}

/** The orders by the names that an address has for them; the first is what nobody has to ask for. */
export const ARTICLE_ORDERS = {
  newest: { by: "imported", direction: "descending" },
  oldest: { by: "imported", direction: "ascending" },
  due: { by: "due", direction: "ascending" },
  latest: { by: "due", direction: "descending" },
  title: { by: "title", direction: "ascending" },
  title_down: { by: "title", direction: "descending" },
  least_done: { by: "progress", direction: "ascending" },
  most_done: { by: "progress", direction: "descending" },
} as const satisfies Record<string, ArticleOrder>
export const ArticleSort = z.enum(Object.keys(ARTICLE_ORDERS) as [ArticleSort, ...ArticleSort[]])
export type ArticleSort = keyof typeof ARTICLE_ORDERS

/** When an article is due, in the reader's days; `week` begins on Monday. */
export const DueTime = z.enum(["overdue", "today", "week"])
export type DueTime = z.infer<typeof DueTime>

/** What an address may ask for; a value that is none of these asks for nothing. */
export const ArticleQuestion = z.object({
  show: ArticleGroup.catch("all"),
  /** Words of title, publisher or byline. */
  q: z.string().trim().max(200).catch(""),
  section: Section.optional().catch(undefined),
  /** Membership of somebody who leads it, or marked or checks one of its claims. */
  person: Id.optional().catch(undefined),
  kind: ArticleKind.optional().catch(undefined),
  due: DueTime.optional().catch(undefined),
  sort: ArticleSort.catch("newest"),
})
export type ArticleQuestion = z.output<typeof ArticleQuestion>

/** From an instant up to another, that one not included; null where it has no end on that side. */
export interface TimeSpan {
  from: Date | null
  before: Date | null
}

/** Which articles of a desk are asked for. What is left out asks for nothing. */
export interface ArticleFilter {
  group?: ArticleGroup | undefined
  query?: string | undefined
  section?: string | undefined
  person?: string | undefined
  kind?: ArticleKind | undefined
  due?: TimeSpan | undefined
}

/** The filter that an address asks for, as seen at some time by some clock. */
export function filterOf({ show, q, section, person, kind, due }: ArticleQuestion, clock: Clock): ArticleFilter {
  return { group: show, query: q, section, person, kind, due: due && dueSpan(due, clock) }
}

/** A deadline has passed from its own instant on. */
function dueSpan(due: DueTime, { now, zone }: Clock): TimeSpan {
  if (due === "overdue") return { from: null, before: new Date(now.getTime() + 1) }
  const today = dayAt(now, zone)
  const [first, days] = due === "today" ? [today, 1] : [mondayOf(today), 7]
  return { from: startOfDay(first, zone), before: startOfDay(addDays(first, days), zone) }
}

/** How many articles of each group there are. */
export type GroupCounts = Record<ArticleGroup, number>

/** Where a page ended: the last article and, but in the order of import, what it was ordered by. */
export interface ListPlace {
  id: string
  key: string | number | null
}

/** A place as a word that an address can hold. */
export function placeWord({ id, key }: ListPlace): string {
  return key === null ? id : `${id}.${encodeURIComponent(JSON.stringify(key))}`
}

/** The place that a word names in a list of that order; null where it names none. */
export function placeNamed(word: string, { by }: ArticleOrder): ListPlace | null {
  const [id = "", ...rest] = word.split(".")
  if (!Id.safeParse(id).success) return null
  if (by === "imported") return rest.length === 0 ? { id, key: null } : null
  const key = jsonIn(rest.join("."))
  // No title holds NUL, and Postgres can't be asked for it.
  if (by === "title") return typeof key === "string" && !key.includes("\0") ? { id, key } : null
  return typeof key === "number" ? { id, key } : null
}

function jsonIn(encoded: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(encoded))
  } catch {
    return undefined
  }
}

/** The share of an article's claims that have passed, in millionths; one without claims comes before all others. */
export function progressOf({ passed, total }: { passed: number; total: number }): number {
  return total === 0 ? -1 : Math.floor((1_000_000 * passed) / total)
}
