/** Sending to review and taking back: what a round freezes, whom it names, and what it asks for. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { RoundSnapshot } from "../domain/round"
import { readArticle } from "./articles"
import { editClaim, readClaim } from "./claims"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { editSource } from "./sources"
import { newSource, refused, test, withRound, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"

const stance = "supports" as const

async function snapshotOf(roundId: string): Promise<RoundSnapshot> {
  const round = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  return RoundSnapshot.strict().parse(round.snapshot)
}

async function authorsOf(roundId: string): Promise<string[]> {
  const rows = await db().roundAuthor.findMany({ where: { roundId }, select: { membershipId: true } })
  return rows.map((row) => row.membershipId).sort()
}

const ids = (...actors: { id: string }[]) => actors.map((actor) => actor.id).sort()

describe("sending", () => {
  test("freezes everything that the verdict rests on", async ({ desk }) => {
    const fields = {
      statement: "Taxes fell in 2024.",
      claimant: "The minister",
      claimedOn: "2024-11-15",
      appearance: "https://example.org/speech",
      timecode: "1:20",
      priority: 3,
      whySelected: "Shared widely",
      type: "quantity",
    } as const
    const { id: claimId, anchors } = await desk.claim({ fields })
    const source = newSource({
      kind: "dataset",
      title: "Tax statistics",
      author: "Office",
      publisher: "The state",
      publishedOn: "2024-10-01",
      primary: true,
      independenceGroup: "office",
    })
    const evidence = { stance: "refutes", locator: "sheet!B4", excerpt: "Four.", note: "Called them" } as const
    const { evidenceId } = await addEvidence(desk.checker, { claimId, source, evidence })
    const verdict = {
      rating: "mostly_false",
      conclusion: "They fell by four.",
      explanation: "At length.",
      workingNote: "Ask the office again",
      asOf: "2024-11-20",
      recheckOn: "2025-11-20",
    }
    await draftVerdict(desk.checker, { claimId, verdict })
    const sent = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    const { workingNote, ...frozenVerdict } = verdict
    const { whySelected, type, ...frozenFields } = fields
    const { readers, ...described } = source
    expect(await snapshotOf(sent.round.id)).toEqual({
      job: "theirs",
      fix: null,
      contacts: [],
      calculations: [],
      ...frozenFields,
      ...frozenVerdict,
      scale: "theirs/1",
      quote: anchors[0]?.quote,
      anchors: anchors.map(({ revisionId, start, end, quote }) => ({ revisionId, start, end, quote })),
      evidence: [
        {
          id: evidenceId,
          ...evidence,
          accessedAt: expect.any(String) as string,
          version: 1,
          source: { id: expect.any(String) as string, file: null, ...described, version: 1 },
        },
      ],
      checklist: [
        { item: "conclusion", met: true },
        { item: "evidence", met: true },
      ],
      waivers: [],
    })
    expect(sent).toMatchObject({ state: "in_review", round: { number: 1, sender: { id: desk.checker.id } } })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "round.sent", subjects: { claim: claimId, round: sent.round.id }, payload: { number: 1, round: 1 } },
    ])
  })

  test("freezes evidence that its sender may not see, and tells them nothing of it", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const source = newSource({ confidential: true })
    await addEvidence(desk.editor, { claimId, source, evidence: { stance } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } })
    // It is asked of its sender as if it were not there: going without a waiver would tell of it.
    await refused(() => sendToReview(desk.checker, { claimId, waivers: [] }), "invalid", "round.checklist")
    const waivers = [{ item: "evidence" as const, reason: "Common knowledge" }]
    const sent = withRound(await sendToReview(desk.checker, { claimId, waivers }))
    expect(sent).toMatchObject({ evidence: [], round: { waivers } })
    expect((await snapshotOf(sent.round.id)).evidence).toMatchObject([{ source: { title: source.title } }])
  })

  test("asks for a rating, for a conclusion on theirs and for a source", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const send = () => sendToReview(desk.checker, { claimId, waivers: [] })
    await refused(send, "invalid", "round.noVerdict")
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true" } })
    const refusal = await refused(send, "invalid", "round.checklist")
    expect(refusal.details.fields?.map((field) => field.path)).toEqual(["waivers.conclusion", "waivers.evidence"])
  })

  test("goes without what is waived with a reason, which the reviewer sees and the public does not", async ({
    desk,
  }) => {
    const { id: claimId } = await desk.claim()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } })
    const waivers = [
      { item: "evidence" as const, reason: "Common knowledge" },
      { item: "conclusion" as const, reason: "Not needed, it is there" },
    ]
    const sent = withRound(await sendToReview(desk.checker, { claimId, waivers }))
    expect((await readClaim(desk.editor, claimId)).round?.waivers).toEqual([waivers[0]])
    expect(await snapshotOf(sent.round.id)).toMatchObject({
      waivers: [waivers[0]],
      checklist: [
        { item: "conclusion", met: true },
        { item: "evidence", met: false },
      ],
    })
    for (const reader of [desk.viewer, desk.author]) {
      const seen = await readClaim(reader, claimId).catch(() => null)
      expect(seen?.round?.waivers ?? []).toEqual([])
    }
  })

  test("a must is waived by an editor alone", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ fields: { priority: 1 } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } })
    const waivers = [{ item: "evidence" as const, reason: "Common knowledge" }]
    await refused(() => sendToReview(desk.checker, { claimId, waivers }), "forbidden", "policy.checklist_waive")
    expect((await sendToReview(desk.editor, { claimId, waivers })).state).toBe("in_review")
  })

  test("goes once", async ({ desk }) => {
    const sent = await desk.sentClaim()
    const again = () => sendToReview(desk.checker, { claimId: sent.id, waivers: [] })
    await refused(again, "conflict", "round.alreadyInReview")
    await decideReview(desk.editor, { roundId: sent.round.id, decision: "approve" })
    await refused(again, "conflict", "round.alreadyApproved")
  })

  test("numbers the rounds of a claim", async ({ desk }) => {
    const sent = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: sent.round.id })
    const again = withRound(await sendToReview(desk.checker, { claimId: sent.id, waivers: [] }))
    expect(again.round.number).toBe(2)
    expect(again.round.id).not.toBe(sent.round.id)
  })
})

describe("what a round froze", () => {
  test("is shown while it is in review and approved, whatever becomes of the source it cites", async ({ desk }) => {
    const approved = await desk.approvedClaim({ source: { title: "Tax statistics", publisher: "The state" } })
    const sourceId = approved.evidence[0]?.source.id ?? ""
    const before = await readArticle(desk.viewer, approved.articleId)
    await editSource(desk.editor, { sourceId, source: { title: "Withdrawn statistics", publisher: null } })
    expect(await readClaim(desk.viewer, approved.id)).toEqual(await readClaim(desk.viewer, approved.id))
    expect((await readClaim(desk.viewer, approved.id)).evidence).toMatchObject([
      { source: { title: "Tax statistics", publisher: "The state", version: 1 } },
    ])
    // That it is described otherwise now is told beside it, and nothing else.
    const flagged = { flag: "source_edited", flaggedAt: expect.any(String) as string }
    const evidence = approved.evidence.map((one) => ({ ...one, ...flagged }))
    const claims = before.claims.map((claim) => ({ ...claim, evidence }))
    expect(await readArticle(desk.viewer, approved.articleId)).toEqual({ ...before, claims })
    await editClaim(desk.checker, { claimId: approved.id, fields: { statement: "Taxes fell." } })
    expect((await readClaim(desk.viewer, approved.id)).evidence).toMatchObject([
      { source: { title: "Withdrawn statistics", publisher: null, version: 2 } },
    ])
  })

  test("is shown of the verdict even where the draft were another", async ({ desk }) => {
    const approved = await desk.approvedClaim()
    // No act can do this: it stands for a read that is overtaken between its statements.
    await db().verdictDraft.update({
      where: { claimId: approved.id },
      data: { conclusion: "Unreviewed", rating: "true" },
    })
    await db().claim.update({ where: { id: approved.id }, data: { statement: "Unreviewed" } })
    const seen = await readClaim(desk.viewer, approved.id)
    expect(seen.verdict).toMatchObject({ conclusion: "The statistics office counts four.", rating: { code: "false" } })
    expect(seen.statement).toBeNull()
  })

  test("stays as it was when the claim is edited, sent and approved again", async ({ desk }) => {
    const { id: claimId, round } = await desk.approvedClaim()
    const before = await snapshotOf(round.id)
    const [evidence] = (await readClaim(desk.checker, claimId)).evidence
    await editEvidence(desk.checker, { evidenceId: evidence?.id ?? "", evidence: { locator: "page 9" } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "mixed", conclusion: "Part of it." } })
    await removeEvidence(desk.checker, { evidenceId: evidence?.id ?? "" })
    await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance } })
    const again = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    await decideReview(desk.editor, { roundId: again.round.id, decision: "approve" })
    expect(await snapshotOf(round.id)).toEqual(before)
    expect((await snapshotOf(again.round.id)).rating).toBe("mixed")
  })
})

describe("a recall", () => {
  test("by the sender opens the claim again", async ({ desk }) => {
    const { id: claimId, round } = await desk.sentClaim()
    expect(await recallRound(desk.checker, { roundId: round.id })).toMatchObject({
      id: claimId,
      state: "open",
      round: null,
      verdict: { rating: { code: "false" } },
      evidence: [{ stance: "refutes" }],
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "round.recalled", subjects: { claim: claimId, round: round.id }, payload: { number: 1, round: 1 } },
    ])
  })

  test("is nobody else's, owners included", async ({ desk }) => {
    const { round } = await desk.sentClaim()
    for (const actor of [desk.owner, desk.editor, desk.secondChecker]) {
      await refused(() => recallRound(actor, { roundId: round.id }), "forbidden", "policy.round_recall")
    }
  })

  test("comes too late once somebody decided, or for an earlier round", async ({ desk }) => {
    const approved = await desk.approvedClaim()
    await refused(() => recallRound(desk.checker, { roundId: approved.round.id }), "conflict", "round.notInReview")
    const sent = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: sent.round.id })
    const again = withRound(await sendToReview(desk.checker, { claimId: sent.id, waivers: [] }))
    await refused(() => recallRound(desk.checker, { roundId: sent.round.id }), "conflict", "round.notInReview")
    expect(await recallRound(desk.checker, { roundId: again.round.id })).toMatchObject({ state: "open" })
  })

  test("of no round at all is not found", async ({ desk }) => {
    const roundId = (await desk.claim()).id
    await refused(() => recallRound(desk.checker, { roundId }), "not-found", "round.notFound")
  })
})

/** The authors of the round that a claim is sent in now. */
async function sentBy(desk: Desk, claimId: string, by: Desk["checker"]): Promise<string[]> {
  const sent = withRound(await sendToReview(by, { claimId, waivers: [] }))
  const authors = await authorsOf(sent.round.id)
  expect(sent.authorIds.toSorted()).toEqual(authors)
  expect(sent.round.authors.map((author) => author.id).sort()).toEqual(authors)
  return authors
}

