/**
 * How each act that works on an article, or on anything of one, is tried in the table of refusals: one line an act. An act
 * that may do several things is there for each, with what it does behind its name.
 */
import type { Actor } from "../../domain/workspace"
import { acceptFix, acceptFixes } from "../accepting"
import { adjudicate, agreeAdjudication, proposeAdjudication } from "../adjudications"
import { archiveArticle, restoreArticle } from "../archive"
import { assignClaims, resumeClaim, waitOn } from "../arrangements"
import { editArticle, editDetails } from "../articles"
import { editCalculation, removeCalculation } from "../calculations"
import { editClaim, markClaim, markClaims, restoreClaim, withdrawClaim } from "../claims"
import { editComment, replyToThread, resolveComment, startThread } from "../comments"
import { editContact } from "../contacts"
import { markCoverage } from "../coverage"
import { deleteArticle, eraseArticle } from "../erasing"
import { addEvidence, editEvidence, lookAtEvidence, removeEvidence } from "../evidence"
import { answerFix, declineFix, dropFix, proposeFix } from "../fixes"
import { decideLegal } from "../legal"
import { reviseFromLink } from "../links"
import { dismissEarlier } from "../memory"
import { askOpinion, giveOpinion, lookIn, returnOpinion, takeOpinion, withdrawOpinion } from "../opinions"
import { confirmPlace, reanchorClaim } from "../placements"
import { publishArticle, unpublishArticle } from "../publishing"
import { decideRemark, reopenRemark } from "../remarks"
import { decideComplaint, recordComplaint, reopen } from "../reopenings"
import { approveKept, decideReview } from "../reviews"
import { editText, restoreRevision, reviseArticle } from "../revising"
import { recallRound, sendToReview } from "../rounds"
import { letStand, signOffArticle } from "../sign-offs"
import { tickClaim } from "../ticks"
import { decideTidy, proposeTidy } from "../tidies"
import { draftVerdict } from "../verdicts"
import { calculated, called } from "./contact-acts"
import { newSource, typed } from "./desk"
import type { Place } from "./places"
import { COMPLAINT } from "./sign-off-acts"
import { nothing } from "./trial"

type Try = (who: Actor, at: Place & { assigneeId: string; earlierId: string }) => Promise<unknown>

const context = { stance: "context" } as const
const spans = [{ start: 0, end: 4 }]
const reason = "So it is."
const body = "Since 1931."
const bytes = new TextEncoder().encode("Title\n\nSome words of an article.\n")
const pasted = { bytes, format: "text", origin: "paste", given: {}, head: "read" } as const
const note = reason
const answered = { answer: "accepted", wording: null, reason: null } as const
const author = { on: "author", whom: null, chaseAt: null } as const

