/** The list of a desk's claims: every filter and every order against the same asked in memory of claims read whole. */
import { beforeAll, describe, expect } from "vitest"
import type { ClaimState, ClaimView } from "../domain/claim"
import { ClaimFilters, dueWithin } from "../domain/claim-list"
import { FigureFilters } from "../domain/figures"
import { quoteOf } from "../domain/shown"
import { archiveArticle } from "./archive"
import { assignClaims, waitOn } from "./arrangements"
import { editArticle } from "./articles"
import { articleTitles, countClaims, findClaims } from "./claim-list"
import { listClaims, withdrawClaim } from "./claims"
import { overdueClaims } from "./figures"
import { recallRound } from "./rounds"
import { openDesk, test, WORDS, type Desk } from "./testing/desk"
import { decideReview } from "./reviews"

/** A Wednesday afternoon, by the clock of a city that is not in UTC. */
const clock = { now: new Date("2026-11-25T15:00:00Z"), zone: "America/New_York" }

const DUES = [
  "2026-11-24T12:00:00Z", // yesterday
  "2026-11-25T14:00:00Z", // an hour ago
  "2026-11-26T04:59:00Z", // a minute before midnight in New York
  "2026-11-26T05:01:00Z", // tomorrow there
  "2026-11-29T18:00:00Z", // Sunday
  "2026-11-30T18:00:00Z", // Monday after
]

/** A desk with two live articles whose claims differ in everything that can be asked for, and one that is put away. */
async function furnished() {
  const desk = await openDesk()
  const one = await desk.article({ title: "The bridge", section: "Local" })
  const two = await desk.article({
    title: "The mayor",
    section: "Politics",
    kind: "copy",
    authors: [{ membershipId: desk.secondEditor.id }],
  })
  const put = await desk.article({ title: "Put away", section: "Local" })
  const claims: ClaimView[] = []
  for (const article of [one, two]) {
    claims.push(await desk.claim({ article, words: WORDS.quote, fields: { priority: 1, type: "quantity" } }))
    claims.push(await desk.claim({ article, words: WORDS.fact, fields: { statement: "It opened 100 % on time." } }))
    claims.push(await desk.claim({ article, words: WORDS.other, fields: { claimant: "The Town_Clerk", priority: 3 } }))
    claims.push(await desk.sentClaim({ article, words: WORDS.overlapping }))
    claims.push(
      await desk.approvedClaim({ article, words: WORDS.fact, verdict: article === one ? { rating: "true" } : {} }),
    )
    const { round, ...asked } = await desk.sentClaim({ article, words: WORDS.other, fields: { job: "ours" } })
    await decideReview(desk.editor, { roundId: round.id, decision: "request_changes", note: "Why?" })
    const recalled = await desk.sentClaim({
      article,
      words: WORDS.quote,
      verdict: { rating: "needs_fix" },
      fields: { job: "ours" },
    })
    await recallRound(desk.checker, { roundId: recalled.round.id })
    claims.push({ ...asked, round }, recalled)
  }
  for (const [at, { id: claimId }] of claims.entries()) {
    const assigneeId = [desk.checker.id, desk.editor.id, undefined][at % 3]
    const dueAt = at % 4 === 3 ? undefined : DUES[at % DUES.length]
    if (assigneeId || dueAt)
      await assignClaims(desk.owner, {
        claims: [{ claimId }],
        ...(assigneeId && { assigneeId }),
        ...(dueAt && { dueAt }),
      })
    const chaseAt = [null, "2026-11-25T14:59:00Z", "2026-11-25T15:01:00Z"][at % 3] ?? null
    if (at % 4 === 1) await waitOn(desk.editor, { claimId, waiting: { on: "author", whom: "Ann", chaseAt } })
  }
  // Half of it is late by the article's time, some of that earlier by its own.
  await editArticle(desk.owner, { articleId: two.id, fields: { dueAt: "2026-11-25T14:59:30Z" } })
  const gone = await desk.claim({ article: one })
  await withdrawClaim(desk.editor, { claimId: gone.id, reason: "Marked twice" })
  await desk.claim({ article: put })
  await archiveArticle(desk.editor, { articleId: put.id })
  return { desk, live: [one, two] }
}

let desk: Desk
let articles: { id: string; title: string; section: string | null }[]
let all: ClaimView[]

beforeAll(async () => {
  const { desk: furnishedDesk, live } = await furnished()
  desk = furnishedDesk
  articles = live
  all = (await Promise.all(live.map(({ id }) => listClaims(desk.checker, id)))).flatMap(({ items }) => items)
})

