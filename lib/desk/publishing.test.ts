/** What readers can read: only what went out, with what was said of it since; and what was there and is no longer. */
import { describe, expect } from "vitest"
import type { AtAddress, PublicReport } from "../domain/report"
import { readClaim } from "./claims"
import { deleteArticle, eraseArticle } from "./erasing"
import { addEvidence } from "./evidence"
import { readPublicClaim, readPublicMethod, readPublicReport, listPublic, readSitemap } from "./public-reports"
import { publishArticle, readPublication, readPublishing, setPublishing, unpublishArticle } from "./publishing"
import { reopen } from "./reopenings"
import { sendToReview } from "./rounds"
import { signOffArticle } from "./sign-offs"
import { editSource } from "./sources"
import { newSource, refused, test, withRound, WORDS, type Desk } from "./testing/desk"
import { IMPRINT, publicClaim, setTo, signedOn } from "./testing/publication-acts"
import { signAgain } from "./testing/sign-off-acts"
import { decideTidy, proposeTidy } from "./tidies"
import { draftVerdict } from "./verdicts"
import { withdrawClaim } from "./claims"

const shown = <T>(at: AtAddress<T>): T => {
  if (at.kind !== "shown") throw new Error(`it is ${at.kind}`)
  return at.page
}

const reportOf = async (desk: Desk, articleId: string, version?: number): Promise<PublicReport> =>
  shown(await readPublicReport(desk.slug, articleId, version))

const kindOf = async (at: Promise<AtAddress<unknown>>) => (await at).kind

describe("publishing", () => {
  test("shows what has gone out, from then on", async ({ desk }) => {
    const { articleId, id, number } = await signedOn(desk)
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("none")
    await publishArticle(desk.editor, { articleId })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "article.published", subjects: { article: articleId } }])
    expect(await readPublication(desk.viewer, articleId)).toMatchObject({ publishes: true, isUnpublished: false })
    const { notes, version, latest } = await reportOf(desk, articleId)
    expect({ version, latest }).toEqual({ version: 1, latest: 1 })
    expect(notes).toMatchObject([
      { claimId: id, number, words: WORDS.quote, rating: { code: "false" }, standing: "approved", checkers: [] },
    ])
    expect(notes[0]?.sources).toMatchObject([{ stance: "refutes", locator: "page 3" }])
    expect(shown(await readPublicClaim(desk.slug, id)).note).toEqual(notes[0])
    expect(shown(await listPublic(desk.slug, 1)).items).toMatchObject([{ articleId, underReview: false }])
    expect(shown(await listPublic(desk.slug, 2)).items).toEqual([])
    expect(shown(await readSitemap(desk.slug))).toMatchObject({ articles: [{ articleId }], claims: [{ claimId: id }] })
  })

  test("is not possible before it has gone out, nor where the desk has no public pages", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    await refused(() => publishArticle(desk.editor, { articleId }), "conflict", "publication.noPages")
    await desk.set({ publishes: true })
    await refused(() => publishArticle(desk.editor, { articleId }), "conflict", "publication.notOut")
    await refused(() => unpublishArticle(desk.editor, { articleId }), "conflict", "publication.notPublic")
  })

  test("is over when it is taken back, and its address says so; it can be published again", async ({ desk }) => {
    const { articleId, id } = await publicClaim(desk)
    await unpublishArticle(desk.editor, { articleId })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "article.unpublished", subjects: { article: articleId } }])
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("gone")
    expect(await kindOf(readPublicClaim(desk.slug, id))).toBe("gone")
    expect(shown(await listPublic(desk.slug, 1)).items).toEqual([])
    expect(shown(await readSitemap(desk.slug))).toMatchObject({ articles: [], claims: [] })
    await publishArticle(desk.editor, { articleId })
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("shown")
  })

  test("is over once the article is deleted, and stays so when it is erased", async ({ desk }) => {
    const { articleId, id } = await publicClaim(desk)
    await deleteArticle(desk.owner, { articleId })
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("gone")
    expect(await kindOf(readPublicClaim(desk.slug, id))).toBe("gone")
    expect(shown(await listPublic(desk.slug, 1)).items).toEqual([])
    expect(shown(await readSitemap(desk.slug))).toMatchObject({ articles: [], claims: [] })
    const { id: unsent } = await desk.claim()
    await eraseArticle(desk.owner, { articleId })
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("gone")
    expect(await kindOf(readPublicClaim(desk.slug, id))).toBe("gone")
    expect(await kindOf(readPublicClaim((await desk.otherWorkspace()).slug, id))).toBe("none")
    expect(await kindOf(readPublicClaim(desk.slug, unsent))).toBe("none")
  })

  test("of what was never public, nobody learns that it was there", async ({ desk }) => {
    const { articleId, id } = await signedOn(desk)
    await deleteArticle(desk.owner, { articleId })
    await eraseArticle(desk.owner, { articleId })
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("none")
    expect(await kindOf(readPublicClaim(desk.slug, id))).toBe("none")
  })

  test("shows typos mended that were mended before it went out", async ({ desk }) => {
    await desk.set({ publishes: true })
    const verdict = { conclusion: "Teh office counts four.", explanation: "Teh table has all." }
    const { id: claimId, articleId } = await desk.approvedClaim({ fields: { statement: "Teh taxes fell." }, verdict })
    const words = {
      conclusion: "The office counts four.",
      explanation: "The table has all.",
      statement: "The taxes fell.",
    }
    const { tidy } = await proposeTidy(desk.checker, { claimId, words })
    await decideTidy(desk.editor, { tidyId: tidy?.id ?? "", decision: "confirm" })
    await signOffArticle(desk.secondEditor, { articleId, notices: [] })
    await publishArticle(desk.editor, { articleId })
    expect((await reportOf(desk, articleId)).notes).toMatchObject([words])
  })

  test("is over for all of a desk that switches its pages off", async ({ desk }) => {
    const { articleId } = await publicClaim(desk)
    await setTo(desk, { ...IMPRINT, publishes: false })
    expect(await kindOf(readPublicReport(desk.slug, articleId))).toBe("gone")
    expect(await kindOf(listPublic(desk.slug, 1))).toBe("none")
    expect(await kindOf(readSitemap(desk.slug))).toBe("none")
  })
})

