/** Remarks: which of a new file's were there before, and the source that one proposes. */
import { expect, test } from "vitest"
import { notedOf, proposedSource, twinsOf, type Telling } from "./remark"

const AT = "2024-11-15T09:00:00Z"
const said = (changes: Partial<Telling> = {}): Telling => ({
  ...{ kind: "comment", author: "Nora", at: AT, text: "Sure?", href: null, quote: "nine percent", ...changes },
})

test("a remark is the one that says the same on the same words, and none is taken twice", () => {
  const link = { kind: "link", author: null, at: null, text: "", href: "https://example.org/" } as const
  const earlier = [said(), said(link), said(link), said({ text: "Other." })]
  const found = [said(link), said(), said(link), said(link), said({ ...link, quote: "ten percent" })]
  expect(twinsOf(found, earlier)).toEqual([earlier[1], earlier[0], earlier[2], null, null])
})

test("a comment with its moment is the same on other words, but not where another one is the same on its own", () => {
  const earlier = [said({ quote: "ten percent" }), said()]
  const found = [said({ quote: "ten per cent" }), said({ at: "2024-11-15T09:00:00.000Z" })]
  expect(twinsOf(found, earlier)).toEqual(earlier)
  expect(twinsOf([said({ quote: "eight", at: null })], [said({ at: null })])).toEqual([null])
})

test("a remark proposes what it links to as its source, else what it says", () => {
  const link = { kind: "link", author: null, text: "", href: "https://www.example.org/budget" } as const
  expect(proposedSource(link)).toMatchObject({ kind: "document", title: "example.org/budget", url: link.href })
  expect(notedOf(link)).toBe("")
  const long = { ...link, author: "Nora", text: "See there.", href: `https://example.org/${"a".repeat(2_000)}` }
  expect(proposedSource(long)).toMatchObject({ kind: "own_reporting", title: "See there.", url: null })
  expect(notedOf(long)).toBe(`Nora: See there.\n${long.href}`)
})
