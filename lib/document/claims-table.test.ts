import * as fc from "fast-check"
import Papa from "papaparse"
import { describe, expect, test } from "vitest"
import { claimsTable } from "./claims-table"
import { readMarkdown } from "./read-markdown"
import { shownClaims } from "./shown-claims"
import { articleOf, claimOn, ratingOf, sourced } from "./testing/annotated"
import { annotatedArticle, furnished, withFixes } from "./testing/annotated-arbitraries"

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true })

const { document } = readMarkdown("# T\n\nThe 👍🏽 mayor fell in May.", {})
const fell = claimOn(document, "fell", 3, {
  state: "approved",
  claimant: "=HYPERLINK(1)",
  verdict: { of: ratingOf("false"), conclusion: 'No,\nhe "rose".', explanation: null, workingNote: "@ask" },
  evidence: [sourced("refutes", "+ Minutes", "https://example.org/", "p. 2"), sourced("context", "Letter", null, null)],
})

describe("the table", () => {
  test("has a row for each evidence, in code points, and no cell that a spreadsheet would run", () => {
    const { data, errors } = rowsOf(
      claimsTable(articleOf(document, [fell]), { profile: "public", publishNames: false }),
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject([
      {
        claim: "3",
        start: "15",
        end: "19",
        claimant: "'=HYPERLINK(1)",
        source: "'+ Minutes",
        conclusion: 'No,\nhe "rose".',
      },
      { claim: "3", source: "Letter", locator: "", primary: "yes" },
    ])
    expect(data[0]).not.toHaveProperty("working_note")
  })

  test("has a row for each claim and evidence of any article, and is read again cell by cell", () => {
    fc.assert(
      fc.property(
        furnished(withFixes(annotatedArticle())),
        fc.constantFrom("public", "internal"),
        (article, profile) => {
          const { data, errors } = rowsOf(claimsTable(article, { profile, publishNames: true }))
          expect(errors).toEqual([])
          const expected = shownClaims(article, { profile }).flatMap(({ claim }) => {
            const told = claim.evidence.filter(({ source }) => profile === "internal" || !source.confidential)
            return told.length > 0 ? told.map(() => String(claim.number)) : [String(claim.number)]
          })
          expect(data.map(({ claim }) => claim)).toEqual(expected)
          for (const cell of data.flatMap(Object.values<string>)) expect(cell).not.toMatch(/^[\s\0]*[=+\-@]|^\t/)
        },
      ),
      { numRuns: 60 },
    )
  })
})
