import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { shippedScales } from "../domain/scale"
import { sha256 } from "./digest"
import { readMarkdown } from "./read-markdown"
import { readerMarkdown } from "./reader-markdown"
import { articleOf, claimOn, sourced } from "./testing/annotated"
import { annotatedArticle } from "./testing/annotated-arbitraries"
import { byMarkdownIt, byRemark } from "./testing/rendered"
import { writeMarkdown } from "./write-markdown"

const internal = { profile: "internal", publishNames: false } as const
const open = { profile: "public", publishNames: false } as const

const missingContext = {
  of: {
    scale: "theirs/1",
    rating: shippedScales[1]?.ratings.find(({ code }) => code === "missing_context") ?? never(),
  },
  conclusion: "Only one side states a length.",
  explanation: null,
  workingNote: null,
}

function never(): never {
  throw new Error("no such rating")
}

const { document } = readMarkdown(
  [
    "# A call to Moscow: the chancellor breaks a two-year silence",
    "*Berlin asks for a withdrawal; the Kremlin speaks of a frank exchange*",
    "Through a conversation of about an hour, he restated Germany's support.",
    "The Kremlin spoke of a **frank exchange**.",
  ].join("\n\n"),
  {},
)

const call = claimOn(document, "a conversation of about an hour", 3, {
  state: "approved",
  claimant: "the German government's spokesperson",
  claimedOn: "2024-11-15",
  verdict: missingContext,
  evidence: [
    sourced("supports", "Readout of the call", "https://example.org/readout", "paragraph 2"),
    sourced("context", "Kremlin statement", "https://example.org/statement", "paragraph 3"),
  ],
})

const HEAD = `---
title: "A call to Moscow: the chancellor breaks a two-year silence"
dek: "Berlin asks for a withdrawal; the Kremlin speaks of a frank exchange"
publisher: "Sample desk"
published: 2024-11-15
source_url: "https://example.org/call"
language: "en"
kind: factcheck
revision: 2
body_sha256: "${sha256(writeMarkdown(document).markdown)}"
note_prefix: "claim-"
`

const BODY = `
# A call to Moscow: the chancellor breaks a two-year silence

Berlin asks for a withdrawal; the Kremlin speaks of a frank exchange

Through a conversation of about an hour[^claim-3], he restated Germany's support.
`

const NOTE = `
[^claim-3]: **Missing context**: "a conversation of about an hour"

    Claimant: the German government's spokesperson, 15 November 2024.

    Only one side states a length.

    - supports, primary: [Readout of the call](<https://example.org/readout>), paragraph 2
    - context, primary: [Kremlin statement](<https://example.org/statement>), paragraph 3
`

describe("the shape of the file", () => {
  test("a public export", () => {
    expect(readerMarkdown(articleOf(document, [call]), open)).toBe(`${HEAD}profile: public
standing: "signed off"
signed_off: 2024-11-16T09:12:44Z
claims: {approved: 1}
scale: "theirs/1"
---
${BODY}
The Kremlin spoke of a **frank exchange**.
${NOTE}
    Checked by the desk, reviewed, 15 November 2024.
`)
  })

  test("an internal export, with claims at work and one without a place", () => {
    const working = claimOn(document, "spoke of a frank exchange", 5, {
      state: "in_review",
      statement: "The talk was frank.",
      verdict: {
        ...missingContext,
        conclusion: null,
        explanation: "One.\nTwo.\n\nThree.",
        workingNote: "Ask *again*.",
      },
    })
    working.letStand = { reason: "Both sides said so.", by: null, at: "2024-11-15T17:30:00.000Z" }
    const untouched = claimOn(document, "Germany's support", 4)
    const lost = claimOn(document, "The Kremlin spoke", 1)
    lost.anchors = lost.anchors.map((anchor) => ({ ...anchor, placement: "stale" }))
    const article = {
      ...articleOf(document, [lost, call, untouched, working]),
      standing: "in_progress",
      signedOffAt: null,
    }
    expect(readerMarkdown(article as AnnotatedArticle, internal)).toBe(`${HEAD}profile: internal
standing: "in progress"
claims: {total: 4, approved: 1}
scale: "theirs/1"
---
${BODY.replace("support.", "support[^claim-4].")}
The Kremlin spoke of a **frank exchange[^claim-5]**.
${NOTE}
    Checked by Checker, reviewed by Editor, 15 November 2024.

[^claim-4]: **Open**: "Germany's support"

[^claim-5]: **Missing context** (in review): "spoke of a frank exchange"

    Statement: The talk was frank.

    One.\\
    Two.

    Three.

    Working note: Ask \\*again\\*.

    Let stand: Both sides said so.

---

## Claims without a place in this revision

- [^claim-1] "The Kremlin spoke"

[^claim-1]: **Open**: "The Kremlin spoke"
`)
  })

  test("an article without claims has no notes, and names no scale", () => {
    const exported = readerMarkdown(articleOf(document, []), open)
    expect(exported).toContain("claims: {approved: 0}\n---\n")
    expect(exported.endsWith("The Kremlin spoke of a **frank exchange**.\n")).toBe(true)
  })

  test("several spans of a claim each end in a reference to its one note", () => {
    const [first] = call.anchors
    const other = claimOn(document, "spoke of a frank exchange", 3).anchors[0]
    const both = { ...call, anchors: [first, other].flatMap((anchor) => anchor ?? []) }
    const exported = readerMarkdown(articleOf(document, [both]), open)
    expect(exported).toContain('"a conversation of about an hour … spoke of a frank exchange"')
    expect(exported.match(/\[\^claim-3\](?!:)/g)).toHaveLength(2)
    expect(exported.match(/^\[\^claim-3\]:/gm)).toHaveLength(1)
  })
})

describe("rendered by remark and by markdown-it", () => {
  const readers = [
    ["remark", byRemark],
    ["markdown-it", byMarkdownIt],
  ] as const

  test.each(readers)("%s reads the words of the bare body in a public export, and links every note", (_, render) => {
    fc.assert(
      fc.property(annotatedArticle(), (article) => {
        const exported = readerMarkdown(article, { profile: "public", publishNames: true })
        const rendered = render(exported)
        const body = writeMarkdown(article.revision.document).markdown
        expect({ lines: rendered.lines, exported }).toEqual({ lines: byRemark(body).lines, exported })
        expect({ labels: rendered.notes, exported }).toEqual({ labels: rendered.references, exported })
      }),
      { numRuns: 40 },
    )
  })

  test.each(readers)("%s reads the body's words first in an internal export, and links every note", (_, render) => {
    fc.assert(
      fc.property(annotatedArticle(), (article) => {
        const rendered = render(readerMarkdown(article, internal))
        const { lines } = render(writeMarkdown(article.revision.document).markdown)
        expect(rendered.lines.slice(0, lines.length)).toEqual(lines)
        expect(rendered.notes).toEqual(rendered.references)
        for (const { number } of article.claims)
          expect(rendered.notes.filter((label) => label.endsWith(`-${number}`))).toHaveLength(1)
      }),
      { numRuns: 40 },
    )
  })
})

test("the same article gives the same bytes, whatever order its claims come in", () => {
  fc.assert(
    fc.property(annotatedArticle(), (article) => {
      const reversed = { ...structuredClone(article), claims: article.claims.toReversed() }
      expect(readerMarkdown(reversed, internal)).toBe(readerMarkdown(article, internal))
    }),
    { numRuns: 40 },
  )
})
