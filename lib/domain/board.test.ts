/** What an article's board shows: where each claim stands, in which order, and what keeps the article from being ready. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { standingOf } from "./article"
import { boardOf, isOverdue, leftToDo, placeOf, type BoardInput, type PlacedClaim } from "./board"
import type { ClaimState } from "./claim"
import { countStates, sentenceStates } from "./coverage"

const ANN = { id: "1", name: "Ann" }
const BEN = { id: "2", name: "Ben" }
const now = new Date("2024-11-15T12:00:00Z")
const EARLIER = "2024-11-15T09:00:00.000Z"
const LATER = "2024-11-16T09:00:00.000Z"

function claim(number: number, about: Partial<PlacedClaim> = {}): PlacedClaim {
  return {
    id: String(number),
    number,
    job: "ours",
    words: "words",
    state: "open",
    passed: about.state === "approved",
    verdict: null,
    priority: 2,
    markedBy: ANN,
    assignee: null,
    dueAt: null,
    waiting: null,
    answer: null,
    sent: null,
    place: null,
    settled: false,
    waitsForOpinion: false,
    version: 1,
    fix: null,
    spans: [],
    ...about,
  }
}

const waiting = (chaseAt: string | null, since = EARLIER) =>
  ({ waiting: { on: "author", whom: null, since, chaseAt } }) as const
const done = { state: "approved", settled: true } as const

const TEXT = "He came on Monday. It rained. She counted 12 ships."
const SENTENCES = [
  { ordinal: 0, start: 0, end: 18, marked: false },
  { ordinal: 1, start: 19, end: 29, marked: false },
  { ordinal: 2, start: 30, end: 51, marked: false },
]

const board = (claims: PlacedClaim[], about: Partial<BoardInput> = {}) =>
  boardOf({ kind: "copy", dueAt: null, text: TEXT, language: "en", sentences: SENTENCES, claims, now, ...about })
const numbers = (claims: { number: number }[]) => claims.map(({ number }) => number)

describe("a claim", () => {
  test("that waits is told from one in work, and from one that was sent back", () => {
    expect(placeOf(claim(1))).toBe("in_work")
    expect(placeOf(claim(1, waiting(null)))).toBe("waiting")
    expect(placeOf(claim(1, { state: "changes_requested" }))).toBe("changes_requested")
    expect(placeOf(claim(1, { state: "changes_requested", ...waiting(null) }))).toBe("waiting")
  })

  test("in review waits for its reviewer alone", () => {
    expect(placeOf(claim(1, { state: "in_review", ...waiting(null) }))).toBe("in_review")
  })

  test("is off the board when it is approved, settled and in its place, else to be looked at", () => {
    expect(placeOf(claim(1, done))).toBeNull()
    expect(placeOf(claim(1, { ...done, settled: false }))).toBe("look")
    expect(placeOf(claim(1, { ...done, place: "context" }))).toBe("look")
  })

  test("is overdue from its own minute on, until it is approved", () => {
    const at = { now, dueAt: null }
    expect(isOverdue(claim(1, { dueAt: now.toISOString() }), at)).toBe(true)
    expect(isOverdue(claim(1, { dueAt: LATER }), at)).toBe(false)
    expect(isOverdue(claim(1, { ...done, dueAt: EARLIER }), at)).toBe(false)
  })

  test("is overdue with its article, whatever time it has of its own", () => {
    const at = { now, dueAt: now.toISOString() }
    expect(isOverdue(claim(1, { dueAt: LATER }), at)).toBe(true)
    expect(isOverdue(claim(1, { dueAt: null }), at)).toBe(true)
    expect(isOverdue(claim(1, { ...done, dueAt: null }), at)).toBe(false)
    expect(isOverdue(claim(1, { dueAt: EARLIER }), { now, dueAt: LATER })).toBe(true)
  })
})

describe("the board", () => {
  test("shows what is due first first, then what matters most", () => {
    const shown = board([
      claim(1, { priority: 3 }),
      claim(2, { priority: 1 }),
      claim(3, { dueAt: LATER }),
      claim(4, { dueAt: EARLIER }),
    ])
    expect(numbers(shown.claims.in_work.first)).toEqual([4, 3, 2, 1])
    expect(shown.overdue).toEqual([4])
  })

  test("shows first of what waits whom to ask again, and last who was asked last", () => {
    const shown = board([
      claim(1, waiting(null, LATER)),
      claim(2, waiting(null)),
      claim(3, waiting(LATER)),
      claim(4, waiting(EARLIER)),
    ])
    expect(numbers(shown.claims.waiting.first)).toEqual([4, 3, 2, 1])
    expect(shown.chase).toEqual([4])
  })

  test("never shows a sentence as untouched because its claim waits", () => {
    const shown = board([claim(1, { ...waiting(null), spans: [{ start: 0, end: 7 }] })])
    expect(shown.untouched.first.map(({ words }) => words)).toEqual(["It rained.", "She counted 12 ships."])
    expect(shown.coverage).toMatchObject({ untouched: 2, in_work: 1 })
  })

  test("underlines what is loose in an untouched sentence, counted from its own beginning", () => {
    const [, , last] = board([]).untouched.first
    const [item] = last?.loose ?? []
    expect(last?.words.slice(item?.start, item?.end)).toBe("12")
  })

  test("tells loose items only of sentences that are done with, and only what no claim covers", () => {
    const sentences = SENTENCES.map((one) => ({ ...one, marked: one.ordinal === 2 }))
    const covered = claim(1, { ...done, spans: [{ start: 0, end: 17 }] })
    const { loose } = board([covered], { sentences })
    expect(loose).toMatchObject({ count: 1, items: 1, first: [{ ordinal: 2, words: "She counted 12 ships." }] })
  })

  test("says how much lies with whom, whoever checks it before whoever marked it", () => {
    const shown = board([
      claim(1, { assignee: BEN, dueAt: EARLIER }),
      claim(2, { assignee: BEN, ...waiting(null) }),
      claim(3),
      claim(4, { state: "in_review" }),
      claim(5, { ...done, assignee: BEN }),
    ])
    expect(shown.people).toEqual([
      { person: BEN, open: 2, waiting: 1, overdue: 1 },
      { person: ANN, open: 1, waiting: 0, overdue: 0 },
    ])
  })

  test("of one person shows their claims alone, and what keeps the article all the same", () => {
    const shown = board([claim(1, { assignee: BEN, dueAt: EARLIER }), claim(2, { dueAt: EARLIER })], { person: "2" })
    expect(numbers(shown.claims.in_work.first)).toEqual([1])
    expect([shown.untouched.count, shown.overdue, shown.people.length]).toEqual([0, [1], 2])
    expect(shown.left).toContainEqual({ what: "unapproved", count: 2 })
  })

  test("shows the first of many, and says how many there are", () => {
    const shown = board(Array.from({ length: 80 }, (_, at) => claim(at + 1)))
    expect([shown.claims.in_work.count, shown.claims.in_work.first.length]).toEqual([80, 50])
  })

  test("shows all of one place where they are asked for, and the first of the others", () => {
    const claims = Array.from({ length: 160 }, (_, at) => claim(at + 1, at < 80 ? {} : waiting(null)))
    const shown = board(claims, { all: "waiting" }).claims
    expect([shown.waiting.first.length, shown.in_work.first.length]).toEqual([80, 50])
    const many = Array.from({ length: 1_200 }, (_, at) => claim(at + 1))
    expect(board(many, { all: "in_work" }).claims.in_work).toMatchObject({ count: 1_200, first: { length: 1_000 } })
  })
})

describe("what is left", () => {
  const anyClaim = fc.record({
    state: fc.constantFrom<ClaimState>("open", "in_review", "changes_requested", "approved"),
    settled: fc.boolean(),
    place: fc.constantFrom("stale" as const, "lost" as const, "context" as const, null, null, null),
    sentence: fc.nat(2),
  })

  test("is nothing exactly when the article is ready", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("copy" as const, "factcheck" as const),
        fc.array(anyClaim, { maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (kind, any, marks) => {
          const claims = any.map(({ sentence, ...one }, at) => ({
            ...claim(at),
            ...one,
            spans: SENTENCES.slice(sentence),
          }))
          const sentences = SENTENCES.map((one, at) => ({ ...one, marked: marks[at] ?? false }))
          const covering = claims.map((one) => ({ spans: one.spans, done: placeOf(one) === null }))
          const coverage = countStates(sentenceStates(sentences, covering))
          const standing = standingOf(
            kind,
            claims.map((one) => ({ ...one, approved: one.state === "approved", placed: one.place === null })),
            coverage,
          )
          expect(leftToDo(kind, claims, coverage).length === 0).toBe(standing === "ready")
        },
      ),
    )
  })

  test("of a fact-check is no sentence that nobody has looked at", () => {
    const coverage = { sentences: 3, untouched: 3, in_work: 0, checked: 0, nothing_to_check: 0 }
    expect(leftToDo("factcheck", [claim(1, done)], coverage)).toEqual([])
    expect(leftToDo("copy", [claim(1, done)], coverage)).toEqual([{ what: "sentences", count: 3 }])
  })

  test("begins with a first claim", () => {
    expect(board([], { kind: "factcheck" }).left).toEqual([{ what: "claims", count: 1 }])
  })
})

test("a board counts the fixes that wait, and those that the author has not answered", () => {
  const claims = [claim(1), claim(2, { fix: "unanswered" }), claim(3, { fix: "answered" })]
  expect(board(claims).fixes).toEqual({ waiting: 2, unanswered: 1 })
})
