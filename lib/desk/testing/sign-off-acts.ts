/** The acts on an article's going out, for the test of all acts; and short ways to an article that has gone out. */
import { readArticle } from "../articles"
import { decideComplaint, recordComplaint, reopen } from "../reopenings"
import { decideReview } from "../reviews"
import { letStand, signOffArticle } from "../sign-offs"
import type { ActCase } from "./act-case"
import type { Desk, SentClaim } from "./desk"

export const SIGN_OFF_ACTS: Record<string, ActCase> = {
  "sign-offs.signOffArticle": {
    arrange: async (desk) => {
      const { articleId } = await desk.approvedClaim()
      return (who) => signOffArticle(who, { articleId, notices: [] })
    },
    by: "editor",
    tells: ["article.signed_off"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.article_signOff" },
  },
  "sign-offs.letStand": {
    arrange: async (desk) => {
      const { id: claimId } = await unsettledClaim(desk)
      return (who) => letStand(who, { claimId, reason: "Nobody can know." })
    },
    by: "editor",
    tells: ["claim.let_stand"],
    refused: { names: ["viewer", "checker"], key: "policy.claim_letStand" },
  },
  "reopenings.reopen": {
    arrange: async (desk) => {
      const { articleId, id: claimId } = await signedClaimOf(desk)
      return (who) => reopen(who, { articleId, claimId, kind: "factual", reason: "It was ten." })
    },
    by: "secondEditor",
    tells: ["claim.reopened"],
    refused: { names: ["viewer", "checker"], key: "policy.article_reopen" },
  },
  "reopenings.recordComplaint": {
    arrange: async (desk) => {
      const { articleId, id: claimId } = await signedClaimOf(desk)
      return (who) => recordComplaint(who, { articleId, claimId, ...COMPLAINT })
    },
    by: "editor",
    tells: ["complaint.recorded"],
    refused: { names: ["viewer", "checker"], key: "policy.complaint_read" },
  },
  "reopenings.decideComplaint": {
    arrange: async (desk) => {
      const { articleId, id: claimId } = await signedClaimOf(desk)
      const { complaintId } = await recordComplaint(desk.editor, { articleId, claimId, ...COMPLAINT })
      return (who) =>
        decideComplaint(who, { complaintId, outcome: "upheld", answer: "You are right.", kind: "factual" })
    },
    by: "owner",
    tells: ["complaint.decided", "claim.reopened"],
    // Who approved what it is about does not decide on it.
    refused: { names: ["editor"], key: "policy.complaint_decide" },
  },
}

export const COMPLAINT = { who: "Ann Reader", text: "It was ten.", receivedAt: "2026-11-20T10:00:00.000Z" }

/** An approved claim whose rating settles nothing. */
export function unsettledClaim(desk: Desk): Promise<SentClaim> {
  return desk.approvedClaim({ fields: { job: "ours" }, verdict: { rating: "cannot_confirm" } })
}

/** An approved claim of an article that has been signed off by the second editor. */
export async function signedClaimOf(desk: Desk): Promise<SentClaim> {
  const claim = await desk.approvedClaim()
  await signOffArticle(desk.secondEditor, { articleId: claim.articleId, notices: [] })
  return claim
}

/** Approves a claim that was sent anew, and signs its article off again. */
export async function signAgain(
  desk: Desk,
  roundId: string,
  articleId: string,
  notices: { reopeningId: string; notice: string }[] = [],
) {
  await decideReview(desk.editor, { roundId, decision: "approve" })
  await signOffArticle(desk.secondEditor, { articleId, notices })
  return readArticle(desk.viewer, articleId)
}
