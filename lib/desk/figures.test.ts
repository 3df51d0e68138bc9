/** The figures of a desk, counted by hand: a week in November, Berlin time, looked at on Friday the 15th at half past one. */
import { v7 as newId } from "uuid"
import { afterEach, beforeAll, beforeEach, describe, expect, vi } from "vitest"
import { db } from "../db"
import { bandsOf, FigureFilters, inFlight, type FlightCounts } from "../domain/figures"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { ScaleRatings } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { archiveArticle, restoreArticle } from "./archive"
import { assignClaims, resumeClaim, waitOn } from "./arrangements"
import { editClaim, restoreClaim, withdrawClaim } from "./claims"
import { addEvidence } from "./evidence"
import { approvalTimes, overdueClaims, verdictMix } from "./figures"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { newSource, openDesk, test, WORDS, type Desk, type NewClaim } from "./testing/desk"
import { draftVerdict } from "./verdicts"
import { workInFlight } from "./work-in-flight"

const clock = { now: new Date("2024-11-15T12:30:00Z"), zone: "Europe/Berlin" }
const week = FigureFilters.parse({ period: "7" })
const month = FigureFilters.parse({ period: "30" })
const all = FigureFilters.parse({ period: "all" })

/** A desk that has had its week, to be read alone. */
let read: Desk

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }))
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  read = await openDesk()
  await aWeek(read)
}, 60_000)
afterEach(() => vi.useRealTimers())

/** The clock on the wall in Berlin shows so much, on a day of November. */
const at = (day: number, time = "10:00") =>
  vi.setSystemTime(new Date(`2024-11-${String(day).padStart(2, "0")}T${time}:00+01:00`))

async function send(desk: Desk, claimId: string, rating = "false"): Promise<string> {
  await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "refutes" } })
  await draftVerdict(desk.checker, { claimId, verdict: { rating, conclusion: "The office counts four." } })
  const { round } = await sendToReview(desk.checker, { claimId, waivers: [] })
  return round?.id ?? ""
}

async function approve(desk: Desk, claimId: string, rating?: string) {
  await decideReview(desk.editor, { roundId: await send(desk, claimId, rating), decision: "approve" })
}

const counts = (open: number, waiting: number, in_review: number, changes_requested: number): FlightCounts => ({
  ...{ open, waiting, in_review, changes_requested },
})

/** A claim of each kind of week, all in one article. */
async function aWeek(desk: Desk) {
  at(5)
  const article = await desk.article({ section: "Local" })
  const mark = (claim: NewClaim = {}) => desk.claim({ article, ...claim })
  const approved = await mark()
  const untouched = await mark({ words: WORDS.fact })
  at(6)
  const reopened = await mark({ words: WORDS.other })
  at(7)
  await approve(desk, reopened.id, "mixed")
  at(9)
  const waited = await mark({ words: WORDS.overlapping })
  at(10)
  const withdrawn = await mark()
  const roundId = await send(desk, approved.id)
  at(11)
  await waitOn(desk.checker, { claimId: waited.id, waiting: { on: "claimant", whom: null, chaseAt: null } })
  await withdrawClaim(desk.checker, { claimId: withdrawn.id, reason: "Marked twice" })
  at(12)
  await decideReview(desk.editor, { roundId, decision: "approve" })
  at(13)
  await resumeClaim(desk.checker, { claimId: waited.id })
  at(14)
  const sent = await send(desk, waited.id)
  await editClaim(desk.checker, { claimId: reopened.id, fields: { statement: "Taxes fell." } })
  at(15)
  await decideReview(desk.editor, { roundId: sent, decision: "request_changes", note: "Which office?" })
  return { article, approved, untouched, reopened, waited, withdrawn }
}

