/** What is tried on the rounds and rules of another desk, and what of them is neither act nor read. */
import { ReviewRules } from "../../domain/rules"
import { rulesSet, setRules } from "../rules"
import type { Attempt } from "./furnished"

const seen = ReviewRules.parse({})

export const ROUND_ATTEMPTS: Record<string, Attempt> = {
  // Of the actor's own workspace, whatever else is asked.
  "rules.setRules": [(who) => setRules(who, { rules: seen, seen }), null],
  "rules.rulesSet": [(who) => rulesSet(who), null],
}

export const ROUNDS_APART: Record<string, string> = {
  "seen-sql.isPassed": "pure",
  "seen-sql.isSeenArticle": "pure",
  "seen-sql.isSeenSource": "pure",
}
