/** The scales that ship: every rating of DOMAIN.md, once, in both languages, told without colour. */
import { describe, expect, test } from "vitest"
import { ratingOf, ScaleRatings, scaleName, shippedScales, type Rating } from "./scale"
import { ratingLabel } from "./shown"
import type { Refusal } from "./refusal"

const [ours, theirs] = shippedScales.map((scale) => ({ id: scale.code, ...scale }))
if (!ours || !theirs) throw new Error("two scales ship")

const codes = (ratings: Rating[]) => ratings.map((rating) => rating.code)

describe("the scales that ship", () => {
  test("are ours and theirs, each for its job", () => {
    expect(shippedScales.map(({ code, version, job }) => [code, version, job])).toEqual([
      ["ours", 1, "ours"],
      ["theirs", 1, "theirs"],
    ])
    expect(scaleName(theirs)).toBe("theirs/1")
  })

  test("ours ticks copy: needs_fix and cannot_confirm settle nothing, none has a number or a ClaimReview", () => {
    expect(codes(ours.ratings)).toEqual([
      "confirmed",
      "confirmed_as_said",
      "confirmed_on_author",
      "needs_fix",
      "fixed",
      "cannot_confirm",
      "cut",
      "opinion",
    ])
    expect(codes(ours.ratings.filter((rating) => !rating.settles))).toEqual(["needs_fix", "cannot_confirm"])
    expect(ours.ratings.every((rating) => rating.value === null && !rating.claimReview)).toBe(true)
  })

  test("theirs is worst 1, best 5, and without a number where one would mislead", () => {
    expect(theirs.ratings.map(({ code, value }) => [code, value])).toEqual([
      ["true", 5],
      ["mostly_true", 4],
      ["mixed", 3],
      ["mostly_false", 2],
      ["false", 1],
      ["misleading", null],
      ["missing_context", null],
      ["out_of_context", null],
      ["misattributed", null],
      ["altered", null],
      ["satire", null],
      ["outdated", null],
      ["unproven", null],
      ["not_checkable", null],
    ])
    expect(theirs.ratings.every((rating) => rating.settles)).toBe(true)
    expect(codes(theirs.ratings.filter((rating) => !rating.claimReview))).toEqual(["not_checkable"])
  })

  test.each(shippedScales)("$code has no code, label or shape twice", ({ ratings }) => {
    for (const of of [
      codes(ratings),
      ratings.map((one) => one.label.en),
      ratings.map((one) => one.label.de),
      ratings.map((one) => one.shape),
    ]) {
      expect(new Set(of).size).toBe(ratings.length)
    }
  })

  test.each(shippedScales)("$code is labelled and defined in English and German", ({ ratings }) => {
    expect(ScaleRatings.parse(ratings)).toEqual(ratings)
    for (const { label, definition, shape } of ratings) {
      for (const words of [label.en, label.de, definition.en, definition.de]) expect(words?.trim()).toBeTruthy()
      expect([...shape]).toHaveLength(1)
    }
  })

  test("carries the German labels that newsrooms know", () => {
    const german = theirs.ratings.map((rating) => ratingLabel(rating, "de-AT"))
    for (const label of [
      "Richtig",
      "Größtenteils richtig",
      "Teils richtig, teils falsch",
      "Größtenteils falsch",
      "Falsch",
      "Irreführend",
      "Fehlender Kontext",
      "Unbelegt",
    ]) {
      expect(german).toContain(label)
    }
  })
})

test("a rating is looked up by its code, or refused at the field", () => {
  expect(ratingOf(theirs, "mixed").value).toBe(3)
  expect(() => ratingOf(theirs, "confirmed")).toThrowError(
    expect.objectContaining({
      code: "invalid",
      key: "verdict.unknownRating",
      details: expect.objectContaining({ fields: [expect.objectContaining({ path: "rating" })] }) as object,
    }) as Refusal,
  )
})

test("a label falls back to English, then to the code", () => {
  const rating = ratingOf(theirs, "false")
  expect([ratingLabel(rating, "en"), ratingLabel(rating, "fr")]).toEqual(["False", "False"])
  expect(ratingLabel({ ...rating, label: {} }, "fr")).toBe("false")
})
