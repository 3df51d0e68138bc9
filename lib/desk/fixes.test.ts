/** Fixes: proposed, answered, accepted or declined; and what becomes of the claims that they are for. */
import { describe, expect } from "vitest"
import { db } from "../db"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { AnswerFix, ProposeFix, type FixView } from "../domain/fix"
import { readArticle } from "./articles"
import { markClaim, readClaim } from "./claims"
import { addEvidence } from "./evidence"
import { listFixes } from "./fix-list"
import { acceptFixes } from "./accepting"
import { answerFix, declineFix, dropFix, proposeFix } from "./fixes"
import { confirmPlace, readPlacing, reanchorClaim } from "./placements"
import { decideReview, reviewQueue } from "./reviews"
import { reviseArticle } from "./revising"
import { recallRound, sendToReview } from "./rounds"
import { newSource, refused, test, withRound, WORDS, type Desk } from "./testing/desk"
import { waitingForLock } from "./testing/waiting-for-lock"
import { draftVerdict } from "./verdicts"

interface Proposed {
  article?: AnnotatedArticle
  words?: string
  wording?: string
  job?: "ours" | "theirs"
}

const BETTER = "taxes fell by ten percent"

/** A claim whose verdict asks for other words, which are proposed: open. */
async function proposed(desk: Desk, { article, words = WORDS.quote, wording = BETTER, job = "ours" }: Proposed = {}) {
  const { id: articleId, revision } = article ?? (await desk.article())
  const start = revision.text.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  const marked = await markClaim(desk.checker, { articleId, revisionId: revision.id, spans, fields: { job } })
  const claimId = marked.id
  await addEvidence(desk.checker, { claimId, source: newSource(), evidence: { stance: "refutes" } })
  const rating = job === "ours" ? (wording === "" ? "cut" : "needs_fix") : "false"
  await draftVerdict(desk.checker, { claimId, verdict: { rating, conclusion: "It was ten." } })
  const claim = await proposeFix(desk.checker, ProposeFix.parse({ claimId, wording, reason: "The office says ten." }))
  return { articleId, claimId, claim, fix: fixOf(claim) }
}

const fixOf = ({ fix }: { fix: FixView | null }): FixView => {
  if (!fix) throw new Error("no fix")
  return fix
}

/** The same, sent and approved by an editor. */
async function approved(desk: Desk, about: Proposed = {}) {
  const made = await proposed(desk, about)
  const { round } = withRound(await sendToReview(desk.checker, { claimId: made.claimId, waivers: [] }))
  await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
  return { ...made, roundId: round.id }
}

const take = (articleId: string, ...fixes: { id: string }[]) => ({
  articleId,
  fixes: fixes.map(({ id }) => ({ fixId: id, take: "proposed" as const })),
})

/** Another body for an article. */
function revise(desk: Desk, { id: articleId }: AnnotatedArticle, text: string) {
  const bytes = new TextEncoder().encode(text)
  return reviseArticle(desk.editor, { articleId, bytes, format: "text", origin: "paste", head: "keep", given: {} })
}

const textOf = async (desk: Desk, articleId: string) => (await readArticle(desk.owner, articleId)).revision.text

