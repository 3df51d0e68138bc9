/** Marking, editing, withdrawing and reading claims. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { shippedScales } from "../domain/scale"
import { readArticle } from "./articles"
import { editClaim, listClaims, markClaim, markClaims, readClaim, withdrawClaim } from "./claims"
import { claimHistory } from "./history"
import { newSource, refused, test, WORDS } from "./testing/desk"
import { addEvidence } from "./evidence"
import { draftVerdict } from "./verdicts"

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe("marking", () => {
  test("a claim is pinned to its words, numbered, open, and of the article's kind of job", async ({ desk }) => {
    const article = await desk.article()
    const { id: articleId, revision } = article
    const span = spanOf(revision.text, WORDS.quote)
    const claim = await markClaim(desk.checker, { articleId, revisionId: revision.id, spans: [span], fields: {} })
    expect(claim).toMatchObject({
      number: 1,
      state: "open",
      job: "theirs",
      priority: 2,
      version: 1,
      verdict: null,
      round: null,
      evidence: [],
      authorIds: [],
      markedBy: { id: desk.checker.id },
      anchors: [{ ...span, quote: WORDS.quote, ordinal: 0, placement: "exact", contextChanged: false }],
    })
    expect(revision.text).toContain(`${claim.anchors[0]?.prefix}${WORDS.quote}${claim.anchors[0]?.suffix}`)
    expect(await readClaim(desk.viewer, claim.id)).toEqual(claim)
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "claim.marked",
        actorId: desk.checker.id,
        subjects: { article: articleId, claim: claim.id },
        payload: { number: 1 },
      },
    ])
  })

  test("our own copy is ticked, unless the marker says otherwise", async ({ desk }) => {
    const article = await desk.article({ kind: "copy" })
    expect((await desk.claim({ article })).job).toBe("ours")
    expect((await desk.claim({ article, fields: { job: "theirs" } })).job).toBe("theirs")
  })

  test("fields are kept as given, and empty words as none", async ({ desk }) => {
    const fields = {
      statement: "Taxes fell.",
      type: "quantity",
      claimant: "",
      claimedOn: "2024-11-15",
      appearance: "https://example.org/speech",
      timecode: "1:20",
      priority: 1,
      whySelected: "Shared widely",
    } as const
    expect(await desk.claim({ fields })).toMatchObject({ ...fields, claimant: null })
  })

  test("white space is left off, halves of characters are made whole, spans are put in order", async ({ desk }) => {
    const article = await desk.article({ text: "Title\n\nOne 👩‍👩‍👧 two and three.\n" })
    const { text, id: revisionId } = article.revision
    const two = spanOf(text, " two ")
    const family = { start: text.indexOf("👩‍👩‍👧") + 1, end: text.indexOf("👩‍👩‍👧") + 2 }
    const spans = [two, family]
    const claim = await markClaim(desk.checker, { articleId: article.id, revisionId, spans, fields: {} })
    expect(claim.anchors.map(({ quote }) => quote)).toEqual(["👩‍👩‍👧", "two"])
  })

  test("the headline can be claimed, and claims may overlap or be alike", async ({ desk }) => {
    const article = await desk.article({ title: "Taxes are down" })
    const headline = await desk.claim({ article, words: "Taxes are down" })
    const [first, overlapping, alike] = [
      await desk.claim({ article }),
      await desk.claim({ article, words: WORDS.overlapping }),
      await desk.claim({ article }),
    ]
    expect([headline, first, overlapping, alike].map((claim) => claim.number)).toEqual([1, 2, 3, 4])
    expect(headline.anchors[0]?.start).toBe(0)
    expect(alike.anchors).toEqual(first.anchors)
  })

  test("one that can't be marked leaves all unmarked", async ({ desk }) => {
    const { id: articleId, revision } = await desk.article()
    const mark = (...spans: { start: number; end: number }[]) =>
      markClaims(desk.checker, {
        articleId,
        revisionId: revision.id,
        claims: [{ start: 0, end: 4 }, ...spans].map((span) => ({ spans: [span], fields: {} })),
      })
    const outside = await refused(
      () => mark({ start: 0, end: revision.text.length + 1 }),
      "invalid",
      "claim.spanOutside",
    )
    expect(outside.details.fields?.map((field) => field.path)).toEqual(["claims.1.spans.0"])
    const blank = revision.text.indexOf("\n")
    await refused(() => mark({ start: blank, end: blank + 1 }), "invalid", "claim.emptySpan")
    expect(await mark()).toMatchObject([{ number: 1 }])
  })

  test("spans chosen in another revision are refused", async ({ desk }) => {
    const [article, other] = [await desk.article(), await desk.article()]
    const input = { articleId: article.id, revisionId: other.revision.id, spans: [{ start: 0, end: 4 }], fields: {} }
    await refused(() => markClaim(desk.checker, input), "conflict", "article.newerRevision")
  })
})

describe("editing", () => {
  test("changes what is given, tells which fields, and names the editor an author", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ fields: { claimant: "The minister", statement: "Taxes fell." } })
    const edited = await editClaim(desk.secondChecker, {
      claimId,
      version: 1,
      fields: { statement: "Taxes fell in 2024.", claimant: "", claimedOn: "2024-11-15", type: "quantity" },
    })
    expect(edited).toMatchObject({
      statement: "Taxes fell in 2024.",
      claimant: null,
      claimedOn: "2024-11-15",
      version: 2,
      state: "open",
      authorIds: [desk.secondChecker.id],
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "claim.edited",
        actorId: desk.secondChecker.id,
        payload: { number: 1, changed: ["statement", "claimant", "claimedOn", "type"] },
      },
    ])
  })

  test("what no round freezes makes nobody an author", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const edited = await editClaim(desk.editor, { claimId, fields: { type: "date", whySelected: "Shared widely" } })
    expect(edited).toMatchObject({ version: 2, authorIds: [] })
  })

  test("nothing changed is nothing told", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ fields: { statement: "Taxes fell." } })
    const before = await desk.eventCount()
    const same = await editClaim(desk.editor, { claimId, fields: { statement: "Taxes fell.", claimant: "" } })
    expect(same).toMatchObject({ version: 1, authorIds: [] })
    expect(await desk.eventCount()).toBe(before)
  })

  test("another job takes the rating along, which is of another scale", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false" } })
    const edited = await editClaim(desk.checker, { claimId, fields: { job: "ours" } })
    expect(edited).toMatchObject({ job: "ours", verdict: null })
    expect(await draftVerdict(desk.checker, { claimId, verdict: { rating: "confirmed" } })).toMatchObject({
      verdict: { scale: "ours/1", rating: { code: "confirmed" } },
    })
  })

  test("is refused in review, whatever it changes", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await refused(
      () => editClaim(desk.checker, { claimId, fields: { whySelected: "x" } }),
      "conflict",
      "claim.inReview",
    )
    await refused(() => editClaim(desk.checker, { claimId, fields: { job: "ours" } }), "conflict", "claim.inReview")
  })

  test("another version is a conflict that names who changed what, with what is there now", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await editClaim(desk.secondChecker, { claimId, fields: { statement: "Taxes fell." } })
    const refusal = await refused(
      () => editClaim(desk.checker, { claimId, version: 1, fields: { statement: "Taxes rose." } }),
      "conflict",
      "claim.changedBy",
    )
    expect(refusal.details).toMatchObject({
      outdated: true,
      params: { by: expect.stringContaining("secondChecker") as string, act: "claim_edited", version: 1, now: 2 },
      current: { id: claimId, statement: "Taxes fell.", version: 2 },
    })
  })

  test("one's own change in another window is laid at nobody's door", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ by: desk.secondChecker })
    await editClaim(desk.checker, { claimId, version: 1, fields: { statement: "Taxes fell." } })
    const again = () => editClaim(desk.checker, { claimId, version: 1, fields: { statement: "Taxes rose." } })
    await refused(again, "conflict", "claim.changed")
  })

  test("a conflict tells nothing of a source that its reader may not see", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const source = newSource({ confidential: true })
    await addEvidence(desk.editor, { claimId, source, evidence: { stance: "context" } })
    const refusal = await refused(
      () => editClaim(desk.checker, { claimId, version: 1, fields: { statement: "Taxes rose." } }),
      "conflict",
      "claim.changed",
    )
    expect(refusal.details).toMatchObject({ params: { by: "", act: "" }, current: { evidence: [] } })
  })
})

describe("withdrawing", () => {
  test("takes a claim off everything but its number and its history", async ({ desk }) => {
    const article = await desk.article()
    const { id: claimId } = await desk.claim({ article })
    expect(await withdrawClaim(desk.checker, { claimId, reason: "Marked twice" })).toEqual({ id: claimId })
    expect(await desk.claimRow(claimId)).toMatchObject({ withdrawnReason: "Marked twice", number: 1 })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "claim.withdrawn", subjects: { claim: claimId }, payload: { number: 1 } },
    ])
    await refused(() => readClaim(desk.owner, claimId), "not-found", "claim.notFound")
    await refused(() => editClaim(desk.owner, { claimId, fields: {} }), "not-found", "claim.notFound")
    expect((await listClaims(desk.owner, article.id)).items).toEqual([])
    expect((await readArticle(desk.owner, article.id)).counts.total).toBe(0)
    expect((await claimHistory(desk.viewer, { claimId })).map((event) => event.act)).toEqual([
      "claim.marked",
      "claim.withdrawn",
    ])
    expect((await desk.claim({ article })).number).toBe(2)
  })

  test("a must takes an editor", async ({ desk }) => {
    const { id: claimId } = await desk.claim({ fields: { priority: 1 } })
    const reason = "Not ours to check"
    await refused(() => withdrawClaim(desk.checker, { claimId, reason }), "forbidden", "policy.claim_withdraw")
    expect(await withdrawClaim(desk.editor, { claimId, reason })).toEqual({ id: claimId })
  })

  test("what is in review is recalled first", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    await refused(() => withdrawClaim(desk.editor, { claimId, reason: "x" }), "conflict", "claim.inReview")
  })

  test("the reason stays out of the log, which never forgets", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    await withdrawClaim(desk.checker, { claimId, reason: "The source asked us to" })
    const rows = await db().event.findMany({ where: { claimId } })
    expect(JSON.stringify(rows.map((row) => row.payload))).not.toContain("asked")
  })
})

test("a must stays one for checkers, or its waivers, its review and its withdrawal would be theirs", async ({
  desk,
}) => {
  const { id: claimId } = await desk.claim()
  const make = (priority: 1 | 2 | 3) => ({ claimId, fields: { priority } })
  await editClaim(desk.checker, make(3))
  await editClaim(desk.checker, make(1))
  await editClaim(desk.checker, make(1))
  await refused(() => editClaim(desk.checker, make(2)), "forbidden", "policy.claim_lower")
  expect(await editClaim(desk.editor, make(2))).toMatchObject({ priority: 2 })
})

describe("reading", () => {
  test("lists live claims by number, page by page", async ({ desk }) => {
    const article = await desk.article()
    for (let at = 0; at < 5; at += 1) await desk.claim({ article })
    const first = await listClaims(desk.viewer, article.id, { limit: 2 })
    expect(first.items.map((claim) => claim.number)).toEqual([1, 2])
    const second = await listClaims(desk.viewer, article.id, { after: first.next ?? 0, limit: 3 })
    expect(second.items.map((claim) => claim.number)).toEqual([3, 4, 5])
    expect(second.next).toBeNull()
  })

  test("shows the rating as its scale has it", async ({ desk }) => {
    const claim = await desk.sentClaim()
    const rating = shippedScales[1]?.ratings.find((one) => one.code === "false")
    expect(claim.verdict).toMatchObject({ scale: "theirs/1", rating })
  })
})

// Last, because every refusal in this file compares the whole database.
describe("many at once", () => {
  test("a thousand at once get their numbers in order, with an event each", async ({ desk }) => {
    const sentence = Array.from({ length: 500 }, (_, at) => `word${at}`).join(" ")
    const article = await desk.article({ text: `Title\n\n${sentence}.\n` })
    const { id: articleId, revision } = article
    const spans = Array.from({ length: 1000 }, (_, at) => spanOf(revision.text, `word${at % 500}`))
    const claims = spans.map((span) => ({ spans: [span, { ...span, start: span.start + 1 }], fields: {} }))
    const marked = await markClaims(desk.checker, { articleId, revisionId: revision.id, claims })
    expect(marked.map((claim) => claim.number)).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1))
    expect(marked.at(-1)?.anchors).toMatchObject([{ quote: "word499" }, { quote: "ord499" }])
    const events = await desk.lastEvents(1000)
    expect(new Set(events.map((event) => event.act))).toEqual(new Set(["claim.marked"]))
    expect(events.map((event) => event.payload.number)).toEqual(marked.map((claim) => claim.number))
    expect((await listClaims(desk.viewer, articleId)).items).toHaveLength(1000)
  })

  test("many spans of many claims fit into one act", async ({ desk }) => {
    const article = await desk.article()
    const { id: articleId, revision } = article
    const spans = Array.from({ length: 50 }, (_, at) => ({ start: at, end: at + 1 })).filter(
      ({ start, end }) => revision.text.slice(start, end).trim() !== "",
    )
    const claims = Array.from({ length: 150 }, () => ({ spans, fields: {} }))
    const marked = await markClaims(desk.checker, { articleId, revisionId: revision.id, claims })
    expect(marked).toHaveLength(150)
    expect(marked[149]?.anchors).toHaveLength(spans.length)
  })
})
