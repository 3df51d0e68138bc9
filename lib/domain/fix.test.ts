import { describe, expect, test } from "vitest"
import {
  AcceptFixes,
  AnswerFix,
  inOneSentence,
  isReviewed,
  overlapping,
  passageIn,
  ProposeFix,
  ratingAfter,
  taken,
} from "./fix"
import { oneLine } from "./one-line"

const id = "0190a000-0000-7000-8000-000000000001"

describe("wording", () => {
  test("is one clean line", () => {
    expect(oneLine("  nine\n percent\tin  all\u0000 ")).toBe("nine percent in all")
    expect(oneLine("Cafe\u0301\uFFFC, he said")).toBe("Café, he said")
    expect(ProposeFix.parse({ claimId: id, wording: " \n" })).toEqual({ claimId: id, wording: "", reason: null })
  })

  test("keeps the spaces that hold words together", () => {
    expect(oneLine("10\u00A0km, 5\u202F%")).toBe("10\u00A0km, 5\u202F%")
  })
})

describe("an author's answer", () => {
  const answered = (said: object) => AnswerFix.safeParse({ fixId: id, ...said })
  const missing = (said: object) => answered(said).error?.issues.map(({ path, message }) => [path.join("."), message])

  test("needs words to reword, and a reason to refuse", () => {
    expect(missing({ answer: "reworded" })).toEqual([["wording", "fix.wordingNeeded"]])
    expect(missing({ answer: "refused", reason: " " })).toEqual([["reason", "fix.reasonNeeded"]])
    expect(answered({ answer: "accepted" }).success).toBe(true)
    expect(answered({ answer: "refused", reason: "She said so." }).success).toBe(true)
  })

  test("may word it as nothing at all", () => {
    expect(answered({ answer: "reworded", wording: "" }).data).toMatchObject({ wording: "" })
  })
})

test("what is accepted are the proposed words, unless the author's are asked for", () => {
  expect(AcceptFixes.parse({ articleId: id, fixes: [{ fixId: id }] }).fixes).toEqual([{ fixId: id, take: "proposed" }])
  const fix = { wording: "ten percent", answer: "reworded", answerWording: "a tenth" } as const
  expect(taken(fix, "proposed")).toEqual({ wording: "ten percent", whose: "proposed" })
  expect(taken(fix, "author")).toEqual({ wording: "a tenth", whose: "author" })
  // Worded as it was proposed, it is what was proposed.
  expect(taken({ ...fix, answerWording: "ten percent" }, "author").whose).toBe("proposed")
  const refused = { ...fix, answer: "refused", answerWording: null } as const
  expect(() => taken(refused, "author")).toThrow(expect.objectContaining({ code: "conflict", key: "fix.notReworded" }))
})

test("words are reviewed if they are those that an approved round froze, letter for letter", () => {
  const frozen = { id, wording: "ten percent" }
  expect(isReviewed("approved", frozen, { id, wording: "ten percent" })).toBe(true)
  expect(isReviewed("approved", frozen, { id, wording: "Ten percent" })).toBe(false)
  expect(isReviewed("approved", frozen, { id: "another", wording: "ten percent" })).toBe(false)
  expect(isReviewed("approved", null, { id, wording: "ten percent" })).toBe(false)
  expect(isReviewed("in_review", frozen, { id, wording: "ten percent" })).toBe(false)
  expect(isReviewed("open", frozen, { id, wording: "ten percent" })).toBe(false)
})

test("a tick becomes fixed or cut, a verdict on others stays what it was", () => {
  expect(ratingAfter("ours", "ten percent")).toBe("fixed")
  expect(ratingAfter("ours", "")).toBe("cut")
  expect(ratingAfter("theirs", "")).toBeNull()
})

test("passages overlap where they share a letter", () => {
  const all = [
    { number: 1, start: 0, end: 10 },
    { number: 2, start: 9, end: 12 },
    { number: 3, start: 12, end: 20 },
  ]
  expect(all.map((one) => overlapping(one, all))).toEqual([[2], [1], []])
  expect(overlapping(null, all)).toEqual([])
})

describe("a passage", () => {
  test("is read in its block", () => {
    const text = "The title\nHe said taxes fell by nine percent.\nMore."
    const start = text.indexOf("nine")
    expect(passageIn(text, { start, end: start + 4 })).toEqual({
      ...{ start, end: start + 4, words: "nine" },
      before: "He said taxes fell by ",
      after: " percent.",
    })
    expect(passageIn(text, { start: 0, end: 3 })).toMatchObject({ before: "", after: " title" })
    expect(passageIn(text, { start: text.length - 5, end: text.length })).toMatchObject({ words: "More.", after: "" })
  })

  test("of a long block is cut between words", () => {
    const long = "word ".repeat(200)
    const { before, after } = passageIn(`${long}HERE ${long}`, { start: long.length, end: long.length + 4 })
    expect(before).toMatch(/^… word (word )+$/)
    expect(after).toMatch(/^( word)+ …$/)
  })
})

test("passages that share a sentence are found, whichever of its ends they touch", () => {
  const sentences = [
    { start: 0, end: 40 },
    { start: 41, end: 80 },
    { start: 81, end: 99 },
  ]
  const across = { start: 70, end: 85 }
  const passages = [{ start: 4, end: 9 }, null, { start: 30, end: 40 }, { start: 45, end: 50 }, across]
  expect([...inOneSentence(passages, sentences)].sort()).toEqual([0, 2, 3, 4])
  expect(inOneSentence(passages.slice(0, 2), sentences).size).toBe(0)
})
