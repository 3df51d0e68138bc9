/** What a reviewer is shown: the paragraphs around a claim, and what changed since the round before. */
import { describe, expect, test } from "vitest"
import { changesBetween, contextOf, mayGoTogether, type SentRound } from "./review-item"
import type { FrozenEvidence, RoundSnapshot } from "./round"
import { ratingOf, shippedScales } from "./scale"

/** The context of the words between ‹ and ›. */
function contextMarked(marked: string) {
  const spans: { start: number; end: number }[] = []
  let text = ""
  let start = 0
  for (const piece of marked.split(/(‹|›)/)) {
    if (piece === "‹") start = text.length
    else if (piece === "›") spans.push({ start, end: text.length })
    else text += piece
  }
  const context = contextOf(text, spans)
  return { ...context, words: context.spans.map((span) => context.paragraph.slice(span.start, span.end)) }
}

test("only a must is never approved together with others", () => {
  expect([1, 2, 3].map((priority) => mayGoTogether({ priority }))).toEqual([false, true, true])
})

describe("the context of a claim", () => {
  test("is its paragraph and those next to it", () => {
    expect(contextMarked("Title\nTaxes fell, ‹he said›, twice.\nThe end")).toMatchObject({
      before: "Title",
      paragraph: "Taxes fell, he said, twice.",
      after: "The end",
      words: ["he said"],
    })
  })

  test("has nothing before the first and nothing after the last paragraph", () => {
    expect(contextMarked("‹Title›\nBody")).toMatchObject({ before: "", paragraph: "Title", after: "Body" })
    expect(contextMarked("Title\nBody ‹words›")).toMatchObject({ before: "Title", paragraph: "Body words", after: "" })
    expect(contextMarked("‹Alone›")).toMatchObject({ before: "", paragraph: "Alone", after: "" })
  })

  test("spans all paragraphs that the claim lies in", () => {
    expect(contextMarked("One\nT‹wo\nThr›ee\nFo‹u›r\nFive")).toMatchObject({
      before: "One",
      paragraph: "Two\nThree\nFour",
      after: "Five",
      words: ["wo\nThr", "u"],
    })
  })

  test("counts paragraphs from the first of the body", () => {
    const text = "Title\nDek\nOne\nTwo"
    const numberAt = (words: string) => {
      const start = text.indexOf(words)
      return contextOf(text, [{ start, end: start + words.length }], text.indexOf("One")).number
    }
    expect(["Title", "Dek", "One", "Two"].map(numberAt)).toEqual([null, null, 1, 2])
  })

  test("is empty for a claim without a place", () => {
    expect(contextOf("Title\nBody", [])).toEqual({ number: null, before: "", paragraph: "", after: "", spans: [] })
  })

  test("cuts long neighbours without halving a character", () => {
    const long = "😀".repeat(200)
    const odd = `a${long}`
    const { before, after } = contextMarked(`${odd}a\n‹Here›\n${odd}`)
    expect(before.isWellFormed() && after.isWellFormed()).toBe(true)
    expect(before.length).toBeLessThanOrEqual(240)
    expect(before.endsWith("😀a")).toBe(true)
    expect(after.startsWith("a😀")).toBe(true)
  })
})

const snapshot: RoundSnapshot = {
  job: "theirs",
  statement: "Taxes fell.",
  quote: "taxes fell",
  anchors: [],
  claimant: "The minister",
  claimedOn: "2024-11-15",
  appearance: null,
  timecode: null,
  priority: 2,
  scale: "theirs/1",
  rating: "false",
  conclusion: "They rose.",
  explanation: null,
  asOf: null,
  recheckOn: null,
  evidence: [],
  fix: null,
  checklist: [],
  waivers: [],
  contacts: [],
  calculations: [],
}

const theirs = {
  id: "theirs",
  code: "theirs",
  version: 1,
  job: "theirs" as const,
  name: null,
  ratings: shippedScales.flatMap((scale) => (scale.job === "theirs" ? scale.ratings : [])),
}

function round(number: number, changes: Partial<RoundSnapshot> = {}): SentRound {
  const whole = { ...snapshot, ...changes }
  return { number, snapshot: whole, rating: ratingOf(theirs, whole.rating) }
}

function cites(
  source: string,
  changes: Partial<FrozenEvidence> & { of?: Partial<FrozenEvidence["source"]> } = {},
): FrozenEvidence {
  const { of = {}, ...evidence } = changes
  return {
    id: `evidence of ${source}`,
    source: {
      id: source,
      kind: "study",
      title: `Title of ${source}`,
      author: null,
      publisher: null,
      publishedOn: null,
      url: null,
      file: null,
      primary: false,
      independenceGroup: null,
      confidential: false,
      neverRefetch: false,
      version: 1,
      ...of,
    },
    stance: "refutes",
    locator: null,
    excerpt: null,
    note: null,
    accessedAt: "2024-11-15T10:00:00.000Z",
    version: 1,
    ...evidence,
  }
}

