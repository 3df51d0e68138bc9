/** The sample of our own copy: a harmless piece by the desk's author, its facts ticked before it runs. All of it is made up. */
import * as sources from "./sample-sources"
import { approves, asks, asksForChanges, assigns, cites, drafts, queries, sends, sums, waits } from "./steps"
import { inHours, type ArticlePlan, type ClaimPlan } from "./walk"

const packets: ClaimPlan = {
  quotes: ["412 packets of seed"],
  fields: { type: "quantity" },
  steps: [
    cites("checker", sources.seedCatalogue, {
      stance: "refutes",
      locator: "sheet1!B2",
      excerpt: "Sample text: 421 packets.",
    }),
    drafts("checker", {
      rating: "needs_fix",
      conclusion: "The catalogue counts 421.",
      workingNote: "Two digits have changed places.",
    }),
    sends("checker"),
  ],
}

const opening: ClaimPlan = {
  quotes: ["It opened in March 2019, on a Thursday"],
  fields: { type: "date" },
  steps: [
    cites("checker", sources.openingNotice, {
      stance: "supports",
      locator: "page 1",
      excerpt: "Sample text: opens on Thursday, 14 March 2019.",
    }),
    drafts("checker", { rating: "confirmed" }),
    sends("checker"),
    approves("editor"),
  ],
}

const threeBack: ClaimPlan = {
  quotes: ["We ask for one packet back, and most people bring three"],
  marker: "second_editor",
  fields: { type: "quote", claimant: "Hanne Aldous" },
  steps: [
    queries(
      "second_editor",
      "Is this on tape, or from your notes?",
      "On tape, at 12:40. The recording is in the ledger now.",
    ),
    cites("second_editor", sources.recording, { stance: "supports", locator: "12:40" }),
    drafts("second_editor", {
      rating: "confirmed_on_author",
      workingNote: "Heard the recording: quoted word for word. How many packets come back was not counted.",
    }),
    sends("second_editor"),
    approves("checker"),
  ],
}

const spelling: ClaimPlan = {
  quotes: ["Hanne Aldous"],
  fields: { type: "identity", priority: 1, whySelected: "Spelling of a name." },
  steps: [
    assigns("editor", "checker", inHours(24)),
    waits("checker", { on: "author", whom: "August Bell", since: inHours(-5), chaseAt: inHours(-1) }),
  ],
}

const twiceAsMany: ClaimPlan = {
  quotes: ["twice as many as in the first year"],
  fields: { type: "comparison" },
  steps: [
    cites("checker", sources.lending, {
      stance: "supports",
      locator: "rows 2019 and last year",
      excerpt: "Sample text: 134 and 268 borrowers.",
    }),
    sums("checker", {
      title: "Borrowers last year, measured by the first",
      formula: "last / first",
      claimed: "2",
      inputs: [
        { name: "last", value: "268", at: 0 },
        { name: "first", value: "134", at: 0 },
      ],
    }),
    drafts("checker", {
      rating: "fixed",
      conclusion: "134 borrowers in the first year, 268 last year.",
      workingNote: "The first draft had “three times as many”.",
    }),
    sends("checker"),
    approves("second_editor"),
  ],
}

const onlyOne: ClaimPlan = {
  quotes: ["the only one of its kind in the county"],
  fields: { type: "comparison", whySelected: "A superlative." },
  steps: [
    cites("checker", sources.county, {
      stance: "context",
      locator: "list of special collections",
      note: "Lists no other seed shelf, but the list is three years old.",
    }),
    drafts("checker", { rating: "cannot_confirm", conclusion: "The only list to be had is out of date." }),
    sends("checker"),
    asksForChanges("editor", "One call to the county’s library service before we give this up, please."),
    assigns("checker", "second_editor", inHours(44)),
    waits("second_editor", { on: "source", whom: "County library service (sample)", since: inHours(-2) }),
    asks("second_editor", {
      whom: "County library service (sample)",
      channel: "phone",
      address: "555 0142 (sample)",
      question: "Does any other library in the county lend seeds?",
      askedAt: inHours(-2),
      deadline: inHours(20),
    }),
  ],
}

const finestTomato: ClaimPlan = {
  quotes: ["The finest tomato is still the one that somebody gave you"],
  fields: { type: "opinion", priority: 3 },
  steps: [
    drafts("checker", { rating: "opinion" }),
    sends("checker", { item: "evidence", reason: "An opinion: there is nothing to look up." }),
    approves("editor"),
  ],
}

export const seedShelf: ArticlePlan = {
  file: "seed-shelf.txt",
  importer: "editor",
  marker: "checker",
  given: ({ author }) => ({
    kind: "copy",
    section: "Local",
    language: "en",
    authors: [{ membershipId: author.id }],
  }),
  set: ({ editor }) => ({ leadId: editor.id, dueAt: inHours(50) }),
  claims: [packets, opening, threeBack, spelling, twiceAsMany, onlyOne, finestTomato],
  nothingToCheck: ["Nobody is fined for a poor harvest.", "What it cannot lend is patience."],
}
