/** Claims of the sample fact-check: headline, dek and the first two paragraphs. */
import * as sources from "./sample-sources"
import { approves, asksForChanges, cites, drafts, recalls, sends } from "./steps"
import type { ClaimPlan } from "./walk"

const CALL_DAY = "2024-11-15"
const BERLIN = "German government spokesperson"
const KREMLIN = "The Kremlin"

const silence: ClaimPlan = {
  quotes: ["breaks a two-year silence"],
  fields: {
    statement: "Before this call, the chancellor and the Russian president had not spoken for two years.",
    type: "quantity",
    priority: 1,
    whySelected: "It stands in the headline.",
  },
  steps: [
    cites("checker", sources.chronology, {
      stance: "supports",
      locator: "entries for December 2022 and November 2024",
      excerpt: "Sample text: no conversation between the two is recorded between these two entries.",
    }),
    drafts("checker", {
      rating: "mostly_true",
      conclusion: "The silence had lasted a little under two years, since early December 2022.",
      explanation:
        "From the beginning of December 2022 to 15 November 2024 it is some 23 months. “Two-year” rounds that up, which a headline may do as long as the text names the month.",
      asOf: CALL_DAY,
    }),
    sends("checker"),
    approves("editor", "Fine for a headline: the first sentence has the month."),
  ],
}

const frankExchange: ClaimPlan = {
  quotes: ["the Kremlin speaks of a frank exchange"],
  marker: "second_editor",
  fields: { type: "quote", claimant: KREMLIN, claimedOn: CALL_DAY },
  steps: [
    cites("second_editor", sources.kremlin, {
      stance: "supports",
      locator: "paragraph 1",
      excerpt: "“detailed and frank exchange of opinions on the situation in Ukraine”",
    }),
    drafts("second_editor", {
      rating: "true",
      conclusion: "The Kremlin spoke of a “detailed and frank exchange of opinions on the situation in Ukraine”.",
    }),
    sends("second_editor"),
    approves("checker"),
  ],
}

const firstSince: ClaimPlan = {
  quotes: ["For the first time since December 2022"],
  marker: "editor",
  fields: {
    statement: "The call of 15 November 2024 was the first between the two since December 2022.",
    type: "date",
    priority: 1,
  },
  steps: [
    cites("checker", sources.chronology, {
      stance: "supports",
      locator: "entry for December 2022",
      excerpt: "Sample text: the last conversation before the one of November 2024.",
    }),
    cites("editor", sources.wire, { stance: "supports", locator: "paragraph 2" }),
    drafts("editor", {
      rating: "true",
      conclusion: "The last known conversation before this one was in December 2022.",
      asOf: CALL_DAY,
    }),
    sends("editor"),
    approves("second_editor"),
  ],
}

const withdrawalAsked: ClaimPlan = {
  quotes: [
    "called on Vladimir Putin to withdraw his troops from Ukraine and condemned the use of North Korean soldiers in the war",
  ],
  fields: {
    statement: "Scholz asked Putin to withdraw his troops and condemned the use of North Korean soldiers.",
    type: "event",
    claimant: BERLIN,
    claimedOn: CALL_DAY,
  },
  steps: [
    cites("checker", sources.readout, {
      stance: "supports",
      locator: "paragraph 2",
      excerpt: "Sample text: both the demand and the condemnation are named in this paragraph.",
    }),
    cites("checker", sources.kremlin, {
      stance: "context",
      locator: "paragraphs 2 and 3",
      note: "Names neither. That is no denial.",
    }),
    drafts("checker", {
      rating: "true",
      conclusion:
        "The German government says so in its account of the call, and the Kremlin’s account does not contradict it.",
    }),
    sends("checker"),
    approves("owner"),
  ],
}

const graveEscalation: ClaimPlan = {
  quotes: ["condemned the use of North Korean soldiers in the war, which he called a “grave escalation”"],
  fields: {
    statement: "Scholz called the use of North Korean soldiers a “grave escalation”.",
    type: "quote",
    claimant: "Government sources in Berlin",
    claimedOn: CALL_DAY,
    whySelected: "A quotation at second hand.",
  },
  steps: [
    cites("checker", sources.wire, { stance: "supports", locator: "paragraph 3", excerpt: "“grave escalation”" }),
    cites("checker", sources.daily, { stance: "supports", locator: "page 2, column 1", excerpt: "“grave escalation”" }),
    drafts("checker", {
      rating: "unproven",
      conclusion: "Two newsrooms report the phrase, both from unnamed government sources.",
    }),
    sends("checker"),
    asksForChanges(
      "second_editor",
      "The daily carries the agency’s story, so these two are one source. Is there a second one before we call this unproven?",
    ),
    cites("checker", sources.chancellery, {
      stance: "supports",
      locator: "call at 18:10",
      note: "Was in the room. May be used to confirm, not to be quoted.",
    }),
    drafts("checker", {
      rating: "true",
      conclusion: "Government sources attribute this phrase to the chancellor, as the article says.",
      explanation: "The article gives the phrase on the word of its sources, not as part of a published account.",
      workingNote: "The second source is confidential: keep it out of the public words.",
    }),
    sends("checker"),
  ],
}

const aboutAnHour: ClaimPlan = {
  quotes: ["lasted about an hour"],
  fields: { type: "quantity", claimant: BERLIN, claimedOn: CALL_DAY },
  steps: [
    cites("checker", sources.readout, {
      stance: "supports",
      locator: "paragraph 1",
      excerpt: "Sample text: a length of about one hour.",
    }),
    drafts("checker", { rating: "true", conclusion: "The German government puts the call at about an hour." }),
    sends("checker"),
    asksForChanges("editor", "Does the Kremlin name a figure? If not, this is one side’s word."),
    cites("checker", sources.kremlin, {
      stance: "context",
      locator: "whole statement",
      excerpt: "Sample text: the statement on file names no length.",
    }),
    drafts("checker", {
      rating: "missing_context",
      conclusion: "Only one side names a length: about an hour, according to Berlin.",
      explanation:
        "Nothing speaks against the figure. It should be attributed, since the article sets two accounts side by side.",
    }),
    sends("checker"),
    approves("editor", "Good. “According to Berlin” is all it needs."),
  ],
}

const zelenskyTold: ClaimPlan = {
  quotes: ["Scholz had spoken with Volodymyr Zelensky beforehand", "he meant to brief the Ukrainian president again"],
  marker: "second_editor",
  fields: {
    statement: "Scholz spoke with Zelensky before the call and meant to do so again after it.",
    type: "event",
    claimant: BERLIN,
    claimedOn: CALL_DAY,
  },
  steps: [
    cites("second_editor", sources.readout, { stance: "supports", locator: "last paragraph" }),
    drafts("second_editor", {
      rating: "mostly_true",
      conclusion: "The conversation before the call took place; the one after it was announced.",
    }),
    sends("second_editor"),
    recalls("second_editor"),
    cites("second_editor", sources.address, { stance: "context", locator: "minute 3" }),
    drafts("second_editor", {
      rating: "mostly_true",
      conclusion: "The conversation before the call took place; the one after it was announced.",
      workingNote: "Taken back from review: Kyiv’s evening address may say more about the second conversation.",
    }),
  ],
}

export const lede: ClaimPlan[] = [
  silence,
  frankExchange,
  firstSince,
  withdrawalAsked,
  graveEscalation,
  aboutAnHour,
  zelenskyTold,
]
