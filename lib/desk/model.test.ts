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
import { RoundSnapshot } from "../domain/round"
import { SENT_STATES } from "../domain/standing"
import { editClaim, restoreClaim, withdrawClaim } from "./claims"
import { verifyEvents } from "./events"
import { acceptFix } from "./accepting"
import { addEvidence } from "./evidence"
import { proposeFix } from "./fixes"
import { confirmPlace } from "./placements"
import { reopen } from "./reopenings"
import { decideReview } from "./reviews"
import { editText, restoreRevision, reviseArticle } from "./revising"
import { recallRound, sendToReview } from "./rounds"
import { letStand, signOffArticle } from "./sign-offs"
import { newSource, openDesk, typed, type Desk } from "./testing/desk"
import * as reference from "./testing/reference"
import * as texts from "./testing/reference-text"
import {
  AUTHOR,
  PEOPLE,
  placeOf,
  textOf,
  type Article,
  type Outcome,
  type Place,
  type Text,
  type Who,
} from "./testing/reference"
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
  /** How a text comes in, and which earlier one comes back. */
  as: "steps" | "file"
  back: number
}

/** How often each is tried among a hundred. */
const ACTS = {
  ...{ edit: 4, draft: 8, send: 20, recall: 3, approve: 26, request: 3, unapprove: 3, withdraw: 2, restore: 4 },
  ...{ letStand: 6, signOff: 6, release: 6, reopen: 6, reopenText: 3 },
  ...{ rewrite: 4, writeAround: 3, writeElsewhere: 3, restoreText: 2, confirm: 8, proposeFix: 6, acceptFix: 14 },
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
  as: fc.constantFrom("steps", "file"),
  back: fc.nat({ max: 3 }),
})

/** How many approvals the desk asks for, how far its article is, and what is done then. */
interface Plan {
  approvals: number
  from: "the start" | "all approved" | "fixes approved" | "signed off"
  steps: Step[]
}

const plan: fc.Arbitrary<Plan> = fc.record({
  approvals: fc.constantFrom(0, 1, 1, 2),
  from: fc.constantFrom("the start", "all approved", "fixes approved", "signed off"),
  steps: fc.array(step, { minLength: 15, maxLength: 40 }),
})

/** An article of the owner's with a should and a must, each with a source and a verdict of the checker's. */
async function begin({ approvals, from }: Plan): Promise<{ real: Real; model: Article }> {
  const desk = await openDesk()
  await desk.set({ approvals })
  const text: Text = { claims: [0, 1].map(() => ({ inside: 0, around: 0 })), elsewhere: 0 }
  const authors = [{ membershipId: desk[AUTHOR].id }]
  const article = await desk.article({ title: "Of taxes", text: linesOf(text).join("\n\n"), authors })
  const claimIds = []
  for (const [words, priority] of [[passageOf(0, 0), 2] as const, [passageOf(1, 0), 1] as const]) {
    const { id: claimId } = await desk.claim({ article, words, fields: { job: "ours", priority } })
    await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "supports" } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "confirmed", conclusion: "So it is." } })
    claimIds.push(claimId)
  }
  const claims = [reference.newClaim(2, "checker"), reference.newClaim(1, "checker")]
  const model: Article = { approvals, claims, goneOut: null, reopened: new Set(), texts: [text] }
  const real: Real = { desk, articleId: article.id, claimIds, kept: new Map() }
  const done: Step[] = claims.flatMap((_, claim) => [
    ...(from === "fixes approved" ? [{ ...FIRST, claim, does: "proposeFix" as const, who: "checker" as const }] : []),
    { ...FIRST, claim, does: "send", who: "checker" },
    { ...FIRST, claim, does: "approve", who: "editor" },
    ...(approvals > 1 ? [{ ...FIRST, claim, does: "approve" as const, who: "secondEditor" as const }] : []),
  ])
  const before: Step[] = [...done, { ...FIRST, does: "signOff", who: "secondEditor" }]
  const taken = { "the start": [], "all approved": done, "fixes approved": done, "signed off": before }[from]
  for (const one of taken) await taking(real, model, one)
  return { real, model }
}

const FIRST = { claim: 0, second: null, rating: "settles", as: "steps", back: 0 } as const

/** The words of a claim as a text has them. */
const passageOf = (claim: number, inside: number) =>
  [`taxes fell by n${inside} percent`, `the mayor resigned on n${inside} morning`][claim] ?? ""

/** The lines of a text below its title. */
function linesOf({ claims: [one, other], elsewhere }: Text): string[] {
  return [
    `On n${one?.around} she said that ${passageOf(0, one?.inside ?? 0)} in the spring.`,
    `In the end of n${other?.around} ${passageOf(1, other?.inside ?? 0)} after all.`,
    `The bridge opened in n${elsewhere}.`,
  ]
}

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
  fixId: string | null
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
  rewrite: (acting) => revising(acting, { inside: words }),
  writeAround: (acting) => revising(acting, { around: words }),
  writeElsewhere: (acting) => revising(acting, null),
  restoreText: ({ real, model, step: { who, back } }) => {
    const number = Math.max(1, model.texts.length - back)
    const text = model.texts[number - 1]
    if (!text) return null
    return {
      run: () => restoreRevision(real.desk[who], { articleId: real.articleId, number }),
      foretold: () => texts.revise(model, text, who),
    }
  },
  confirm: ({ real, model, step: { who }, claim, claimId }) => ({
    run: () => confirmPlace(real.desk[who], { claimId }),
    foretold: () => texts.confirm(model, claim, who),
  }),
  proposeFix: ({ real, model, step, claim, claimId }) => ({
    run: () => proposeFix(real.desk[step.who], { claimId, wording: passageOf(step.claim, words), reason: null }),
    foretold: () => texts.proposeFix(model, claim, step.who, words),
  }),
  acceptFix: ({ real, model, step: { who }, claim, fixId }) =>
    fixId === null
      ? null
      : {
          run: () => acceptFix(real.desk[who], { fixId, version: undefined, take: undefined }),
          foretold: () => texts.acceptFix(model, claim, who),
        },
}

