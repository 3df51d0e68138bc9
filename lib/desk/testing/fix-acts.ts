/** The acts on fixes, for the test of all acts. */
import { acceptFix, acceptFixes } from "../accepting"
import { answerFix, declineFix, dropFix, proposeFix } from "../fixes"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"

export const FIX_ACTS: Record<string, ActCase> = {
  "fixes.proposeFix": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim()
      return (who) => proposeFix(who, { claimId, wording: "rents fell", reason: null })
    },
    by: "checker",
    tells: ["fix.proposed"],
    refused: { names: ["viewer"], key: "policy.fix_propose" },
  },
  "fixes.dropFix": {
    arrange: async (desk) => {
      const { claimId } = await withFix(desk)
      return (who) => dropFix(who, { claimId })
    },
    by: "secondChecker",
    tells: ["fix.dropped"],
    refused: { names: ["viewer", "author"], key: "policy.fix_propose" },
  },
  "fixes.answerFix": {
    arrange: async (desk) => {
      const { fixId } = await withFix(desk)
      return (who) => answerFix(who, { fixId, answer: "accepted", wording: null, reason: null })
    },
    by: "author",
    tells: ["fix.answered"],
    refused: { names: ["viewer", "checker", "editor", "owner"], key: "policy.fix_answer" },
  },
  "fixes.declineFix": {
    arrange: async (desk) => {
      const { fixId } = await withFix(desk)
      return (who) => declineFix(who, { fixId })
    },
    by: "editor",
    tells: ["fix.declined"],
    refused: { names: ["viewer", "author", "checker"], key: "policy.fix_decide" },
  },
  "accepting.acceptFix": {
    arrange: async (desk) => {
      const { fixId } = await withFix(desk)
      return (who) => acceptFix(who, { fixId, version: 1, take: undefined })
    },
    by: "editor",
    tells: ["revision.added", "fix.accepted", "claim.stale"],
    refused: { names: ["checker"], key: "policy.fix_decide" },
  },
  "accepting.acceptFixes": {
    arrange: async (desk) => {
      const { articleId, fixId } = await withFix(desk)
      return (who) => acceptFixes(who, { articleId, fixes: [{ fixId, take: "proposed" }] })
    },
    by: "editor",
    tells: ["revision.added", "fix.accepted", "claim.stale"],
    refused: { names: ["checker", "secondChecker"], key: "policy.fix_decide" },
  },
}

/** A claim that other words are proposed for, in an article of the author's. */
async function withFix(desk: Desk) {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  const { fix } = await proposeFix(desk.checker, { claimId, wording: "rents fell", reason: null })
  return { articleId: article.id, claimId, fixId: fix?.id ?? "" }
}