describe("proposing", () => {
  test("puts other words beside a claim's passage, and its text stays", async ({ desk }) => {
    const { articleId, claimId, claim } = await proposed(desk)
    expect(claim).toMatchObject({
      state: "open",
      fix: { wording: BETTER, reason: "The office says ten.", proposedBy: { id: desk.checker.id }, answer: null },
    })
    expect(await textOf(desk, articleId)).toContain(WORDS.quote)
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "fix.proposed", actorId: desk.checker.id, subjects: { claim: claimId }, payload: { number: 1 } },
    ])
  })

  test("otherwise takes the place of the fix before, and its answer falls", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const { claimId, fix } = await proposed(desk, { article })
    await answerFix(desk.author, AnswerFix.parse({ fixId: fix.id, answer: "accepted" }))
    const again = await proposeFix(desk.secondChecker, ProposeFix.parse({ claimId, wording: "taxes fell by a tenth" }))
    expect(again.fix).toMatchObject({ id: fix.id, wording: "taxes fell by a tenth", reason: null, answer: null })
    expect(await db().fix.count({ where: { claimId } })).toBe(1)
  })

  test("withdraws an approval, and makes whoever proposed an author of the next round", async ({ desk }) => {
    const { id: claimId } = await desk.approvedClaim()
    const claim = await proposeFix(desk.secondEditor, ProposeFix.parse({ claimId, wording: BETTER }))
    expect(claim).toMatchObject({ state: "open", round: null, authorIds: [desk.secondEditor.id] })
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "fix.proposed" },
      { act: "approval.withdrawn", payload: { changed: ["fix"] } },
    ])
    const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    const asked = { roundId: round.id, decision: "approve" } as const
    await refused(() => decideReview(desk.secondEditor, asked), "forbidden", "policy.review_decide")
  })

  test("the same again changes nothing", async ({ desk }) => {
    const { claimId, claim, fix } = await proposed(desk)
    const before = await desk.eventCount()
    const same = ProposeFix.parse({ claimId, version: claim.version, wording: BETTER, reason: fix.reason })
    expect(await proposeFix(desk.checker, same)).toMatchObject({
      version: claim.version,
      fix: { version: fix.version },
    })
    expect(await desk.eventCount()).toBe(before)
  })

  test("is refused where no words can go", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const propose = (wording: string) => () => proposeFix(desk.checker, ProposeFix.parse({ claimId, wording }))
    await refused(propose(WORDS.quote), "invalid", "fix.sameWords")
    const article = await desk.article({ text: "The title\n\nOne paragraph.\n\nAnother.\n" })
    const { id: across } = await desk.claim({ article, words: "paragraph.\nAnother" })
    const both = ProposeFix.parse({ claimId: across, wording: "both" })
    await refused(() => proposeFix(desk.checker, both), "invalid", "fix.severalBlocks")
    const { id: headline } = await desk.claim({ article, words: "The title" })
    await refused(
      () => proposeFix(desk.checker, ProposeFix.parse({ claimId: headline, wording: "" })),
      "invalid",
      "fix.title",
    )
    const sent = await desk.sentClaim()
    const inReview = ProposeFix.parse({ claimId: sent.id, wording: BETTER })
    await refused(() => proposeFix(desk.checker, inReview), "conflict", "claim.inReview")
  })

  test("can be taken back, which withdraws an approval too", async ({ desk }) => {
    const { claimId } = await approved(desk)
    const dropped = await dropFix(desk.checker, { claimId })
    expect(dropped).toMatchObject({ state: "open", fix: null })
    expect(await desk.lastEvents(2)).toMatchObject([{ act: "fix.dropped" }, { act: "approval.withdrawn" }])
    await refused(() => dropFix(desk.checker, { claimId }), "conflict", "fix.over")
  })
})

test("a round freezes the fix, and its reviewer sees what changed of it", async ({ desk }) => {
  const { claimId, fix } = await proposed(desk)
  const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
  const { snapshot } = await db().round.findUniqueOrThrow({ where: { id: round.id } })
  expect(snapshot).toMatchObject({ fix: { id: fix.id, wording: BETTER, reason: "The office says ten." } })
  await recallRound(desk.checker, { roundId: round.id })
  await proposeFix(desk.checker, ProposeFix.parse({ claimId, wording: "taxes fell by a tenth" }))
  await sendToReview(desk.checker, { claimId, waivers: [] })
  const [item] = await reviewQueue(desk.editor)
  expect(item?.claim.fix).toMatchObject({ wording: "taxes fell by a tenth" })
  expect(item?.changedSince?.words).toEqual([{ field: "fix", from: BETTER, to: "taxes fell by a tenth" }])
})

