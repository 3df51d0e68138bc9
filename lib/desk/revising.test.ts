/** Revising: what a new text is, what it does to claims and marks, and when it is refused. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { docx } from "../document/word/testing/docx"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { newerTextIn, undecidedIn } from "../domain/text-conflict"
import type { Actor } from "../domain/workspace"
import { archiveArticle } from "./archive"
import { readArticle } from "./articles"
import { readClaim, restoreClaim, withdrawClaim } from "./claims"
import { markCoverage } from "./coverage"
import { claimHistory } from "./history"
import { listRemarks } from "./remark-list"
import { listRevisions } from "./revisions"
import { restoreRevision, reviseArticle, type NewRevision } from "./revising"
import { refused, test, type Desk } from "./testing/desk"

const encoder = new TextEncoder()

/** Sentences that share no word that counts. */
const [BRIDGE, TAXES, MAYOR, HARBOUR] = [
  "The bridge opened in 1931 after nine years.",
  "Taxes fell by nine percent in the spring.",
  "Our mayor resigned on a rainy Tuesday.",
  "Ships from Lisbon brought oranges to the harbour.",
]
const paragraphs = (...all: string[]) => all.join("\n\n")
const OLD = paragraphs(BRIDGE, TAXES, MAYOR, HARBOUR)
const TITLE = "A short history of the town"

function revised(
  actor: Actor,
  { id: articleId }: Pick<AnnotatedArticle, "id">,
  text: string,
  rest: Partial<NewRevision> = {},
) {
  const content = { bytes: encoder.encode(text), format: "text", given: {} } as const
  return reviseArticle(actor, { articleId, ...content, origin: "paste", head: "keep", ...rest })
}

const town = (desk: Desk) => desk.article({ title: TITLE, text: OLD })

/** Two tracked changes: a word for another one, and a sentence at the end; and a comment. */
const TRACKED = docx({
  body:
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Tram</w:t></w:r></w:p><w:p>' +
    '<w:commentRangeStart w:id="9"/><w:r><w:t xml:space="preserve">The tram cost </w:t></w:r><w:commentRangeEnd w:id="9"/>' +
    '<w:r><w:commentReference w:id="9"/></w:r>' +
    '<w:del w:id="1" w:author="Ann"><w:r><w:delText>five</w:delText></w:r></w:del>' +
    '<w:ins w:id="2" w:author="Ann"><w:r><w:t>six</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> million.</w:t></w:r>' +
    '<w:ins w:id="3" w:author="Bea"><w:r><w:t xml:space="preserve"> It was late.</w:t></w:r></w:ins></w:p>',
  comments: '<w:comment w:id="9" w:author="Ann"><w:p><w:r><w:t>Who paid?</w:t></w:r></w:p></w:comment>',
})

const placementsOf = async (desk: Desk, ids: string[]) => {
  const claims = await Promise.all(ids.map((id) => readClaim(desk.viewer, id)))
  return claims.map(({ state, anchors }) => [state, ...anchors.map((anchor) => anchor.placement)].join(" "))
}

