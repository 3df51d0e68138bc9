import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { DocumentNode } from "../domain/article"
import type { ClaimView } from "../domain/claim"
import { normalise } from "./normalise"
import { noteOf, writeNotes, type NoteOptions } from "./note"
import { checkedLine, claimantLine, longDate } from "./note-words"
import { readMarkdown } from "./read-markdown"
import { parseDocument } from "./schema"
import { REVISION } from "./testing/annotated"
import { annotatedArticle, noteText } from "./testing/annotated-arbitraries"
import { sayable } from "./testing/sayable"

const internal: NoteOptions = { profile: "internal", language: "en", publishNames: false }

/** What a reader makes of notes written behind a text that refers to all of them. */
function readAgain(notes: DocumentNode[]): DocumentNode[] {
  const references = notes.map(({ attrs }) => `[^${String(attrs?.label)}]`).join(" ")
  const { document } = readMarkdown(`# T\n\nText ${references}\n${writeNotes(notes)}`, {})
  return (document.content ?? []).filter(({ type }) => type === "footnote")
}

/** The points of a note's list of evidence. */
function linesOf(note: DocumentNode): string[] {
  const list = note.content?.find(({ type }) => type === "bulletList")
  return (list?.content ?? []).map((item) => (item.content?.[0]?.content ?? []).map(({ text }) => text).join(""))
}

/** A second opinion that somebody else is to give or the reader has taken. */
const blind: ClaimView["opinion"] = {
  ...{ id: REVISION, phase: "asked", blind: true, isMine: false, askedBy: null, askedAt: "2024-11-15T12:00:00.000Z" },
  ...{ takenBy: null, givenAt: null, verdict: null, first: null, revealedAt: null, proposal: null, adjudication: null },
}

/** Notes as a stored document would hold them. */
function stored(notes: DocumentNode[]): DocumentNode[] {
  const document = parseDocument(normalise({ type: "doc", content: [{ type: "title" }, ...notes] }))
  return (document.content ?? []).slice(1)
}

test("a note is read as it was written, whatever its words are", () => {
  fc.assert(
    fc.property(annotatedArticle(), ({ claims }) => {
      const notes = claims.map((claim) => noteOf(claim, claim.anchors, `claim-${claim.number}`, internal))
      expect(readAgain(notes).map(sayable)).toEqual(stored(notes).map(sayable))
    }),
    { numRuns: 50 },
  )
})

test("how evidence bears is left out of what is written for whoever may not see the verdict yet", () => {
  const bears = /supports|refutes|context/
  fc.assert(
    fc.property(annotatedArticle(), ({ claims }) => {
      for (const claim of claims) {
        const evidence = claim.evidence.map((one) => ({ ...one, stance: "context" as const, locator: null }))
        const told = evidence.map((one) => ({ ...one, source: { ...one.source, title: "A readout" } }))
        const lines = (opinion: ClaimView["opinion"]) =>
          linesOf(noteOf({ ...claim, evidence: told, opinion }, claim.anchors, "claim-1", internal))
        expect(lines(null).filter((line) => bears.test(line))).toHaveLength(told.length)
        expect(lines(blind)).toEqual(told.map(({ source }) => (source.primary ? "primary: A readout" : "A readout")))
      }
    }),
    { numRuns: 50 },
  )
})

test("a note's words are not CriticMarkup", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(noteText(), fc.constantFrom("{++a++}", "{--b--}", "{==c==}", "{>>d<<}", "{~~e~>f~~}"))),
      (texts) => {
        const content = texts.map((text) => ({
          type: "paragraph",
          content: [{ type: "text", text: text.replace(/\s+/g, " ") }],
        }))
        const written = writeNotes([{ type: "footnote", attrs: { label: "claim-1" }, content }])
        expect(written).not.toMatch(/\{(?:\+\+|--|==|>>|~~)|(?:\+\+|--|==|<<|~~)\}/)
      },
    ),
  )
})

test("dates and names are put in words", () => {
  expect(longDate("2024-11-05T23:59:59.000Z")).toBe("5 November 2024")
  expect(claimantLine("the U.S.", null)).toBe("Claimant: the U.S.")
  expect(claimantLine(null, "2024-11-15")).toBe("Claimed on 15 November 2024.")
  expect(claimantLine(null, null)).toBeNull()
  expect(checkedLine(["A", "B", "C"], ["D"], "reviewed", null)).toBe("Checked by A, B and C, reviewed by D.")
  expect(checkedLine([], [], "not reviewed", "2024-11-15")).toBe("Checked by the desk, not reviewed, 15 November 2024.")
})
