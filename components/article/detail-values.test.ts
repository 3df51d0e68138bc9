/** What is typed of an article's details reaches the act as it is meant, and comes back as it was typed. */
import { expect, test } from "vitest"
import type { ArticleDetails } from "@/lib/domain/article-details"
import { authorsIn, authorsTyped, fieldsFrom, sameAuthor, typedDetails } from "./detail-values"

const ann = { membershipId: "1", name: "Ann" }
const bob = { membershipId: null, name: "Bob" }
const details: ArticleDetails = {
  byline: null,
  authors: [ann, bob],
  section: "Local",
  publisher: null,
  sourceUrl: "https://example.org/a",
  publishedOn: "2024-11-15",
  language: "en",
  kind: "copy",
  lead: { id: "2", name: "Cleo" },
  dueAt: "2024-11-15T18:00:00.000Z",
  version: 3,
}

test("what is typed and saved unchanged is what was there", () => {
  const { lead, authors: _, version: __, ...same } = details
  const authors = [{ membershipId: "1" }, { name: "Bob" }]
  expect(fieldsFrom(typedDetails(details))).toEqual({ ...same, leadId: lead?.id, authors })
})

test("an emptied field is cleared, and one that nobody typed in is not sent", () => {
  expect(fieldsFrom({ section: "  ", publishedOn: "", leadId: "", dueAt: "" })).toEqual({
    section: null,
    publishedOn: null,
    leadId: null,
    dueAt: null,
  })
  expect(fieldsFrom({})).toEqual({})
})

test("authors are one value, in their order", () => {
  expect(authorsIn(authorsTyped([bob, ann]))).toEqual([bob, ann])
  expect(sameAuthor(bob, { membershipId: "4", name: "Bob" })).toBe(false)
  expect(sameAuthor(ann, { membershipId: "1", name: "Ann Smith" })).toBe(true)
})
