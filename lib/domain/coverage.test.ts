/** What claims and marks make of sentences. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  countStates,
  isCovered,
  isDone,
  lookNeeded,
  waitsForPlace,
  planMarks,
  sentenceStates,
  type CoveringClaim,
  type SentenceState,
  type SentenceView,
} from "./coverage"

/** Sentences of ten code units each. */
const sentences = (...marked: ("marked" | "")[]): SentenceView[] =>
  marked.map((mark, ordinal) => ({ ordinal, start: ordinal * 10, end: ordinal * 10 + 9, marked: mark === "marked" }))
const claim = (start: number, end: number, done: "done" | "open" = "open"): CoveringClaim => ({
  spans: [{ start, end }],
  done: done === "done",
})

describe("a sentence", () => {
  test("is untouched until somebody marks or claims it", () => {
    expect(sentenceStates(sentences("", "marked"), [])).toEqual(["untouched", "nothing_to_check"])
    expect(sentenceStates(sentences("", ""), [claim(12, 15)])).toEqual(["untouched", "in_work"])
  })

  test("is checked when all its claims are done, and in work again with one more", () => {
    expect(sentenceStates(sentences(""), [claim(0, 4, "done"), claim(2, 6, "done")])).toEqual(["checked"])
    expect(sentenceStates(sentences(""), [claim(0, 4), claim(2, 6, "done")])).toEqual(["in_work"])
    expect(sentenceStates(sentences(""), [claim(0, 4, "done"), claim(2, 6)])).toEqual(["in_work"])
  })

  test("that was marked and then claimed is in work", () => {
    expect(sentenceStates(sentences("marked"), [claim(0, 4)])).toEqual(["in_work"])
  })

  test("is touched by a claim over several, not by one that ends where it begins", () => {
    expect(sentenceStates(sentences("", "", ""), [claim(8, 12)])).toEqual(["in_work", "in_work", "untouched"])
    expect(sentenceStates(sentences("", ""), [claim(3, 10)])).toEqual(["in_work", "untouched"])
  })
})

test("each sentence is touched by exactly the claims that share a code unit with it", () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => claim(start, start + length))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (claims) => {
      const all = sentences("", "", "", "", "")
      const shares = ({ start, end }: SentenceView) =>
        claims.some(({ spans }) => spans.some((one) => one.start < end && one.end > start))
      expect(sentenceStates(all, claims)).toEqual(all.map((one) => (shares(one) ? "in_work" : "untouched")))
    }),
  )
})

test("every sentence is counted once, and a text is covered when none is untouched or in work", () => {
  const counts = countStates(["untouched", "in_work", "checked", "checked", "nothing_to_check"])
  expect(counts).toEqual({ sentences: 5, untouched: 1, in_work: 1, checked: 2, nothing_to_check: 1 })
  expect(isCovered(counts)).toBe(false)
  expect(isCovered(countStates(["checked", "nothing_to_check"]))).toBe(true)
})

const ASKING = { approvals: 1 }

test("a claim is done when it is approved, settled, and where it was in its context", () => {
  const anchor = { placement: "exact", contextChanged: false } as const
  const approved = {
    state: "approved" as const,
    verdict: { rating: { code: "confirmed", settles: true } },
    letStand: null,
    opinion: null,
    anchors: [anchor],
  }
  expect(isDone(approved, ASKING)).toBe(true)
  expect(isDone({ ...approved, opinion: { phase: "given" } }, ASKING)).toBe(false)
  expect(isDone({ ...approved, opinion: { phase: "differ" } }, ASKING)).toBe(false)
  expect(isDone({ ...approved, opinion: { phase: "same" } }, ASKING)).toBe(true)
  expect(isDone({ ...approved, state: "in_review" }, ASKING)).toBe(false)
  const unsettled = { ...approved, verdict: { rating: { code: "needs_fix", settles: false } } }
  expect(isDone(unsettled, ASKING)).toBe(false)
  expect(isDone({ ...unsettled, letStand: { reason: "It runs as a letter." } }, ASKING)).toBe(true)
  expect(isDone({ ...approved, anchors: [anchor, { ...anchor, contextChanged: true }] }, ASKING)).toBe(false)
  expect(isDone({ ...approved, anchors: [{ ...anchor, placement: "stale" as const }] }, ASKING)).toBe(false)
})

test("what is to be cut is done once its passage is gone", () => {
  const standing = { placement: "exact", contextChanged: false } as const
  const gone = { placement: "lost", contextChanged: false } as const
  const cut = {
    state: "approved" as const,
    letStand: null,
    opinion: null,
    verdict: { rating: { code: "cut", settles: true } },
  }
  expect(lookNeeded({ ...cut, anchors: [standing] })).toBe("uncut")
  expect(lookNeeded({ ...cut, anchors: [gone, standing] })).toBe("uncut")
  expect(isDone({ ...cut, anchors: [gone, gone] }, ASKING)).toBe(true)
  const confirmed = { verdict: { rating: { code: "confirmed", settles: true } } }
  expect(lookNeeded({ ...confirmed, anchors: [standing, gone] })).toBe("lost")
  // Nobody has to say where it stands before.
  expect([cut, confirmed].map((claim) => waitsForPlace({ ...claim, anchors: [standing, gone] }))).toEqual([false, true])
})

describe("pressing nothing to check", () => {
  const states: SentenceState[] = ["untouched", "untouched", "in_work", "checked", "nothing_to_check"]
  const holdsLoose = (ordinal: number) => ordinal === 1

  test("marks one sentence whatever it holds", () => {
    expect(planMarks([1], states, holdsLoose)).toEqual({
      mark: "nothing_to_check",
      ordinals: [1],
      skipped: { claimed: 0, loose: 0 },
    })
  })

  test("leaves those with claims or loose items alone among several", () => {
    expect(planMarks([0, 1, 2, 3, 4], states, holdsLoose)).toEqual({
      mark: "nothing_to_check",
      ordinals: [0],
      skipped: { claimed: 2, loose: 1 },
    })
  })

  test("takes the marks back where nothing is left to mark", () => {
    expect(planMarks([4], states, holdsLoose)).toMatchObject({ mark: null, ordinals: [4] })
    expect(planMarks([1, 2, 4], states, holdsLoose)).toMatchObject({ mark: null, ordinals: [4] })
  })

  test("does nothing to a sentence with a claim", () => {
    expect(planMarks([2], states, holdsLoose)).toMatchObject({ ordinals: [], skipped: { claimed: 1, loose: 0 } })
  })
})