test("what was released with open items shows nothing of these", async ({ desk }) => {
  await desk.set({ publishes: true })
  const article = await desk.article()
  await desk.approvedClaim({ article })
  const open = await desk.sentClaim({ article, words: WORDS.fact })
  await signOffArticle(desk.secondEditor, { articleId: article.id, notices: [], openItems: { reason: "It is six." } })
  await publishArticle(desk.editor, { articleId: article.id })
  expect((await reportOf(desk, article.id)).notes.map(({ words }) => words)).toEqual([WORDS.quote])
  expect(await kindOf(readPublicClaim(desk.slug, open.id))).toBe("none")
  await unpublishArticle(desk.editor, { articleId: article.id })
  expect(await kindOf(readPublicClaim(desk.slug, open.id))).toBe("none")
})

describe("what is reopened", () => {
  test("is said to be under review, and is corrected in the open", async ({ desk }) => {
    const { articleId, id: claimId } = await publicClaim(desk)
    await reopen(desk.secondEditor, { articleId, claimId, kind: "verdict_changing", reason: "It was ten." })
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "Four it was." } })
    const [during] = (await reportOf(desk, articleId)).notes
    expect(during).toMatchObject({ rating: { code: "false" }, conclusion: "The statistics office counts four." })
    expect(during?.underReviewSince).toEqual(expect.any(String))
    const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    await signAgain(desk, round.id, articleId)
    const after = await reportOf(desk, articleId)
    expect(after.notes).toMatchObject([
      { rating: { code: "true" }, conclusion: "Four it was.", underReviewSince: null },
    ])
    expect(after.corrections).toMatchObject([{ kind: "verdict_changing", claim: { id: claimId }, from: 1, to: 2 }])
    const former = await reportOf(desk, articleId, 1)
    expect(former).toMatchObject({ version: 1, latest: 2, corrections: [] })
    expect(former.notes).toMatchObject([{ rating: { code: "false" }, underReviewSince: null }])
    expect(shown(await readPublicClaim(desk.slug, claimId, 1)).note.rating.code).toBe("false")
    expect(await kindOf(readPublicReport(desk.slug, articleId, 3))).toBe("none")
  })

  test("is still shown as it had gone out when the article goes out before it is done", async ({ desk }) => {
    const { articleId, id: claimId } = await publicClaim(desk)
    await reopen(desk.secondEditor, { articleId, claimId, kind: "factual", reason: "It was ten." })
    await signOffArticle(desk.secondEditor, { articleId, notices: [], openItems: { reason: "It is six." } })
    const { version, notes } = await reportOf(desk, articleId)
    expect(version).toBe(2)
    expect(notes).toMatchObject([
      { claimId, rating: { code: "false" }, underReviewSince: expect.any(String) as string },
    ])
  })

  test("is gone once it is taken back", async ({ desk }) => {
    const article = await desk.article()
    const { articleId, id: claimId } = await desk.approvedClaim({ article })
    await desk.approvedClaim({ article, words: WORDS.fact })
    await desk.set({ publishes: true })
    await signOffArticle(desk.secondEditor, { articleId, notices: [] })
    await publishArticle(desk.editor, { articleId })
    await reopen(desk.secondEditor, { articleId, claimId, kind: "void", reason: "It was another." })
    await withdrawClaim(desk.editor, { claimId, reason: "It was another." })
    expect(await kindOf(readPublicClaim(desk.slug, claimId))).toBe("shown")
    await signOffArticle(desk.secondEditor, { articleId, notices: [] })
    expect(await kindOf(readPublicClaim(desk.slug, claimId))).toBe("gone")
    expect(await kindOf(readPublicClaim(desk.slug, claimId, 1))).toBe("shown")
    expect((await reportOf(desk, articleId)).corrections).toMatchObject([{ kind: "void", from: 1, to: 2 }])
  })

  test("may be the text alone", async ({ desk }) => {
    const { articleId } = await publicClaim(desk)
    await reopen(desk.secondEditor, { articleId, kind: "update", reason: "A name." })
    expect((await reportOf(desk, articleId)).underReviewSince).toEqual(expect.any(String))
  })
})

