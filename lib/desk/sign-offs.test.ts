/** Going out: what is signed stands, what is open is named, and what is reopened is corrected in the open. */
import canonicalize from "canonicalize"
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { SignedArticle } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import { editArticle, readArticle } from "./articles"
import { archiveArticle, restoreArticle } from "./archive"
import { assignClaims } from "./arrangements"
import { editClaim, markClaim, readClaim, withdrawClaim } from "./claims"
import { markCoverage } from "./coverage"
import { verifyEvents } from "./events"
import { addEvidence, lookAtEvidence } from "./evidence"
import { decideLegal } from "./legal"
import { decideComplaint, recordComplaint, reopen } from "./reopenings"
import { decideReview } from "./reviews"
import { reviseArticle } from "./revising"
import { recallRound, sendToReview } from "./rounds"
import { readSignOffs } from "./sign-off-views"
import { letStand, signOffArticle } from "./sign-offs"
import { COMPLAINT, signAgain, signedClaimOf, unsettledClaim } from "./testing/sign-off-acts"
import { newSource, refused, test, WORDS, type Desk, type SentClaim } from "./testing/desk"
import { decideTidy, proposeTidy } from "./tidies"
import { draftVerdict } from "./verdicts"

const sign = (desk: Desk, articleId: string) => signOffArticle(desk.secondEditor, { articleId, notices: [] })
const standing = async (desk: Desk, articleId: string) => (await readArticle(desk.viewer, articleId)).standing

/** An article with an approved claim and an open one of a priority. */
async function halfDone(desk: Desk, priority: 1 | 2 = 2) {
  const article = await desk.article()
  const done = await desk.approvedClaim({ article })
  const open = await desk.claim({ article, words: WORDS.other, fields: { priority } })
  return { article, done, open }
}

function revised(desk: Desk, articleId: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  return reviseArticle(desk.checker, { articleId, bytes, format: "text", origin: "paste", head: "keep", given: {} })
}

const bodyOf = ({ revision: { text, bodyStart } }: { revision: { text: string; bodyStart: number } }) =>
  text.slice(bodyStart).replaceAll("\n", "\n\n")

