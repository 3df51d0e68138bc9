/**
 * What the desk says to itself about an article reaches none of its authors, whatever their role: a word is planted in every
 * internal field of an article, and everything that the desk offers is read for its words by each of them.
 */
import { expect } from "vitest"
import type { Actor } from "../domain/workspace"
import { adjudicate } from "./adjudications"
import { waitOn } from "./arrangements"
import { editArticle, readArticle } from "./articles"
import { withdrawClaim } from "./claims"
import { startThread } from "./comments"
import { addEvidence } from "./evidence"
import { decideLegal } from "./legal"
import { askOpinion, giveOpinion, withdrawOpinion } from "./opinions"
import { decideRemark } from "./remarks"
import { decideComplaint, recordComplaint, reopen } from "./reopenings"
import { decideReview } from "./reviews"
import { sendToReview } from "./rounds"
import { letStand, signOffArticle } from "./sign-offs"
import { called } from "./testing/contact-acts"
import { newSource, openDesk, test, withRound, WORDS, type Desk } from "./testing/desk"
import { sentFile } from "./testing/files"
import type { RandomDesk } from "./testing/random-desk"
import { READS } from "./testing/reads"
import { remarksOn } from "./testing/remarks"
import { COMPLAINT } from "./testing/sign-off-acts"
import { draftVerdict } from "./verdicts"

/** A word that stands nowhere else, by where it is planted. */
const word = (place: string) => `zq${place.toLowerCase()}qz`

/** Where words are planted that somebody at the desk reads. */
const READ = [
  ...["evidenceNote", "workingNote", "waiver", "reviewNote", "opinionNote", "adjudication", "letStand", "waiting"],
  ...["note", "legal", "hold", "whom", "question", "address", "contactNotes", "reply", "file"],
  ...["release", "complainant", "complaint", "answer", "reopening"],
]
/** Where words are that nobody reads again. */
const KEPT = ["withdrawn", "opinionWithdrawn"]

/** An article that has gone out with a claim of each kind on it, and all that the desk said of it on the way. */
async function annotated(desk: Desk): Promise<RandomDesk> {
  const them = [desk.author, desk.secondEditor, desk.owner]
  const article = await desk.article({ authors: them.map(({ id }) => ({ membershipId: id })) })
  const articleId = article.id
  const judged = await judgedClaim(desk, articleId)
  const standing = await standingClaim(desk, articleId)
  await said(desk, articleId, standing)
  await signOffArticle(desk.editor, { articleId, openItems: { reason: word("release") }, notices: [] })
  await complained(desk, articleId, judged)
  // Whoever gave the second opinion turns out to have written it as well.
  const authors = [...them, desk.secondChecker].map(({ id }) => ({ membershipId: id }))
  await editArticle(desk.editor, { articleId, fields: { authors } })
  const planted = [...READ, ...KEPT].map((place) => ({ word: word(place), sourceId: "" }))
  // Of what a list finds every seventh word is asked for: here each of them.
  const asked = planted.flatMap((one) => Array.from({ length: 7 }, () => one))
  const claimIds = [judged, standing]
  return {
    desk,
    articleId,
    revisionId: article.revision.id,
    claimIds,
    sourceIds: [],
    planted: asked,
    asked: [],
    noted: [],
  }
}

async function sentWith(desk: Desk, claimId: string) {
  const verdict = { rating: "false", conclusion: "They rose.", workingNote: word("workingNote") }
  await draftVerdict(desk.checker, { claimId, verdict })
  const waivers = [{ item: "evidence" as const, reason: word("waiver") }]
  return withRound(await sendToReview(desk.checker, { claimId, waivers }))
}

/** One on which two verdicts differed, whose first round was waived an item and sent back. */
async function judgedClaim(desk: Desk, articleId: string): Promise<string> {
  const article = await read(desk, articleId)
  const { id: claimId } = await desk.claim({ article })
  const { round } = await sentWith(desk, claimId)
  await decideReview(desk.editor, { roundId: round.id, decision: "request_changes", note: word("reviewNote") })
  const evidence = { stance: "context", excerpt: "Rents fell.", note: word("evidenceNote") } as const
  await addEvidence(desk.checker, { claimId, source: newSource(), evidence })
  const sent = await sentWith(desk, claimId)
  await askOpinion(desk.checker, { claimId })
  const verdict = { rating: "mixed", conclusion: "Counted again.", workingNote: word("opinionNote") }
  await giveOpinion(desk.secondChecker, { claimId, verdict })
  await adjudicate(desk.editor, { claimId, rating: "false", reason: word("adjudication") })
  await decideReview(desk.editor, { roundId: sent.round.id, decision: "approve" })
  return claimId
}