describe("a new text", () => {
  test("is the next revision, with its digest, its origin, and who brought it", async ({ desk }) => {
    const article = await town(desk)
    const text = paragraphs(BRIDGE, TAXES, HARBOUR)
    const { revision, notices } = await revised(desk.editor, article, text, { baseId: article.revision.id })
    expect(notices).toEqual([])
    const now = await readArticle(desk.viewer, article.id)
    expect(now.revision).toMatchObject({ ...revision, number: 2, createdBy: { id: desk.editor.id } })
    expect(now.revision.text).toBe([TITLE, BRIDGE, TAXES, HARBOUR].join("\n"))
    expect(revision.sha256).toBe(sha256(now.revision.text))
    expect(now).toMatchObject({ title: TITLE, words: 30, version: article.version })
    expect(now.sentences).toHaveLength(4)
    expect(await listRevisions(desk.viewer, article.id)).toMatchObject([
      {
        number: 2,
        origin: "paste",
        format: "text",
        words: 30,
        restored: null,
        original: "kept",
        createdBy: { id: desk.editor.id },
      },
      { number: 1, sha256: article.revision.sha256, placements: null },
    ])
    const placements = { exact: 0, moved: 0, stale: 0, lost: 0, contextChanged: 0 }
    const payload = { origin: "paste", format: "text", revision: 2, sha256: revision.sha256, words: 30, placements }
    expect(await desk.lastEvents(1)).toEqual([
      { act: "revision.added", actorId: desk.editor.id, subjects: { article: article.id }, payload },
    ])
    const where = { id: article.revision.id }
    await expect(db().revision.update({ where, data: { text } })).rejects.toThrow("violated")
  })

  test("carries claims by their words; approvals fall where words are others, and only there", async ({ desk }) => {
    const article = await town(desk)
    const kept = await desk.approvedClaim({ article, words: "opened in 1931" })
    const changed = await desk.approvedClaim({ article, words: "nine percent in the spring" })
    const sent = await desk.sentClaim({ article, words: "resigned on a rainy Tuesday" })
    const around = await desk.approvedClaim({ article, words: "brought oranges to the harbour" })
    const gone = await desk.claim({ article, words: MAYOR })
    const withdrawn = await desk.approvedClaim({ article, words: "by nine percent" })
    await withdrawClaim(desk.editor, { claimId: withdrawn.id, reason: "Marked twice" })
    const text = paragraphs(
      TAXES.replace("nine percent", "twelve percent"),
      BRIDGE,
      HARBOUR.replace("Ships from Lisbon", "Nobody says that ships from Lisbon"),
    )
    const { placements } = await revised(desk.checker, article, text)
    expect(placements).toMatchObject({ stale: 1, lost: 2, contextChanged: 1 })
    expect(placements.exact + placements.moved).toBe(2)
    const [first, ...rest] = await placementsOf(
      desk,
      [kept, changed, sent, around, gone].map(({ id }) => id),
    )
    expect(first).toMatch(/^approved (exact|moved)$/)
    expect(rest).toEqual(["open stale", "open lost", "approved exact", "open lost"])
    expect((await readClaim(desk.viewer, around.id)).anchors[0]).toMatchObject({ contextChanged: true })
    const acts = (await claimHistory(desk.viewer, { claimId: changed.id })).slice(-2)
    expect(acts).toMatchObject([
      { act: "claim.stale", payload: { number: 2, revision: 2 } },
      { act: "approval.withdrawn", payload: { changed: ["placement"] } },
    ])
    expect((await claimHistory(desk.viewer, { claimId: sent.id })).at(-1)).toMatchObject({ act: "round.overtaken" })
    expect((await claimHistory(desk.viewer, { claimId: kept.id })).at(-1)).toMatchObject({ act: "review.approved" })
    // What is withdrawn comes along, and comes back as what it is then.
    await restoreClaim(desk.editor, { claimId: withdrawn.id })
    expect(await placementsOf(desk, [withdrawn.id])).toEqual(["open stale"])
  })

  test("is carried to from the words that were confirmed, not from those of a text between", async ({ desk }) => {
    const article = await town(desk)
    const { id } = await desk.claim({ article, words: "nine percent in the spring" })
    await revised(desk.checker, article, paragraphs(BRIDGE, TAXES.replace("nine", "twelve"), MAYOR, HARBOUR))
    expect(await placementsOf(desk, [id])).toEqual(["open stale"])
    await revised(desk.checker, article, OLD)
    expect(await placementsOf(desk, [id])).toEqual(["open exact"])
  })

  test("keeps title and dek with their emphasis, whichever way its headline comes", async ({ desk }) => {
    const text = `# A *short* history\n\n**What the town was, and is.**\n\n${paragraphs(BRIDGE, TAXES)}`
    const article = await desk.article({ text, format: "markdown" })
    const [title, dek] = article.revision.document.content ?? []
    const typesOf = async () =>
      (await readArticle(desk.viewer, article.id)).revision.document.content?.map(({ type }) => type)
    await revised(desk.checker, article, paragraphs(BRIDGE, MAYOR))
    expect((await readArticle(desk.viewer, article.id)).revision.document.content?.slice(0, 2)).toEqual([title, dek])
    const whole = paragraphs("A short history", "What the town was, and is.", BRIDGE, HARBOUR)
    await revised(desk.checker, article, whole, { head: "read" })
    expect((await readArticle(desk.viewer, article.id)).revision.document.content?.slice(0, 2)).toEqual([title, dek])
    expect(await typesOf()).toEqual(["title", "dek", "paragraph", "paragraph"])
    await revised(desk.checker, article, paragraphs("A long history", BRIDGE, HARBOUR), { head: "read" })
    expect(await readArticle(desk.viewer, article.id)).toMatchObject({ title: "A long history", dek: null })
    expect(await typesOf()).toEqual(["title", "paragraph", "paragraph"])
  })

  test("keeps marks of nothing to check on sentences that are the same letter for letter", async ({ desk }) => {
    const article = await town(desk)
    const { id: articleId, revision } = article
    await markCoverage(desk.checker, {
      ...{ articleId, revisionId: revision.id },
      sentences: [1, 2, 3],
      mark: "nothing_to_check",
    })
    // The first is moved, the second other, the third the same but for its typography.
    await revised(
      desk.checker,
      article,
      paragraphs(TAXES.replace("nine", "ten"), BRIDGE, MAYOR.replace("rainy ", "rainy\u00a0")),
    )
    const { sentences, revision: now } = await readArticle(desk.viewer, articleId)
    const marked = sentences.filter((sentence) => sentence.marked).map(({ start, end }) => now.text.slice(start, end))
    expect(marked).toEqual([BRIDGE])
  })
})

