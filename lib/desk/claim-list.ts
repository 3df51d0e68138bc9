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
import { claimsThatDisagree } from "./disagreements"
import { knownScales } from "./scales"
import { containing } from "./containing"
import { overdueAnswer } from "./contact-views"
import { overdueRelations } from "./relations"
import { asPerson, person, seenBy, waitingView } from "./seen-by"
import { membersAmong } from "./under-check"

/** A page of the claims that are asked for. `cursor` is the `next` of the page before, in the same order. */
export async function findClaims(
  actor: Actor,
  filters: ClaimFilters,
  clock: Clock,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: ClaimItem[]; next: string | null }> {
  const { orderBy, after, placeOf } = ORDERS[filters.sort]
  const rows = await db().claim.findMany({
    where: { AND: [await askedFor(actor, filters, clock), after(cursor)] },
    include: relationsFor(actor, clock.now),
    orderBy,
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
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
  const counted = await db().claim.groupBy({
    by: ["state"],
    where: await askedFor(actor, { ...filters, state: undefined }, clock),
    _count: true,
  })
  const of = (state: ClaimState) => counted.find((one) => one.state === state)?._count ?? 0
  return {
    open: of("open"),
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
      waitingFor(filters.waiting, clock),
      dueBy(actor, filters.due, clock),
      filters.look ? { evidence: { some: flagged(actor) } } : {},
      filters.otherwise ? { id: { in: await claimsThatDisagree(actor) } } : {},
      {
        ...(state && { state }),
        ...(priority && { priority }),
        ...(job && { job }),
        ...(type && { type }),
        ...(rating && { draft: { rating } }),
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

function waitingFor(waiting: ClaimFilters["waiting"], { now }: Clock): Prisma.ClaimWhereInput {
  if (!waiting) return {}
  return { waitingOn: { not: null }, ...(waiting === "overdue" && { chaseAt: { lte: now } }) }
}

/** What has passed is in time, whenever it was due. */
function dueBy(actor: Actor, due: ClaimFilters["due"], clock: Clock): Prisma.ClaimWhereInput {
  if (!due) return {}
  if (due === "none") return { dueAt: null }
  if (due === "overdue") return { dueAt: { lte: clock.now }, state: { notIn: passedStates(actor.settings) } }
  const { from, to } = dueWithin(due, clock)
  return { dueAt: { gte: from, lt: to } }
}

/** Evidence that wants a look, of sources that its reader may know of. */
const flagged = (actor: Actor) =>
  ({ ...seenBy(actor).evidence, flag: { not: null } }) satisfies Prisma.EvidenceWhereInput

const relationsFor = (actor: Actor, now: Date) => ({
  ...relations,
  contacts: overdueRelations(actor, now),
  evidence: { where: flagged(actor), select: { id: true }, take: 1 },
})

const relations = {
  article: {
    select: {
      id: true,
      title: true,
      language: true,
      leadId: true,
      authors: { select: { membershipId: true } },
    },
  },
  anchors: { where: current, select: { quote: true }, orderBy: { ordinal: "asc" } },
  draft: { select: { scaleId: true, rating: true } },
  assignee: person,
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

const statesAfter = (state: ClaimState) => ClaimState.options.slice(ClaimState.options.indexOf(state) + 1)

function claimItem(actor: Actor, row: Row, scaleOf: (id: string) => Scale): ClaimItem {
  const { id, number, state, version } = row
  const { authors, ...article } = row.article
  return {
    ...{ id, number, state, version },
    passed: hasPassed({ state }, actor.settings),
    article: { ...article, authorIds: membersAmong(authors) },
    words: quoteOf(row.anchors) || (row.statement ?? ""),
    verdict: row.draft && { rating: shownRating(scaleOf(row.draft.scaleId), row.draft.rating) },
    priority: row.priority as ClaimItem["priority"],
    assignee: row.assignee && asPerson(row.assignee),
    dueAt: row.dueAt?.toISOString() ?? null,
    waiting: waitingView(actor, row),
    overdue: overdueAnswer(row.contacts),
    wantsLook: row.evidence.length > 0,
  }
}

/** A rating as lists show it. */
export function shownRating(scale: Scale, code: string) {
  const { label, tone, shape } = ratingOf(scale, code)
  return { code, label, tone, shape }
}