describe("work in flight", () => {
  test("is what stood how when each day ended", async () => {
    const { since, days } = await workInFlight(read.viewer, week, clock)
    expect(since?.slice(0, 10)).toBe("2024-11-05")
    expect(days).toEqual([
      { day: "2024-11-09", ...counts(3, 0, 0, 0) },
      { day: "2024-11-10", ...counts(3, 0, 1, 0) },
      { day: "2024-11-11", ...counts(1, 1, 1, 0) },
      { day: "2024-11-12", ...counts(1, 1, 0, 0) },
      { day: "2024-11-13", ...counts(2, 0, 0, 0) },
      { day: "2024-11-14", ...counts(2, 0, 1, 0) },
      { day: "2024-11-15", ...counts(2, 0, 0, 1) },
    ])
  })

  test("begins with the first claim where all is asked for, and before it was none", async () => {
    const { days } = await workInFlight(read.viewer, all, clock)
    expect(days[0]).toEqual({ day: "2024-11-05", ...counts(2, 0, 0, 0) })
    expect(days).toHaveLength(11)
    const longer = await workInFlight(read.viewer, month, clock)
    expect(longer.days).toHaveLength(30)
    expect(longer.days[0]).toEqual({ day: "2024-10-17", ...counts(0, 0, 0, 0) })
    expect(longer.days.slice(-11)).toEqual(days)
  })

  test("counts what happens at midnight to the day that begins", async ({ desk }) => {
    at(14, "00:00")
    await desk.claim()
    const { days } = await workInFlight(desk.viewer, week, clock)
    expect(days.map(inFlight)).toEqual([0, 0, 0, 0, 0, 1, 1])
  })

  test("ends as the claims themselves stand, whatever was done and undone", async ({ desk }) => {
    at(9)
    const { approved, waited, withdrawn, untouched, reopened } = await aWeek(desk)
    await restoreClaim(desk.checker, { claimId: withdrawn.id })
    await waitOn(desk.checker, { claimId: waited.id, waiting: { on: "lawyer", whom: null, chaseAt: null } })
    await recallRound(desk.checker, { roundId: await send(desk, reopened.id) })
    await send(desk, untouched.id)
    await waitOn(desk.checker, { claimId: untouched.id, waiting: { on: "author", whom: null, chaseAt: null } })
    const { round } = await db().claim.findUniqueOrThrow({ where: { id: approved.id }, include: { round: true } })
    await decideReview(desk.editor, { roundId: round?.id ?? "", decision: "withdraw", note: "Not sure any more" })
    expect((await workInFlight(desk.viewer, week, clock)).days.at(-1)).toEqual({
      day: "2024-11-15",
      ...(await standingOfClaims(desk)),
    })
  })

  test("leaves out articles that are put away, and whatever is not asked for", async ({ desk }) => {
    const { article } = await aWeek(desk)
    const other = await desk.article({ section: "Sport" })
    await desk.claim({ article: other, fields: { job: "ours" } })
    const today = async (asked: object) => (await workInFlight(desk.viewer, { ...week, ...asked }, clock)).days.at(-1)
    expect(await today({})).toMatchObject(counts(3, 0, 0, 1))
    expect(await today({ section: "Local" })).toMatchObject(counts(2, 0, 0, 1))
    expect(await today({ job: "ours" })).toMatchObject(counts(1, 0, 0, 0))
    expect(await today({ section: "Local", job: "ours" })).toMatchObject(counts(0, 0, 0, 0))
    await archiveArticle(desk.editor, { articleId: article.id })
    expect(await today({})).toMatchObject(counts(1, 0, 0, 0))
  })

  test("keeps what was in flight before an article was put away, and goes on when it is back", async ({ desk }) => {
    at(5)
    const article = await desk.article()
    const other = await desk.article()
    await desk.claim({ article })
    at(10)
    const second = await desk.claim({ article })
    await desk.claim({ article: other })
    at(11)
    await send(desk, second.id)
    at(12)
    await archiveArticle(desk.editor, { articleId: article.id })
    at(14)
    await restoreArticle(desk.editor, { articleId: article.id })
    at(15)
    await archiveArticle(desk.editor, { articleId: other.id })
    const expected = [
      { day: "2024-11-09", ...counts(1, 0, 0, 0) },
      { day: "2024-11-10", ...counts(3, 0, 0, 0) },
      { day: "2024-11-11", ...counts(2, 0, 1, 0) },
      { day: "2024-11-12", ...counts(1, 0, 0, 0) },
      { day: "2024-11-13", ...counts(1, 0, 0, 0) },
      { day: "2024-11-14", ...counts(2, 0, 1, 0) },
      { day: "2024-11-15", ...counts(1, 0, 1, 0) },
    ]
    expect((await workInFlight(desk.viewer, week, clock)).days).toEqual(expected)
    await archiveArticle(desk.editor, { articleId: article.id })
    const { since, days } = await workInFlight(desk.viewer, all, clock)
    expect(since?.slice(0, 10)).toBe("2024-11-05")
    expect(days.slice(-7)).toEqual([...expected.slice(0, -1), { day: "2024-11-15", ...counts(0, 0, 0, 0) }])
  })

  test("of an article put away before the time that is asked for has none of its claims", async ({ desk }) => {
    at(5)
    const { articleId } = await desk.claim()
    at(6)
    await archiveArticle(desk.editor, { articleId })
    const { days } = await workInFlight(desk.viewer, week, clock)
    expect(days.map(inFlight)).toEqual([0, 0, 0, 0, 0, 0, 0])
    at(13)
    await restoreArticle(desk.editor, { articleId })
    const after = await workInFlight(desk.viewer, week, clock)
    expect(after.days.map(inFlight)).toEqual([0, 0, 0, 0, 1, 1, 1])
  })

  test("of a desk without claims is none, on every day", async ({ desk }) => {
    const { since, days } = await workInFlight(desk.viewer, week, clock)
    expect(since).toBeNull()
    expect(days.map(inFlight)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect((await workInFlight(desk.viewer, all, clock)).days).toHaveLength(1)
  })
})

/** As the claims' own rows have it. */
async function standingOfClaims({ workspaceId }: Desk): Promise<FlightCounts> {
  const rows = await db().claim.findMany({ where: { workspaceId, withdrawnAt: null, state: { not: "approved" } } })
  const found = counts(0, 0, 0, 0)
  for (const { state, waitingOn } of rows) {
    if (state === "approved" || state === "checked") continue
    found[waitingOn && state !== "in_review" ? "waiting" : state] += 1
  }
  return found
}

describe("time to approval", () => {
  test("runs from being marked to the first approval, for those that had it in the period", async () => {
    // From the 5th to the 12th; what was approved on the 7th was so before the week began.
    expect(await approvalTimes(read.viewer, week, clock)).toEqual({
      count: 1,
      median: 7 * 86_400,
      ninety: 7 * 86_400,
      bands: bandsOf({ 6: 1 }),
    })
    // And from the 6th to the 7th: between one day and seven the middle is four, nine tenths of the way 6.4.
    expect(await approvalTimes(read.viewer, month, clock)).toMatchObject({
      count: 2,
      median: 4 * 86_400,
      ninety: 6.4 * 86_400,
      bands: bandsOf({ 3: 1, 6: 1 }),
    })
  })

  test("is told once of a claim that was approved again", async ({ desk }) => {
    const { reopened } = await aWeek(desk)
    await approve(desk, reopened.id)
    expect(await approvalTimes(desk.viewer, week, clock)).toMatchObject({ count: 1 })
    expect(await approvalTimes(desk.viewer, all, clock)).toMatchObject({ count: 2, median: 4 * 86_400 })
  })

  test("ends with the last of the approvals that a desk asks for", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    at(9)
    const { id: claimId } = await desk.claim()
    at(10)
    const roundId = await send(desk, claimId)
    await decideReview(desk.editor, { roundId, decision: "approve" })
    expect(await approvalTimes(desk.viewer, week, clock)).toMatchObject({ count: 0, median: null, ninety: null })
    at(12)
    await decideReview(desk.secondEditor, { roundId, decision: "approve" })
    expect(await approvalTimes(desk.viewer, week, clock)).toMatchObject({ count: 1, median: 3 * 86_400 })
  })

  test("counts what is put away by now, and not what was withdrawn", async ({ desk }) => {
    const { article } = await aWeek(desk)
    const gone = await desk.claim({ article })
    await approve(desk, gone.id)
    expect(await approvalTimes(desk.viewer, week, clock)).toMatchObject({ count: 2 })
    await withdrawClaim(desk.checker, { claimId: gone.id, reason: "Marked twice" })
    await archiveArticle(desk.editor, { articleId: article.id })
    expect(await approvalTimes(desk.viewer, week, clock)).toMatchObject({ count: 1 })
    expect(await approvalTimes(desk.viewer, { ...week, section: "Sport" }, clock)).toMatchObject({ count: 0 })
  })
})

