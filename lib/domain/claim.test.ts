/** What an edit does to a claim, and how a claim's words are told. */
import { describe, expect, test } from "vitest"
import { afterEdit, ClaimFields, ClaimState, ClaimType, EditClaim, frozenAmong, MarkClaims, quoteOf } from "./claim"
import { type Refusal } from "./refusal"

describe("an edit", () => {
  test("reopens an approved claim where it changes what the round froze", () => {
    expect(afterEdit({ state: "approved" }, ["conclusion"])).toEqual({ state: "open", falls: "approval" })
  })

  test("reopens what was checked and not reviewed, of which no approval falls", () => {
    expect(afterEdit({ state: "checked" }, ["conclusion"])).toEqual({ state: "open", falls: "check" })
    expect(afterEdit({ state: "checked" }, [])).toEqual({ state: "checked", falls: null })
  })

  test("leaves an approved claim approved where it does not", () => {
    expect(afterEdit({ state: "approved" }, [])).toEqual({ state: "approved", falls: null })
  })

  test.each(["open", "changes_requested"] as const)("leaves a claim that is %s as it is", (state) => {
    expect(afterEdit({ state }, ["statement"])).toEqual({ state, falls: null })
    expect(afterEdit({ state }, [])).toEqual({ state, falls: null })
  })

  test.each([[["statement"]], [[]]])("is refused in review, whatever it changes", (changes) => {
    expect(() => afterEdit({ state: "in_review" }, changes)).toThrowError(
      expect.objectContaining({ code: "conflict", key: "claim.inReview" }) as Refusal,
    )
  })
})

test("a round freezes what is published of a claim and what decides who reviews it", () => {
  expect(frozenAmong(Object.keys(ClaimFields.shape))).toEqual([
    "job",
    "statement",
    "claimant",
    "claimedOn",
    "appearance",
    "timecode",
    "priority",
  ])
})

test("a claim's quote is its spans in order, line breaks as spaces, joined by an ellipsis", () => {
  expect(quoteOf([{ quote: "taxes fell" }])).toBe("taxes fell")
  expect(quoteOf([{ quote: "taxes \n fell" }, { quote: "by nine\npercent" }])).toBe("taxes fell … by nine percent")
  expect(quoteOf([])).toBe("")
})

test("states and types are those of the records", () => {
  expect(ClaimState.options).toEqual(["open", "in_review", "changes_requested", "checked", "approved"])
  expect(ClaimType.options).toHaveLength(12)
})

const ID = "01890a5d-ac96-774b-bcce-b302099a8057"

test("an edit holds what was given and nothing that was not", () => {
  expect(EditClaim.parse({ claimId: ID, fields: { statement: " Taxes fell. " } })).toEqual({
    claimId: ID,
    fields: { statement: "Taxes fell." },
  })
})

test("a span has words in it, and a thousand claims at once are the most", () => {
  const marks = (claims: unknown[]) => MarkClaims.safeParse({ articleId: ID, revisionId: ID, claims }).success
  const claim = { spans: [{ start: 0, end: 1 }] }
  expect(marks([claim])).toBe(true)
  expect(marks([{ spans: [{ start: 1, end: 1 }] }])).toBe(false)
  expect(marks([{ spans: [{ start: -1, end: 1 }] }])).toBe(false)
  expect(marks([{ spans: [] }])).toBe(false)
  expect(marks([])).toBe(false)
  expect(marks(Array.from({ length: 1000 }, () => claim))).toBe(true)
  expect(marks(Array.from({ length: 1001 }, () => claim))).toBe(false)
})

test("a date exists and an address is of the web", () => {
  const fields = ClaimFields.partial()
  expect(fields.safeParse({ claimedOn: "2024-02-29" }).success).toBe(true)
  expect(fields.safeParse({ claimedOn: "2023-02-29" }).success).toBe(false)
  expect(fields.safeParse({ appearance: "https://example.org/" }).success).toBe(true)
  expect(fields.safeParse({ appearance: "javascript:alert(1)" }).success).toBe(false)
  expect(fields.safeParse({ priority: 4 }).success).toBe(false)
})
