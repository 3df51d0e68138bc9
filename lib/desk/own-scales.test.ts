/** Scales of a desk's own: versions that stay, what is offered, and that every verdict keeps the one it was given on. */
import { describe, expect } from "vitest"
import { db } from "../db"
import type { OwnRating } from "../domain/own-scale"
import { isPart } from "../domain/scale-parts"
import { editClaim, readClaim } from "./claims"
import { acceptFix } from "./accepting"
import { listScales, offerScale, readScale, restoreScale, retireScale, saveScale } from "./own-scales"
import { publishArticle } from "./publishing"
import { readPublicMethod, readPublicClaim } from "./public-reports"
import { ratingsOf, scalesOf } from "./scales"
import { proposeFix } from "./fixes"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { asMarkdown } from "./testing/as-markdown"
import { newSource, refused, test } from "./testing/desk"
import { IMPRINT, setTo } from "./testing/publication-acts"
import { copyOf, lamp, offered } from "./testing/scale-acts"
import { signOffArticle } from "./sign-offs"
import { tickClaim } from "./ticks"
import { addEvidence } from "./evidence"
import { draftVerdict } from "./verdicts"

const codes = (scales: { code: string; version: number }[]) => scales.map(({ code, version }) => `${code}/${version}`)
const green = { rating: "green", conclusion: "It is so." }

describe("saving a scale", () => {
  test("makes a version of its own each time, and tells of it by code alone", async ({ desk }) => {
    await saveScale(desk.owner, lamp())
    const [event] = await desk.lastEvents(1)
    expect(event).toMatchObject({
      act: "scale.saved",
      payload: { scale: "lamp/1", job: "theirs", ratings: ["green", "red", "later"] },
    })
    const renamed = lamp({ name: "Lamp", seen: 1 })
    expect(await saveScale(desk.owner, renamed)).toMatchObject({ version: 2, name: "Lamp" })
    const { versions } = await readScale(desk.owner, { code: "lamp" })
    expect(versions.map(({ version, by }) => [version, by?.id])).toEqual([
      [2, desk.owner.id],
      [1, desk.owner.id],
    ])
    expect((await readScale(desk.viewer, { code: "lamp", version: 1 })).scale.name).toBe("Traffic lights")
  })

  test("without a change makes none, and tells of nothing", async ({ desk }) => {
    await saveScale(desk.owner, lamp())
    const before = await desk.eventCount()
    expect(await saveScale(desk.owner, lamp({ seen: 1 }))).toMatchObject({ version: 1 })
    expect(await desk.eventCount()).toBe(before)
  })

  test("is refused to whoever did not see the newest version", async ({ desk }) => {
    await saveScale(desk.owner, lamp())
    await saveScale(desk.owner, lamp({ name: "Lamp", seen: 1 }))
    await refused(() => saveScale(desk.owner, lamp({ name: "Late", seen: 1 })), "conflict", "scale.changed")
    await refused(() => saveScale(desk.owner, lamp({ name: "Again" })), "invalid", "scale.taken")
    await refused(() => saveScale(desk.owner, lamp({ seen: 2, job: "ours" })), "invalid", "scale.otherJob")
    await refused(() => saveScale(desk.owner, lamp({ code: "theirs" })), "invalid", "scale.shipped")
  })

  test("of two at once lets the first through", async ({ desk }) => {
    const both = await Promise.allSettled(["One", "Two"].map((name) => saveScale(desk.owner, lamp({ name }))))
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await readScale(desk.owner, { code: "lamp" })).versions).toHaveLength(1)
  })

  test("never changes or deletes a version, whatever is asked of the database", async ({ desk }) => {
    const { id } = await saveScale(desk.owner, lamp())
    await expect(db().scale.update({ where: { id }, data: { name: "Other" } })).rejects.toThrow()
    await expect(db().scale.delete({ where: { id } })).rejects.toThrow()
  })

  test("for our own copy has what Stet gives by itself settle, and bears no number", async ({ desk }) => {
    const off = copyOf("ours").ratings.map((rating) => ({
      ...rating,
      settles: !isPart(rating.code),
      claimReview: true,
    }))
    const { ratings } = await saveScale(desk.owner, copyOf("ours", { ratings: off }))
    expect(ratings.filter(({ settles }) => !settles)).toEqual([])
    expect(ratings.filter(({ claimReview }) => claimReview)).toEqual([])
  })
})