/** The same questions, asked of claims read whole; each only where something is asked. */
const FITS: { [Name in keyof ClaimFilters]: (claim: ClaimView, asked: NonNullable<ClaimFilters[Name]>) => boolean } = {
  q: ({ anchors, statement, claimant }, words) =>
    [quoteOf(anchors), statement, claimant].some((text) => text?.toLowerCase().includes(words.toLowerCase())),
  state: (claim, state) => claim.state === state,
  assignee: ({ assignee }, asked) => {
    if (asked === "nobody") return assignee === null
    return assignee?.id === (asked === "me" ? desk.checker.id : asked)
  },
  waiting: ({ waiting }, asked) => waiting !== null && (asked === "any" || isPast(waiting.chaseAt)),
  due: (claim, due) => isDue(claim, due),
  priority: (claim, priority) => claim.priority === priority,
  job: (claim, job) => claim.job === job,
  type: (claim, type) => claim.type === type,
  rating: ({ verdict }, rating) => verdict?.rating.code === rating,
  article: ({ articleId }, article) => articleId === article,
  section: ({ articleId }, section) => articles.find(({ id }) => id === articleId)?.section === section,
  sort: () => true,
}

function fits(claim: ClaimView, filters: ClaimFilters): boolean {
  return Object.entries(filters).every(([name, asked]) => {
    const isFit = FITS[name as keyof ClaimFilters] as (claim: ClaimView, asked: unknown) => boolean
    return !asked || isFit(claim, asked)
  })
}

const isPast = (at: string | null) => at !== null && new Date(at) <= clock.now

function isDue({ dueAt, state, articleId }: ClaimView, due: NonNullable<ClaimFilters["due"]>): boolean {
  if (due === "none") return dueAt === null
  if (due === "overdue") return (isPast(dueAt) || articleId === articles[1]?.id) && state !== "approved"
  const { from, to } = dueWithin(due, clock)
  return dueAt !== null && new Date(dueAt) >= from && new Date(dueAt) < to
}

const LAST = "9999"
const STATES: ClaimState[] = ["open", "in_review", "changes_requested", "checked", "approved"]

const ORDERS: Record<ClaimFilters["sort"], (claim: ClaimView) => (string | number)[]> = {
  newest: () => [],
  due: ({ dueAt }) => [dueAt ?? LAST],
  article: ({ articleId, number }) => [articles.findIndex(({ id }) => id === articleId) * -1, number],
  state: ({ state }) => [STATES.indexOf(state)],
}

