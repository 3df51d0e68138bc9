/** What a bundle brings besides claims and sources: contacts, sums, what is said in every lane, and what counts for nothing. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { expect } from "vitest"
import { db } from "../db"
import type { Actor } from "../domain/workspace"
import { readArticle } from "./articles"
import { listThreads } from "./comment-list"
import { startThread } from "./comments"
import { remindOfContacts } from "./contact-reminders"
import { markCoverage } from "./coverage"
import { addEvidence } from "./evidence"
import { exportArticle } from "./exports"
import { importArticle } from "./imports"
import { decideLegal } from "./legal"
import { askOpinion, giveOpinion, takeOpinion } from "./opinions"
import { sendToReview } from "./rounds"
import { calculated, called, CALL } from "./testing/contact-acts"
import { newSource, refused, test, WORDS, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"

const importing = async (who: Actor, bytes: Uint8Array) => {
  const { articleId } = await importArticle(who, { bytes, format: "bundle", origin: "file", given: {} })
  return readArticle(who, articleId)
}

async function bundleOf(desk: Desk, articleId: string): Promise<Uint8Array> {
  const asked = { format: "bundle", profile: "internal", legal: "told" } as const
  return (await exportArticle(desk.editor, articleId, asked)).body as Uint8Array
}

const said = async (who: Actor, articleId: string) =>
  (await listThreads(who, articleId)).threads.map(({ kind, comments, quote }) => [kind, quote, comments[0]?.body ?? ""])

test("contacts come with the claims that they serve, with details that are for few, and remind nobody", async ({
  desk,
}) => {
  const article = await desk.article()
  const [one, two] = [
    await desk.claim({ article, words: WORDS.fact }),
    await desk.claim({ article, words: WORDS.quote }),
  ]
  const details = { address: "clerk@example.org", notes: "Ask for Ann.", onRecord: false } as const
  await called(desk.checker, [one.id, two.id], { ...details, outcome: "confirmed", reply: "Four hundred." })
  await called(desk.checker, [two.id], { whom: "The keeper" })
  const other = await desk.otherWorkspace()
  const after = await importing(other.checker, await bundleOf(desk, article.id))
  const seen = async (who: Actor) =>
    (await readArticle(who, after.id)).claims.map(({ contacts }) =>
      contacts.map(({ whom, address, notes, reply }) => [whom, address, notes, reply]),
    )
  const ministry = [CALL.whom, "clerk@example.org", "Ask for Ann.", "Four hundred."]
  const keeper = ["The keeper", null, null, null]
  expect(await seen(other.checker)).toEqual([[ministry], [ministry, keeper]])
  expect(await seen(other.secondChecker)).toEqual([
    [[CALL.whom, null, null, null]],
    [[CALL.whom, null, null, null], keeper],
  ])
  expect(await seen(other.viewer)).toEqual([[], []])
  await remindOfContacts(new Date("2030-01-01"))
  expect(await db().notification.count({ where: { workspaceId: other.workspaceId } })).toBe(0)
  // Whoever brought it in is an author of what it says.
  expect(after.claims.map(({ authorIds }) => authorIds)).toEqual([[other.checker.id], [other.checker.id]])
})

test("sums come with the evidence that they are from, of no other claim", async ({ desk }) => {
  const claim = await desk.claim({ words: WORDS.fact })
  const { evidenceId } = await addEvidence(desk.checker, {
    ...{ claimId: claim.id, source: newSource({ title: "The count" }) },
    evidence: { stance: "supports", locator: "table 2" },
  })
  await calculated(desk.checker, claim.id, { evidenceIds: [evidenceId] })
  const other = await desk.otherWorkspace()
  const { claims } = await importing(other.checker, await bundleOf(desk, claim.articleId))
  const [evidence] = claims[0]?.evidence ?? []
  expect(evidence?.accessedAt).toBe(
    (await readArticle(desk.checker, claim.articleId)).claims[0]?.evidence[0]?.accessedAt,
  )
  expect(claims[0]?.calculations).toMatchObject([
    {
      inputs: [
        { name: "some", evidenceId: evidence?.id },
        { name: "all", evidenceId: null },
      ],
      result: { kind: "result", value: "75" },
    },
  ])
})

test("a second opinion and what was decided on it are told by name, and stand for nothing", async ({ desk }) => {
  const { id: claimId, articleId } = await desk.claim({ words: WORDS.fact })
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "It is so." } })
  await addEvidence(desk.checker, {
    claimId,
    source: newSource({ title: "The count" }),
    evidence: { stance: "supports" },
  })
  await sendToReview(desk.checker, { claimId, waivers: [] })
  await askOpinion(desk.editor, { claimId })
  await takeOpinion(desk.secondChecker, { claimId })
  await giveOpinion(desk.secondChecker, { claimId, verdict: { rating: "mixed", conclusion: "Half of it." } })
  const other = await desk.otherWorkspace()
  const { id, claims } = await importing(other.editor, await bundleOf(desk, articleId))
  expect(claims).toMatchObject([{ state: "open", round: null, opinion: null, verdict: { rating: { code: "true" } } }])
  const [, , note] = (await said(other.editor, id)).find(([kind]) => kind === "note") ?? []
  expect(note).toMatch(
    /counting for nothing here:[\s\S]*Second opinion by secondChecker of [\s\S]*: Mixed: Half of it\./,
  )
})

test("whoever brought a verdict in, and whoever read it here, gives no second opinion on it", async ({ desk }) => {
  const { id, articleId } = await desk.claim({ words: WORDS.fact })
  await draftVerdict(desk.checker, { claimId: id, verdict: { rating: "true", conclusion: "It is so." } })
  const other = await desk.otherWorkspace()
  const { claims, ...article } = await importing(other.checker, await bundleOf(desk, articleId))
  const claimId = claims[0]?.id ?? ""
  await readArticle(other.secondChecker, article.id)
  await askOpinion(other.editor, { claimId })
  for (const who of [other.checker, other.secondChecker])
    await refused(() => takeOpinion(who, { claimId }), "forbidden", "opinion.seen")
  expect((await takeOpinion(other.owner, { claimId })).opinion).toMatchObject({ phase: "taken" })
})

test("where nothing was to be checked elsewhere, somebody has to look here", async ({ desk }) => {
  const article = await desk.article({ kind: "copy" })
  await markCoverage(desk.checker, {
    articleId: article.id,
    revisionId: article.revision.id,
    sentences: [1, 2],
    mark: "nothing_to_check",
  })
  const other = await desk.otherWorkspace()
  const after = await importing(other.editor, await bundleOf(desk, article.id))
  expect(after.coverage.nothing_to_check).toBe(0)
  expect(await said(other.editor, after.id)).toEqual([
    ["note", "", expect.stringContaining("Nothing to check was found in sentences 2, 3.")],
  ])
})

test("threads on words and on the article come to their places; the legal lane with editors alone", async ({
  desk,
}) => {
  const article = await desk.article()
  const { id: articleId, revision } = article
  const { id: claimId } = await desk.claim({ article, words: WORDS.fact })
  const start = revision.text.indexOf(WORDS.quote)
  const span = { start, end: start + WORDS.quote.length }
  const on = { revisionId: revision.id, span }
  await startThread(desk.checker, { articleId, kind: "note", body: "Odd words.", about: on })
  await startThread(desk.checker, { articleId, kind: "query", body: "For Friday?" })
  await startThread(desk.editor, { articleId, kind: "legal", body: "They may sue.", about: { claimId } })
  await decideLegal(desk.editor, { claimId, decision: "hold", reason: "Counsel asks for time." })
  const bundle = await bundleOf(desk, articleId)
  const other = await desk.otherWorkspace()
  const by = {
    editor: await importing(other.editor, bundle),
    checker: await importing((await desk.otherWorkspace()).checker, bundle),
  }
  const open = [
    ["query", "", "For Friday?"],
    ["note", WORDS.quote, "Odd words."],
  ]
  const legal = await said(other.editor, by.editor.id)
  expect(legal).toEqual(expect.arrayContaining([...open, ["legal", "", "They may sue."]]))
  expect(legal).toContainEqual(["legal", "", expect.stringContaining("Held for legal reasons")])
  // Nothing is held here by what was held elsewhere.
  expect(by.editor.claims[0]?.legal).toBeNull()
  const row = await db().comment.findFirstOrThrow({ where: { articleId: by.editor.id, body: "Odd words." } })
  expect(row).toMatchObject({ ...span, quote: WORDS.quote, saidBy: expect.stringContaining("checker") })
  const left = await db().comment.count({ where: { articleId: by.checker.id, kind: "legal" } })
  expect(left).toBe(0)
})

test("what no desk could have typed is left out or refused, and breaks nothing", async ({ desk }) => {
  const article = await desk.article()
  const { id: claimId } = await desk.claim({ article, words: WORDS.fact })
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "It is so." } })
  await called(desk.checker, [claimId])
  await calculated(desk.checker, claimId)
  await startThread(desk.checker, { articleId: article.id, kind: "note", body: "Odd.", about: { claimId } })
  const files = unzipSync(await bundleOf(desk, article.id))
  const jsonld = strFromU8(files["article.jsonld"] ?? new Uint8Array())
  const other = await desk.otherWorkspace()
  for (const [from, to] of [
    [/"scale":"theirs\/1"/, '"scale":"__proto__"'],
    [/"scale":"theirs\/1"/, '"scale":"constructor"'],
    [/"conclusion":"It is so\."/, '"conclusion":"\\u0000 \\ud800"'],
    [/"deadline":"[^"]*"/, '"deadline":"1999-01-01T00:00:00.000Z"'],
    [/"name":"all"/, '"name":"some"'],
    [/"at":"[^"]*","editedAt":null/, '"at":"-271821-04-20T00:00:00Z","editedAt":"+275760-09-13T00:00:00Z"'],
    [/"quote":"/, '"quote":"\\u0000'],
    [/"number":1,/, '"number":1e300,'],
    [/"body":"Odd\."/, '"body":" \\u0000 "'],
  ] as const) {
    const changed = jsonld.replace(from, to)
    expect(changed, to).not.toBe(jsonld)
    const bytes = zipSync({ ...files, "article.jsonld": strToU8(changed) })
    const { claims } = await importing(other.editor, bytes)
    expect(claims, to).toHaveLength(1)
  }
})
