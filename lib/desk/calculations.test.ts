/** Calculations: worked out whenever they are read, tied to evidence, frozen like it, and hidden with what they rest on. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { readClaim } from "./claims"
import { addCalculation, editCalculation, removeCalculation, trySum } from "./calculations"
import { AddCalculation, TrySum } from "../domain/calculation"
import { addEvidence, removeEvidence } from "./evidence"
import { claimHistory } from "./history"
import { recallRound } from "./rounds"
import { editSource } from "./sources"
import { calculated } from "./testing/contact-acts"
import { newSource, refused, test, type Desk } from "./testing/desk"

/** A claim with two pieces of evidence, one of a source that the second checker may not see. */
async function cited(desk: Desk) {
  const claim = await desk.claim()
  const add = (source: Parameters<typeof newSource>[0]) =>
    addEvidence(desk.editor, { claimId: claim.id, source: newSource(source), evidence: { stance: "supports" } })
  const open = await add({})
  const closed = await add({ confidential: true, readers: [desk.checker.id] })
  return { claimId: claim.id, openId: open.evidenceId, closedId: closed.evidenceId }
}

describe("a calculation", () => {
  test("is kept without its result, which is worked out when it is read", async ({ desk }) => {
    const { claimId, openId } = await cited(desk)
    const { claim, calculationId } = await calculated(desk.checker, claimId, {
      evidenceIds: [openId],
      claimed: "80 %",
      decimals: 0,
    })
    expect(claim.calculations).toMatchObject([
      {
        id: calculationId,
        title: "Share",
        inputs: [
          { name: "some", value: "3", unit: null, evidenceId: openId },
          { name: "all", value: "4", unit: null, evidenceId: null },
        ],
        result: {
          kind: "result",
          value: "75",
          unit: "%",
          comparison: { figure: "80", agrees: false, difference: "5", percent: "6.67" },
        },
        version: 1,
      },
    ])
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "calculation.added", subjects: { claim: claimId, calculation: calculationId }, payload: { number: 1 } },
    ])
    const after = await editCalculation(desk.secondChecker, {
      calculationId,
      calculation: { claimed: "three quarters" },
    }).catch((error: unknown) => error)
    expect(after).toMatchObject({ details: { fields: [{ path: "claimed", key: "calculation.figure" }] } })
    await editCalculation(desk.secondChecker, { calculationId, calculation: { claimed: "75 %" } })
    const [edited] = (await readClaim(desk.viewer, claimId)).calculations
    expect(edited).toMatchObject({ version: 2, result: { comparison: { agrees: true } } })
    const before = await desk.eventCount()
    await editCalculation(desk.secondChecker, { calculationId, calculation: { claimed: "75 %" } })
    expect(await desk.eventCount()).toBe(before)
    await refused(
      () => editCalculation(desk.checker, { calculationId, version: 1, calculation: { decimals: 2 } }),
      "conflict",
      "calculation.changedBy",
    )
  })

  test("reads numbers as the article's language writes them", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ article: await desk.article({ language: "de" }) })
    const calculation = {
      title: "Summe",
      formula: "a * 2",
      inputs: [{ name: "a", value: "1.600,5" }],
      claimed: "3.201",
    }
    const { claim } = await addCalculation(desk.checker, AddCalculation.parse({ claimId, calculation }))
    expect(claim.calculations).toMatchObject([
      { inputs: [{ value: "1600.5" }], language: "de", result: { value: "3201", comparison: { agrees: true } } },
    ])
  })

  test("that can't be worked out, or rests on other evidence, is refused at its field", async ({ desk }) => {
    const { claimId } = await cited(desk)
    const other = await desk.sentClaim()
    const fieldOf = (run: Promise<unknown>) =>
      run.then(
        () => null,
        (error: { details?: { fields?: unknown[] } }) => error.details?.fields?.[0],
      )
    const wrong = (calculation: object) =>
      fieldOf(
        addCalculation(desk.checker, AddCalculation.parse({ claimId, calculation: { title: "x", ...calculation } })),
      )
    const input = { name: "a", value: "1" }
    expect(await wrong({ formula: "a + 1" })).toMatchObject({ path: "formula", key: "calculation.unknownName" })
    expect(await wrong({ formula: "a", inputs: [{ ...input, value: "many" }] })).toMatchObject({
      path: "inputs.0.value",
    })
    expect(await wrong({ formula: "a", inputs: [input, input] })).toMatchObject({ path: "inputs.1.name" })
    expect(await wrong({ formula: "1", inputs: [{ ...input, name: "sum" }] })).toMatchObject({
      key: "calculation.nameTaken",
    })
    expect(await wrong({ formula: "a", inputs: [{ ...input, evidenceId: other.evidence[0]?.id }] })).toMatchObject({
      path: "inputs.0.evidenceId",
      key: "evidence.notFound",
    })
    expect(await trySum(desk.checker, TrySum.parse({ formula: "2 ^ 8", language: "en" }))).toMatchObject({
      value: "256",
    })
    await refused(
      () => trySum(desk.viewer, TrySum.parse({ formula: "1", language: "en" })),
      "forbidden",
      "policy.source_add",
    )
  })

  test("of an approved claim reopens it when it changes, and shows what was sent until then", async ({ desk }) => {
    const sent = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: sent.round.id })
    const { calculationId } = await calculated(desk.checker, sent.id)
    const approved = await desk.approvedClaim()
    await calculated(desk.checker, approved.id)
    expect(await readClaim(desk.checker, approved.id)).toMatchObject({ state: "open" })
    await removeCalculation(desk.checker, { calculationId })
    expect((await readClaim(desk.checker, sent.id)).calculations).toEqual([])
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "calculation.removed", subjects: { calculation: calculationId } },
    ])
    expect(await db().calculationInput.count({ where: { calculationId } })).toBe(0)
  })
})