/** In the order asked for, the newest first of those that are alike. */
function sorted(claims: ClaimView[], sort: ClaimFilters["sort"]): ClaimView[] {
  return claims.toSorted((one, other) => {
    const [mine, theirs] = [ORDERS[sort](one), ORDERS[sort](other)]
    const at = mine.findIndex((part, index) => part !== theirs[index])
    if (at === -1) return one.id < other.id ? 1 : -1
    return (mine[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1
  })
}

const ids = (claims: { id: string }[]) => claims.map(({ id }) => id)

const everyQuestion = (): Record<string, unknown>[] => [
  {},
  ...["nine percent", "NINE", "100 %", "town_clerk", "nobody says this", "BRIDGE"].map((q) => ({ q })),
  ...STATES.map((state) => ({ state })),
  ...["me", "nobody", desk.editor.id, desk.viewer.id].map((assignee) => ({ assignee })),
  ...["any", "overdue"].map((waiting) => ({ waiting })),
  ...["overdue", "today", "week", "none"].map((due) => ({ due })),
  ...[1, 2, 3].map((priority) => ({ priority })),
  ...["ours", "theirs"].map((job) => ({ job })),
  ...["quantity", "quote"].map((type) => ({ type })),
  ...["true", "needs_fix", "no_such_rating"].map((rating) => ({ rating })),
  ...articles.map(({ id }) => ({ article: id })),
  ...["Local", "Politics", "local", "Sport"].map((section) => ({ section })),
  { section: "Local", due: "overdue", job: "theirs" },
  { state: "open", assignee: "me", due: "week" },
  { q: "opened", job: "ours", waiting: "any" },
]

test("finds what each filter asks for, no more and no less", async () => {
  for (const asked of everyQuestion()) {
    const filters = ClaimFilters.parse(asked)
    const { items, next } = await findClaims(desk.checker, filters, clock, { limit: 200 })
    expect(ids(items), JSON.stringify(asked)).toEqual(
      ids(
        sorted(
          all.filter((claim) => fits(claim, filters)),
          "newest",
        ),
      ),
    )
    expect(next).toBeNull()
  }
})

test("counts in each state what the other filters leave", async () => {
  for (const asked of everyQuestion()) {
    const filters = ClaimFilters.parse(asked)
    const found = all.filter((claim) => fits(claim, { ...filters, state: undefined }))
    const expected = Object.fromEntries(
      STATES.map((state) => [state, found.filter((claim) => claim.state === state).length]),
    )
    expect(await countClaims(desk.checker, filters, clock), JSON.stringify(asked)).toEqual(expected)
  }
})

test("goes through every page in every order, each claim once", async () => {
  for (const sort of ["newest", "due", "article", "state"] as const) {
    for (const limit of [1, 4]) {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await findClaims(desk.checker, ClaimFilters.parse({ sort }), clock, { limit, cursor })
        found.push(...ids(page.items))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(found, sort).toEqual(ids(sorted(all, sort)))
    }
  }
})

test("finds the very claims that the figures count as overdue", async () => {
  for (const asked of [{}, { section: "Local" }, { section: "Politics", job: "ours" }]) {
    const overdue = await overdueClaims(desk.checker, FigureFilters.parse(asked), clock)
    const found = async (more: object) => {
      const filters = ClaimFilters.parse({ due: "overdue", ...asked, ...more })
      return (await findClaims(desk.checker, filters, clock, { limit: 200 })).items.length
    }
    expect(overdue.total, JSON.stringify(asked)).toBe(await found({}))
    for (const { person, count } of overdue.checkers)
      expect(count).toBe(await found({ assignee: person?.id ?? "nobody" }))
    for (const { id, count } of overdue.articles) expect(count).toBe(await found({ article: id }))
  }
})

test("tells of each claim what its own view tells", async () => {
  const { items } = await findClaims(desk.checker, ClaimFilters.parse({}), clock, { limit: 200 })
  for (const item of items) {
    const view = all.find(({ id }) => id === item.id)
    const { number, state, priority, assignee, dueAt, waiting, version } = view ?? {}
    expect(item).toMatchObject({ number, state, priority, assignee, dueAt, waiting, version })
    expect(item.words).toBe(quoteOf(view?.anchors ?? []))
    expect(item.verdict?.rating.code).toBe(view?.verdict?.rating.code)
    const { id, title } = articles.find((one) => one.id === view?.articleId) ?? {}
    expect(item.article).toMatchObject({ id, title })
  }
})

test("names whom a claim waits for to the desk alone", async () => {
  const asked = ClaimFilters.parse({ waiting: "any" })
  const whom = async (who: "checker" | "viewer") =>
    new Set((await findClaims(desk[who], asked, clock)).items.map(({ waiting }) => waiting?.whom))
  expect(await whom("checker")).toEqual(new Set(["Ann"]))
  expect(await whom("viewer")).toEqual(new Set([null]))
})

describe("a cursor", () => {
  test("of another order, or made up, begins at the start", async () => {
    const page = (asked: object, cursor?: string) =>
      findClaims(desk.checker, ClaimFilters.parse(asked), clock, { limit: 3, cursor })
    const { items, next } = await page({})
    const byDue = await page({ sort: "due" })
    expect((await page({ sort: "due" }, next ?? "")).items).toEqual(byDue.items)
    for (const made of ["x", "W10", Buffer.from('["newest","\u0000"]').toString("base64url")])
      expect((await page({}, made)).items).toEqual(items)
  })
})

test("what an address asks for that is nothing to ask for is left out", () => {
  const asked = { state: "done", assignee: "x", waiting: "1", due: "never", priority: "4", job: ["ours", "theirs"] }
  expect(
    ClaimFilters.parse({ ...asked, type: "x", rating: "'; DROP", article: "../", section: "a\0b", sort: "x" }),
  ).toEqual(ClaimFilters.parse({}))
})

test("an author has no claims here but those of their own articles", async ({ desk: other }) => {
  await other.claim()
  const mine = await other.claim({ article: await other.article({ authors: [{ membershipId: other.author.id }] }) })
  const { items } = await findClaims(other.author, ClaimFilters.parse({}), clock)
  expect(ids(items)).toEqual([mine.id])
})

test("articles to choose from are the live ones, newest first", async () => {
  expect(await articleTitles(desk.viewer)).toEqual(articles.toReversed().map(({ id, title }) => ({ id, title })))
})