describe("an article that is ready", () => {
  test("goes out whole: what was signed is kept, with a digest over it and the head of the log", async ({ desk }) => {
    const { articleId, id, round } = await desk.approvedClaim()
    const { hash } = await db().eventStream.findUniqueOrThrow({ where: { id: articleId } })
    expect(await sign(desk, articleId)).toEqual({ articleId, number: 1, goneOut: "signed_off" })
    const row = await db().signOff.findFirstOrThrow({ where: { articleId } })
    expect(row).toMatchObject({ eventHead: hash, signedById: desk.secondEditor.id, reason: null, secondId: null })
    const signed = SignedArticle.parse(row.snapshot)
    expect(row.digest).toBe(sha256(canonicalize({ ...signed, eventHead: hash }) ?? ""))
    const { snapshot } = await db().round.findUniqueOrThrow({ where: { id: round.id } })
    const kept = { id, open: null, roundId: round.id, roundSha256: sha256(canonicalize(snapshot) ?? "") }
    expect(signed.claims).toMatchObject([{ ...kept, words: WORDS.quote, rating: { code: "false" } }])
    expect(await standing(desk, articleId)).toBe("signed_off")
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
    await refused(() => sign(desk, articleId), "conflict", "signOff.already")
  })

  test("stands as it went out: nothing of it changes, and looking at it again goes on", async ({ desk }) => {
    const claim = await signedClaimOf(desk)
    const { articleId, id: claimId, round } = claim
    const { revision } = await readArticle(desk.checker, articleId)
    const frozen = ["conflict", "claim.signedOff"] as const
    await refused(() => editClaim(desk.checker, { claimId, fields: { statement: "So." } }), ...frozen)
    await refused(() => draftVerdict(desk.checker, { claimId, verdict: { rating: "true" } }), ...frozen)
    await refused(() => withdrawClaim(desk.editor, { claimId, reason: "Wrong" }), ...frozen)
    await refused(() => assignClaims(desk.editor, { claims: [{ claimId }], assigneeId: desk.checker.id }), ...frozen)
    const review = { roundId: round.id, decision: "withdraw", note: "I was wrong." } as const
    await refused(() => decideReview(desk.editor, review), ...frozen)
    const evidence = { stance: "context" } as const
    await refused(() => addEvidence(desk.checker, { claimId, source: newSource(), evidence }), ...frozen)
    const spans = [{ start: 0, end: 4 }]
    const whole = ["conflict", "article.signedOff"] as const
    await refused(() => markClaim(desk.checker, { articleId, revisionId: revision.id, spans, fields: {} }), ...whole)
    const marking = { articleId, revisionId: revision.id, sentences: [1], mark: "nothing_to_check" as const }
    await refused(() => markCoverage(desk.checker, marking), ...whole)
    await refused(() => revised(desk, articleId, "Another text altogether.\n"), ...whole)
    const evidenceId = claim.evidence[0]?.id ?? ""
    await db().evidence.update({ where: { id: evidenceId }, data: { flag: "page_gone", flaggedAt: new Date() } })
    expect((await lookAtEvidence(desk.checker, { evidenceId })).evidence[0]?.flag).toBeNull()
    expect((await editArticle(desk.editor, { articleId, fields: { publishedOn: "2026-11-20" } })).publishedOn).toBe(
      "2026-11-20",
    )
    // Nor by the database.
    const write = db().$executeRaw`UPDATE "Claim" SET "state" = 'open', "roundId" = NULL WHERE "id" = ${claimId}::uuid`
    await expect(write).rejects.toThrow("Claim_")
  })

  test("is signed by nobody who wrote the article or anything that stands in it", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.owner.id }] })
    const { id: articleId } = article
    await desk.approvedClaim({ article, by: desk.secondEditor })
    await desk.approvedClaim({ article, words: WORDS.other })
    await refused(() => signOffArticle(desk.owner, { articleId, notices: [] }), "forbidden", "policy.article_signOff")
    await refused(() => sign(desk, articleId), "forbidden", "policy.article_signOff")
    expect((await readSignOffs(desk.secondEditor, articleId)).barred).toBe("round")
    await desk.set({ signOff: "not_of_all" })
    expect(await sign(desk, articleId)).toMatchObject({ goneOut: "signed_off" })
    const { revisionId, snapshot, digest, eventHead } = await db().signOff.findFirstOrThrow({ where: { articleId } })
    const again = { workspaceId: desk.workspaceId, articleId, revisionId, digest, eventHead, number: 2 }
    const signing = db().signOff.create({ data: { ...again, snapshot: snapshot as object, signedById: desk.owner.id } })
    await expect(signing).rejects.toThrow("SignOff_four_eyes")
  })

  test("with a rating that settles nothing is so once an editor lets it stand", async ({ desk }) => {
    const { id: claimId, articleId } = await unsettledClaim(desk)
    await refused(() => sign(desk, articleId), "conflict", "signOff.notReady")
    expect((await readSignOffs(desk.editor, articleId)).open.claims).toMatchObject([{ id: claimId, open: "unsettled" }])
    const { letStand: stands } = await letStand(desk.editor, { claimId, reason: "It is marked as hearsay." })
    expect(stands).toMatchObject({ reason: "It is marked as hearsay.", by: { id: desk.editor.id } })
    expect((await readClaim(desk.author, claimId).catch(() => null))?.letStand?.reason ?? "").toBe("")
    expect(await standing(desk, articleId)).toBe("ready")
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "cannot_confirm", conclusion: "Nobody knows." } })
    expect((await readClaim(desk.editor, claimId)).letStand).toBeNull()
    const other = await desk.approvedClaim()
    await refused(() => letStand(desk.editor, { claimId: other.id, reason: "x" }), "conflict", "letStand.settled")
    await refused(() => letStand(desk.editor, { claimId, reason: "x" }), "conflict", "letStand.notApproved")
  })

  test.for(["request_changes", "withdraw"] as const)(
    "with another rating that settles nothing is not, whatever was let stand before: after %s",
    async (decision, { desk }) => {
      const { id: claimId, articleId, round } = await unsettledClaim(desk)
      await letStand(desk.editor, { claimId, reason: "It is marked as hearsay." })
      await decideReview(desk.editor, { roundId: round.id, decision, note: "Look again." })
      expect((await readClaim(desk.editor, claimId)).letStand).toBeNull()
      if (decision === "withdraw") await recallRound(desk.checker, { roundId: round.id })
      const again = await sentAnew(desk, claimId, "needs_fix", "It was eight.")
      await decideReview(desk.editor, { roundId: again, decision: "approve" })
      expect((await readSignOffs(desk.editor, articleId)).open.claims).toMatchObject([{ open: "unsettled" }])
      await refused(() => sign(desk, articleId), "conflict", "signOff.notReady")
    },
  )
})

