/** A tick: claim, source and verdict in one act. */
import { describe, expect } from "vitest"
import { addEvidence } from "./evidence"
import { editSource } from "./sources"
import { tickClaim } from "./ticks"
import { newSource, refused, test } from "./testing/desk"

const spans = [{ start: 0, end: 8 }]

describe("a tick", () => {
  test("is a claim of ours on the source used last, confirmed and ready to be sent", async ({ desk }) => {
    const [first, last] = [newSource(), newSource()]
    const { id: claimId } = await desk.claim()
    for (const source of [first, last]) {
      await addEvidence(desk.checker, { claimId, source, evidence: { stance: "context" } })
    }
    const { id: articleId, revision } = await desk.article()
    const claim = await tickClaim(desk.checker, { articleId, revisionId: revision.id, spans })
    expect(claim).toMatchObject({
      job: "ours",
      state: "open",
      authorIds: [desk.checker.id],
      evidence: [{ source: { title: last.title }, stance: "supports", locator: null }],
      verdict: { rating: { code: "confirmed" }, scale: "ours/1" },
    })
    expect(await desk.lastEvents(3)).toMatchObject([
      { act: "claim.marked", subjects: { claim: claim.id } },
      { act: "evidence.added", payload: { stance: "supports" } },
      { act: "verdict.drafted", payload: { rating: "confirmed" } },
    ])
  })

  test("of somebody who has cited nothing yet comes without a source", async ({ desk }) => {
    await desk.sentClaim()
    const { id: articleId, revision } = await desk.article()
    const claim = await tickClaim(desk.secondChecker, { articleId, revisionId: revision.id, spans })
    expect(claim).toMatchObject({ evidence: [], verdict: { rating: { code: "confirmed" } } })
  })

  test("never cites a source that its marker may not see any more", async ({ desk }) => {
    const { evidence } = await desk.sentClaim()
    const sourceId = evidence[0]?.source.id ?? ""
    await editSource(desk.editor, { sourceId, source: { confidential: true, readers: [] } })
    const { id: articleId, revision } = await desk.article()
    const claim = await tickClaim(desk.checker, { articleId, revisionId: revision.id, spans })
    expect(claim.evidence).toEqual([])
  })

  test("is refused to authors of the article, whole", async ({ desk }) => {
    const { id: articleId, revision } = await desk.article({ authors: [{ membershipId: desk.editor.id }] })
    const act = () => tickClaim(desk.editor, { articleId, revisionId: revision.id, spans })
    await refused(act, "forbidden", "policy.claim_mark")
  })
})
