import { expect, test } from "vitest"
import type { Found, FoundClaim } from "@/lib/domain/search"
import { actsNamed, stillFound, wordsShown } from "./matches"

const claim: FoundClaim = {
  id: "c",
  number: 12,
  job: "theirs",
  state: "open",
  statement: "Berlin asked for the call.",
  quote: "is reported to have been Berlin’s wish",
  article: { id: "a", title: "A call to Moscow" },
}

const found: Found = {
  articles: [
    { id: "a", title: "A call to Moscow", publisher: null, byline: "Ada Quill", publishedOn: null, archived: false },
  ],
  claims: [claim],
  sources: [
    { id: "s", kind: "other", title: "Readout", author: null, publisher: null, url: "https://example.org/call" },
  ],
  texts: [],
}

test("what was found for a few letters stays as long as it has those that were added", () => {
  expect(stillFound(found, "call")).toEqual(found)
  expect(stillFound(found, "call quill")).toMatchObject({ articles: [{ id: "a" }], claims: [], sources: [] })
  expect(stillFound(found, "#12")).toMatchObject({ articles: [], claims: [{ number: 12 }], sources: [] })
  expect(stillFound(found, "ferry")).toEqual({ articles: [], claims: [], sources: [], texts: [] })
})

test("a claim is shown by its statement, unless only its words in the text have what was typed", () => {
  expect(wordsShown(claim, "")).toMatchObject({ from: "statement" })
  expect(wordsShown(claim, "asked berlin")).toMatchObject({ from: "statement" })
  expect(wordsShown(claim, "reported")).toEqual({ from: "quote", words: claim.quote })
  expect(wordsShown({ ...claim, statement: null }, "")).toMatchObject({ from: "quote" })
})

const acts = [
  { id: 1, words: "Mark the selected words as a claim" },
  { id: 2, words: "Next claim" },
  { id: 3, words: "Approve" },
  { id: 4, words: "Claim by claim" },
]

test("an act is found by the beginnings of its words, the closest first", () => {
  expect(actsNamed(acts, "cla").map(({ id }) => id)).toEqual([4, 1, 2])
  expect(actsNamed(acts, "claim mark").map(({ id }) => id)).toEqual([1])
  expect(actsNamed(acts, "prove")).toEqual([])
})

test("for nothing typed every act is there, for anything no more than a few", () => {
  expect(actsNamed(acts, "")).toEqual(acts)
  const many = Array.from({ length: 20 }, (_, id) => ({ id, words: "Sign out" }))
  expect(actsNamed(many, "sign")).toHaveLength(6)
})
