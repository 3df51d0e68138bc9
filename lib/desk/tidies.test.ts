/** Typos mended in what stands: proposed by one, confirmed by another, and the round stays as it was sent. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { readClaim } from "./claims"
import { asMarkdown } from "./testing/as-markdown"
import { refused, test, type Desk, type SentClaim } from "./testing/desk"
import { decideTidy, proposeTidy } from "./tidies"
import { draftVerdict } from "./verdicts"

const TYPO = "Teh statistics office counts four."
const MENDED = "The statistics office counts four."

/** An approved claim with a typo in its conclusion, and a proposal to mend it. */
async function proposed(desk: Desk): Promise<{ claim: SentClaim; tidyId: string }> {
  const claim = await desk.approvedClaim({ verdict: { conclusion: TYPO } })
  const { tidy } = await proposeTidy(desk.checker, { claimId: claim.id, words: { conclusion: MENDED } })
  return { claim, tidyId: tidy?.id ?? "" }
}

describe("a typo in what stands", () => {
  test("is proposed by whoever may edit, and shown as it was until somebody confirms it", async ({ desk }) => {
    const { claim } = await proposed(desk)
    expect(await readClaim(desk.editor, claim.id)).toMatchObject({
      state: "approved",
      verdict: { conclusion: TYPO },
      tidy: { changes: [{ field: "conclusion", from: TYPO, to: MENDED }], by: { id: desk.checker.id } },
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "tidy.proposed", actorId: desk.checker.id, payload: { number: 1, changed: ["conclusion"] } },
    ])
  })

  test("is mended once a second person confirms it: approved still, exported so, and its round is as it was sent", async ({
    desk,
  }) => {
    const { claim, tidyId } = await proposed(desk)
    const mended = await decideTidy(desk.editor, { tidyId, decision: "confirm" })
    expect(mended).toMatchObject({ state: "approved", verdict: { conclusion: MENDED }, tidy: null })
    expect(mended.round?.id).toBe(claim.round.id)
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "tidy.confirmed", payload: { changed: ["conclusion"] } }])
    const round = await db().round.findUniqueOrThrow({ where: { id: claim.round.id } })
    expect(round.snapshot).toMatchObject({ conclusion: TYPO })
    const { body } = await asMarkdown(desk.editor, claim.articleId, "public")
    expect([body.includes(MENDED), body.includes(TYPO)]).toEqual([true, false])
  })

  test("that was mended stays so when the claim is opened again, and whoever mended it is an author of that", async ({
    desk,
  }) => {
    const claim = await desk.approvedClaim({ verdict: { conclusion: TYPO } })
    const { tidy } = await proposeTidy(desk.secondChecker, { claimId: claim.id, words: { conclusion: MENDED } })
    await decideTidy(desk.editor, { tidyId: tidy?.id ?? "", decision: "confirm" })
    await draftVerdict(desk.checker, { claimId: claim.id, verdict: { rating: "mixed", conclusion: MENDED } })
    const open = await readClaim(desk.checker, claim.id)
    expect(open).toMatchObject({ state: "open", verdict: { conclusion: MENDED } })
    expect(open.authorIds).toContain(desk.secondChecker.id)
  })

  test("is left when somebody says that the meaning is another", async ({ desk }) => {
    const { claim, tidyId } = await proposed(desk)
    await decideTidy(desk.editor, { tidyId, decision: "refuse" })
    expect(await readClaim(desk.editor, claim.id)).toMatchObject({ verdict: { conclusion: TYPO }, tidy: null })
    await refused(() => decideTidy(desk.editor, { tidyId, decision: "confirm" }), "conflict", "tidy.over")
  })
})

describe("a second person", () => {
  test("is neither the proposer, who may take it back, nor an author of the round", async ({ desk }) => {
    const claim = await desk.approvedClaim({ verdict: { conclusion: TYPO } })
    const { tidy } = await proposeTidy(desk.secondEditor, { claimId: claim.id, words: { conclusion: MENDED } })
    const tidyId = tidy?.id ?? ""
    const confirm = { tidyId, decision: "confirm" as const }
    await refused(() => decideTidy(desk.secondEditor, confirm), "forbidden", "tidy.yourOwn")
    await refused(() => decideTidy(desk.checker, confirm), "forbidden", "policy.tidy_decide")
    expect(await decideTidy(desk.secondEditor, { tidyId, decision: "refuse" })).toMatchObject({ tidy: null })
  })

  test("is what the database insists on too", async ({ desk }) => {
    const { tidyId } = await proposed(desk)
    const decide = (decidedById: string) =>
      db().tidy.update({ where: { id: tidyId }, data: { confirmed: true, decidedById, decidedAt: new Date() } })
    await expect(decide(desk.checker.id)).rejects.toThrow(/Tidy_by_two/)
    await decide(desk.editor.id)
    await expect(db().tidy.update({ where: { id: tidyId }, data: { confirmed: false } })).rejects.toThrow()
    await expect(db().tidy.delete({ where: { id: tidyId } })).rejects.toThrow()
    expect(await db().tidy.findUniqueOrThrow({ where: { id: tidyId } })).toMatchObject({ confirmed: true })
  })
})

describe("a proposal", () => {
  test("that changes what is said is refused with the field and the reason", async ({ desk }) => {
    const claim = await desk.approvedClaim({ verdict: { conclusion: TYPO } })
    const words = { conclusion: "The statistics office counts five." }
    const refusal = await refused(
      () => proposeTidy(desk.checker, { claimId: claim.id, words }),
      "invalid",
      "tidy.newRound",
    )
    expect(refusal.details.fields).toEqual([{ path: "conclusion", key: "tidy.figures" }])
  })

  test("is for what stands, and waits alone", async ({ desk }) => {
    const { claim } = await proposed(desk)
    const again = () => proposeTidy(desk.editor, { claimId: claim.id, words: { conclusion: MENDED } })
    await refused(again, "conflict", "tidy.waiting")
    const sent = await desk.sentClaim({ verdict: { conclusion: TYPO } })
    const early = () => proposeTidy(desk.checker, { claimId: sent.id, words: { conclusion: MENDED } })
    await refused(early, "conflict", "tidy.notStanding")
  })

  test("is over once its claim is opened again", async ({ desk }) => {
    const { claim, tidyId } = await proposed(desk)
    await draftVerdict(desk.checker, { claimId: claim.id, verdict: { rating: "mixed", conclusion: TYPO } })
    await refused(() => decideTidy(desk.editor, { tidyId, decision: "confirm" }), "conflict", "tidy.over")
  })
})