describe("the authors of a round", () => {
  test("are everyone who changed what it freezes, and its sender, but not whoever marked it", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ by: desk.owner })
    await editClaim(desk.checker, { claimId, fields: { statement: "Taxes fell." } })
    await editClaim(desk.secondEditor, { claimId, fields: { whySelected: "Shared widely" } })
    const { evidenceId } = await addEvidence(desk.secondChecker, {
      claimId,
      source: newSource(),
      evidence: { stance },
    })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } })
    await editEvidence(desk.secondChecker, { evidenceId, evidence: { excerpt: "Nine." } })
    expect(await sentBy(desk, claimId, desk.editor)).toEqual(ids(desk.checker, desk.secondChecker, desk.editor))
  })

  test("stay authors over a recall and a second sender", async ({ desk }) => {
    const { id: claimId, round } = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: round.id })
    expect(await sentBy(desk, claimId, desk.secondEditor)).toEqual(ids(desk.checker, desk.secondEditor))
  })

  test("stay authors when changes are requested", async ({ desk }) => {
    const { id: claimId, round } = await desk.sentClaim()
    await decideReview(desk.editor, { roundId: round.id, decision: "request_changes", note: "The year is wrong." })
    await draftVerdict(desk.secondChecker, { claimId, verdict: { rating: "false", conclusion: "In 2024, four." } })
    expect(await sentBy(desk, claimId, desk.secondChecker)).toEqual(ids(desk.checker, desk.secondChecker))
  })

  test("who removed evidence, or only a sender who was recalled, count too", async ({ desk }) => {
    const { id: claimId, evidence, round } = await desk.sentClaim({ by: desk.secondChecker })
    await recallRound(desk.secondChecker, { roundId: round.id })
    await addEvidence(desk.secondChecker, { claimId, source: newSource(), evidence: { stance } })
    await removeEvidence(desk.owner, { evidenceId: evidence[0]?.id ?? "" })
    expect(await sentBy(desk, claimId, desk.checker)).toEqual(ids(desk.checker, desk.secondChecker, desk.owner))
  })

  test("are counted anew after an approval fell by an edit", async ({ desk }) => {
    const { id: claimId } = await desk.approvedClaim()
    const edited = await draftVerdict(desk.secondChecker, {
      claimId,
      verdict: { rating: "mixed", conclusion: "Both." },
    })
    expect(edited).toMatchObject({ state: "open", authorIds: [desk.secondChecker.id] })
    expect(await sentBy(desk, claimId, desk.secondEditor)).toEqual(ids(desk.secondChecker, desk.secondEditor))
  })

  test("are not counted anew when a reviewer took the approval back", async ({ desk }) => {
    const { id: claimId, round } = await desk.approvedClaim()
    await decideReview(desk.editor, { roundId: round.id, decision: "withdraw", note: "On second thoughts" })
    await recallRound(desk.checker, { roundId: round.id })
    await draftVerdict(desk.secondChecker, { claimId, verdict: { rating: "mixed", conclusion: "Both." } })
    expect(await sentBy(desk, claimId, desk.secondChecker)).toEqual(ids(desk.checker, desk.secondChecker))
  })
})
