/** The board of an article: what of it is open, and for whose eyes. */
import { expect } from "vitest"
import { standingOf } from "../domain/article"
import { assignClaims, waitOn } from "./arrangements"
import { listArticles } from "./article-list"
import { readArticle } from "./articles"
import { readBoard } from "./boards"
import { markCoverage } from "./coverage"
import { decideReview } from "./reviews"
import { refused, test, WORDS } from "./testing/desk"

const now = new Date("2030-01-01T00:00:00Z")
const YESTERDAY = "2029-12-31T00:00:00.000Z"

test("every open thing of an article stands in one place of its board", async ({ desk }) => {
  const article = await desk.article({ kind: "copy" })
  const waiting = await desk.claim({ article, words: WORDS.fact })
  await waitOn(desk.checker, {
    claimId: waiting.id,
    waiting: { on: "source", whom: "The archive", chaseAt: YESTERDAY },
  })
  const sent = await desk.sentClaim({ article })
  const back = await desk.sentClaim({ article, words: WORDS.overlapping })
  await decideReview(desk.editor, { roundId: back.round.id, decision: "request_changes", note: "Which spring?" })
  const open = await desk.claim({ article, words: WORDS.overlapping })
  await assignClaims(desk.editor, {
    claims: [{ claimId: open.id }],
    assigneeId: desk.secondChecker.id,
    dueAt: YESTERDAY,
  })

  const board = await readBoard(desk.checker, article.id, { now })
  const at = (place: keyof typeof board.claims) => board.claims[place].first.map(({ number }) => number)
  expect(at("waiting")).toEqual([waiting.number])
  expect(at("in_review")).toEqual([sent.number])
  expect(at("changes_requested")).toEqual([back.number])
  expect(at("in_work")).toEqual([open.number])
  expect(board.claims.waiting.first[0]).toMatchObject({
    words: WORDS.fact,
    waiting: { on: "source", whom: "The archive", chaseAt: YESTERDAY },
  })
  expect(board.claims.in_review.first[0]?.sent).toMatchObject({ by: { id: desk.checker.id }, round: 1 })
  expect([board.chase, board.overdue]).toEqual([[waiting.number], [open.number]])
  expect(board.untouched.first.map(({ words }) => words)).toContain(`In the end ${WORDS.other}.`)
  expect(board.article.standing).toBe("in_progress")

  const hers = await readBoard(desk.checker, article.id, { now, person: desk.secondChecker.id })
  expect(hers.claims.in_work.first.map(({ number }) => number)).toEqual([open.number])
  expect(hers.claims.waiting.count).toBe(0)
})

test("an article with nothing open is ready, on its board as in the list", async ({ desk }) => {
  const article = await desk.article({ kind: "copy" })
  await desk.approvedClaim({ article, words: WORDS.fact })
  const { sentences, revision, ...known } = await readArticle(desk.checker, article.id)
  expect((await readBoard(desk.checker, article.id, { now })).article.standing).toBe(
    standingOf("copy", [], known.coverage),
  )
  await markCoverage(desk.checker, {
    articleId: article.id,
    revisionId: revision.id,
    sentences: sentences.map(({ ordinal }) => ordinal),
    mark: "nothing_to_check",
  })
  const board = await readBoard(desk.checker, article.id, { now })
  expect(board).toMatchObject({ left: [], article: { standing: "ready" }, passed: 1, checked: 0, total: 1 })
  expect((await listArticles(desk.checker, {})).items.find(({ id }) => id === article.id)?.standing).toBe("ready")
})

test("whose name it is that a claim waits for is the desk's alone, and an article of others is not there", async ({
  desk,
}) => {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  await waitOn(desk.checker, { claimId, waiting: { on: "lawyer", whom: "Somebody", chaseAt: null } })
  const board = await readBoard(desk.author, article.id, { now })
  expect(board.claims.waiting.first[0]?.waiting).toMatchObject({ on: "lawyer", whom: null })
  const other = await desk.article()
  await refused(() => readBoard(desk.author, other.id, { now }), "not-found", "article.notFound")
})
