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

const REVIEWS = { approve: "approve", request: "request_changes", unapprove: "withdraw" } as const

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

/** What a step does, for real and in the reference; null where there is nothing yet to do it to. */
async function acts(real: Real, model: Article, { who, claim: at, does, second, rating }: Step) {
  const { desk, articleId } = real
  const [actor, claimId = "", claim] = [desk[who], real.claimIds[at], model.claims[at]]
  if (!claim) return null
  const roundId = await lastRound(claimId)
  const { approvals } = model
  words += 1
  switch (does) {
    case "edit":
      return pair(
        () => editClaim(actor, { claimId, fields: { statement: `Statement ${words}.` } }),
        () => reference.edit(claim, who),
      )
    case "draft": {
      const verdict = { rating: rating === "settles" ? "confirmed" : "cannot_confirm", conclusion: `So ${words}.` }
      return pair(
        () => draftVerdict(actor, { claimId, verdict }),
        () => reference.edit(claim, who, rating),
      )
    }
    case "send":
      return pair(
        () => sendToReview(actor, { claimId, waivers: [] }),
        () => reference.send(claim, who, approvals),
      )
    case "recall":
      return roundId
        ? pair(
            () => recallRound(actor, { roundId }),
            () => reference.recall(claim, who),
          )
        : null
    case "approve":
    case "request":
    case "unapprove": {
      const decision = REVIEWS[does]
      const run = () => decideReview(actor, { roundId: roundId ?? "", decision, note: "Because." })
      return roundId ? pair(run, () => reference.review(claim, who, decision, approvals)) : null
    }
    case "withdraw":
      return pair(
        () => withdrawClaim(actor, { claimId, reason: "Twice." }),
        () => reference.withdraw(claim, who),
      )
    case "restore":
      return pair(
        () => restoreClaim(actor, { claimId }),
        () => reference.restore(model, claim, who),
      )
    case "letStand":
      return pair(
        () => letStand(actor, { claimId, reason: `Because ${words}.` }),
        () => reference.letStand(claim, who),
      )
    default:
      return goingOut(real, model, { who, claim: at, does, second, rating }, { articleId, claimId })
  }
}

function goingOut(
  { desk }: Real,
  model: Article,
  { who, claim, does, second }: Step,
  ids: { articleId: string; claimId: string },
) {
  const actor = desk[who]
  const { articleId, claimId } = ids
  const isText = does === "reopenText"
  if (does === "reopen" || isText) {
    const asked = { articleId, claimId: isText ? null : claimId, kind: "factual", reason: "It was ten." } as const
    const subject = isText ? null : (model.claims[claim] ?? null)
    return pair(
      () => reopen(actor, asked),
      () => reference.reopen(model, subject, who),
    )
  }
  const openItems = does === "release" ? { reason: "At six.", secondId: second && desk[second].id } : null
  const run = () => signOffArticle(actor, { articleId, openItems, notices: [] })
  return pair(run, () => reference.signOff(model, who, openItems && { second }))
}

const pair = (run: () => Promise<unknown>, foretold: () => Outcome) => ({ run, foretold })

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

test(
  "whatever five people do, every act ends and every claim stands as the rules say",
  async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (planned) => {
        const { real, model } = await begin(planned)
        for (const one of planned.steps) await taking(real, model, one)
        await expectLaws(real, planned.approvals)
        expect((await verifyEvents(real.desk.workspaceId)).faults).toEqual([])
      }),
      { numRuns: 1_000_000, interruptAfterTimeLimit: SECONDS * 1000, markInterruptAsFailure: false },
    )
  },
  (SECONDS + 120) * 1000,
)