describe("an answer", () => {
  const answers = [
    { answer: "accepted", wording: null, reason: null },
    { answer: "reworded", wording: "taxes sank by ten percent", reason: null },
    { answer: "refused", wording: null, reason: "She did say nine." },
  ] as const

  test("is the author's, whatever their role, and the latest counts", async ({ desk }) => {
    const authors = [{ membershipId: desk.author.id }, { membershipId: desk.secondEditor.id }]
    const { articleId, claimId, fix } = await approved(desk, { article: await desk.article({ authors }) })
    for (const [at, said] of answers.entries()) {
      const by = at === 1 ? desk.secondEditor : desk.author
      await answerFix(by, { fixId: fix.id, version: fix.version + at, ...said })
      const { items } = await listFixes(desk.author, articleId)
      const { answer: kind, ...words } = said
      expect(items[0]?.fix.answer).toMatchObject({ kind, ...words, by: { id: by.id } })
      // Why is a matter between the two; the log tells that.
      expect(await desk.lastEvents(1)).toMatchObject([
        { act: "fix.answered", actorId: by.id, subjects: { claim: claimId }, payload: { answer: said.answer } },
      ])
    }
    expect(JSON.stringify(await desk.lastEvents(3))).not.toContain("She did say")
    // What the author thinks of the words is no edit of what was reviewed.
    expect(await readClaim(desk.editor, claimId)).toMatchObject({ state: "approved" })
    await refused(
      () => answerFix(desk.author, { fixId: fix.id, version: fix.version, ...answers[0] }),
      "conflict",
      "fix.changed",
    )
  })

  test("of an article that is somebody else's does not exist for an author", async ({ desk }) => {
    const { articleId, fix } = await proposed(desk)
    await refused(() => answerFix(desk.author, { fixId: fix.id, ...answers[0] }), "not-found", "fix.notFound")
    await refused(() => listFixes(desk.author, articleId), "not-found", "article.notFound")
    await refused(() => answerFix(desk.editor, { fixId: fix.id, ...answers[0] }), "forbidden", "policy.fix_answer")
  })

  test("falls with the words that it was given for, when its claim gets other ones", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const { claimId, fix } = await proposed(desk, { article })
    await answerFix(desk.author, { fixId: fix.id, ...answers[1] })
    const start = article.revision.text.indexOf(WORDS.fact)
    const spans = [{ start, end: start + WORDS.fact.length }]
    const moved = await reanchorClaim(desk.checker, { claimId, revisionId: article.revision.id, spans })
    expect(moved.fix).toMatchObject({ id: fix.id, wording: BETTER, answer: null, version: fix.version + 2 })
    const late = { fixId: fix.id, version: fix.version + 1, ...answers[0] }
    await refused(() => answerFix(desk.author, late), "conflict", "fix.changed")
    const words = { articleId: article.id, fixes: [{ fixId: fix.id, take: "author" as const }] }
    await refused(() => acceptFixes(desk.editor, words), "conflict", "fix.notReworded")
    // So it is when a yes gives it the words that a new text put there.
    await answerFix(desk.author, { fixId: fix.id, ...answers[0] })
    await revise(desk, article, article.revision.text.split("\n").slice(1).join("\n\n").replace("1931", "1913"))
    const placed = await confirmPlace(desk.checker, { claimId })
    expect(placed).toMatchObject({ anchors: [{ placement: "exact" }], fix: { answer: null, version: fix.version + 4 } })
  })

  test("comes too late once an editor has decided", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const { articleId, fix } = await approved(desk, { article })
    await acceptFixes(desk.editor, take(articleId, fix))
    await refused(() => answerFix(desk.author, { fixId: fix.id, ...answers[0] }), "conflict", "fix.over")
  })
})

