/** A scale as it is typed: moving its ratings, codes that follow labels, and where an answer says what is wrong. */
import { expect, test } from "vitest"
import { SaveScale } from "@/lib/domain/own-scale"
import { shippedScales } from "@/lib/domain/scale"
import { newScale, typedScale } from "./begun-scale"
import { asGiven, codeOf, moved, retyped, withNewRating, wrongsByKey } from "./typed-scale"

const theirs = shippedScales.flatMap((scale) => (scale.job === "theirs" ? [{ ...scale, id: "x" }] : []))[0]
if (!theirs) throw new Error("no scale ships")
const scale = typedScale(theirs)
const keys = (one: typeof scale) => one.ratings.map(({ key }) => key)

test("a rating is moved to a place, and nowhere else", () => {
  expect(keys(moved(scale, "false", 0)).slice(0, 2)).toEqual(["false", "true"])
  expect(keys(moved(scale, "true", 1)).slice(0, 2)).toEqual(["mostly_true", "true"])
  expect(moved(scale, "true", -1)).toBe(scale)
  expect(moved(scale, "true", scale.ratings.length)).toBe(scale)
})

test("a new rating's code follows its label until one is typed", () => {
  const added = withNewRating(scale)
  const key = keys(added).at(-1) ?? ""
  const labelled = retyped(added, key, { label: { en: "Nicht ganz „Größer“", de: "x" } })
  expect(labelled.ratings.at(-1)?.code).toBe("nicht_ganz_gro_er")
  const typed = retyped(labelled, key, { code: "own", follows: "nothing" })
  expect(retyped(typed, key, { label: { en: "Another", de: "x" } }).ratings.at(-1)?.code).toBe("own")
})

test("new ratings have keys of their own, and a look that no other has", () => {
  const two = withNewRating(withNewRating(scale))
  expect(new Set(keys(two)).size).toBe(two.ratings.length)
  expect(new Set(two.ratings.map(({ shape }) => shape)).size).toBe(two.ratings.length)
})

test("what is saved of it is a scale", () => {
  expect(SaveScale.parse({ ...asGiven(scale), name: "Ours", code: "own" }).ratings).toEqual(theirs.ratings)
  expect(keys(newScale("ours", null))).toEqual(["confirmed", "fixed", "cut"])
  expect(keys(newScale("theirs", null))).toEqual([])
})

test("what is wrong is told by the rating's key, wherever it stands", () => {
  expect(wrongsByKey(scale, { name: "a", "ratings.1.label.en": "b", ratings: "c" })).toEqual({
    ...{ name: "a", ratings: "c" },
    "mostly_true.label.en": "b",
  })
})

test.each([
  ["Größtenteils richtig", "gro_tenteils_richtig"],
  ["  2nd look!  ", "nd_look"],
  ["", ""],
])("the code of %j is %j", (words, code) => expect(codeOf(words)).toBe(code))
