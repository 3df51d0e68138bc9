/** What is typed of an article's details reaches the act as it is meant, and comes back as it was typed. */
import { expect, test } from "vitest"
import type { ArticleDetails } from "@/lib/domain/article-details"
import { authorsIn, authorsTyped, fieldsFrom, leadsOffered, sameAuthor, typedDetails } from "./detail-values"

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

test("whoever leads an article is known by name even where they may not any more, and nobody twice", () => {
  const [cleo, dora, emil] = ["Cleo", "Dora", "Emil"].map((name, at) => ({ id: String(at + 2), name }))
  if (!cleo || !dora || !emil) throw new Error("three people")
  const asAuthor = { membershipId: emil.id, name: emil.name }
  expect(leadsOffered([dora, emil], [dora, cleo], [asAuthor])).toEqual([dora, cleo])
  expect(leadsOffered([dora, emil], [null, null], [bob])).toEqual([dora, emil])
})