describe("the verdict mix", () => {
  test("has the ratings that stand, on the scale of each job, in its order", async ({ desk }) => {
    const { article } = await aWeek(desk)
    const ratings = ["true", "false", "unproven", "true"]
    for (const rating of ratings) await approve(desk, (await desk.claim({ article })).id, rating)
    await approve(desk, (await desk.claim({ article, fields: { job: "ours" } })).id, "confirmed")
    const mix = await verdictMix(desk.viewer, week, clock)
    expect(mix.map(({ job, scale, total }) => [job, scale, total])).toEqual([
      ["ours", "ours", 1],
      ["theirs", "theirs", 5],
    ])
    expect(mix[1]?.ratings.map(({ code, shape, count }) => [code, shape, count])).toEqual([
      ["true", "✓", 2],
      ["false", "✕", 2],
      ["unproven", "?", 1],
    ])
    expect(await verdictMix(desk.viewer, { ...week, job: "ours" }, clock)).toMatchObject([{ scale: "ours", total: 1 }])
  })

  test("counts the versions of a scale together, in the words of the newest", async ({ desk }) => {
    at(12)
    const article = await desk.article()
    await approve(desk, (await desk.claim({ article })).id, "true")
    const where = { workspaceId: desk.workspaceId, code: "theirs" }
    const { ratings, ...scale } = await db().scale.findFirstOrThrow({ where })
    const renamed = ScaleRatings.parse(ratings).map((rating) => ({ ...rating, label: { en: `${rating.code}, anew` } }))
    await db().scale.create({ data: { ...scale, id: newId(), version: 2, ratings: renamed } })
    await approve(desk, (await desk.claim({ article })).id, "true")
    expect(await verdictMix(desk.viewer, week, clock)).toEqual([
      {
        ...{ job: "theirs", scale: "theirs", name: null, total: 2 },
        ratings: [{ code: "true", label: { en: "true, anew" }, tone: "true", shape: "✓", count: 2 }],
      },
    ])
  })

  test("forgets a rating whose approval fell, and counts the one that came after it", async ({ desk }) => {
    const { reopened } = await aWeek(desk)
    const codes = async () => (await verdictMix(desk.viewer, all, clock))[0]?.ratings.map(({ code }) => code)
    expect(await codes()).toEqual(["false"])
    await approve(desk, reopened.id, "mostly_true")
    expect(await codes()).toEqual(["mostly_true", "false"])
  })
})