test("an earlier text comes back as a new revision, and so does the one before it", async ({ desk }) => {
  const article = await town(desk)
  const { id } = await desk.claim({ article, words: MAYOR })
  await revised(desk.checker, article, paragraphs(BRIDGE, TAXES))
  const { revision, placements } = await restoreRevision(desk.editor, { articleId: article.id, number: 1 })
  expect(placements).toMatchObject({ exact: 1, lost: 0 })
  expect(revision).toMatchObject({ number: 3, sha256: article.revision.sha256 })
  expect(await placementsOf(desk, [id])).toEqual(["open exact"])
  expect(await listRevisions(desk.viewer, article.id)).toMatchObject([
    { number: 3, origin: "restore", format: null, restored: 1, original: "none", createdBy: { id: desk.editor.id } },
    { number: 2 },
    { number: 1 },
  ])
  expect(await desk.lastEvents(1)).toMatchObject([
    { act: "revision.added", payload: { origin: "restore", restored: 1, revision: 3 } },
  ])
  await restoreRevision(desk.editor, { articleId: article.id, number: 2, baseId: revision.id })
  expect(await placementsOf(desk, [id])).toEqual(["open lost"])
})

test("is refused: what is there already, what somebody overtook, what is put away, what is nothing", async ({
  desk,
}) => {
  const article = await town(desk)
  const { id: articleId, revision } = article
  const same = await refused(() => revised(desk.checker, article, OLD), "conflict", "revision.same")
  expect(same.details.params).toEqual({ number: 1 })
  await refused(() => restoreRevision(desk.checker, { articleId, number: 1 }), "conflict", "revision.same")
  await refused(() => restoreRevision(desk.checker, { articleId, number: 7 }), "not-found", "revision.notFound")
  await refused(() => revised(desk.checker, article, " \n "), "invalid", "import.empty")
  await revised(desk.secondChecker, article, paragraphs(BRIDGE, TAXES))
  const late = () => revised(desk.checker, article, MAYOR, { baseId: revision.id })
  const overtaken = await refused(late, "conflict", "revision.overtaken")
  expect(overtaken.details.params).toEqual({ number: 2, by: `secondChecker of ${desk.slug}` })
  expect(newerTextIn(overtaken.details.current)).toMatchObject({ number: 2 })
  await archiveArticle(desk.editor, { articleId })
  await refused(() => revised(desk.checker, article, MAYOR), "conflict", "article.archived")
})

test("tracked changes of a Word file are decided on first where somebody can be asked; its remarks come along", async ({
  desk,
}) => {
  const { id: articleId } = await desk.article({ title: "Tram", text: "The tram cost five million." })
  const word = { bytes: TRACKED, format: "word", origin: "file", fileName: "tram.docx", given: {} } as const
  const given = { articleId, ...word, head: "read", undecided: "refused" } as const
  const before = await desk.eventCount()
  const undecided = await refused(() => reviseArticle(desk.checker, given), "conflict", "revision.changesUndecided")
  expect(undecided.details.params).toEqual({ count: 2 })
  const [first, second] = undecidedIn(undecided.details.current) ?? []
  expect([first, second]).toMatchObject([
    { kind: "replacement", removed: "five", added: "six" },
    { kind: "insertion", added: expect.stringContaining("It was late.") },
  ])
  expect(await desk.eventCount()).toBe(before)
  const { remarks } = await reviseArticle(desk.checker, { ...given, accepted: [second?.id ?? ""] })
  expect(remarks).toBe(1)
  expect(await listRemarks(desk.checker, articleId)).toMatchObject({ remarks: [{ text: "Who paid?" }] })
  const textNow = async () => (await readArticle(desk.viewer, articleId)).revision.text
  expect(await textNow()).toBe("Tram\nThe tram cost five million. It was late.")
  // A script's file is taken whole, unless it says otherwise.
  await reviseArticle(desk.checker, { articleId, ...word, head: "read" })
  expect(await textNow()).toBe("Tram\nThe tram cost six million. It was late.")
})

test("two who revise at the same moment: one is first, the other is told of it", async ({ desk }) => {
  const article = await town(desk)
  const { id: baseId } = article.revision
  const outcomes = await Promise.allSettled([
    revised(desk.checker, article, paragraphs(BRIDGE, TAXES), { baseId }),
    revised(desk.secondChecker, article, paragraphs(MAYOR, HARBOUR), { baseId }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict", key: "revision.overtaken", details: { params: { number: 2 } } },
  })
  expect(await listRevisions(desk.viewer, article.id)).toHaveLength(2)
})