describe("evidence that a calculation rests on", () => {
  test("stays until the calculation is changed", async ({ desk }) => {
    const { claimId, openId } = await cited(desk)
    await calculated(desk.checker, claimId, { evidenceIds: [openId] })
    const { details } = await refused(
      () => removeEvidence(desk.checker, { evidenceId: openId }),
      "conflict",
      "evidence.inCalculation",
    )
    expect(details.params).toEqual({ title: "Share" })
  })

  test("hides the whole calculation from whoever may not see it", async ({ desk }) => {
    const { claimId, openId, closedId } = await cited(desk)
    const { calculationId } = await calculated(desk.checker, claimId, { evidenceIds: [openId, closedId] })
    const seenBy = async (name: "checker" | "secondChecker" | "editor" | "viewer" | "author") =>
      (await readClaim(desk[name], claimId)).calculations.length
    expect([
      await seenBy("checker"),
      await seenBy("editor"),
      await seenBy("secondChecker"),
      await seenBy("viewer"),
    ]).toEqual([1, 1, 0, 0])
    const acts = async (name: "checker" | "secondChecker") =>
      (await claimHistory(desk[name], { claimId })).map(({ act }) => act)
    expect(await acts("checker")).toContain("calculation.added")
    expect(await acts("secondChecker")).not.toContain("calculation.added")
    await refused(
      () => editCalculation(desk.secondChecker, { calculationId, calculation: { decimals: 1 } }),
      "not-found",
      "calculation.notFound",
    )
    // What does not exist for them can't keep them from taking their source away.
    await removeEvidence(desk.secondChecker, { evidenceId: openId })
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "evidence.removed" },
      { act: "calculation.edited", payload: { changed: ["inputs"] } },
    ])
    expect((await readClaim(desk.editor, claimId)).calculations).toMatchObject([
      { version: 2, inputs: [{ evidenceId: null }, { evidenceId: closedId }] },
    ])
    const source = await db().evidence.findUniqueOrThrow({ where: { id: closedId }, select: { sourceId: true } })
    await editSource(desk.editor, { sourceId: source.sourceId, source: { confidential: false, readers: [] } })
    expect(await seenBy("viewer")).toBe(1)
  })

  test("hides what becomes of it from whoever may see one of several alone", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const evidenceIds: string[] = []
    for (const readers of [[desk.checker.id, desk.secondChecker.id], [desk.checker.id]]) {
      const source = newSource({ confidential: true, readers })
      const evidence = { stance: "supports" } as const
      evidenceIds.push((await addEvidence(desk.editor, { claimId, source, evidence })).evidenceId)
    }
    await calculated(desk.checker, claimId, { evidenceIds })
    const acts = async (who: Desk["checker"]) => (await claimHistory(who, { claimId })).map(({ act }) => act)
    expect(await acts(desk.checker)).toContain("calculation.added")
    expect(await acts(desk.secondChecker)).not.toContain("calculation.added")
    expect(await acts(desk.secondChecker)).toContain("evidence.added")
  })
})
