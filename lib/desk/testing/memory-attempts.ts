/** What is tried on the earlier checks of another desk. */
import { claimsThatDisagree } from "../disagreements"
import { earlierInArticle } from "../earlier-in-texts"
import { countKnownChecks, importKnownChecks, listKnownChecks, removeKnownChecks } from "../known-checks"
import {
  disagreementsOf,
  dismissEarlier,
  earlierChecks,
  earlierOfClaim,
  likeStatements,
  matchStatement,
} from "../memory"
import { CANARY, type Attempt } from "./furnished"

const asked = { statements: [CANARY], language: null, limit: 5 }

export const MEMORY_ATTEMPTS: Record<string, Attempt> = {
  "known-checks.importKnownChecks": [(who) => importKnownChecks(who, { checks: [] }), null],
  "known-checks.listKnownChecks": [(who) => listKnownChecks(who, { q: "" }), null],
  "known-checks.countKnownChecks": [(who) => countKnownChecks(who, { q: "" }), null],
  "known-checks.removeKnownChecks": [(who, { claimId }) => removeKnownChecks(who, { ids: [claimId] }), "not-found"],
  "earlier-in-texts.earlierInArticle": [(who, { articleId }) => earlierInArticle(who, articleId), "not-found"],
  "memory.matchStatement": [(who) => matchStatement(who, { statement: CANARY }), null],
  "memory.likeStatements": [(who) => likeStatements(who, asked), null],
  "memory.earlierChecks": [(who, { claimId, sentId }) => earlierChecks(who, [claimId, sentId]), null],
  "memory.earlierOfClaim": [(who, { claimId }) => earlierOfClaim(who, { claimId }), "not-found"],
  "memory.disagreementsOf": [(who, { sentId }) => disagreementsOf(who, sentId), null],
  "disagreements.claimsThatDisagree": [(who) => claimsThatDisagree(who), null],
  "memory.dismissEarlier": [
    (who, { claimId, sentId }) => dismissEarlier(who, { claimId, earlierId: sentId, dismissed: true }),
    "not-found",
  ],
}