describe("what is offered", () => {
  test("is what ships until the desk says otherwise, and again when it says so", async ({ desk }) => {
    expect(codes(await scalesOf(desk.checker))).toEqual(["ours/1", "theirs/1"])
    await offered(desk, lamp())
    expect(codes(await scalesOf(desk.checker))).toEqual(["ours/1", "lamp/1"])
    const [event] = await desk.lastEvents(1)
    expect(event).toMatchObject({ act: "scale.offered", payload: { scale: "lamp/1", before: "theirs/1" } })
    await offerScale(desk.owner, { code: "theirs", version: 1 })
    expect(codes(await scalesOf(desk.checker))).toEqual(["ours/1", "theirs/1"])
  })

  test("stays the version that was chosen when a newer one is saved", async ({ desk }) => {
    await offered(desk, lamp())
    await saveScale(desk.owner, lamp({ name: "Lamp", seen: 1 }))
    expect(codes(await scalesOf(desk.checker))).toEqual(["ours/1", "lamp/1"])
    const item = (await listScales(desk.viewer)).find(({ code }) => code === "lamp")
    expect(item).toMatchObject({ version: 2, offered: 1, retiredAt: null })
    await offerScale(desk.owner, { code: "lamp", version: 2 })
    expect(codes(await scalesOf(desk.checker))).toEqual(["ours/1", "lamp/2"])
  })

  test("is one scale for a job, and none that is retired", async ({ desk }) => {
    await offered(desk, lamp())
    await refused(() => retireScale(desk.owner, { code: "lamp" }), "conflict", "scale.isOffered")
    await refused(() => retireScale(desk.owner, { code: "theirs" }), "conflict", "scale.ships")
    await offered(desk, lamp({ code: "lamp_two", name: "Another" }))
    expect(codes(await scalesOf(desk.checker))).toEqual(["ours/1", "lamp_two/1"])
    await retireScale(desk.owner, { code: "lamp" })
    await refused(() => offerScale(desk.owner, { code: "lamp", version: 1 }), "conflict", "scale.isRetired")
    await restoreScale(desk.owner, { code: "lamp" })
    expect(await offerScale(desk.owner, { code: "lamp", version: 1 })).toMatchObject({ code: "lamp" })
  })
})

describe("a verdict", () => {
  test("is given on what is offered, and stays on the version that it was given on", async ({ desk }) => {
    const scale = await offered(desk, lamp())
    const { id: claimId } = await desk.claim()
    expect(await draftVerdict(desk.checker, { claimId, verdict: green })).toMatchObject({
      verdict: { scale: "lamp/1", rating: { code: "green" } },
    })
    await saveScale(desk.owner, lamp({ name: "Lamp", seen: scale.version }))
    await offerScale(desk.owner, { code: "lamp", version: 2 })
    const reworded = { ...green, conclusion: "It is so indeed." }
    expect(await draftVerdict(desk.checker, { claimId, verdict: reworded })).toMatchObject({
      verdict: { scale: "lamp/1" },
    })
    expect(await draftVerdict(desk.checker, { claimId, verdict: { rating: "red" } })).toMatchObject({
      verdict: { scale: "lamp/2" },
    })
  })

  test("of another scale keeps its rating when its words change, and takes no other rating of it", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "No." } })
    await offered(desk, lamp())
    const kept = { rating: "false", conclusion: "Not at all." }
    expect(await draftVerdict(desk.checker, { claimId, verdict: kept })).toMatchObject({
      verdict: { scale: "theirs/1" },
    })
    await refused(
      () => draftVerdict(desk.checker, { claimId, verdict: { rating: "true" } }),
      "invalid",
      "verdict.unknownRating",
    )
  })

  test("takes a rating that fits the claim's type alone, or any where it has none", async ({ desk }) => {
    await offered(desk, lamp())
    const { id: claimId } = await desk.claim({ fields: { type: "quote" } })
    const later = { claimId, verdict: { rating: "later" } }
    const refusal = await refused(() => draftVerdict(desk.checker, later), "invalid", "verdict.otherType")
    expect(refusal.details.fields).toMatchObject([{ path: "rating" }])
    await editClaim(desk.checker, { claimId, fields: { type: "prediction" } })
    expect(await draftVerdict(desk.checker, later)).toMatchObject({ verdict: { rating: { code: "later" } } })
    const untyped = await desk.claim()
    const verdict = { rating: "later" }
    expect(await draftVerdict(desk.checker, { claimId: untyped.id, verdict })).toMatchObject({
      verdict: { rating: { code: "later" } },
    })
  })

  test("that was sent keeps the words of its version, in review, in exports and for readers", async ({ desk }) => {
    await offered(desk, lamp())
    await setTo(desk, { ...IMPRINT, method: "We read twice.", publishes: true })
    desk.owner.settings.publishes = true
    await desk.set({ publishes: true })
    const { id: claimId, articleId } = await desk.approvedClaim({ verdict: { rating: "red" } })
    const label = { en: "Wrong", de: "Falsch" }
    const ratings = lamp().ratings.map((one): OwnRating => (one.code === "red" ? { ...one, label } : one))
    await offered(desk, lamp({ seen: 1, ratings }))
    expect((await readClaim(desk.viewer, claimId)).verdict).toMatchObject({
      scale: "lamp/1",
      rating: { label: { en: "Red" } },
    })
    const { body } = await asMarkdown(desk.editor, articleId, "public")
    expect(body).toContain('scale: "lamp/1"')
    await signOffArticle(desk.secondEditor, { articleId, notices: [] })
    await publishArticle(desk.editor, { articleId })
    expect(await readPublicClaim(desk.slug, claimId)).toMatchObject({
      page: { note: { rating: { label: { en: "Red" }, value: 1, claimReview: true } } },
    })
    expect(await readPublicMethod(desk.slug)).toMatchObject({
      page: { scales: [{ name: "Traffic lights", version: "lamp/1" }] },
    })
  })
})

