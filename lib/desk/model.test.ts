/**
 * Five people do whatever comes to their minds to the claims of an article, and to its going out. Each act ends as the
 * small reference says, every claim stands where it says, and what must never happen never does.
 * STET_MODEL_SECONDS says how long it is tried.
 */
import canonicalize from "canonicalize"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { Refusal } from "../domain/refusal"
import { editClaim, restoreClaim, withdrawClaim } from "./claims"
import { verifyEvents } from "./events"
import { addEvidence } from "./evidence"
import { reopen } from "./reopenings"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { letStand, signOffArticle } from "./sign-offs"
import { newSource, openDesk, WORDS, type Desk } from "./testing/desk"
import * as reference from "./testing/reference"
import { AUTHOR, PEOPLE, type Article, type Outcome, type Who } from "./testing/reference"
import { draftVerdict } from "./verdicts"

const SECONDS = Number(process.env.STET_MODEL_SECONDS ?? 60)

/** What is tried on, and what is known of it. */
interface Real {
  desk: Desk
  articleId: string
  claimIds: string[]
  /** Digests of what is never to change, by id. */
  kept: Map<string, string>
}

/** Somebody does something to one of the claims. */
interface Step {
  who: Who
  claim: number
  does: Does
  /** Whom they name, which rating they give. */
  second: Who | null
  rating: "settles" | "settles nothing"
}

/** How often each is tried among a hundred. */
const ACTS = {
  ...{ edit: 4, draft: 8, send: 20, recall: 3, approve: 26, request: 3, unapprove: 3, withdraw: 2, restore: 4 },
  ...{ letStand: 6, signOff: 6, release: 6, reopen: 6, reopenText: 3 },
}
type Does = keyof typeof ACTS

const does = fc.oneof(
  ...(Object.entries(ACTS) as [Does, number][]).map(([act, weight]) => ({ arbitrary: fc.constant(act), weight })),
)
/** The author is barred from most. */
const who = fc.oneof(...PEOPLE.map((one) => ({ arbitrary: fc.constant(one), weight: one === AUTHOR ? 1 : 4 })))

const step: fc.Arbitrary<Step> = fc.record({
  who,
  claim: fc.nat({ max: 1 }),
  does,
  second: fc.constantFrom(null, ...PEOPLE),
  rating: fc.constantFrom("settles", "settles", "settles nothing"),
})

/** How many approvals the desk asks for, how far its article is, and what is done then. */
interface Plan {
  approvals: number
  from: "the start" | "all approved" | "signed off"
  steps: Step[]
}

const plan: fc.Arbitrary<Plan> = fc.record({
  approvals: fc.constantFrom(0, 1, 1, 2),
  from: fc.constantFrom("the start", "all approved", "signed off"),
  steps: fc.array(step, { minLength: 15, maxLength: 40 }),
})

/** An article of the owner's with a should and a must, each with a source and a verdict of the checker's. */
async function begin({ approvals, from }: Plan): Promise<{ real: Real; model: Article }> {
  const desk = await openDesk()
  await desk.set({ approvals })
  const article = await desk.article({ authors: [{ membershipId: desk[AUTHOR].id }] })
  const claimIds = []
  for (const [words, priority] of [[WORDS.quote, 2] as const, [WORDS.other, 1] as const]) {
    const { id: claimId } = await desk.claim({ article, words, fields: { job: "ours", priority } })
    await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "supports" } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "confirmed", conclusion: "So it is." } })
    claimIds.push(claimId)
  }
  const claims = [reference.newClaim(2, "checker"), reference.newClaim(1, "checker")]
  const model: Article = { approvals, claims, goneOut: null, reopened: new Set() }
  const real: Real = { desk, articleId: article.id, claimIds, kept: new Map() }
  const done: Step[] = claims.flatMap((_, claim) => [
    { ...FIRST, claim, does: "send", who: "checker" },
    { ...FIRST, claim, does: "approve", who: "editor" },
    ...(approvals > 1 ? [{ ...FIRST, claim, does: "approve" as const, who: "secondEditor" as const }] : []),
  ])
  const before: Step[] = [...done, { ...FIRST, does: "signOff", who: "secondEditor" }]
  const taken = { "the start": [], "all approved": done, "signed off": before }[from]
  for (const one of taken) await taking(real, model, one)
  return { real, model }
}