describe("accepting", () => {
  test("letter for letter what was reviewed: the claim stands on its new words, fixed, and keeps its approval", async ({
    desk,
  }) => {
    const { articleId, claimId, fix, roundId } = await approved(desk)
    const result = await acceptFixes(desk.secondEditor, take(articleId, fix))
    expect(result).toMatchObject({
      revision: { number: 2 },
      placements: { exact: 1, stale: 0, lost: 0 },
      fixed: 1,
      look: 0,
    })
    expect(await textOf(desk, articleId)).toContain(`She said that ${BETTER} in the spring.`)
    expect(await readClaim(desk.editor, claimId)).toMatchObject({
      state: "approved",
      round: { id: roundId },
      fix: null,
      verdict: { rating: { code: "fixed" } },
      anchors: [{ quote: BETTER, placement: "exact", contextChanged: false }],
    })
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "revision.added", payload: { origin: "fix", revision: 2, claims: [1], placements: { exact: 1 } } },
      {
        act: "fix.accepted",
        actorId: desk.secondEditor.id,
        subjects: { claim: claimId },
        payload: { revision: 2, words: "proposed", rating: "fixed" },
      },
    ])
    expect((await readArticle(desk.editor, articleId)).standing).toBe("ready")
  })

  test("a reviewed cut: the passage goes, and its claim is done with", async ({ desk }) => {
    const article = await desk.article({
      kind: "factcheck",
      text: "The title\n\nTaxes fell, by nine percent, in spring.\n",
    })
    const { articleId, claimId, fix } = await approved(desk, { article, words: ", by nine percent,", wording: "" })
    expect((await readArticle(desk.editor, articleId)).standing).not.toBe("ready")
    const result = await acceptFixes(desk.editor, take(articleId, fix))
    expect(result).toMatchObject({ placements: { lost: 1 }, fixed: 1, look: 0 })
    expect(await textOf(desk, articleId)).toBe("The title\nTaxes fell in spring.")
    expect(await readClaim(desk.editor, claimId)).toMatchObject({
      state: "approved",
      verdict: { rating: { code: "cut" } },
      anchors: [{ placement: "lost", start: null }],
    })
    expect((await desk.lastEvents(3)).map(({ act }) => act)).toEqual(["revision.added", "fix.accepted", "claim.lost"])
    expect((await readArticle(desk.editor, articleId)).standing).toBe("ready")
  })

  test("the author's words: the claim waits for a look at them, and its approval is withdrawn", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const { articleId, claimId, fix } = await approved(desk, { article })
    const reworded = AnswerFix.parse({ fixId: fix.id, answer: "reworded", wording: "taxes sank by ten percent" })
    await answerFix(desk.author, reworded)
    const asked = { articleId, fixes: [{ fixId: fix.id, take: "author" as const }] }
    expect(await acceptFixes(desk.editor, asked)).toMatchObject({ fixed: 0, look: 1 })
    expect(await textOf(desk, articleId)).toContain("She said that taxes sank by ten percent in the spring.")
    const claim = await readClaim(desk.editor, claimId)
    expect(claim).toMatchObject({ state: "open", verdict: { rating: { code: "needs_fix" } } })
    expect(claim.anchors).toMatchObject([{ quote: WORDS.quote, placement: "stale" }])
    expect(await desk.lastEvents(4)).toMatchObject([
      { act: "revision.added" },
      { act: "fix.accepted", payload: { words: "author" } },
      { act: "claim.stale", payload: { revision: 2 } },
      { act: "approval.withdrawn", payload: { changed: ["placement"] } },
    ])
    // A person's yes puts it there; then it goes to review again.
    const placed = await confirmPlace(desk.checker, { claimId })
    expect(placed.anchors).toMatchObject([{ quote: "taxes sank by ten percent", placement: "exact" }])
  })

  test("what nobody has reviewed, or is in review: the claim waits for a look", async ({ desk }) => {
    const open = await proposed(desk)
    await acceptFixes(desk.editor, take(open.articleId, open.fix))
    expect(await readClaim(desk.editor, open.claimId)).toMatchObject({
      state: "open",
      anchors: [{ placement: "stale" }],
    })
    const sent = await proposed(desk)
    await sendToReview(desk.checker, { claimId: sent.claimId, waivers: [] })
    await acceptFixes(desk.editor, take(sent.articleId, sent.fix))
    const claim = await readClaim(desk.editor, sent.claimId)
    expect(claim).toMatchObject({
      state: "open",
      anchors: [{ placement: "stale" }],
      verdict: { rating: { code: "needs_fix" } },
    })
    expect((await desk.lastEvents(2)).map(({ act }) => act)).toEqual(["claim.stale", "round.overtaken"])
  })

  test("a verdict on what others say stays as it was", async ({ desk }) => {
    const { articleId, claimId, fix } = await approved(desk, { job: "theirs" })
    await acceptFixes(desk.editor, take(articleId, fix))
    expect(await readClaim(desk.editor, claimId)).toMatchObject({
      state: "approved",
      verdict: { rating: { code: "false" } },
      anchors: [{ quote: BETTER }],
    })
  })

  test("several at once makes one revision; what nobody fixed stays where it is", async ({ desk }) => {
    const article = await desk.article()
    const first = await approved(desk, { article })
    const second = await approved(desk, { article, words: WORDS.fact, wording: "The bridge opened in 1932" })
    const third = await desk.approvedClaim({ article, words: WORDS.other })
    const result = await acceptFixes(desk.editor, take(first.articleId, second.fix, first.fix))
    expect(result).toMatchObject({ revision: { number: 2 }, placements: { exact: 3, moved: 0, stale: 0, lost: 0 } })
    expect(await db().revision.count({ where: { articleId: first.articleId } })).toBe(2)
    const text = await textOf(desk, first.articleId)
    for (const { claimId, words } of [
      { ...first, words: BETTER },
      { ...second, words: "The bridge opened in 1932" },
      { claimId: third.id, words: WORDS.other },
    ]) {
      const claim = await readClaim(desk.editor, claimId)
      expect(claim).toMatchObject({ state: "approved", anchors: [{ quote: words }] })
      expect(text.slice(claim.anchors[0]?.start ?? 0, claim.anchors[0]?.end ?? 0)).toBe(words)
    }
    expect((await listFixes(desk.editor, first.articleId)).accepted).toMatchObject([
      { claim: { number: 1 }, revision: 2 },
      { claim: { number: 2 }, revision: 2 },
    ])
  })

  describe("beside what else changes", () => {
    const TWO = "The title\n\nThe mayor confirmed that 5 million was spent.\n\nNobody else spoke of it.\n"
    const both = async (desk: Desk) => {
      const article = await desk.article({ text: TWO })
      const first = await approved(desk, { article, words: "confirmed", wording: "denied" })
      const second = await approved(desk, { article, words: "5 million", wording: "6 million" })
      return { article, first, second }
    }
    test("in one sentence, each waits for a look at the other, also after the next text", async ({ desk }) => {
      const { article, first, second } = await both(desk)
      const result = await acceptFixes(desk.editor, take(article.id, first.fix, second.fix))
      expect(result).toMatchObject({ placements: { exact: 2, contextChanged: 2 }, fixed: 2, look: 2 })
      const waits = { state: "approved", anchors: [{ quote: "6 million", placement: "exact", contextChanged: true }] }
      expect(await readClaim(desk.editor, second.claimId)).toMatchObject(waits)
      expect(await desk.lastEvents(4)).toMatchObject([
        { act: "fix.accepted", subjects: { claim: first.claimId } },
        { act: "fix.accepted", subjects: { claim: second.claimId } },
        { act: "claim.context_changed", subjects: { claim: first.claimId } },
        { act: "claim.context_changed", subjects: { claim: second.claimId } },
      ])
      // The words are agreed on: a text that leaves them alone does not ask for them again, only for the look.
      await revise(desk, article, "The mayor denied that 6 million was spent.\n\nNobody else ever spoke of it.\n")
      expect(await readClaim(desk.editor, second.claimId)).toMatchObject(waits)
      const { items } = await readPlacing(desk.checker, article.id)
      expect(items).toMatchObject([{ reason: "context" }, { reason: "context" }])
      await confirmPlace(desk.checker, { claimId: second.claimId })
      expect(await readClaim(desk.editor, second.claimId)).toMatchObject({
        state: "approved",
        anchors: [{ quote: "6 million", contextChanged: false }],
      })
    })

    test("a look that a claim waits for already, it waits for still", async ({ desk }) => {
      const { article, second } = await both(desk)
      await revise(desk, article, "The mayor denied that 5 million was spent.\n\nNobody else spoke of it.\n")
      expect(await readClaim(desk.editor, second.claimId)).toMatchObject({ anchors: [{ contextChanged: true }] })
      await acceptFixes(desk.editor, take(article.id, second.fix))
      expect(await readClaim(desk.editor, second.claimId)).toMatchObject({
        state: "approved",
        anchors: [{ quote: "6 million", placement: "exact", contextChanged: true }],
      })
    })
  })

  test("words go in where they were proposed for, and nowhere else", async ({ desk }) => {
    const article = await desk.article()
    const { claimId, fix } = await proposed(desk, { article })
    const start = article.revision.text.indexOf(WORDS.fact)
    const elsewhere = { start, end: start + WORDS.fact.length, quote: WORDS.fact }
    const { accepting } = await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${article.id}::uuid FOR UPDATE`
      const accepting = acceptFixes(desk.editor, take(article.id, fix)).catch((error: unknown) => error)
      // It has read what it is to do, and waits: then the claim gets another place.
      await expect.poll(waitingForLock).toBe(1)
      await tx.anchor.updateMany({ where: { claimId }, data: elsewhere })
      return { accepting }
    })
    expect(await accepting).toMatchObject({ code: "conflict", key: "fix.changed" })
    expect(await textOf(desk, article.id)).toBe(article.revision.text)
  })

  test("two that want the same words is a conflict, shown as one before", async ({ desk }) => {
    const article = await desk.article()
    const first = await approved(desk, { article })
    const second = await approved(desk, { article, words: WORDS.overlapping, wording: "ten percent this spring" })
    const { items } = await listFixes(desk.editor, article.id)
    expect(items.map(({ claim, conflicts }) => [claim.number, conflicts])).toEqual([
      [1, [2]],
      [2, [1]],
    ])
    await refused(() => acceptFixes(desk.editor, take(article.id, first.fix, second.fix)), "conflict", "fix.overlap")
    // Once one is in, the other's words are other ones, and it waits for a person.
    await acceptFixes(desk.editor, take(article.id, first.fix))
    expect(await readClaim(desk.editor, second.claimId)).toMatchObject({
      state: "open",
      anchors: [{ placement: "stale" }],
    })
    await refused(() => acceptFixes(desk.editor, take(article.id, second.fix)), "conflict", "fix.noPassage")
  })

  test("a fix that was changed, taken back or overtaken meanwhile is a conflict, and none of them goes in", async ({
    desk,
  }) => {
    const article = await desk.article()
    const first = await approved(desk, { article })
    const second = await approved(desk, { article, words: WORDS.fact, wording: "The bridge opened in 1932" })
    const asked = {
      articleId: article.id,
      baseId: article.revision.id,
      fixes: [first.fix, second.fix].map(({ id, version }) => ({ fixId: id, version, take: "proposed" as const })),
    }
    const reworded = ProposeFix.parse({ claimId: second.claimId, wording: "The bridge opened in 1933" })
    await proposeFix(desk.checker, reworded)
    await refused(() => acceptFixes(desk.editor, asked), "conflict", "fix.changed")
    await dropFix(desk.checker, { claimId: second.claimId })
    await refused(() => acceptFixes(desk.editor, asked), "conflict", "fix.over")
    expect(await textOf(desk, article.id)).toBe(article.revision.text)
    await acceptFixes(desk.editor, { ...asked, fixes: asked.fixes.slice(0, 1) })
    const late = await approved(desk, {
      article: await readArticle(desk.editor, article.id),
      words: WORDS.other,
      wording: "x",
    })
    const stale = { ...take(article.id, late.fix), baseId: article.revision.id }
    await refused(() => acceptFixes(desk.editor, stale), "conflict", "revision.overtaken")
  })

  test("and declining take an editor who is no author of the article", async ({ desk }) => {
    const authors = [{ membershipId: desk.author.id }, { membershipId: desk.secondEditor.id }]
    const { articleId, fix } = await approved(desk, { article: await desk.article({ authors }) })
    const accept = (who: Desk["editor"]) => () => acceptFixes(who, take(articleId, fix))
    const decline = (who: Desk["editor"]) => () => declineFix(who, { fixId: fix.id })
    await refused(accept(desk.checker), "forbidden", "policy.fix_decide")
    for (const who of [desk.viewer, desk.author, desk.secondEditor]) {
      await refused(accept(who), "forbidden", "policy.article_revise")
      await refused(decline(who), "forbidden", "policy.fix_decide")
    }
  })
})

test("declining leaves the text and the verdict as they are", async ({ desk }) => {
  const { articleId, claimId, fix } = await approved(desk)
  await declineFix(desk.editor, { fixId: fix.id, version: fix.version })
  expect(await readClaim(desk.editor, claimId)).toMatchObject({
    state: "approved",
    fix: null,
    verdict: { rating: { code: "needs_fix" } },
  })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "fix.declined", subjects: { claim: claimId } }])
  expect(await listFixes(desk.editor, articleId)).toMatchObject({ items: [], accepted: [] })
  await refused(() => declineFix(desk.editor, { fixId: fix.id }), "conflict", "fix.over")
})

test("fixes are listed in the order of the text, with their passages and what readers are told", async ({ desk }) => {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  await approved(desk, { article, words: WORDS.other, wording: "the mayor resigned on a Monday" })
  await proposed(desk, { article })
  const { items, revision } = await listFixes(desk.author, article.id)
  expect(revision).toEqual({ id: article.revision.id, number: 1 })
  expect(items).toMatchObject([
    {
      claim: { number: 2, state: "open", verdict: { rating: { code: "needs_fix" }, conclusion: "It was ten." } },
      passage: { words: WORDS.quote, before: "She said that ", after: " in the spring." },
      fix: { wording: BETTER, answer: null },
      conflicts: [],
    },
    { claim: { number: 1, state: "approved" }, passage: { words: WORDS.other } },
  ])
})
