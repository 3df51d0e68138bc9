/** Two people, and many, at the same moment. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { Refusal } from "../domain/refusal"
import { editArticle } from "./articles"
import { editClaim, listClaims, markClaim, markClaims, readClaim } from "./claims"
import { verifyEvents } from "./events"
import { addEvidence } from "./evidence"
import { importArticle } from "./imports"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { signOutEverywhere } from "./sign-in"
import { addSource, editSource } from "./sources"
import { newSource, test, withRound, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"

interface Outcome<T> {
  won: T[]
  lost: Refusal[]
}

/** Runs all at once. Anything but an answer or a refusal is a bug. */
async function race<T>(...runs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const results = await Promise.allSettled(runs.map((run) => run()))
  const outcome: Outcome<T> = { won: [], lost: [] }
  for (const result of results) {
    if (result.status === "fulfilled") outcome.won.push(result.value)
    else if (result.reason instanceof Refusal) outcome.lost.push(result.reason)
    else throw result.reason
  }
  return outcome
}

describe("two people on one claim", () => {
  test("one wins, the other is told what changed and by whom, with what is there now", async ({ desk }) => {
    const { id: claimId, version } = await desk.claim()
    const people = [desk.editor, desk.secondEditor]
    const { won, lost } = await race(
      ...people.map(
        (actor, at) => () => editClaim(actor, { claimId, version, fields: { statement: `Version ${at}` } }),
      ),
    )
    expect(won).toHaveLength(1)
    expect(lost).toHaveLength(1)
    const winner = won[0]?.statement === "Version 0" ? "editor of" : "secondEditor of"
    expect(lost[0]).toMatchObject({
      code: "conflict",
      key: "claim.changedBy",
      details: {
        outdated: true,
        params: { by: expect.stringContaining(winner) as string, act: "claim_edited", version: 1, now: 2 },
        current: won[0],
      },
    })
    expect(await readClaim(desk.viewer, claimId)).toEqual(won[0])
  })

  test("whatever each of them does to it", async ({ desk }) => {
    const { id: claimId, version } = await desk.claim()
    const { won, lost } = await race<unknown>(
      () => editClaim(desk.editor, { claimId, version, fields: { statement: "Taxes fell." } }),
      () => draftVerdict(desk.secondEditor, { claimId, version, verdict: { rating: "true" } }),
      () => addEvidence(desk.owner, { claimId, version, source: newSource(), evidence: { stance: "context" } }),
    )
    expect(won).toHaveLength(1)
    expect(lost.map((refusal) => refusal.key)).toEqual(["claim.changedBy", "claim.changedBy"])
    const current = await readClaim(desk.viewer, claimId)
    for (const { details } of lost) expect(details.current).toEqual(current)
  })

  test("both are taken where neither says what they saw", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const { won } = await race(
      () => editClaim(desk.editor, { claimId, fields: { statement: "Taxes fell." } }),
      () => editClaim(desk.secondEditor, { claimId, fields: { claimant: "The minister" } }),
    )
    expect(won).toHaveLength(2)
    expect(await readClaim(desk.viewer, claimId)).toMatchObject({
      statement: "Taxes fell.",
      claimant: "The minister",
      version: 3,
    })
  })

  test("send once, however many send", async ({ desk }) => {
    const sent = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: sent.round.id })
    const { won, lost } = await race(
      ...[desk.checker, desk.editor, desk.owner].map(
        (actor) => () => sendToReview(actor, { claimId: sent.id, waivers: [] }),
      ),
    )
    expect(won).toHaveLength(1)
    expect(lost.map((refusal) => refusal.key)).toEqual(["round.alreadyInReview", "round.alreadyInReview"])
    expect(await db().round.count({ where: { claimId: sent.id } })).toBe(2)
  })

  test("of approving and recalling at the same moment one comes first", async ({ desk }) => {
    for (let at = 0; at < 4; at += 1) {
      const { id: claimId, round } = await desk.sentClaim()
      const { won, lost } = await race(
        () => decideReview(desk.editor, { roundId: round.id, decision: "approve" }),
        () => recallRound(desk.checker, { roundId: round.id }),
      )
      expect(won).toHaveLength(1)
      expect(["review.roundOver", "round.notInReview"]).toContain(lost[0]?.key)
      expect((await readClaim(desk.viewer, claimId)).state).toBe(won[0]?.state)
    }
  })

  test("two approvals at the same moment are both counted", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    const { id: claimId, round } = await desk.sentClaim()
    const { won } = await race(
      ...[desk.editor, desk.secondEditor].map(
        (actor) => () => decideReview(actor, { roundId: round.id, decision: "approve" }),
      ),
    )
    expect(won).toHaveLength(2)
    expect((await readClaim(desk.viewer, claimId)).state).toBe("approved")
  })

  test("an approval and an edit of what it approves never both stand", async ({ desk }) => {
    for (let at = 0; at < 4; at += 1) {
      const { id: claimId, round } = await desk.sentClaim()
      await race<unknown>(
        () => decideReview(desk.editor, { roundId: round.id, decision: "approve" }),
        () => draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "Another." } }),
      )
      const { state, verdict } = await readClaim(desk.viewer, claimId)
      expect([state, verdict?.conclusion]).toEqual(
        state === "approved" ? ["approved", "The statistics office counts four."] : ["open", "Another."],
      )
    }
  })
})