describe("what is overdue", () => {
  test("is counted by who checks it and by article, the most first", async ({ desk }) => {
    at(10)
    const [one, other] = [await desk.article(), await desk.article()]
    const due = async (article: AnnotatedArticle, day: number, assigneeId?: string) => {
      const { id: claimId } = await desk.claim({ article })
      const dueAt = `2024-11-${day}T12:30:00.000Z`
      await assignClaims(desk.editor, { claims: [{ claimId }], dueAt, ...(assigneeId && { assigneeId }) })
      return claimId
    }
    await due(one, 14, desk.checker.id)
    await due(one, 13, desk.checker.id)
    await due(other, 15)
    await due(other, 16, desk.secondChecker.id)
    await approve(desk, await due(one, 12, desk.secondChecker.id))
    const { total, checkers, articles } = await overdueClaims(desk.viewer, week, clock)
    expect(total).toBe(3)
    expect(checkers.map(({ person, count, oldest }) => [person?.id, count, oldest])).toEqual([
      [desk.checker.id, 2, "2024-11-13T12:30:00.000Z"],
      [undefined, 1, "2024-11-15T12:30:00.000Z"],
    ])
    expect(articles.map(({ id, count }) => [id, count])).toEqual([
      [one.id, 2],
      [other.id, 1],
    ])
    const first = await overdueClaims(desk.viewer, week, clock, { most: 1 })
    expect(first).toEqual({
      ...{ total: 3, checkers: checkers.slice(0, 1), articles: articles.slice(0, 1) },
      more: { checkers: 1, articles: 1 },
    })
    await archiveArticle(desk.editor, { articleId: one.id })
    expect(await overdueClaims(desk.viewer, week, clock)).toMatchObject({
      ...{ total: 1, articles: [{ id: other.id }], more: { checkers: 0, articles: 0 } },
    })
  })
})

test("nobody counts what they may not see: another desk, and an author other people's articles", async ({ desk }) => {
  const { article, untouched } = await aWeek(desk)
  await assignClaims(desk.editor, { claims: [{ claimId: untouched.id }], dueAt: "2024-11-15T09:00:00.000Z" })
  const own = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  await desk.claim({ article: own })
  const told = async (who: Actor) => ({
    flight: inFlight((await workInFlight(who, all, clock)).days.at(-1) ?? counts(0, 0, 0, 0)),
    approved: (await approvalTimes(who, all, clock)).count,
    rated: (await verdictMix(who, all, clock)).map(({ total }) => total),
    overdue: await overdueClaims(who, all, clock),
  })
  expect(await told(desk.viewer)).toMatchObject({ flight: 4, approved: 2, rated: [1], overdue: { total: 1 } })
  const noneLate = { total: 0, checkers: [], articles: [], more: { checkers: 0, articles: 0 } }
  const nothing = { approved: 0, rated: [], overdue: noneLate }
  expect(await told(desk.author)).toEqual({ flight: 1, ...nothing })
  expect(await told((await desk.otherWorkspace()).owner)).toEqual({ flight: 0, ...nothing })
  expect((await overdueClaims(desk.owner, all, clock)).articles).toMatchObject([{ id: article.id, count: 1 }])
})