describe("an article that is not ready", () => {
  test("goes out with its open items, named, and goes on to its end", async ({ desk }) => {
    const { article, done, open } = await halfDone(desk)
    const { id: articleId } = article
    const refusal = await refused(() => sign(desk, articleId), "conflict", "signOff.notReady")
    expect(refusal.details.params).toEqual({ claims: 1, sentences: 0 })
    const openItems = { reason: "The paper goes at six." }
    const released = await signOffArticle(desk.secondEditor, { articleId, openItems, notices: [] })
    expect(released).toEqual({ articleId, number: 1, goneOut: "released" })
    expect((await desk.lastEvents(1))[0]).toMatchObject({ act: "article.released", payload: { open: [open.number] } })
    expect(await standing(desk, articleId)).toBe("released")
    await refused(
      () => editClaim(desk.checker, { claimId: done.id, fields: { statement: "So." } }),
      "conflict",
      "claim.signedOff",
    )
    await addEvidence(desk.checker, { claimId: open.id, source: newSource(), evidence: { stance: "supports" } })
    await draftVerdict(desk.checker, { claimId: open.id, verdict: { rating: "true", conclusion: "He did." } })
    const { round } = await sendToReview(desk.checker, { claimId: open.id, waivers: [] })
    const whole = await signAgain(desk, round?.id ?? "", articleId)
    expect(whole.standing).toBe("signed_off")
    const { signOffs } = await readSignOffs(desk.viewer, articleId)
    expect(signOffs).toMatchObject([
      { number: 2, kind: "signed_off", open: [] },
      { number: 1, open: [open.number], reason: null },
    ])
  })

  test("does not go out at all while the law holds a claim of it", async ({ desk }) => {
    const { articleId, id: claimId, number } = await desk.approvedClaim()
    await decideLegal(desk.editor, { claimId, decision: "hold", reason: "It may be libel." })
    const openItems = { reason: "At six." }
    const release = () => signOffArticle(desk.secondEditor, { articleId, openItems, notices: [] })
    const refusal = await refused(release, "conflict", "signOff.held")
    expect(refusal.details.params).toEqual({ count: 1, numbers: String(number) })
    expect((await readSignOffs(desk.editor, articleId)).held).toEqual([number])
    await decideLegal(desk.editor, { claimId, decision: "clear", reason: "It is not." })
    expect(await release()).toMatchObject({ goneOut: "signed_off" })
    // Held once it is out, it goes out no second time.
    await decideLegal(desk.editor, { claimId, decision: "hold", reason: "A letter came." })
    await reopen(desk.secondEditor, { articleId, kind: "update", reason: "A letter came." })
    await refused(release, "conflict", "signOff.held")
  })

  test("does not go out while a mended typo of what goes out waits for a yes or a no", async ({ desk }) => {
    const typo = { conclusion: "Teh statistics office counts four." }
    const { id: claimId, articleId, number } = await desk.approvedClaim({ verdict: typo })
    const words = { conclusion: "The statistics office counts four." }
    const { tidy } = await proposeTidy(desk.checker, { claimId, words })
    const refusal = await refused(() => sign(desk, articleId), "conflict", "signOff.tidyWaits")
    expect(refusal.details.params).toEqual({ count: 1, numbers: String(number) })
    expect((await readSignOffs(desk.editor, articleId)).tidies).toEqual([number])
    await decideTidy(desk.editor, { tidyId: tidy?.id ?? "", decision: "confirm" })
    expect((await readSignOffs(desk.editor, articleId)).tidies).toEqual([])
    expect(await sign(desk, articleId)).toMatchObject({ goneOut: "signed_off" })
    const { claims } = SignedArticle.parse((await db().signOff.findFirstOrThrow({ where: { articleId } })).snapshot)
    expect(claims).toMatchObject([{ conclusion: words.conclusion }])
  })

  test("goes out with no other open items than were seen", async ({ desk }) => {
    const { article, done, open } = await halfDone(desk)
    const { id: articleId } = article
    const release = (claimIds: string[]) => () =>
      signOffArticle(desk.secondEditor, { articleId, openItems: { reason: "At six.", claimIds }, notices: [] })
    await decideReview(desk.editor, { roundId: done.round.id, decision: "withdraw", note: "I was wrong." })
    const refusal = await refused(release([open.id]), "conflict", "signOff.moreOpen")
    expect(refusal.details.params).toEqual({ count: 1, numbers: String(done.number) })
    expect(await release([open.id, done.id])()).toMatchObject({ goneOut: "released" })
  })

  test("takes a second person for a must", async ({ desk }) => {
    const { article } = await halfDone(desk, 1)
    const release = (secondId?: string) => () =>
      signOffArticle(desk.secondEditor, {
        articleId: article.id,
        openItems: { reason: "At six.", secondId },
        notices: [],
      })
    await refused(release(), "invalid", "signOff.secondNeeded")
    await refused(release(desk.secondEditor.id), "invalid", "signOff.secondIsSigner")
    await refused(release(desk.viewer.id), "invalid", "signOff.noSuchSecond")
    await release(desk.editor.id)()
    const [row] = (await readSignOffs(desk.editor, article.id)).signOffs
    expect(row).toMatchObject({ kind: "released", reason: "At six.", second: { id: desk.editor.id } })
  })
})