/** Somebody writes other words into the text: into a claim's, around them, or where no claim is. */
function revising({ real, model, step }: Acting, change: Partial<reference.Words> | null): Pair {
  const before = textOf(model)
  const text: Text = change
    ? { ...before, claims: before.claims.map((one, at) => (at === step.claim ? { ...one, ...change } : one)) }
    : { ...before, elsewhere: words }
  const run = step.as === "file" ? () => readAnew(real, step.who, text) : () => typeOver(real, step.who, [before, text])
  return { run, foretold: () => texts.revise(model, text, step.who) }
}

function readAnew({ desk, articleId }: Real, who: Who, text: Text): Promise<unknown> {
  const bytes = new TextEncoder().encode(`${linesOf(text).join("\n\n")}\n`)
  return reviseArticle(desk[who], { articleId, bytes, format: "text", origin: "paste", head: "keep", given: {} })
}

/** Types the one word that differs over the one that is there. */
async function typeOver({ desk, articleId }: Real, who: Who, [before, after]: [Text, Text]): Promise<unknown> {
  const { revision } = await db().article.findUniqueOrThrow({ where: { id: articleId }, include: { revision: true } })
  const [now, then] = [linesOf(before), linesOf(after)]
  const line = now.findIndex((words, at) => words !== then[at])
  const [old = [], other = []] = [now, then].map((lines) => lines[line]?.split(" "))
  const word = old.findIndex((words, at) => words !== other[at])
  const from = positionIn(revision?.text ?? "", now[line] ?? "") + old.slice(0, word).join(" ").length + 1
  const steps = [typed(other[word] ?? "", from, from + (old[word]?.length ?? 0))]
  return editText(desk[who], { articleId, baseId: revision?.id ?? "", steps })
}

/** The ProseMirror position of a line: every line is a text block. */
function positionIn(text: string, line: string): number {
  const start = text.indexOf(line)
  return start + text.slice(0, start).split("\n").length
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
  return DOING[step.does]({
    real,
    model,
    step,
    claim,
    claimId,
    roundId: await lastRound(claimId),
    fixId: await openFix(claimId),
  })
}

async function openFix(claimId: string): Promise<string | null> {
  return (await db().fix.findFirst({ where: { claimId, decidedAt: null }, select: { id: true } }))?.id ?? null
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
async function expectAlike({ articleId, claimIds }: Real, model: Article): Promise<void> {
  const { claims, goneOut, reopened } = model
  const rows = await db().claim.findMany({ where: { articleId }, orderBy: { number: "asc" } })
  const open = await db().reopening.count({ where: { articleId, closedById: null } })
  const article = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  expect(rows.map(({ id }) => id)).toEqual(claimIds)
  const places = await placesIn(article.revisionId ?? "")
  const seen = rows.map(({ id, state, withdrawnAt, signOffId, letStandReason }) => ({
    state,
    place: places.get(id),
    withdrawn: withdrawnAt !== null,
    out: signOffId !== null,
    letStand: letStandReason !== null,
  }))
  const said = claims.map((claim) => {
    const { state, withdrawn, out, letStand: stands } = claim
    return { state, place: placeOf(model, claim), withdrawn, out, letStand: stands }
  })
  expect({ seen, goneOut: article.goneOut, open }).toEqual({ seen: said, goneOut, open: reopened.size })
}

/** Where claims stand in a text. */
async function placesIn(revisionId: string): Promise<Map<string, Place | "lost">> {
  const anchors = await db().anchor.findMany({ where: { revisionId } })
  return new Map(
    anchors.map(({ claimId, placement, contextChanged }) => {
      if (placement === "stale" || placement === "lost") return [claimId, placement]
      return [claimId, contextChanged ? "context" : "holds"]
    }),
  )
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
  await expectWords(articleId)
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

/** What stands in review or approved where nobody has to look, stands on the words that were sent, or on the fix sent with them. */
async function expectWords(articleId: string): Promise<void> {
  const { revision, claims } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      revision: { select: { id: true, text: true } },
      claims: { where: { state: { in: [...SENT_STATES] } }, include: { round: true, anchors: true } },
    },
  })
  for (const { round, anchors } of claims) {
    const { quote, fix } = RoundSnapshot.parse(round?.snapshot)
    for (const { revisionId, placement, start, end } of anchors) {
      if (revisionId !== revision?.id || placement === "stale" || placement === "lost") continue
      expect([quote, fix?.wording], "words that a round is about").toContain(revision.text.slice(start ?? 0, end ?? 0))
    }
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