const FIRST = { claim: 0, second: null, rating: "settles" } as const

/** Takes a step: it ends as the reference says, and leaves all as that says. */
async function taking(real: Real, model: Article, one: Step): Promise<void> {
  const act = await acts(real, model, one)
  if (!act) return
  const ended = await outcomeOf(act.run)
  expect(ended, JSON.stringify(one)).toBe(act.foretold())
  await expectAlike(real, model)
}

let words = 0

type Acting = {
  real: Real
  model: Article
  step: Step
  claim: reference.Claim
  claimId: string
  roundId: string | null
}
type Pair = { run: () => Promise<unknown>; foretold: () => Outcome }

/** Something done for real and in the reference; null where there is nothing yet to do it to. */
const DOING: Record<Does, (acting: Acting) => Pair | null> = {
  edit: ({ real, step: { who }, claim, claimId }) => ({
    run: () => editClaim(real.desk[who], { claimId, fields: { statement: `Statement ${words}.` } }),
    foretold: () => reference.edit(claim, who),
  }),
  draft: ({ real, step: { who, rating }, claim, claimId }) => ({
    run: () =>
      draftVerdict(real.desk[who], { claimId, verdict: { rating: RATINGS[rating], conclusion: `So ${words}.` } }),
    foretold: () => reference.edit(claim, who, rating),
  }),
  send: ({ real, model, step: { who }, claim, claimId }) => ({
    run: () => sendToReview(real.desk[who], { claimId, waivers: [] }),
    foretold: () => reference.send(claim, who, model.approvals),
  }),
  recall: ({ real, step: { who }, claim, roundId }) =>
    roundId === null
      ? null
      : { run: () => recallRound(real.desk[who], { roundId }), foretold: () => reference.recall(claim, who) },
  approve: (acting) => reviewing(acting, "approve"),
  request: (acting) => reviewing(acting, "request_changes"),
  unapprove: (acting) => reviewing(acting, "withdraw"),
  withdraw: ({ real, step: { who }, claim, claimId }) => ({
    run: () => withdrawClaim(real.desk[who], { claimId, reason: "Twice." }),
    foretold: () => reference.withdraw(claim, who),
  }),
  restore: ({ real, model, step: { who }, claim, claimId }) => ({
    run: () => restoreClaim(real.desk[who], { claimId }),
    foretold: () => reference.restore(model, claim, who),
  }),
  letStand: ({ real, step: { who }, claim, claimId }) => ({
    run: () => letStand(real.desk[who], { claimId, reason: `Because ${words}.` }),
    foretold: () => reference.letStand(claim, who),
  }),
  signOff: (acting) => goingOut(acting, null),
  release: (acting) => goingOut(acting, { second: acting.step.second }),
  reopen: (acting) => reopening(acting, acting),
  reopenText: (acting) => reopening(acting, null),
}

const RATINGS = { settles: "confirmed", "settles nothing": "cannot_confirm" } as const

function reviewing({ real, model, step: { who }, claim, roundId }: Acting, decision: reference.Decision): Pair | null {
  if (roundId === null) return null
  return {
    run: () => decideReview(real.desk[who], { roundId, decision, note: "Because." }),
    foretold: () => reference.review(claim, who, decision, model.approvals),
  }
}

function goingOut({ real, model, step: { who } }: Acting, open: { second: Who | null } | null): Pair {
  const { desk, articleId } = real
  const openItems = open && { reason: "At six.", secondId: open.second && desk[open.second].id }
  return {
    run: () => signOffArticle(desk[who], { articleId, openItems, notices: [] }),
    foretold: () => reference.signOff(model, who, open),
  }
}

function reopening({ real, model, step: { who } }: Acting, about: Pick<Acting, "claim" | "claimId"> | null): Pair {
  const asked = { articleId: real.articleId, claimId: about?.claimId ?? null, reason: "It was ten." }
  return {
    run: () => reopen(real.desk[who], { ...asked, kind: "factual" }),
    foretold: () => reference.reopen(model, about?.claim ?? null, who),
  }
}

