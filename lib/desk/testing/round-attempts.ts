/** What is tried on the rounds and rules of another desk, and what of them is neither act nor read. */
import { ReviewRules } from "../../domain/rules"
import { recallRound, sendToReview } from "../rounds"
import { FigureFilters } from "../../domain/figures"
import { waiverRate } from "../waivers"
import { rulesSet, setRules } from "../rules"
import { decideTidy, proposeTidy } from "../tidies"
import type { Attempt } from "./furnished"

const seen = ReviewRules.parse({})

export const ROUND_ATTEMPTS: Record<string, Attempt> = {
  "rounds.sendToReview": [(who, { claimId }) => sendToReview(who, { claimId, waivers: [] }), "not-found"],
  "rounds.recallRound": [(who, { roundId }) => recallRound(who, { roundId }), "not-found"],
  "tidies.proposeTidy": [(who, { claimId }) => proposeTidy(who, { claimId, words: { conclusion: "x" } }), "not-found"],
  "tidies.decideTidy": [(who, { claimId }) => decideTidy(who, { tidyId: claimId, decision: "confirm" }), "not-found"],
  // Of the actor's own workspace, whatever else is asked.
  "rules.setRules": [(who) => setRules(who, { rules: seen, seen }), null],
  "waivers.waiverRate": [(who) => waiverRate(who, FigureFilters.parse({}), { now: new Date(), zone: "UTC" }), null],
  "rules.rulesSet": [(who) => rulesSet(who), null],
}

export const ROUNDS_APART: Record<string, string> = {
  "evidence-views.asCited": "pure",
  "evidence-views.evidenceView": "pure",
  "evidence-views.sourceView": "pure",
  "verdict-views.tidySnapshot": "pure",
  "verdict-views.tidyView": "pure",
  "rounds.roundUnderCheck": "part of an act, tried through rounds.recallRound",
  "relations.readerOf": "pure",
  "seen-by.readerOf": "pure",
  "seen-sql.isOwnArticle": "pure",
  "seen-sql.isSeenArticle": "pure",
  "seen-sql.isSeenSource": "pure",
}