describe("on two claims of one article", () => {
  test("both win", async ({ desk }) => {
    const article = await desk.article()
    const [first, second] = [await desk.claim({ article }), await desk.claim({ article })]
    const edit = (actor: Desk["editor"], { id, version }: typeof first) =>
      editClaim(actor, { claimId: id, version, fields: { statement: "Taxes fell." } })
    const { won, lost } = await race(
      () => edit(desk.editor, first),
      () => edit(desk.secondEditor, second),
    )
    expect(won).toHaveLength(2)
    expect(lost).toEqual([])
  })

  test("nor does an edit of the article stand in the way", async ({ desk }) => {
    const article = await desk.article()
    const claim = await desk.claim({ article })
    const { won } = await race<unknown>(
      () => editArticle(desk.editor, { articleId: article.id, version: article.version, fields: { section: "Local" } }),
      () =>
        editClaim(desk.checker, { claimId: claim.id, version: claim.version, fields: { statement: "Taxes fell." } }),
      () => desk.claim({ article }),
    )
    expect(won).toHaveLength(3)
  })
})

describe("many at once", () => {
  test("marking one article get numbers of their own", async ({ desk }) => {
    const { id: articleId, revision } = await desk.article()
    const spans = [{ start: 0, end: 4 }]
    const one = { articleId, revisionId: revision.id, spans, fields: {} }
    const people = [desk.checker, desk.secondChecker, desk.editor, desk.owner]
    const { won } = await race<unknown>(
      ...Array.from({ length: 16 }, (_, at) => () => markClaim(people[at % 4] ?? desk.owner, one)),
      () =>
        markClaims(desk.editor, { articleId, revisionId: revision.id, claims: Array(20).fill({ spans, fields: {} }) }),
    )
    expect(won).toHaveLength(17)
    const { items } = await listClaims(desk.viewer, articleId)
    expect(items.map((claim) => claim.number)).toEqual(Array.from({ length: 36 }, (_, at) => at + 1))
  })

  test("doing everything to the same things wait on nobody for ever, and leave the log whole", async ({ desk }) => {
    const articles = [await desk.article(), await desk.article()]
    const claims = await Promise.all(articles.flatMap((article) => [desk.claim({ article }), desk.claim({ article })]))
    const shared = await addSource(desk.editor, newSource({ url: "https://example.org/shared" }))
    const evidence = { stance: "context" } as const
    const acts = claims.flatMap(({ id: claimId, articleId }, at) => [
      () => editClaim(desk.editor, { claimId, fields: { statement: `Statement ${at}` } }),
      () => addEvidence(desk.checker, { claimId, source: { id: shared.id }, evidence }),
      () =>
        addEvidence(desk.secondChecker, { claimId, source: newSource({ url: "https://example.org/new" }), evidence }),
      () => draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } }),
      () => sendToReview(desk.checker, { claimId, waivers: [] }),
      () => editSource(desk.owner, { sourceId: shared.id, source: { title: `Title ${at}` } }),
      () => editArticle(desk.secondEditor, { articleId, fields: { section: `Section ${at}` } }),
      () => signOutEverywhere(desk.viewer.userId),
      () => desk.article(),
    ])
    const { won, lost } = await race<unknown>(...acts)
    expect(won.length + lost.length).toBe(acts.length)
    const expected = ["claim.inReview", "round.noVerdict", "round.checklist", "round.alreadyInReview"]
    expect(lost.map((refusal) => refusal.key).filter((key) => !expected.includes(key))).toEqual([])
    expect(await verifyEvents(desk.workspaceId)).toMatchObject({ faults: [] })
    const sources = await db().source.count({ where: { workspaceId: desk.workspaceId } })
    expect(sources).toBe(2)
  })

  test("more than there are connections are all answered", async ({ desk }) => {
    const texts = Array.from({ length: 40 }, (_, at) => `Title ${at}\n\nWords of article ${at}.\n`)
    const { won } = await race(
      ...texts.map((text) => () => {
        const bytes = new TextEncoder().encode(text)
        return importArticle(desk.checker, { bytes, format: "text", origin: "paste", given: {} })
      }),
    )
    expect(new Set(won.map((article) => article.articleId)).size).toBe(40)
  })
})

test("of two rounds in a row each names its own authors, whoever races", async ({ desk }) => {
  const sent = await desk.sentClaim()
  await recallRound(desk.checker, { roundId: sent.round.id })
  const { won } = await race<unknown>(
    () => draftVerdict(desk.secondChecker, { claimId: sent.id, verdict: { rating: "true", conclusion: "So it is." } }),
    () => editClaim(desk.editor, { claimId: sent.id, fields: { claimant: "The minister" } }),
  )
  expect(won).toHaveLength(2)
  const { round } = withRound(await sendToReview(desk.checker, { claimId: sent.id, waivers: [] }))
  expect(round.authors.map((author) => author.id).sort()).toEqual(
    [desk.checker.id, desk.secondChecker.id, desk.editor.id].sort(),
  )
})
