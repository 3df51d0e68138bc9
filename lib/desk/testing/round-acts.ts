/** The acts on how a desk reviews, for the test of all acts. */
import { ReviewRules } from "../../domain/rules"
import { setRules } from "../rules"
import type { ActCase } from "./act-case"

const seen = ReviewRules.parse({})

export const ROUND_ACTS: Record<string, ActCase> = {
  "rules.setRules": {
    arrange: () => (who) => setRules(who, { rules: { ...seen, approvals: 2 }, seen }),
    by: "owner",
    tells: ["rules.set"],
    refused: { names: ["viewer", "author", "checker", "editor"], key: "policy.workspace_set" },
  },
}
