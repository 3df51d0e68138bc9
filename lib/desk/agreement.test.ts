/** Agreement, counted by hand: what is revealed, when, and what became of it. */
import { describe, expect } from "vitest"
import { FigureFilters } from "../domain/figures"
import { adjudicate } from "./adjudications"
import { agreementFigures } from "./agreement"
import { withdrawClaim } from "./claims"
import { askOpinion, giveOpinion, takeOpinion, withdrawOpinion } from "./opinions"
import { recallRound } from "./rounds"
import { test, type Desk, type NewRound } from "./testing/desk"

const everything = FigureFilters.parse({ period: "all" })

const figures = (desk: Desk, asked: Partial<FigureFilters> = {}) =>
  agreementFigures(desk.viewer, { ...everything, ...asked }, { now: new Date(), zone: "Europe/Berlin" })

/** The checker's verdict on a claim, sent, and the second checker's, given blind. */
async function rated(desk: Desk, first: string, second: string, round: NewRound = {}): Promise<string> {
  const { id: claimId } = await desk.sentClaim({ ...round, verdict: { rating: first } })
  await askOpinion(desk.checker, { claimId, ofId: desk.secondChecker.id })
  await giveOpinion(desk.secondChecker, { claimId, verdict: { rating: second } })
  return claimId
}

describe("agreement", () => {
  test("is of what is revealed: nothing tells of an opinion that is still blind, or was gone on without", async ({
    desk,
  }) => {
    const { id: claimId, round } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId })
    await takeOpinion(desk.secondChecker, { claimId })
    expect(await figures(desk)).toEqual({ scales: [], names: {} })
    await giveOpinion(desk.secondChecker, { claimId, verdict: { rating: "false" } })
    expect((await figures(desk)).scales).toMatchObject([{ scale: "theirs", all: { rated: 1 } }])
    const { id: other } = await desk.sentClaim()
    await askOpinion(desk.checker, { claimId: other, ofId: desk.secondChecker.id })
    await withdrawOpinion(desk.editor, { claimId: other, reason: "It goes to print." })
    expect((await figures(desk)).scales).toMatchObject([{ all: { rated: 1 } }])
    await recallRound(desk.checker, { roundId: round.id })
    await withdrawClaim(desk.checker, { claimId, reason: "Marked twice" })
    expect((await figures(desk)).scales).toEqual([])
  })

  test("says what became of verdicts that differ, and is not a number of so few", async ({ desk }) => {
    await rated(desk, "false", "false")
    for (const [second, decided] of [
      ["mixed", "false"],
      ["mixed", "mixed"],
      ["mixed", "mostly_false"],
    ] as const) {
      const claimId = await rated(desk, "false", second)
      await adjudicate(desk.editor, { claimId, rating: decided, reason: "Counted again." })
    }
    await rated(desk, "false", "unproven")
    const [scale] = (await figures(desk)).scales
    expect(scale?.outcomes).toEqual({ agreed: 1, first: 1, second: 1, other: 1, undecided: 1 })
    expect(scale?.all).toMatchObject({ rated: 5, raw: { because: "too_few" } })
  })

  test("compares the first verdict as it was sent, by section, in the job that is asked for", async ({ desk }) => {
    const local = () => desk.article({ section: "Local" })
    await rated(desk, "true", "true", { article: await local() })
    await rated(desk, "confirmed", "fixed", { article: await local(), fields: { job: "ours" } })
    const { scales } = await figures(desk)
    expect(scales.map(({ scale, sections }) => [scale, sections.map(({ part, rated }) => [part, rated])])).toEqual([
      ["ours", [["Local", 1]]],
      ["theirs", [["Local", 1]]],
    ])
    expect((await figures(desk, { job: "ours" })).scales.map(({ scale }) => scale)).toEqual(["ours"])
    expect((await figures(desk, { section: "Sport" })).scales).toEqual([])
    expect((await figures(await desk.otherWorkspace())).scales).toEqual([])
  })

  test("of twenty is told, for all and for the two who rated them, by their names", async ({ desk }) => {
    for (let at = 0; at < 20; at += 1) await rated(desk, at < 10 ? "true" : "false", at % 10 < 8 ? "true" : "false")
    const { scales, names } = await figures(desk)
    // Ten true, of which eight twice; ten false, of which two twice: chance would have agreed in half of them.
    expect(scales[0]?.all).toMatchObject({ rated: 20, raw: { value: 0.5 }, kappa: { value: 0 } })
    expect(scales[0]?.months).toMatchObject([{ rated: 20 }])
    const [pair] = scales[0]?.pairs ?? []
    expect(pair).toMatchObject({ rated: 20, kappa: { value: 0 } })
    expect(pair?.part.map((id) => names[id]).sort()).toEqual([
      `checker of ${desk.slug}`,
      `secondChecker of ${desk.slug}`,
    ])
  }, 60_000)
})