/** One that was let stand, somebody was asked about, and that waited for somebody; beside one in review and one that was withdrawn. */
async function standingClaim(desk: Desk, articleId: string): Promise<string> {
  const article = await read(desk, articleId)
  const { id: openId } = await desk.claim({ article, words: WORDS.other })
  await sentWith(desk, openId)
  const { id: goneId } = await desk.claim({ article, words: WORDS.other })
  await askOpinion(desk.checker, { claimId: goneId })
  await withdrawOpinion(desk.editor, { claimId: goneId, reason: word("opinionWithdrawn") })
  await withdrawClaim(desk.editor, { claimId: goneId, reason: word("withdrawn") })
  const { id: claimId } = await desk.claim({ article, words: WORDS.fact, fields: { job: "ours" } })
  const fileId = await sentFile(desk.checker, `${word("file")}.txt`, word("file"))
  const answer = { outcome: "confirmed", onRecord: true, reply: word("reply") } as const
  const contact = { whom: word("whom"), question: word("question"), address: word("address"), fileId }
  await called(desk.checker, [claimId], { ...contact, ...answer, notes: word("contactNotes") })
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "cannot_confirm", conclusion: "Nobody knows." } })
  const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
  await decideReview(desk.editor, { roundId: round.id, decision: "approve" })
  await letStand(desk.editor, { claimId, reason: word("letStand") })
  await waitOn(desk.checker, { claimId, waiting: { on: "other", whom: word("waiting"), chaseAt: null } })
  return claimId
}

async function said(desk: Desk, articleId: string, claimId: string): Promise<void> {
  const [remarkId = ""] = await remarksOn(await read(desk, articleId), ["Says who?"])
  await decideRemark(desk.checker, { remarkId, outcome: "discarded" })
  await startThread(desk.checker, { articleId, kind: "note", body: word("note"), about: { claimId } })
  await startThread(desk.editor, { articleId, kind: "legal", body: word("legal") })
  await decideLegal(desk.editor, { claimId, decision: "hold", reason: word("hold") })
  await decideLegal(desk.editor, { claimId, decision: "clear", reason: word("hold") })
}

async function complained(desk: Desk, articleId: string, claimId: string): Promise<void> {
  const complaint = { ...COMPLAINT, who: word("complainant"), text: word("complaint") }
  const { complaintId } = await recordComplaint(desk.editor, { articleId, ...complaint })
  await decideComplaint(desk.editor, { complaintId, outcome: "rejected", answer: word("answer") })
  await reopen(desk.editor, { articleId, claimId, kind: "factual", reason: word("reopening") })
}

const read = (desk: Desk, articleId: string) => readArticle(desk.editor, articleId)

let known: Promise<RandomDesk> | undefined

/** Nothing is done there by who reads: it is made once. */
function theDesk(): Promise<RandomDesk> {
  known ??= openDesk().then(annotated)
  return known
}

/** By read, the words that it told a person. */
async function toldTo(who: Actor, here: RandomDesk): Promise<Map<string, string[]>> {
  const words = [...new Set(here.planted.map((one) => one.word))]
  const told = new Map<string, string[]>()
  for (const [name, ask] of Object.entries(READS)) {
    const text = JSON.stringify(await ask(who, here).catch(String)) ?? ""
    const found = words.filter((one) => text.includes(one))
    if (found.length > 0) told.set(name, found)
  }
  return told
}

test("no note of the desk reaches an author of the article, whatever their role", { timeout: 120_000 }, async () => {
  const here = await theDesk()
  const { desk } = here
  const editors = new Set([...(await toldTo(desk.editor, here)).values()].flat())
  expect(READ.filter((place) => !editors.has(word(place)))).toEqual([])
  for (const who of [desk.author, desk.secondChecker, desk.secondEditor, desk.owner]) {
    expect(Object.fromEntries(await toldTo(who, here)), who.role).toEqual({})
  }
})

test("no event tells an author of whom the desk asked, what it noted or who complained", async () => {
  const here = await theDesk()
  const { desk } = here
  const told = async (who: Actor) => JSON.stringify(await READS["history.articleHistory"]?.(who, here))
  const acts = ["contact.recorded", "legal.held", "complaint.recorded", "complaint.decided", "remark.decided"]
  const editors = await told(desk.editor)
  expect(acts.filter((act) => !editors.includes(act))).toEqual([])
  for (const who of [desk.author, desk.secondChecker, desk.secondEditor, desk.owner]) {
    const text = await told(who)
    expect(
      acts.filter((act) => text.includes(act)),
      who.role,
    ).toEqual([])
  }
})