test("claims can be asked for by every rating there is, each once, in the words of what is offered", async ({
  desk,
}) => {
  const label = { en: "Correct", de: "Stimmt" }
  const [first, ...others] = copyOf("theirs").ratings
  if (first) await offered(desk, copyOf("theirs", { ratings: [{ ...first, label }, ...others] }))
  await saveScale(desk.owner, lamp())
  const ratings = await ratingsOf(desk.viewer)
  expect(ratings.filter(({ code }) => code === "true")).toEqual([{ code: "true", label }])
  expect(ratings.map(({ code }) => code)).toContain("green")
  expect(new Set(ratings.map(({ code }) => code)).size).toBe(ratings.length)
})

describe("on our own copy", () => {
  test("a tick and an accepted fix go by the desk's words", async ({ desk }) => {
    const named = copyOf("ours").ratings.map((one) =>
      isPart(one.code) ? { ...one, label: { en: `Our ${one.code}`, de: `Unser ${one.code}` } } : one,
    )
    await offered(desk, copyOf("ours", { ratings: named }))
    const article = await desk.article()
    const spans = [{ start: 0, end: 4 }]
    const ticked = await tickClaim(desk.checker, { articleId: article.id, revisionId: article.revision.id, spans })
    expect(ticked.verdict).toMatchObject({ scale: "our_ours/1", rating: { label: { en: "Our confirmed" } } })
    const { id: claimId } = await desk.claim({ article, words: "nine percent", fields: { job: "ours" } })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "needs_fix" } })
    await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "refutes" } })
    const { fix } = await proposeFix(desk.checker, { claimId, wording: "ten percent", reason: null })
    const { round } = await sendToReview(desk.checker, { claimId, waivers: [] })
    await decideReview(desk.editor, { roundId: round?.id ?? "", decision: "approve" })
    await acceptFix(desk.editor, { fixId: fix?.id ?? "", version: undefined, take: "proposed" })
    const fixed = await readClaim(desk.viewer, claimId)
    expect(fixed).toMatchObject({
      state: "approved",
      verdict: { scale: "our_ours/1", rating: { label: { en: "Our fixed" } } },
    })
  })
})

test("a retired scale's verdicts can be recalled and sent again", async ({ desk }) => {
  await offered(desk, lamp())
  const { id: claimId, round } = await desk.sentClaim({ verdict: { rating: "green" } })
  await offerScale(desk.owner, { code: "theirs", version: 1 })
  await retireScale(desk.owner, { code: "lamp" })
  await recallRound(desk.checker, { roundId: round.id })
  expect(await sendToReview(desk.checker, { claimId, waivers: [] })).toMatchObject({
    state: "in_review",
    verdict: { scale: "lamp/1" },
  })
})
