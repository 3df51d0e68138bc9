/** Claims: marking, changing, judging, reviewing. */
import {
  AcceptedFix,
  Adjudication,
  AnchorBody,
  ClaimChange,
  NewClaim,
  NewClaims,
  NewFix,
  NewReview,
  NewRound,
  Nothing,
  Reopening,
  SecondOpinion,
  Verdict,
  Withdrawal,
  WithdrawalQuery,
} from "../bodies"
import { z } from "zod"
import { ClaimsPage } from "../paging"
import type { Operations } from "./operation"
import { Claim, FixTaken, Gone, listOf, ReviewOfClaim, RoundOfClaim } from "./shapes"

const claim = { answer: Claim, tagged: true } as const
const QUOTE = { selectors: [{ type: "TextQuoteSelector", exact: "taxes fell by nine percent" }] }

/** Marked one at a time, the answer is the claim; by the thousand, a list. */
const Marking = z.union([NewClaim, NewClaims])
const Marked = z.union([Claim, listOf(Claim)])

const CLAIMS: Operations = {
  "GET /articles/{articleId}/claims": {
    ...{ group: "Claims", scope: "read", query: ClaimsPage, answer: listOf(Claim) },
    summary: "The claims of an article, by number",
  },
  "POST /articles/{articleId}/claims": {
    ...{ group: "Claims", scope: "write", body: Marking, readInside: true, answer: Marked, status: 201, located: true },
    ...{ match: "honoured", tagged: true },
    summary: "Marks a claim, or up to 1,000 at once, all or none",
    description:
      "Its place is a quote, a position in code points, or both. A quote that occurs more than once needs a `prefix`, a " +
      "`suffix` or a position: else it is refused with the `candidates` that it could mean.",
    examples: {
      "by its words": {
        ...QUOTE,
        statement: "Taxes fell by nine percent.",
        claimant: "The minister",
        type: "quantity",
      },
      several: { claims: [QUOTE, { selectors: [{ type: "TextPositionSelector", start: 0, end: 5 }] }] },
    },
  },
  "GET /claims/{claimId}": {
    ...{ group: "Claims", scope: "read", ...claim },
    summary: "One claim with all that belongs to it",
    description: "Its entity tag covers its verdict and evidence too.",
  },
  "PATCH /claims/{claimId}": {
    ...{ group: "Claims", scope: "write", body: ClaimChange, ...claim, match: "required" },
    summary: "Changes a claim",
    description: "Changing anything that a round froze withdraws its approval.",
    examples: { "its statement": { statement: "Taxes fell by nine percent in 2024.", priority: 1 } },
  },
  "DELETE /claims/{claimId}": {
    ...{ group: "Claims", scope: "write", body: Withdrawal, query: WithdrawalQuery, answer: Gone, match: "required" },
    summary: "Withdraws a claim",
    description:
      "It keeps its number and its history. The reason stands in the body or, for clients that send none, in the address.",
    examples: { "with a reason": { reason: "Marked twice." } },
  },
  "POST /claims/{claimId}/anchor": {
    ...{ group: "Claims", scope: "write", body: AnchorBody, ...claim, match: "honoured" },
    summary: "Puts a claim on other words",
    examples: { "by its words": QUOTE },
  },
  "POST /claims/{claimId}/fix": {
    ...{ group: "Claims", scope: "write", body: NewFix, ...claim, match: "honoured" },
    summary: "Proposes other words for its passage",
    description: "An empty wording cuts the passage.",
    examples: { "another figure": { wording: "taxes fell by ten percent", reason: "So says the register." } },
  },
  "POST /fixes/{fixId}/accept": {
    ...{ group: "Claims", scope: "review", body: AcceptedFix, answer: FixTaken, match: "honoured" },
    summary: "Puts a fix into the text, as a new revision",
    examples: { "as it was proposed": { take: "proposed" } },
  },
  "POST /claims/{claimId}/reopen": {
    ...{ group: "Claims", scope: "review", body: Reopening, ...claim, match: "honoured" },
    summary: "Opens a claim of an article that has gone out",
    description: "Readers are told at once that it is under review; the next sign-off lists what changed.",
    examples: { "a correction": { kind: "factual", reason: "It was ten percent." } },
  },
}

const REVIEWS: Operations = {
  "PUT /claims/{claimId}/verdict": {
    ...{ group: "Verdicts and reviews", scope: "write", body: Verdict, ...claim, match: "required" },
    summary: "Drafts the verdict, whole",
    description: "What is not given is empty. Ratings are codes of the claim's scale; `If-Match` is the claim's.",
    examples: {
      "a rating": { rating: "false", conclusion: "The register has five percent.", workingNote: "Rang the office." },
    },
  },
  "POST /claims/{claimId}/rounds": {
    ...{ group: "Verdicts and reviews", scope: "write", body: NewRound, answer: RoundOfClaim, status: 201 },
    ...{ match: "honoured", tagged: true },
    summary: "Sends a claim to review",
    description: "All that its verdict rests on is frozen. What its checklist asks for and it lacks takes a waiver.",
    examples: { "with a waiver": { waivers: [{ item: "evidence", reason: "Common knowledge." }] } },
  },
  "POST /rounds/{roundId}/recall": {
    ...{ group: "Verdicts and reviews", scope: "write", body: Nothing, ...claim, match: "honoured" },
    summary: "Takes a round back, by whoever sent it",
  },
  "POST /rounds/{roundId}/reviews": {
    ...{ group: "Verdicts and reviews", scope: "review", body: NewReview, answer: ReviewOfClaim, status: 201 },
    ...{ match: "honoured", tagged: true },
    summary: "Reviews a round",
    description:
      "By somebody who is none of its authors and no author of the article. All but an approval needs a `note`.",
    examples: {
      approval: { decision: "approve", note: "Same in the register." },
      "changes requested": { decision: "request_changes", note: "Which month?" },
    },
  },
  "POST /claims/{claimId}/second-opinion": {
    ...{ group: "Verdicts and reviews", scope: "write", body: SecondOpinion, ...claim, match: "honoured" },
    summary: "Asks for a verdict given blind, or gives it",
    description:
      "With a `rating` it is given by you; without one it is asked for, of one person (`ofId`) or of whoever may. The claim " +
      "says as `secondOpinion` how far it is.",
    examples: { "asked for": {}, given: { rating: "mixed", conclusion: "Both are right in part." } },
  },
  "POST /claims/{claimId}/adjudication": {
    ...{ group: "Verdicts and reviews", scope: "review", body: Adjudication, ...claim, match: "honoured" },
    summary: "Decides where two verdicts differ",
    description: "By a third; one of those who gave them proposes so, and the other agrees to it with `agreeTo`.",
    examples: { decided: { rating: "mixed", reason: "Both are right in part." } },
  },
}

export const CLAIM_CALLS: Operations = { ...CLAIMS, ...REVIEWS }
