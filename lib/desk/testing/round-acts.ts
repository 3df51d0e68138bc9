/** The acts on how a desk reviews, for the test of all acts. */
import { ReviewRules } from "../../domain/rules"
import { setRules } from "../rules"
import { decideTidy, proposeTidy } from "../tidies"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"

const seen = ReviewRules.parse({})

/** A claim that stands with a typo in its conclusion. */
const mistyped = (desk: Desk) => desk.approvedClaim({ verdict: { conclusion: "Teh office counts four." } })
const words = { conclusion: "The office counts four." }

export const ROUND_ACTS: Record<string, ActCase> = {
  "tidies.proposeTidy": {
    arrange: async (desk) => {
      const { id: claimId } = await mistyped(desk)
      return (who) => proposeTidy(who, { claimId, words })
    },
    by: "checker",
    tells: ["tidy.proposed"],
    refused: { names: ["viewer"], key: "policy.tidy_propose" },
  },
  "tidies.decideTidy": {
    arrange: async (desk) => {
      const { id: claimId } = await mistyped(desk)
      const { tidy } = await proposeTidy(desk.checker, { claimId, words })
      return (who) => decideTidy(who, { tidyId: tidy?.id ?? "", decision: "confirm" })
    },
    by: "editor",
    tells: ["tidy.confirmed"],
    refused: { names: ["viewer"], key: "policy.tidy_decide" },
  },
  "rules.setRules": {
    arrange: () => (who) => setRules(who, { rules: { ...seen, approvals: 2 }, seen }),
    by: "owner",
    tells: ["rules.set"],
    refused: { names: ["viewer", "author", "checker", "editor"], key: "policy.workspace_set" },
  },
}
