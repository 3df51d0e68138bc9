/** Claims of the sample fact-check: what each side says of the call, and our own sentence on the coalition. */
import * as sources from "./sample-sources"
import { approves, assigns, cites, drafts, sends } from "./steps"
import { inHours, type ClaimPlan } from "./walk"

const CALL_DAY = "2024-11-15"
const KREMLIN = "The Kremlin"

const acceptTheMap: ClaimPlan = {
  quotes: ["Putin insisted that any settlement must recognise how the map has changed since the invasion of 2022"],
  fields: {
    statement: "Putin said that a settlement must recognise the territorial changes since the invasion of 2022.",
    type: "attribution",
    claimant: KREMLIN,
    claimedOn: CALL_DAY,
    whySelected: "Who said it matters more here than what was said.",
  },
  steps: [assigns("editor", "checker", inHours(6))],
}

const mapSince2022: ClaimPlan = {
  quotes: ["how the map has changed since the invasion of 2022"],
  fields: {
    statement: "The map of Ukraine has changed since the invasion of 2022.",
    type: "date",
    claimant: KREMLIN,
    claimedOn: CALL_DAY,
  },
  steps: [
    cites("checker", sources.territory, {
      stance: "context",
      locator: "chapter 1, table 2",
      excerpt: "Sample text: the table begins with Crimea, in 2014.",
    }),
    drafts("checker", {
      rating: "missing_context",
      conclusion: "Russia’s taking of Ukrainian land did not begin in 2022: it annexed Crimea in 2014.",
      explanation:
        "The phrase covers what Russia has taken since February 2022. Crimea, and the parts of the Donetsk and Luhansk regions held by Russian-backed forces since 2014, fall outside it.",
    }),
    sends("checker"),
    approves("editor"),
  ],
}

const PANDORA = "Zelensky spoke of a “Pandora’s box”: it could loosen Moscow’s diplomatic isolation"

const pandoraSaid: ClaimPlan = {
  quotes: [PANDORA],
  fields: {
    statement: "Zelensky called the conversation a “Pandora’s box”.",
    type: "quote",
    claimant: "Volodymyr Zelensky",
    claimedOn: CALL_DAY,
  },
  steps: [
    cites("checker", sources.address, { stance: "supports", locator: "minute 2", excerpt: "“Pandora’s box”" }),
    drafts("checker", {
      rating: "true",
      conclusion: "Zelensky used the words “Pandora’s box” about the call on the same day.",
    }),
    sends("checker"),
    approves("second_editor"),
  ],
}

const isolationLoosened: ClaimPlan = {
  quotes: [PANDORA],
  marker: "editor",
  fields: {
    statement: "The call will loosen Moscow’s diplomatic isolation.",
    type: "prediction",
    claimant: "Volodymyr Zelensky",
    claimedOn: CALL_DAY,
    priority: 3,
  },
  steps: [
    cites("editor", sources.address, { stance: "context", locator: "minute 2", note: "A warning, not a report." }),
    drafts("editor", {
      rating: "not_checkable",
      conclusion: "This is a warning about what may come; no evidence can settle it now.",
      recheckOn: "2025-05-15",
    }),
    sends("editor"),
  ],
}

const sameWeek: ClaimPlan = {
  quotes: ["His coalition broke apart the same week"],
  fields: {
    job: "ours",
    statement: "The coalition broke apart in the week of the call.",
    type: "date",
    priority: 1,
    whySelected: "Our own sentence, and a date.",
  },
  steps: [
    cites("checker", sources.coalitionEnd, {
      stance: "refutes",
      locator: "date of the statement",
      excerpt: "Sample text: dated 6 November 2024.",
    }),
    drafts("checker", {
      rating: "needs_fix",
      conclusion: "It broke apart on 6 November 2024, the week before the call.",
      workingNote: "6 November was a Wednesday, 15 November the Friday of the week after. Write “the week before”.",
    }),
    sends("checker"),
  ],
}

export const accounts: ClaimPlan[] = [acceptTheMap, mapSince2022, pandoraSaid, isolationLoosened, sameWeek]
