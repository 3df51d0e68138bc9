/** Claims of the sample fact-check: the sentences that are said to have gone round. They were made up for it. */
import * as sources from "./sample-sources"
import { approves, asksForChanges, assigns, cites, drafts, sends, waits } from "./steps"
import { inHours, type ClaimPlan } from "./walk"

const EVENING = "2024-11-15"

/** Nobody in particular: the posts were made up. */
const CLAIMANT = "A post (sample)"

const firstSinceInvasion: ClaimPlan = {
  quotes: ["It was the first time the two had spoken since the invasion began."],
  fields: {
    statement: "Scholz and Putin had not spoken since the invasion of February 2022 began.",
    type: "event",
    claimant: CLAIMANT,
    claimedOn: EVENING,
    appearance: "https://example.org/samples/posts/1",
  },
  steps: [
    cites("checker", sources.chronology, {
      stance: "refutes",
      locator: "entries from March to December 2022",
      excerpt: "Sample text: several conversations by telephone, the last in December 2022.",
    }),
    cites("checker", sources.wire, { stance: "refutes", locator: "paragraph 2" }),
    drafts("checker", {
      rating: "false",
      conclusion:
        "The two spoke several times after the invasion of February 2022, the last time in December of that year.",
    }),
    sends("checker"),
    approves("second_editor", "Both sources open at the right place."),
  ],
}

const threeParties: ClaimPlan = {
  quotes: ["Scholz spoke for a coalition of three parties."],
  fields: {
    statement: "At the time of the call, Scholz led a coalition of three parties.",
    type: "identity",
    claimant: CLAIMANT,
    claimedOn: EVENING,
    appearance: "https://example.org/samples/posts/2",
  },
  steps: [
    cites("checker", sources.coalitionEnd, {
      stance: "refutes",
      locator: "first sentence",
      excerpt: "Sample text: one of the three parties leaves the government.",
    }),
    drafts("checker", { rating: "outdated", conclusion: "It was three until 6 November; then one of them left." }),
    sends("checker"),
    asksForChanges(
      "owner",
      "The conclusion has to stand alone: give the year, and say that the two parties that stayed had no majority.",
    ),
    assigns("editor", "checker", inHours(22)),
  ],
}

const keptWaiting: ClaimPlan = {
  quotes: ["Moscow had kept Berlin waiting for two years."],
  fields: {
    statement: "Berlin had been trying for two years to reach the Russian president by telephone.",
    type: "causal",
    claimant: CLAIMANT,
    claimedOn: EVENING,
    appearance: "https://example.org/samples/posts/3",
  },
  steps: [
    cites("checker", sources.wire, {
      stance: "context",
      locator: "paragraph 4",
      excerpt: "Sample text: the call is reported to have been Berlin’s wish.",
    }),
    cites("checker", sources.chronology, {
      stance: "refutes",
      locator: "entries for 2023",
      note: "No request that was turned down is recorded.",
    }),
    drafts("checker", {
      rating: "misleading",
      conclusion: "The gap of nearly two years is real, but there is no record that Moscow left a request unanswered.",
    }),
    sends("checker"),
    approves("second_editor"),
    drafts("editor", {
      rating: "misleading",
      conclusion:
        "The two had not spoken for nearly two years, but nothing we found shows that Berlin asked and was refused.",
      explanation:
        "The sentence turns a silence into a refusal. Sources on file show who wished for this call, not who avoided earlier ones.",
      workingNote:
        "Reworded after approval, so it needs another look. “No record” sounded as if we had seen all records.",
    }),
  ],
}

const peaceTalks: ClaimPlan = {
  quotes: ["The two agreed to open peace talks."],
  marker: "editor",
  fields: {
    statement: "Scholz and Putin agreed in this call to open peace talks.",
    type: "event",
    claimant: CLAIMANT,
    claimedOn: EVENING,
    appearance: "https://example.org/samples/posts/4",
    priority: 1,
  },
  steps: [
    cites("editor", sources.readout, {
      stance: "context",
      locator: "whole text",
      excerpt: "Sample text: a demand for negotiations, no agreement.",
    }),
    cites("editor", sources.kremlin, {
      stance: "context",
      locator: "whole text",
      excerpt: "Sample text: conditions for a settlement, no agreement.",
    }),
    drafts("editor", {
      rating: "unproven",
      conclusion: "Neither side’s account of the call mentions such an agreement.",
      asOf: EVENING,
    }),
    assigns("editor", "editor", inHours(-3)),
    waits("editor", { on: "claimant", whom: "Writer of the post (sample)", since: inHours(-30), chaseAt: inHours(20) }),
  ],
}

export const rumours: ClaimPlan[] = [firstSinceInvasion, threeParties, keptWaiting, peaceTalks]
