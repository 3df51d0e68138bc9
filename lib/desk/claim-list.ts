/** The claims of a whole desk: every live claim of its live articles, filtered and sorted where they are kept. */
import { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { Moment } from "../domain/article"
import { ClaimState, quoteOf } from "../domain/claim"
import { dueWithin, type ClaimFilters, type ClaimItem, type ClaimOrder } from "../domain/claim-list"
import type { Clock } from "../domain/days"
import { Id } from "../domain/id"
import { ratingOf, type Scale } from "../domain/scale"
import { hasPassed, passedStates } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { openPlace, sealPlace } from "./cursor"
import { asSeen, hiddenFrom, hiding, openTo } from "./blind"
import { claimsThatDisagree } from "./disagreements"
import { knownScales } from "./scales"
import { containing } from "./containing"
import { overdueAnswer } from "./contact-views"
import { overdueRelations } from "./relations"
import { asPerson, person, readerOf, seenBy, waitingView } from "./seen-by"
import { membersAmong } from "./under-check"
import { sawArticles } from "./who-saw"

/** A page of the claims that are asked for. `cursor` is the `next` of the page before, in the same order. */
export async function findClaims(
  actor: Actor,
  filters: ClaimFilters,
  clock: Clock,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: ClaimItem[]; next: string | null }> {
  const { orderBy, after, placeOf } = ORDERS[filters.sort]
  const find = (which: Prisma.ClaimWhereInput) =>
    db().claim.findMany({ where: which, include: relationsFor(actor, clock.now), orderBy, take: limit + 1 })
  const asked = await askedFor(actor, filters, clock)
  const rows = (
    filters.sort === "state" ? await byState(actor, asked, cursor, find) : await find({ AND: [asked, after(cursor)] })
  ).map(asSeen)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  await sawArticles(
    db(),
    actor,
    page.map((row) => row.articleId),
  )
  const scaleOf = await knownScales(
    db(),
    page.flatMap((row) => row.draft?.scaleId ?? []),
  )
  return {
    items: page.map((row) => claimItem(actor, row, scaleOf)),
    next: rows.length > limit && last ? sealPlace(placeOf(last)) : null,
  }
}

/** How many claims there are in each state, of those that are asked for but for their state. */
export async function countClaims(
  actor: Actor,
  filters: ClaimFilters,
  clock: Clock,
): Promise<Record<ClaimState, number>> {
  const asked = await askedFor(actor, { ...filters, state: undefined }, clock)
  const [counted, hidden] = await Promise.all([
    db().claim.groupBy({ by: ["state"], where: { AND: [asked, openTo(actor)] }, _count: true }),
    db().claim.count({ where: { AND: [asked, hiddenFrom(actor)] } }),
  ])
  const of = (state: ClaimState) => counted.find((one) => one.state === state)?._count ?? 0
  return {
    open: of("open") + hidden,
    in_review: of("in_review"),
    changes_requested: of("changes_requested"),
    checked: of("checked"),
    approved: of("approved"),
  }
}

/** More than a list to choose from can hold; who looks for an older one comes from the article. */
const TITLES = 200

/** The live articles by their titles, newest first: what claims can be asked for by. */
export async function articleTitles(actor: Actor): Promise<{ id: string; title: string }[]> {
  return db().article.findMany({
    where: { AND: [seenBy(actor).article, { archivedAt: null }] },
    select: { id: true, title: true },
    orderBy: { id: "desc" },
    take: TITLES,
  })
}

async function askedFor(actor: Actor, filters: ClaimFilters, clock: Clock): Promise<Prisma.ClaimWhereInput> {
  const { state, priority, job, type, rating, article, section } = filters
  return {
    AND: [
      seenBy(actor).claim,
      { article: { archivedAt: null, ...(section && { section }) } },
      filters.q ? { OR: wordsIn(filters.q) } : {},
      assignedTo(actor, filters.assignee),
      waitingFor(actor, filters.waiting, clock),
      dueBy(actor, filters.due, clock),
      filters.look ? { AND: [openTo(actor), { evidence: { some: flagged(actor) } }] } : {},
      state ? inState(actor, state) : {},
      rating ? { AND: [openTo(actor), { draft: { rating } }] } : {},
      filters.otherwise ? { id: { in: await claimsThatDisagree(actor) } } : {},
      {
        ...(priority && { priority }),
        ...(job && { job }),
        ...(type && { type }),
        ...(article && { articleId: article }),
      },
    ],
  }
}

/** Anchors of the text as it is: the words of an earlier revision are nobody's to find. */
const current = { revision: { currentOf: { some: {} } } } satisfies Prisma.AnchorWhereInput

function wordsIn(query: string): Prisma.ClaimWhereInput[] {
  const words = containing(query)
  return [{ statement: words }, { claimant: words }, { anchors: { some: { quote: words, ...current } } }]
}

function assignedTo(actor: Actor, assignee: ClaimFilters["assignee"]): Prisma.ClaimWhereInput {
  if (!assignee) return {}
  if (assignee === "nobody") return { assigneeId: null }
  return { assigneeId: assignee === "me" ? actor.id : assignee }
}

/** Where somebody may not see how far a claim is, it is open to them. */
function inState(actor: Actor, state: ClaimState): Prisma.ClaimWhereInput {
  return state === "open" ? { OR: [{ state }, hiddenFrom(actor)] } : { AND: [{ state }, openTo(actor)] }
}

function waitingFor(actor: Actor, waiting: ClaimFilters["waiting"], { now }: Clock): Prisma.ClaimWhereInput {
  if (!waiting) return {}
  return { AND: [openTo(actor), { waitingOn: { not: null }, ...(waiting === "overdue" && { chaseAt: { lte: now } }) }] }
}

/** What has passed is in time, whenever it was due; else a claim is late by its own time or its article's. */
function dueBy(actor: Actor, due: ClaimFilters["due"], clock: Clock): Prisma.ClaimWhereInput {
  if (!due) return {}
  if (due === "none") return { dueAt: null }
  if (due === "overdue") {
    const late = [{ state: { notIn: passedStates(actor.settings) } }, hiddenFrom(actor)]
    const past = { dueAt: { lte: clock.now } }
    return { AND: [{ OR: [past, { article: past }] }, { OR: late }] }
  }
  const { from, to } = dueWithin(due, clock)
  return { dueAt: { gte: from, lt: to } }
}

/** Evidence that wants a look, of sources that its reader may know of. */
const flagged = (actor: Actor) =>
  ({ ...seenBy(actor).evidence, flag: { not: null } }) satisfies Prisma.EvidenceWhereInput

const relationsFor = (actor: Actor, now: Date) => ({
  ...relations,
  contacts: overdueRelations(actor, now),
  evidence: { where: { AND: [flagged(actor), { claim: openTo(actor) }] }, select: { id: true }, take: 1 },
  opinions: hiding(actor),
})

const relations = {
  article: {
    select: {
      id: true,
      title: true,
      language: true,
      leadId: true,
      dueAt: true,
      authors: { select: { membershipId: true } },
    },
  },
  anchors: { where: current, select: { quote: true }, orderBy: { ordinal: "asc" } },
  draft: { select: { scaleId: true, rating: true } },
  assignee: person,
  markedBy: person,
} as const satisfies Prisma.ClaimInclude

type Row = Prisma.ClaimGetPayload<{ include: ReturnType<typeof relationsFor> }>

/** One way to sort, and how a page goes on from where the last one ended. Every order ends with the id: no two are alike. */
interface Order {
  orderBy: Prisma.ClaimOrderByWithRelationInput[]
  placeOf: (row: Row) => unknown[]
  after: (cursor: string | undefined) => Prisma.ClaimWhereInput
}

/** An order, with the shape of its places; a cursor of another order is none of its own. */
function order<Place extends z.ZodType>(
  place: Place,
  { after, ...rest }: Omit<Order, "after"> & { after: (place: z.output<Place>) => Prisma.ClaimWhereInput },
): Order {
  return {
    ...rest,
    after: (cursor) => {
      const at = openPlace(place, cursor)
      return at ? after(at) : {}
    },
  }
}

const ORDERS: Record<ClaimOrder, Order> = {
  newest: order(z.tuple([z.literal("newest"), Id]), {
    orderBy: [{ id: "desc" }],
    placeOf: (row) => ["newest", row.id],
    after: ([, id]) => ({ id: { lt: id } }),
  }),
  due: order(z.tuple([z.literal("due"), Moment.nullable(), Id]), {
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "desc" }],
    placeOf: (row) => ["due", row.dueAt, row.id],
    after: ([, dueAt, id]) =>
      dueAt === null
        ? { dueAt: null, id: { lt: id } }
        : { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { lt: id } }, { dueAt: null }] },
  }),
  article: order(z.tuple([z.literal("article"), Id, z.int()]), {
    orderBy: [{ articleId: "desc" }, { number: "asc" }],
    placeOf: (row) => ["article", row.articleId, row.number],
    after: ([, articleId, number]) => ({
      OR: [{ articleId: { lt: articleId } }, { articleId, number: { gt: number } }],
    }),
  }),
  state: order(z.tuple([z.literal("state"), ClaimState, Id]), {
    orderBy: [{ state: "asc" }, { id: "desc" }],
    placeOf: (row) => ["state", row.state, row.id],
    after: ([, state, id]) => ({ OR: [{ state: { in: statesAfter(state) } }, { state, id: { lt: id } }] }),
  }),
}