/** What a step does. */
async function acts(real: Real, model: Article, step: Step): Promise<Pair | null> {
  const [claim, claimId] = [model.claims[step.claim], real.claimIds[step.claim]]
  if (!claim || !claimId) return null
  words += 1
  return DOING[step.does]({ real, model, step, claim, claimId, roundId: await lastRound(claimId) })
}

async function lastRound(claimId: string): Promise<string | null> {
  const row = await db().round.findFirst({ where: { claimId }, orderBy: { number: "desc" }, select: { id: true } })
  return row?.id ?? null
}

const outcomeOf = (run: () => Promise<unknown>): Promise<Outcome> =>
  run().then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Refusal && error.code !== "signed-out") return error.code
      throw error
    },
  )

/** Every claim, and the article, as the reference says. */
async function expectAlike({ articleId, claimIds }: Real, { claims, goneOut, reopened }: Article): Promise<void> {
  const rows = await db().claim.findMany({ where: { articleId }, orderBy: { number: "asc" } })
  const open = await db().reopening.count({ where: { articleId, closedById: null } })
  const article = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  expect(rows.map(({ id }) => id)).toEqual(claimIds)
  const seen = rows.map(({ state, withdrawnAt, signOffId, letStandReason }) => ({
    state,
    withdrawn: withdrawnAt !== null,
    out: signOffId !== null,
    letStand: letStandReason !== null,
  }))
  const said = claims.map(({ state, withdrawn, out, letStand: stands }) => ({
    state,
    withdrawn,
    out,
    letStand: stands,
  }))
  expect({ seen, goneOut: article.goneOut, open }).toEqual({ seen: said, goneOut, open: reopened.size })
}

/** What must never happen. */
async function expectLaws({ desk: { workspaceId }, articleId, kept }: Real, approvals: number): Promise<void> {
  const reviews = await db().$queryRaw<{ broken: number }[]>`
    SELECT count(*)::int AS "broken" FROM "Review" v JOIN "Round" r ON r."id" = v."roundId" JOIN "Claim" c ON c."id" = r."claimId"
    WHERE v."workspaceId" = ${workspaceId}::uuid AND (
      EXISTS (SELECT 1 FROM "RoundAuthor" a WHERE a."roundId" = r."id" AND a."membershipId" = v."reviewerId")
      OR EXISTS (SELECT 1 FROM "ArticleAuthor" a WHERE a."articleId" = c."articleId" AND a."membershipId" = v."reviewerId"))`
  expect(reviews, "nobody reviewed what is theirs").toEqual([{ broken: 0 }])
  const approved = await db().claim.findMany({
    where: { articleId, state: "approved" },
    include: { round: { include: { reviews: { orderBy: { id: "asc" } } } } },
  })
  for (const { round } of approved) {
    const latest = new Map(round?.reviews.map(({ reviewerId, decision }) => [reviewerId, decision]))
    const yes = [...latest.values()].filter((decision) => decision === "approve").length
    expect(yes, "approvals of what is approved").toBeGreaterThanOrEqual(Math.max(1, approvals))
  }
  const frozen = [
    ...(await db().round.findMany({ where: { workspaceId }, select: { id: true, snapshot: true, senderId: true } })),
    ...(await db().signOff.findMany({ where: { workspaceId }, select: { id: true, snapshot: true, digest: true } })),
  ]
  for (const { id, ...rest } of frozen) {
    const digest = sha256(canonicalize(rest) ?? "")
    expect(kept.get(id) ?? digest, "what is frozen").toBe(digest)
    kept.set(id, digest)
  }
}

/** What is planned, and then what must never have happened. */
async function carryOut(planned: Plan): Promise<void> {
  const { real, model } = await begin(planned)
  for (const one of planned.steps) await taking(real, model, one)
  await expectLaws(real, planned.approvals)
  expect((await verifyEvents(real.desk.workspaceId)).faults).toEqual([])
}

test(
  "whatever five people do, every act ends and every claim stands as the rules say",
  async () => {
    let running = Promise.resolve()
    await fc.assert(
      fc.asyncProperty(plan, (planned) => (running = carryOut(planned))),
      { numRuns: 1_000_000, interruptAfterTimeLimit: SECONDS * 1000, markInterruptAsFailure: false },
    )
    // When the time is up one is under way: it counts too, and must not write into what comes next.
    await running
  },
  (SECONDS + 120) * 1000,
)