export const TRIES: Record<string, Try> = {
  "accepting.acceptFix": (who, { fixId }) => acceptFix(who, { fixId, version: undefined, take: undefined }),
  "accepting.acceptFixes": (who, { articleId, fixId }) =>
    acceptFixes(who, { articleId, fixes: [{ fixId, take: "proposed" }] }),
  "adjudications.adjudicate": (who, { claimId }) => adjudicate(who, { claimId, rating: "confirmed", reason }),
  "adjudications.agreeAdjudication": (who, { adjudicationId }) =>
    agreeAdjudication(who, { adjudicationId: adjudicationId ?? nothing() }),
  "adjudications.proposeAdjudication": (who, { claimId }) =>
    proposeAdjudication(who, { claimId, rating: "cannot_confirm", reason }),
  "archive.archiveArticle": (who, { articleId }) => archiveArticle(who, { articleId }),
  "archive.restoreArticle": (who, { articleId }) => restoreArticle(who, { articleId }),
  "arrangements.assignClaims": (who, { claimId, assigneeId }) =>
    assignClaims(who, { claims: [{ claimId }], assigneeId }),
  "arrangements.resumeClaim": (who, { claimId }) => resumeClaim(who, { claimId }),
  "arrangements.waitOn": (who, { claimId }) => waitOn(who, { claimId, waiting: author }),
  "articles.editArticle": (who, { articleId }) => editArticle(who, { articleId, fields: { section: "x" } }),
  "articles.editArticle authors": (who, { articleId }) => editArticle(who, { articleId, fields: { authors: [] } }),
  "articles.editDetails": (who, { articleId }) => editDetails(who, { articleId, fields: { section: "x" } }),
  "calculations.addCalculation": (who, { claimId }) => calculated(who, claimId),
  "calculations.editCalculation": (who, { calculationId }) =>
    editCalculation(who, { calculationId, calculation: { decimals: 1 } }),
  "calculations.removeCalculation": (who, { calculationId }) => removeCalculation(who, { calculationId }),
  "claims.editClaim": (who, { claimId }) => editClaim(who, { claimId, fields: { statement: "Taxes rose." } }),
  "claims.editClaim priority": (who, { claimId }) => editClaim(who, { claimId, fields: { priority: 3 } }),
  "claims.markClaim": (who, { articleId, revisionId }) => markClaim(who, { articleId, revisionId, spans, fields: {} }),
  "claims.markClaims": (who, { articleId, revisionId }) =>
    markClaims(who, { articleId, revisionId, claims: [{ spans, fields: {} }] }),
  "claims.restoreClaim": (who, { claimId }) => restoreClaim(who, { claimId }),
  "claims.withdrawClaim": (who, { claimId }) => withdrawClaim(who, { claimId, reason }),
  "comments.startThread query": (who, { articleId, claimId }) =>
    startThread(who, { articleId, kind: "query", body, about: { claimId } }),
  "comments.startThread note": (who, { articleId }) => startThread(who, { articleId, kind: "note", body }),
  "comments.startThread legal": (who, { articleId }) => startThread(who, { articleId, kind: "legal", body }),
  "comments.replyToThread query": (who, { queryId: threadId }) => replyToThread(who, { threadId, body, as: "reply" }),
  "comments.replyToThread note": (who, { noteId: threadId }) => replyToThread(who, { threadId, body, as: "reply" }),
  "comments.replyToThread legal": (who, { legalId: threadId }) => replyToThread(who, { threadId, body, as: "reply" }),
  "comments.editComment query": (who, { queryId: commentId }) => editComment(who, { commentId, body }),
  "comments.editComment note": (who, { noteId: commentId }) => editComment(who, { commentId, body }),
  "comments.resolveComment query": (who, { queryId }) => resolveComment(who, { commentId: queryId, resolved: true }),
  "comments.resolveComment note": (who, { noteId }) => resolveComment(who, { commentId: noteId, resolved: true }),
  "comments.resolveComment legal": (who, { legalId }) => resolveComment(who, { commentId: legalId, resolved: true }),
  "contacts.recordContact": (who, { claimId }) => called(who, [claimId]),
  "contacts.editContact": (who, { contactId }) => editContact(who, { contactId, contact: { outcome: "declined" } }),
  "coverage.markCoverage": (who, { articleId, revisionId }) =>
    markCoverage(who, { articleId, revisionId, sentences: [0], mark: "nothing_to_check" }),
  "erasing.deleteArticle": (who, { articleId }) => deleteArticle(who, { articleId }),
  "erasing.eraseArticle": (who, { articleId }) => eraseArticle(who, { articleId }),
  "evidence.addEvidence": (who, { claimId }) => addEvidence(who, { claimId, source: newSource(), evidence: context }),
  "evidence.editEvidence": (who, { evidenceId }) => editEvidence(who, { evidenceId, evidence: context }),
  "evidence.lookAtEvidence": (who, { evidenceId }) => lookAtEvidence(who, { evidenceId }),
  "evidence.removeEvidence": (who, { evidenceId }) => removeEvidence(who, { evidenceId }),
  "fixes.answerFix": (who, { fixId }) => answerFix(who, { fixId, ...answered }),
  "fixes.declineFix": (who, { fixId }) => declineFix(who, { fixId }),
  "fixes.dropFix": (who, { claimId }) => dropFix(who, { claimId }),
  "fixes.proposeFix": (who, { claimId }) => proposeFix(who, { claimId, wording: "x", reason: null }),
  "legal.decideLegal": (who, { claimId }) => decideLegal(who, { claimId, decision: "hold", reason }),
  "links.reviseFromLink": (who, { articleId }) => reviseFromLink(who, { articleId, url: "https://example.org/bridge" }),
  "memory.dismissEarlier": (who, { claimId, earlierId }) =>
    dismissEarlier(who, { claimId, earlierId, dismissed: true }),
  "opinions.askOpinion": (who, { claimId }) => askOpinion(who, { claimId }),
  "opinions.giveOpinion": (who, { claimId }) =>
    giveOpinion(who, { claimId, verdict: { rating: "confirmed", conclusion: reason } }),
  "opinions.lookIn": (who, { claimId }) => lookIn(who, { claimId }),
  "opinions.returnOpinion": (who, { claimId }) => returnOpinion(who, { claimId }),
  "opinions.takeOpinion": (who, { claimId }) => takeOpinion(who, { claimId }),
  "opinions.withdrawOpinion": (who, { claimId }) => withdrawOpinion(who, { claimId, reason }),
  "placements.confirmPlace": (who, { claimId }) => confirmPlace(who, { claimId }),
  "placements.reanchorClaim": (who, { claimId, revisionId }) => reanchorClaim(who, { claimId, revisionId, spans }),
  "publishing.publishArticle": (who, { articleId }) => publishArticle(who, { articleId }),
  "publishing.unpublishArticle": (who, { articleId }) => unpublishArticle(who, { articleId }),
  "remarks.decideRemark": (who, { remarkId }) => decideRemark(who, { remarkId, outcome: "note" }),
  "remarks.reopenRemark": (who, { decidedRemarkId: remarkId }) => reopenRemark(who, { remarkId }),
  "reopenings.decideComplaint": (who, { complaintId }) =>
    decideComplaint(who, { complaintId: complaintId ?? nothing(), outcome: "rejected", answer: "No." }),
  "reopenings.recordComplaint": (who, { articleId, claimId }) =>
    recordComplaint(who, { articleId, claimId, ...COMPLAINT }),
  "reopenings.reopen claim": (who, { articleId, claimId }) =>
    reopen(who, { articleId, claimId, kind: "factual", reason }),
  "reopenings.reopen text": (who, { articleId }) => reopen(who, { articleId, claimId: null, kind: "factual", reason }),
  "reviews.approveKept": (who, { roundId, version }) => approveKept(who, { reviewerId: who.id, roundId, version }),
  "reviews.decideReview approve": (who, { roundId }) => decideReview(who, { roundId, decision: "approve" }),
  "reviews.decideReview request": (who, { roundId }) =>
    decideReview(who, { roundId, decision: "request_changes", note }),
  "reviews.decideReview withdraw": (who, { roundId }) => decideReview(who, { roundId, decision: "withdraw", note }),
  "revising.editText": (who, { articleId, revisionId: baseId }) =>
    editText(who, { articleId, baseId, steps: [typed("New ", 1)] }),
  "revising.restoreRevision": (who, { articleId }) => restoreRevision(who, { articleId, number: 1 }),
  "revising.reviseArticle": (who, { articleId }) => reviseArticle(who, { articleId, ...pasted }),
  "rounds.recallRound": (who, { roundId }) => recallRound(who, { roundId }),
  "rounds.sendToReview": (who, { claimId }) => sendToReview(who, { claimId, waivers: [] }),
  "sign-offs.letStand": (who, { claimId }) => letStand(who, { claimId, reason }),
  "sign-offs.signOffArticle": (who, { articleId }) => signOffArticle(who, { articleId, notices: [] }),
  "sign-offs.signOffArticle open": (who, { articleId, assigneeId: secondId }) =>
    signOffArticle(who, { articleId, openItems: { reason, secondId }, notices: [] }),
  "sign-offs.signOffArticle open, by one": (who, { articleId }) =>
    signOffArticle(who, { articleId, openItems: { reason }, notices: [] }),
  "ticks.tickClaim": (who, { articleId, revisionId }) => tickClaim(who, { articleId, revisionId, spans }),
  "tidies.decideTidy confirm": (who, { tidyId }) =>
    decideTidy(who, { tidyId: tidyId ?? nothing(), decision: "confirm" }),
  "tidies.decideTidy refuse": (who, { tidyId }) => decideTidy(who, { tidyId: tidyId ?? nothing(), decision: "refuse" }),
  "tidies.proposeTidy": (who, { claimId }) =>
    proposeTidy(who, { claimId, words: { conclusion: "The office counts four." } }),
  "verdicts.draftVerdict": (who, { claimId }) =>
    draftVerdict(who, { claimId, verdict: { rating: "confirmed", conclusion: "So it is." } }),
}

/** Acts to which it matters whether a claim is a must, has a second opinion, or a mended typo that waits: of the others those columns are empty. */
export const ASKS_FOR_OPINIONS =
  /^(adjudications|opinions|reviews|rounds|sign-offs|tidies|verdicts)\.|^claims\.(editClaim|withdrawClaim)$|^evidence\.addEvidence$/
export const ASKS_FOR_TIDIES = /^(sign-offs|tidies)\./
export const ASKS_FOR_PRIORITY =
  /^(claims\.(editClaim priority|withdrawClaim|restoreClaim)|reviews\..*|rounds\.sendToReview|sign-offs\..*|tidies\..*)$/
