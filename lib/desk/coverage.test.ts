/** Coverage on a real database: sentences kept with a revision, marks on them, and how lists count them. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { listArticles } from "./article-list"
import { readArticle } from "./articles"
import { markCoverage, cutMissing } from "./coverage"
import { withdrawClaim } from "./claims"
import { refused, test, WORDS, type Desk } from "./testing/desk"

const TEXT = `Headline words\n\n${WORDS.fact}. Nobody asked why. In the end ${WORDS.other}.\n\nThe weather was fine.\n`

/** Sentences: the headline, three of the first paragraph, one of the second. */
async function opened(desk: Desk, kind: "copy" | "factcheck" = "factcheck") {
  const article = await desk.article({ text: TEXT, kind })
  return { article, at: { articleId: article.id, revisionId: article.revision.id } }
}

const marked = { mark: "nothing_to_check" } as const
const coverageIn = async (desk: Desk, id: string) =>
  (await listArticles(desk.checker)).items.find((item) => item.id === id)?.coverage

describe("coverage", () => {
  test("is kept as sentences of the revision, headline and all", async ({ desk }) => {
    const { article } = await opened(desk)
    const words = article.sentences.map(({ start, end }) => article.revision.text.slice(start, end))
    expect(words).toEqual([
      "Headline words",
      `${WORDS.fact}.`,
      "Nobody asked why.",
      `In the end ${WORDS.other}.`,
      "The weather was fine.",
    ])
    expect(article.coverage).toEqual({ sentences: 5, untouched: 5, in_work: 0, checked: 0, nothing_to_check: 0 })
  })

  test("is marked and unmarked, told with what really changed", async ({ desk }) => {
    const { article, at } = await opened(desk)
    expect(await markCoverage(desk.checker, { ...at, sentences: [2, 4], ...marked })).toEqual({ marked: [2, 4] })
    await markCoverage(desk.editor, { ...at, sentences: [0, 2], ...marked })
    expect(await markCoverage(desk.editor, { ...at, sentences: [4, 1], mark: null })).toEqual({ marked: [0, 2] })
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "coverage.marked", subjects: { article: article.id }, payload: { sentences: [0] } },
      { act: "coverage.unmarked", payload: { sentences: [4] } },
    ])
    const { sentences, coverage } = await readArticle(desk.viewer, article.id)
    expect(sentences.map((sentence) => sentence.marked)).toEqual([true, false, true, false, false])
    expect(coverage).toMatchObject({ untouched: 3, nothing_to_check: 2 })
  })

  test("marked as it is already is told to nobody", async ({ desk }) => {
    const { at } = await opened(desk)
    await markCoverage(desk.checker, { ...at, sentences: [2], ...marked })
    const before = await desk.eventCount()
    await markCoverage(desk.editor, { ...at, sentences: [2], ...marked })
    expect(await desk.eventCount()).toBe(before)
  })

  test("is refused for a sentence that is not there, and for another revision", async ({ desk }) => {
    const [{ at }, other] = [await opened(desk), await desk.article()]
    const act = (asked: object) => () => markCoverage(desk.checker, { ...at, sentences: [0], ...marked, ...asked })
    await refused(act({ sentences: [0, 5] }), "invalid", "coverage.noSuchSentence")
    await refused(act({ revisionId: other.revision.id }), "conflict", "article.newerRevision")
  })

  test("follows claims: in work, checked with the approval, untouched again when withdrawn", async ({ desk }) => {
    const { article, at } = await opened(desk)
    const claim = await desk.claim({ article, words: WORDS.fact })
    await markCoverage(desk.checker, { ...at, sentences: [1, 2], ...marked })
    expect(await coverageIn(desk, article.id)).toMatchObject({ untouched: 3, in_work: 1, nothing_to_check: 1 })
    await desk.approvedClaim({ article, words: WORDS.other })
    expect(await coverageIn(desk, article.id)).toMatchObject({ untouched: 2, in_work: 1, checked: 1 })
    await withdrawClaim(desk.checker, { claimId: claim.id, reason: "Twice" })
    expect(await coverageIn(desk, article.id)).toMatchObject({ untouched: 2, in_work: 0, nothing_to_check: 2 })
  })

  test("is counted by the list as the article counts it itself", async ({ desk }) => {
    const { article, at } = await opened(desk)
    await desk.approvedClaim({ article, words: `${WORDS.fact}. Nobody asked` })
    await desk.sentClaim({ article, words: "asked why" })
    await desk.approvedClaim({ article, words: WORDS.other, fields: { job: "ours" }, verdict: { rating: "needs_fix" } })
    await markCoverage(desk.checker, { ...at, sentences: [0, 3, 4], ...marked })
    const { coverage } = await readArticle(desk.checker, article.id)
    expect(coverage).toEqual({ sentences: 5, untouched: 0, in_work: 2, checked: 1, nothing_to_check: 2 })
    expect(await coverageIn(desk, article.id)).toEqual(coverage)
  })

  test("makes our own copy ready, which claims alone do not", async ({ desk }) => {
    const { article, at } = await opened(desk, "copy")
    await desk.approvedClaim({ article, words: WORDS.fact })
    expect((await readArticle(desk.checker, article.id)).standing).toBe("in_progress")
    await markCoverage(desk.checker, { ...at, sentences: [0, 2, 3, 4], ...marked })
    expect((await readArticle(desk.checker, article.id)).standing).toBe("ready")
    expect((await listArticles(desk.checker)).items[0]?.standing).toBe("ready")
  })

  test("is cut at a start for a revision that has no sentences yet", async ({ desk }) => {
    const { article } = await opened(desk)
    await db().sentence.deleteMany({ where: { revisionId: article.revision.id } })
    expect(await cutMissing()).toBe(1)
    expect((await readArticle(desk.checker, article.id)).sentences).toEqual(article.sentences)
    expect(await cutMissing()).toBe(0)
  })
})
