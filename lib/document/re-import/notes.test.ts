/** What a note of Reader Markdown says of its claim is read again, whatever its words look like. */
import { expect, test } from "vitest"
import type { ClaimView } from "../../domain/claim"
import { editorialMarkdown } from "../editorial-markdown"
import { readMarkdown, readMarkdownWithClaims } from "../read-markdown"
import { readerMarkdown } from "../reader-markdown"
import { articleOf, claimOn, ratingOf, sourced } from "../testing/annotated"

const verdict = (rating: string, words: Partial<NonNullable<ClaimView["verdict"]>> = {}) => ({
  ...{ rating: ratingOf(rating).rating, scale: ratingOf(rating).scale, of: ratingOf(rating) },
  ...{ conclusion: null, explanation: null, workingNote: null, asOf: null, recheckOn: null, ...words },
})

/** The claim on a passage, from a file in which its note tells `words` of it. */
function back(markdown: string, passage: string, words: Parameters<typeof claimOn>[3] = {}, kind?: "copy") {
  const { document } = readMarkdown(markdown, {})
  const article = { ...articleOf(document, [claimOn(document, passage, 1, words)]), ...(kind && { kind }) }
  const exported = readerMarkdown(article, { profile: "internal", publishNames: true })
  const { claims } = readMarkdownWithClaims(exported, {})
  expect(claims).toHaveLength(1)
  return { claim: claims[0], quote: claims[0]?.anchors[0]?.quote, placement: claims[0]?.anchors[0]?.placement }
}

test.each([
  ["with marks of its own", "“It fell.”"],
  ["with straight marks of its own", '"It fell."'],
  ["within marks of the text", "It fell."],
  ["with a mark inside", "said “It"],
])("a quotation %s is on the same words", (_, passage) => {
  const marks = passage.includes('"') ? ['"', '"'] : ["“", "”"]
  const { quote, placement } = back(`# T\n\nThe mayor said ${marks[0]}It fell.${marks[1]} and left.`, passage)
  expect({ quote, placement }).toEqual({ quote: passage, placement: "exact" })
})

test("the day of a claim that nobody is known to have made is a day, and no conclusion", () => {
  const { claim } = back("# T\n\nIt fell.", "fell", {
    claimedOn: "2024-05-03",
    verdict: verdict("true", { conclusion: "It did." }),
  })
  expect(claim?.fields).toMatchObject({ claimant: null, claimedOn: "2024-05-03" })
  expect(claim?.verdict?.conclusion).toBe("It did.")
})

test("a conclusion that begins like a line of Stet's stays one", () => {
  const conclusion = "Checked by three agencies, reviewed twice."
  const words = { state: "approved" as const, evidence: [sourced("supports", "The register", null, "page 3")] }
  const { claim } = back("# T\n\nIt fell.", "fell", { ...words, verdict: verdict("true", { conclusion }) })
  expect(claim?.verdict).toMatchObject({ conclusion, explanation: null })
  const { claim: bare } = back("# T\n\nIt fell.", "fell", { state: "approved", verdict: verdict("true") })
  expect(bare?.verdict).toMatchObject({ conclusion: null, explanation: null })
})

test("whose words it is about is told by its rating; where there is none, by the article's kind", () => {
  expect(back("# T\n\nIt fell.", "fell", { verdict: verdict("confirmed") }).claim?.job).toBe("ours")
  expect(back("# T\n\nIt fell.", "fell", { verdict: verdict("mixed") }, "copy").claim?.job).toBe("theirs")
  expect(back("# T\n\nIt fell.", "fell", {}, "copy").claim?.job).toBe("ours")
  expect(back("# T\n\nIt fell.", "fell").claim?.job).toBe("theirs")
})

test("a file for editing says that its marks were taken off; one without any says nothing", () => {
  const { document } = readMarkdown("# T\n\nIt fell.", {})
  const edited = (claims: ClaimView[]) =>
    readMarkdownWithClaims(
      editorialMarkdown(articleOf(document, claims), { profile: "internal", publishNames: true }),
      {},
    )
  expect(edited([claimOn(document, "fell", 1)])).toMatchObject({ document, claims: [], notices: ["marksTakenOff"] })
  expect(edited([])).toMatchObject({ document, claims: [], notices: [] })
})
