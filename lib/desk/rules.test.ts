/** Setting the rules of review, and what they then ask of a claim that is sent. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { FigureFilters } from "../domain/figures"
import { ReviewRules } from "../domain/rules"
import { addEvidence } from "./evidence"
import { sendToReview } from "./rounds"
import { rulesSet, setRules } from "./rules"
import { called } from "./testing/contact-acts"
import { newSource, refused, test, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"
import { waiverRate } from "./waivers"

const seen = ReviewRules.parse({})
const everybody = {
  jobs: ["ours" as const, "theirs" as const],
  priorities: [1 as const, 2 as const, 3 as const],
  types: [],
}
const ask = (item: keyof ReviewRules["checklist"], rule: Partial<typeof everybody> = {}): ReviewRules => ({
  ...seen,
  checklist: { ...seen.checklist, [item]: { ...everybody, ...rule } },
})

describe("the rules", () => {
  test("are set by an owner, and the log says what was set from what to what", async ({ desk }) => {
    const rules = { ...ask("archived"), approvals: 2 }
    expect(await setRules(desk.owner, { rules, seen })).toEqual(rules)
    const changes = [
      { rule: "approvals", from: 1, to: 2 },
      { rule: "checklist.archived", from: seen.checklist.archived, to: everybody },
    ]
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "rules.set",
        actorId: desk.owner.id,
        payload: { changed: ["approvals", "checklist.archived"], changes },
      },
    ])
    expect(await rulesSet(desk.owner)).toMatchObject([{ by: { id: desk.owner.id }, changes }])
  })

  test("leave alone what else is set of the workspace", async ({ desk }) => {
    await db().workspace.update({ where: { id: desk.workspaceId }, data: { settings: { something: "else" } } })
    await setRules(desk.owner, { rules: { ...seen, approvals: 3 }, seen })
    const { settings } = await db().workspace.findUniqueOrThrow({ where: { id: desk.workspaceId } })
    expect(settings).toMatchObject({ something: "else", approvals: 3 })
  })

  test("are not set over what somebody else has set meanwhile", async ({ desk }) => {
    await setRules(desk.owner, { rules: { ...seen, publishNames: true }, seen })
    await refused(() => setRules(desk.owner, { rules: { ...seen, approvals: 2 }, seen }), "conflict", "rules.changed")
  })

  test("let whoever checked all of an article sign it where no approval is asked for, and nowhere else", async ({
    desk,
  }) => {
    const alone = { ...seen, approvals: 0, signOff: "anybody" as const }
    const refusal = await refused(
      () => setRules(desk.owner, { rules: { ...alone, approvals: 1 }, seen }),
      "invalid",
      "rules.anybodyNeedsNone",
    )
    expect(refusal.details.fields?.map(({ path }) => path)).toEqual(["rules.signOff"])
    expect(await setRules(desk.owner, { rules: alone, seen })).toEqual(alone)
    await refused(
      () => setRules(desk.owner, { rules: { ...alone, approvals: 2 }, seen: alone }),
      "invalid",
      "rules.anybodyNeedsNone",
    )
  })

  test("set as they are tell nothing", async ({ desk }) => {
    const before = await desk.eventCount()
    await setRules(desk.owner, { rules: seen, seen })
    expect(await desk.eventCount()).toBe(before)
  })
})

/** A drafted claim on a source, which its desk asks more of than it has. */
async function drafted(desk: Desk, rules: ReviewRules, source = newSource()) {
  await desk.set(rules)
  const { id: claimId } = await desk.claim()
  await addEvidence(desk.checker, { claimId, source, evidence: { stance: "refutes" } })
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "Four." } })
  return { claimId, send: () => sendToReview(desk.checker, { claimId, waivers: [] }) }
}

describe("what a desk asks", () => {
  test("blocks sending, is waived with a reason of the list, and the log tells which", async ({ desk }) => {
    const { claimId, send } = await drafted(desk, ask("primary_or_two"))
    const refusal = await refused(send, "invalid", "round.checklist")
    expect(refusal.details.fields?.map((field) => field.path)).toEqual(["waivers.primary_or_two"])
    const waivers = [{ item: "primary_or_two" as const, reason: "does_not_exist" }]
    expect(await sendToReview(desk.checker, { claimId, waivers })).toMatchObject({
      state: "in_review",
      round: { waivers },
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "round.sent", payload: { asked: ["conclusion", "evidence", "primary_or_two"], waived: waivers } },
    ])
  })

  test("is asked of the jobs that were chosen alone", async ({ desk }) => {
    const { send } = await drafted(desk, ask("primary_or_two", { jobs: ["ours"] }))
    expect(await send()).toMatchObject({ state: "in_review" })
  })

  test("counts two sources of one group as one", async ({ desk }) => {
    const wire = () => newSource({ independenceGroup: "The wire" })
    const { claimId, send } = await drafted(desk, ask("two_independent"), wire())
    await addEvidence(desk.checker, { claimId, source: wire(), evidence: { stance: "refutes" } })
    await refused(send, "invalid", "round.checklist")
    await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "refutes" } })
    expect(await send()).toMatchObject({ state: "in_review" })
  })

  test("knows that the claimant was asked from the contacts", async ({ desk }) => {
    const { claimId, send } = await drafted(desk, ask("claimant_contacted"))
    await refused(send, "invalid", "round.checklist")
    await called(desk.checker, [claimId], { isClaimant: true })
    expect(await send()).toMatchObject({ state: "in_review" })
  })

  test("knows that a page is kept once a copy of it is", async ({ desk }) => {
    const { claimId, send } = await drafted(desk, ask("archived"))
    await refused(send, "invalid", "round.checklist")
    const { sourceId, workspaceId } = await db().evidence.findFirstOrThrow({ where: { claimId } })
    const bytes = Buffer.from("a page")
    const sha256 = (await import("node:crypto")).createHash("sha256").update(bytes).digest("hex")
    const file = await db().file.create({
      data: { workspaceId, sha256, type: "text/html", size: bytes.length, bytes, createdById: desk.checker.id },
    })
    await db().snapshot.create({ data: { workspaceId, sourceId, fileId: file.id, url: "https://example.org/" } })
    expect(await send()).toMatchObject({ state: "in_review" })
  })
})

test("the rate of waivers counts rounds, and of each item how often it was asked and gone without", async ({
  desk,
}) => {
  await desk.set(ask("primary_or_two"))
  const waivers = [{ item: "primary_or_two" as const, reason: "no_time" }]
  await desk.sentClaim({ waivers })
  await desk.sentClaim({ source: { title: "The law", primary: true, url: "https://example.org/the-law" } })
  const counted = await waiverRate(desk.viewer, FigureFilters.parse({}), { now: new Date(), zone: "UTC" })
  expect(counted).toEqual({
    sent: 2,
    without: 1,
    items: [
      { item: "conclusion", asked: 2, waived: 0 },
      { item: "evidence", asked: 2, waived: 0 },
      { item: "primary_or_two", asked: 2, waived: 1 },
    ],
  })
  const ours = FigureFilters.parse({ job: "ours" })
  expect(await waiverRate(desk.viewer, ours, { now: new Date(), zone: "UTC" })).toEqual({
    sent: 0,
    without: 0,
    items: [],
  })
})