/**
 * A page by state, in which what hides its state from its reader stands among the open ones. That is asked for apart: it
 * is little, and where it stands is not on its row.
 */
async function byState(
  actor: Actor,
  asked: Prisma.ClaimWhereInput,
  cursor: string | undefined,
  find: (which: Prisma.ClaimWhereInput) => Promise<Row[]>,
): Promise<Row[]> {
  const at = openPlace(z.tuple([z.literal("state"), ClaimState, Id]), cursor)
  const openAfter: Prisma.ClaimWhereInput = at ? { id: { lt: at[2] } } : {}
  const [others, hidden] = await Promise.all([
    find({ AND: [asked, openTo(actor), ORDERS.state.after(cursor)] }),
    at && at[1] !== "open" ? [] : find({ AND: [asked, hiddenFrom(actor), openAfter] }),
  ])
  const place = (row: Row) => (row.opinions.length > 0 ? 0 : ClaimState.options.indexOf(row.state))
  return [...others, ...hidden].sort((one, other) => place(one) - place(other) || (one.id < other.id ? 1 : -1))
}

const statesAfter = (state: ClaimState) => ClaimState.options.slice(ClaimState.options.indexOf(state) + 1)

function claimItem(actor: Actor, row: Row, scaleOf: (id: string) => Scale): ClaimItem {
  const { id, number, state, version } = row
  const { authors, dueAt: articleDue, ...article } = row.article
  return {
    ...{ id, number, state, version },
    passed: hasPassed({ state }, actor.settings),
    article: { ...article, authorIds: membersAmong(authors), dueAt: articleDue?.toISOString() ?? null },
    words: quoteOf(row.anchors) || (row.statement ?? ""),
    verdict: row.draft && { rating: shownRating(scaleOf(row.draft.scaleId), row.draft.rating) },
    priority: row.priority as ClaimItem["priority"],
    assignee: row.assignee && asPerson(row.assignee),
    markedBy: asPerson(row.markedBy),
    dueAt: row.dueAt?.toISOString() ?? null,
    waiting: waitingView(readerOf(actor, row.article), row),
    overdue: overdueAnswer(row.contacts),
    wantsLook: row.evidence.length > 0,
  }
}

/** A rating as lists show it. */
export function shownRating(scale: Scale, code: string) {
  const { label, tone, shape } = ratingOf(scale, code)
  return { code, label, tone, shape }
}