/** Reopens a claim, and answers the reopening. */
const reopened = ({ secondEditor }: Desk, { articleId, id: claimId }: SentClaim) =>
  reopen(secondEditor, { articleId, claimId, kind: "verdict_changing", reason: "The office counts three." })

/** Drafts the claim anew and sends it. */
async function sentAnew(desk: Desk, claimId: string, rating: string, conclusion: string): Promise<string> {
  await draftVerdict(desk.checker, { claimId, verdict: { rating, conclusion } })
  return (await sendToReview(desk.checker, { claimId, waivers: [] })).round?.id ?? ""
}

describe("what is reopened", () => {
  test("is open again and under review, all else stands, and what it changes is listed", async ({ desk }) => {
    const article = await desk.article()
    const { id: articleId } = article
    const claim = await desk.approvedClaim({ article })
    const other = await desk.approvedClaim({ article, words: WORDS.other })
    await sign(desk, articleId)
    const { reopeningId } = await reopened(desk, claim)
    expect(await standing(desk, articleId)).toBe("under_review")
    expect(await readClaim(desk.viewer, claim.id)).toMatchObject({
      ...{ state: "open", round: null, signOffId: null, verdict: { rating: { code: "false" } } },
      underReviewSince: expect.any(String) as string,
    })
    await refused(() => reopened(desk, claim), "conflict", "reopen.isOpen")
    await refused(
      () => editClaim(desk.checker, { claimId: other.id, fields: { statement: "So." } }),
      "conflict",
      "claim.signedOff",
    )
    await refused(
      () => revised(desk, articleId, bodyOf(article).replace("Tuesday", "Monday")),
      "conflict",
      "revision.changesSignedOff",
    )
    await revised(desk, articleId, bodyOf(article).replace("The bridge opened", "The new bridge opened"))
    const roundId = await sentAnew(desk, claim.id, "mixed", "The office counts three.")
    const draft = (await readSignOffs(desk.editor, articleId)).reopenings[0]?.draft
    expect(draft).toBeNull()
    expect((await signAgain(desk, roundId, articleId)).standing).toBe("signed_off")
    const { corrections, reopenings } = await readSignOffs(desk.viewer, articleId)
    expect(reopenings).toEqual([])
    // Of other words in the text nobody is left to find out by themselves.
    const notice = `Correction: “${WORDS.quote}” was rated “False” and is now rated “Mixed”. Our conclusion now reads: The office counts three. The text has been changed.`
    expect(corrections).toMatchObject([{ claim: { id: claim.id }, kind: "verdict_changing", notice, from: 1, to: 2 }])
    const told = await desk.lastEvents(2)
    expect(told.map(({ act }) => act)).toEqual(["article.signed_off", "correction.listed"])
    expect(told[1]?.subjects).toMatchObject({ reopening: reopeningId, claim: claim.id })
    expect((await readClaim(desk.viewer, claim.id)).underReviewSince).toBeNull()
  })

  test("and is as it was leaves no correction; whoever signs can word the notice", async ({ desk }) => {
    const claim = await signedClaimOf(desk)
    await reopened(desk, claim)
    const same = await sentAnew(desk, claim.id, "false", "The statistics office counts four.")
    await signAgain(desk, same, claim.articleId)
    expect((await readSignOffs(desk.viewer, claim.articleId)).corrections).toEqual([])
    const { reopeningId } = await reopened(desk, claim)
    const other = await sentAnew(desk, claim.id, "true", "The statistics office counts four.")
    await signAgain(desk, other, claim.articleId, [{ reopeningId, notice: "We were wrong." }])
    expect((await readSignOffs(desk.viewer, claim.articleId)).corrections).toMatchObject([{ notice: "We were wrong." }])
  })

  test("and is explained otherwise, or rests on other sources, is listed", async ({ desk }) => {
    const claim = await signedClaimOf(desk)
    const { articleId, id: claimId } = claim
    const corrected = async (change: () => Promise<unknown>) => {
      await reopened(desk, claim)
      await change()
      const { round } = await sendToReview(desk.checker, { claimId, waivers: [] })
      await signAgain(desk, round?.id ?? "", articleId)
      return (await readSignOffs(desk.viewer, articleId)).corrections[0]?.notice
    }
    const evidence = { stance: "refutes" } as const
    const said = { rating: "false", conclusion: "The statistics office counts four." }
    const [hidden, named] = [newSource({ confidential: true }), newSource()]
    const cite = (source: typeof named) => () => addEvidence(desk.owner, { claimId, source, evidence })
    expect(await corrected(cite(hidden))).toBeUndefined()
    const sources = `Correction: We have revised the sources that we name on “${WORDS.quote}”.`
    expect(await corrected(cite(named))).toBe(sources)
    const words = `Correction: We have revised what we say about “${WORDS.quote}”.`
    const explained = { claimId, verdict: { ...said, explanation: "It counts each year." } }
    expect(await corrected(() => draftVerdict(desk.checker, explained))).toBe(words)
    expect(await corrected(() => editClaim(desk.checker, { claimId, fields: { statement: "So." } }))).toBe(words)
    expect((await readSignOffs(desk.viewer, articleId)).corrections).toHaveLength(3)
  })

  test("is told of with the text it stands in, once", async ({ desk }) => {
    const article = await desk.article()
    const { id: articleId } = article
    const [one, other] = [
      await desk.approvedClaim({ article }),
      await desk.approvedClaim({ article, words: WORDS.other }),
    ]
    await sign(desk, articleId)
    for (const claim of [one, other]) await reopened(desk, claim)
    await revised(desk, articleId, bodyOf(article).replace("The bridge opened", "The new bridge opened"))
    const sent = [await sentAnew(desk, one.id, "false", "Four."), await sentAnew(desk, other.id, "false", "Five.")]
    for (const roundId of sent) await decideReview(desk.editor, { roundId, decision: "approve" })
    await sign(desk, articleId)
    const { corrections } = await readSignOffs(desk.viewer, articleId)
    expect(corrections.map(({ notice }) => notice).toReversed()).toEqual([
      "Correction: Our conclusion now reads: Four. The text has been changed.",
      "Correction: Our conclusion now reads: Five.",
    ])
  })

  test("can be the text alone: what nobody had claimed is marked then", async ({ desk }) => {
    const { articleId } = await signedClaimOf(desk)
    const article = await readArticle(desk.checker, articleId)
    await reopen(desk.secondEditor, { articleId, kind: "factual", reason: "The bridge opened in 1932." })
    await refused(
      () => reopen(desk.secondEditor, { articleId, kind: "factual", reason: "Again." }),
      "conflict",
      "reopen.isOpen",
    )
    await revised(desk, articleId, bodyOf(article).replace("1931", "1932"))
    await desk.approvedClaim({ article: await readArticle(desk.checker, articleId), words: "opened in 1932" })
    expect(await sign(desk, articleId)).toMatchObject({ goneOut: "signed_off", number: 2 })
    const { corrections } = await readSignOffs(desk.viewer, articleId)
    expect(corrections).toMatchObject([{ claim: null, notice: "Correction: The text has been changed." }])
  })

  test("comes before another text of what was released with open items, which is then listed", async ({ desk }) => {
    const { article, open } = await halfDone(desk)
    const { id: articleId } = article
    const openItems = { reason: "At six." }
    await signOffArticle(desk.secondEditor, { articleId, openItems, notices: [] })
    const revise = () => revised(desk, articleId, `${bodyOf(article)}\n\nNobody was hurt.`)
    await refused(revise, "conflict", "article.textReleased")
    await reopen(desk.secondEditor, { articleId, kind: "update", reason: "The police called back." })
    await revise()
    await withdrawClaim(desk.editor, { claimId: open.id, reason: "Not checkable." })
    expect((await readSignOffs(desk.editor, articleId)).reopenings).toMatchObject([
      { claim: null, draft: "Update: The text has been changed." },
    ])
    expect(await sign(desk, articleId)).toMatchObject({ goneOut: "signed_off", number: 2 })
    const { corrections } = await readSignOffs(desk.viewer, articleId)
    expect(corrections).toMatchObject([{ claim: null, from: 1, to: 2, notice: "Update: The text has been changed." }])
  })

  test("is nothing that has not gone out, and of an article that has none", async ({ desk }) => {
    const claim = await desk.approvedClaim()
    await refused(() => reopened(desk, claim), "conflict", "reopen.notOut")
    const { article, open } = await halfDone(desk)
    const openItems = { reason: "At six." }
    await signOffArticle(desk.secondEditor, { articleId: article.id, openItems, notices: [] })
    const asked = { articleId: article.id, claimId: open.id, kind: "update", reason: "x" } as const
    await refused(() => reopen(desk.editor, asked), "conflict", "reopen.isOpen")
    const elsewhere = { ...asked, claimId: claim.id }
    await refused(() => reopen(desk.editor, elsewhere), "not-found", "claim.notFound")
  })
})