const all = new Set(["a", "b", "c"])
const evidence = (before: FrozenEvidence[], now: FrozenEvidence[], seen: ReadonlySet<string> = all) => {
  const { sourcesAdded, sourcesRemoved, sourcesRecited } = changesBetween(
    round(1, { evidence: before }),
    round(2, { evidence: now }),
    seen,
  )
  return { added: sourcesAdded, removed: sourcesRemoved, recited: sourcesRecited }
}

describe("what changed between two rounds", () => {
  test("is nothing where nothing did", () => {
    expect(changesBetween(round(1), round(2), all)).toEqual({
      since: 1,
      rating: null,
      words: [],
      sourcesAdded: [],
      sourcesRemoved: [],
      sourcesRecited: [],
      asked: [],
      calculated: [],
    })
  })

  test("names whom the desk asked since, and who answered otherwise", () => {
    const call: RoundSnapshot["contacts"][number] = {
      ...{
        id: "call",
        whom: "The ministry",
        isClaimant: false,
        deadline: null,
        onRecord: true,
        reply: null,
        version: 1,
      },
      channel: "phone",
      outcome: "pending",
      askedAt: "2024-11-15T09:00:00.000Z",
    }
    const asked = (before: RoundSnapshot["contacts"], now: RoundSnapshot["contacts"]) =>
      changesBetween(round(1, { contacts: before }), round(2, { contacts: now }), all).asked
    expect(asked([], [call])).toEqual(["The ministry"])
    expect(asked([call], [{ ...call, version: 2 }])).toEqual([])
    expect(asked([call], [{ ...call, outcome: "declined" }])).toEqual(["The ministry"])
  })

  test("names sums that are other ones, but none that rests on what the reader may not see", () => {
    const cited = cites("a")
    const sum = {
      ...{ id: "sum", title: "Share", formula: "a / 4", unit: null, decimals: null, claimed: null, note: null },
      ...{ language: "en", version: 1, inputs: [{ name: "a", value: "3", unit: null, evidenceId: cited.id }] },
    }
    const calculated = (before: RoundSnapshot["calculations"], now: RoundSnapshot["calculations"], seen = all) => {
      const of = (calculations: RoundSnapshot["calculations"]) => ({ evidence: [cited], calculations })
      return changesBetween(round(1, of(before)), round(2, of(now)), seen).calculated
    }
    expect(calculated([], [sum])).toEqual(["Share"])
    expect(calculated([sum], [sum])).toEqual([])
    expect(calculated([sum], [{ ...sum, formula: "a / 5" }])).toEqual(["Share"])
    expect(calculated([sum], [])).toEqual(["Share"])
    expect(calculated([], [sum], new Set())).toEqual([])
  })

  test("names the two ratings", () => {
    const { rating } = changesBetween(round(1), round(2, { rating: "misleading" }), all)
    expect([rating?.from.code, rating?.to.code]).toEqual(["false", "misleading"])
  })

  test("names every field that a round freezes", () => {
    const changed: Partial<RoundSnapshot> = {
      quote: "taxes rose",
      statement: null,
      conclusion: "They fell.",
      explanation: "At length.",
      claimant: "The mayor",
      claimedOn: "2024-11-16",
      appearance: "https://example.org/",
      timecode: "1:20",
      asOf: "2024-12-01",
      recheckOn: "2025-01-01",
      priority: 1,
    }
    const { words } = changesBetween(round(1), round(2, changed), all)
    expect(Object.fromEntries(words.map(({ field, to }) => [field, to]))).toEqual({
      ...changed,
      statement: "",
      priority: "1",
    })
    expect(words.find(({ field }) => field === "statement")?.from).toBe("Taxes fell.")
  })

  test("names sources added, removed and cited otherwise", () => {
    expect(evidence([cites("a"), cites("b")], [cites("b"), cites("c")])).toEqual({
      added: ["Title of c"],
      removed: ["Title of a"],
      recited: [],
    })
    for (const change of [{ stance: "supports" }, { locator: "page 4" }, { excerpt: "Four." }] as const) {
      expect(evidence([cites("a")], [cites("a", change)]).recited).toEqual(["Title of a"])
    }
  })

  test("tells when one of two passages of a source is dropped, or the source is described otherwise", () => {
    const second = cites("a", { id: "second", locator: "page 9" })
    expect(evidence([cites("a"), second], [cites("a")])).toEqual({ added: [], removed: [], recited: ["Title of a"] })
    expect(evidence([cites("a")], [cites("a", { of: { primary: true } })]).recited).toEqual(["Title of a"])
  })

  test("makes nothing of the order of passages, or of a note", () => {
    const second = cites("a", { id: "second", locator: "page 9" })
    expect(evidence([cites("a"), second], [second, cites("a", { note: "Looked again" })]).recited).toEqual([])
  })

  test("tells of no source that the reader may not see, whatever the round says of it", () => {
    expect(evidence([cites("a")], [cites("b")], new Set())).toEqual({ added: [], removed: [], recited: [] })
    expect(evidence([cites("a")], [cites("a", { locator: "page 4" })], new Set())).toEqual({
      added: [],
      removed: [],
      recited: [],
    })
  })
})
