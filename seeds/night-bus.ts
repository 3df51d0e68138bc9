/** The sample that has gone out: a short fact-check, signed off and public. Its town, its bus and its papers are made up. */
import * as sources from "./sample-sources"
import { approves, cites, drafts, sends } from "./steps"
import { publishes, signsOff, type ArticlePlan, type ClaimPlan } from "./walk"

const EVE = "2024-10-01"
const CLAIMANT = "A message (sample)"

const emptyBus: ClaimPlan = {
  quotes: ["nobody takes the bus after midnight"],
  fields: {
    statement: "Nobody takes the night bus of Lindenhafen after midnight.",
    type: "quantity",
    claimant: CLAIMANT,
    claimedOn: EVE,
    appearance: "https://example.org/samples/messages/1",
  },
  steps: [
    cites("checker", sources.passengers, {
      stance: "refutes",
      locator: "table 3, September",
      excerpt: "Sample text: 61 passengers on an average night after midnight.",
    }),
    drafts("checker", {
      rating: "false",
      conclusion: "In September 2024 an average of 61 passengers a night took the bus after midnight.",
      explanation: "The count is the operator’s own, from the doors of the bus, for every night of the month.",
      asOf: EVE,
    }),
    sends("checker"),
    approves("editor", "The table opens at the right page."),
  ],
}

const dearBus: ClaimPlan = {
  quotes: ["the bus costs the town more than its two libraries together"],
  fields: {
    statement: "The night bus costs Lindenhafen more than its two libraries together.",
    type: "comparison",
    claimant: CLAIMANT,
    claimedOn: EVE,
    appearance: "https://example.org/samples/messages/2",
  },
  steps: [
    cites("checker", sources.budget, {
      stance: "refutes",
      locator: "pages 14 and 31",
      excerpt: "Sample text: night bus 210,000; libraries 640,000.",
    }),
    drafts("checker", {
      rating: "false",
      conclusion: "The budget of 2024 has 210,000 for the night bus and 640,000 for the two libraries.",
      asOf: EVE,
    }),
    sends("checker"),
    approves("editor"),
  ],
}

export const nightBus: ArticlePlan = {
  file: "night-bus.md",
  importer: "editor",
  marker: "checker",
  given: () => ({}),
  set: ({ checker }) => ({ leadId: checker.id }),
  claims: [emptyBus, dearBus],
  nothingToCheck: ["Lindenhafen is no town on any map", "The bus runs on."],
  after: [signsOff("second_editor"), publishes("owner", "editor")],
}