describe("a complaint", () => {
  test("that is upheld reopens what it is about; that is rejected changes nothing", async ({ desk }) => {
    const claim = await signedClaimOf(desk)
    const { articleId, id: claimId } = claim
    const written = { articleId, claimId, ...COMPLAINT, dueAt: "2026-11-27T10:00:00.000Z" }
    const first = await recordComplaint(desk.editor, written)
    const second = await recordComplaint(desk.editor, { articleId, ...COMPLAINT, text: "I don’t like it." })
    await decideComplaint(desk.owner, { complaintId: second.complaintId, outcome: "rejected", answer: "Sorry." })
    expect(await standing(desk, articleId)).toBe("signed_off")
    const upheld = {
      complaintId: first.complaintId,
      outcome: "upheld",
      answer: "You are right.",
      kind: "factual",
    } as const
    await refused(() => decideComplaint(desk.editor, upheld), "forbidden", "policy.complaint_decide")
    const { reopeningId } = await decideComplaint(desk.owner, { ...upheld, version: 1 })
    expect(reopeningId).toEqual(expect.any(String))
    expect(await standing(desk, articleId)).toBe("under_review")
    await refused(() => decideComplaint(desk.owner, upheld), "conflict", "complaint.over")
    const seen = await readSignOffs(desk.editor, articleId)
    expect(seen.complaints).toMatchObject([
      { who: COMPLAINT.who, outcome: "rejected", answer: "Sorry." },
      { outcome: "upheld", decidedBy: { id: desk.owner.id }, claim: { number: claim.number }, decides: false },
    ])
    expect((await readSignOffs(desk.checker, articleId)).complaints).toBeNull()
  })

  test("is answered also when its claim was withdrawn since, or is looked at again already", async ({ desk }) => {
    const claim = await signedClaimOf(desk)
    const { articleId, id: claimId } = claim
    const wrote = [
      await recordComplaint(desk.editor, { articleId, claimId, ...COMPLAINT }),
      await recordComplaint(desk.editor, { articleId, claimId, ...COMPLAINT }),
      await recordComplaint(desk.editor, { articleId, ...COMPLAINT }),
    ]
    const [first = "", second = "", third = ""] = wrote.map(({ complaintId }) => complaintId)
    const uphold = (complaintId: string) => {
      const upheld = { complaintId, outcome: "upheld", answer: "You are right.", kind: "factual" } as const
      return decideComplaint(desk.owner, upheld)
    }
    const { reopeningId } = await reopened(desk, claim)
    expect(await uphold(first)).toEqual({ complaintId: first, reopeningId })
    await withdrawClaim(desk.editor, { claimId, reason: "Nobody said so." })
    const openItems = { reason: "It goes on." }
    await signOffArticle(desk.secondEditor, { articleId, openItems, notices: [] })
    expect(await uphold(second)).toEqual({ complaintId: second, reopeningId: null })
    const text = await reopen(desk.owner, { articleId, kind: "update", reason: "A letter came." })
    expect(await uphold(third)).toEqual({ complaintId: third, reopeningId: text.reopeningId })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "complaint.decided", payload: { outcome: "upheld" } }])
  })

  test("is taken and answered also when its article is put away; what is upheld waits until that is back", async ({
    desk,
  }) => {
    const { articleId, id: claimId } = await signedClaimOf(desk)
    await archiveArticle(desk.editor, { articleId })
    const { complaintId } = await recordComplaint(desk.editor, { articleId, claimId, ...COMPLAINT })
    const other = await recordComplaint(desk.editor, { articleId, ...COMPLAINT })
    const about = { complaintId: other.complaintId, outcome: "rejected", answer: "Sorry." } as const
    expect(await decideComplaint(desk.owner, about)).toMatchObject({ reopeningId: null })
    const upheld = { complaintId, outcome: "upheld", answer: "You are right.", kind: "factual" } as const
    await refused(() => decideComplaint(desk.owner, upheld), "conflict", "complaint.archived")
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "complaint.decided", payload: { outcome: "rejected" } }])
    await restoreArticle(desk.editor, { articleId })
    expect(await decideComplaint(desk.owner, upheld)).toMatchObject({ reopeningId: expect.any(String) as string })
  })

  test("about an article whole is for whoever worked on none of it, or for whoever hasn't written it where nobody is left", async ({
    desk,
  }) => {
    const { articleId } = await signedClaimOf(desk)
    const { complaintId } = await recordComplaint(desk.editor, { articleId, ...COMPLAINT })
    const reject = (who: Actor) => decideComplaint(who, { complaintId, outcome: "rejected", answer: "Sorry." })
    const mayDecide = async (who: Actor) =>
      (await readSignOffs(who, articleId)).complaints?.map(({ decides }) => decides)
    expect([await mayDecide(desk.editor), await mayDecide(desk.owner)]).toEqual([[false], [true]])
    await refused(() => reject(desk.editor), "forbidden", "policy.complaint_decide")
    const authors = [desk.owner, desk.secondEditor].map(({ id }) => ({ membershipId: id }))
    await editArticle(desk.editor, { articleId, fields: { authors } })
    expect([await mayDecide(desk.editor), await mayDecide(desk.owner)]).toEqual([[true], undefined])
    await refused(() => reject(desk.owner), "not-found", "complaint.notFound")
    await reject(desk.editor)
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "complaint.decided", payload: { outcome: "rejected" } }])
  })

  test("is about something that has gone out", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    await refused(() => recordComplaint(desk.editor, { articleId, ...COMPLAINT }), "conflict", "reopen.notOut")
  })
})