test("a source that becomes confidential later is hidden from then on", async ({ desk }) => {
  const { articleId, id } = await publicClaim(desk)
  const sourceId = (await readClaim(desk.owner, id)).evidence[0]?.source.id ?? ""
  await editSource(desk.editor, { sourceId, source: { confidential: true } })
  expect((await reportOf(desk, articleId)).notes).toMatchObject([{ sources: [] }])
})

test("names are shown where the desk publishes them", async ({ desk }) => {
  const { articleId } = await publicClaim(desk)
  await desk.set({ publishNames: true })
  const name = (who: string) => `${who} of ${desk.slug}`
  const [note] = (await reportOf(desk, articleId)).notes
  expect(note).toMatchObject({ checkers: [name("checker")], reviewers: [name("editor")] })
})

test("a tick on our own copy has no page of its own", async ({ desk }) => {
  const { articleId, id } = await publicClaim(desk, { fields: { job: "ours" } })
  expect((await reportOf(desk, articleId)).notes).toMatchObject([{ claimId: id, hasPage: false }])
  expect(await kindOf(readPublicClaim(desk.slug, id))).toBe("none")
})

test("what nobody reviewed is public only where the desk asks for nobody, and says so", async ({ desk }) => {
  await desk.set({ approvals: 0, publishes: true })
  const { articleId } = await desk.sentClaim()
  await signOffArticle(desk.secondEditor, { articleId, notices: [] })
  await publishArticle(desk.editor, { articleId })
  expect((await reportOf(desk, articleId)).notes).toMatchObject([{ standing: "checked", reviewers: [] }])
})

test("the desk says who it is and how it checks", async ({ desk }) => {
  const method = "We read **everything** twice."
  await setTo(desk, { ...IMPRINT, method, publishes: true })
  const [event] = await desk.lastEvents(1)
  expect(event).toMatchObject({ act: "workspace.publishing_set", payload: { publishes: "true" } })
  expect(JSON.stringify(event)).not.toContain("everything")
  expect(await readPublishing(desk.owner)).toEqual({ ...IMPRINT, method, publishes: true })
  const { desk: shownDesk, document } = shown(await readPublicMethod(desk.slug))
  expect(shownDesk).toMatchObject({ name: "The Daily", url: "https://daily.example.org", hasMethod: true })
  expect(JSON.stringify(document)).toContain("everything")
  await setTo(desk, { ...IMPRINT, publishes: true })
  expect(await kindOf(readPublicMethod(desk.slug))).toBe("none")
})

test("what two owners set at a time is not lost: the second is told of the first", async ({ desk }) => {
  const seen = await readPublishing(desk.owner)
  await setTo(desk, { ...IMPRINT, publishes: true })
  const late = () => setPublishing(desk.owner, { publishing: { ...IMPRINT, publishes: false }, seen })
  const { details } = await refused(late, "conflict", "publication.changed")
  expect(details.current).toEqual({ ...IMPRINT, publishes: true })
})

test("evidence that is added after it went out waits for the next time", async ({ desk }) => {
  const { articleId, id: claimId } = await publicClaim(desk)
  await reopen(desk.secondEditor, { articleId, claimId, kind: "update", reason: "A source." })
  await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "context" } })
  expect((await reportOf(desk, articleId)).notes[0]?.sources).toHaveLength(1)
})
