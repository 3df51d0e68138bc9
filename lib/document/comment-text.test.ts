/** Comments as they are drawn: some Markdown, names, and everything else as it was typed. */
import { expect, test } from "vitest"
import * as fc from "fast-check"
import type { Block, Inline } from "../domain/comment"
import { commentBlocks } from "./comment-text"

const paragraph = (...children: Inline[]): Block => ({ kind: "paragraph", children })
const text = (words: string): Inline => ({ kind: "text", text: words })

test("bold, italic, code, links, lists and quotes are what they are", () => {
  expect(commentBlocks("It is **so**, *they* `say`: [here](https://example.org/a).")).toEqual([
    paragraph(
      text("It is "),
      { kind: "bold", children: [text("so")] },
      text(", "),
      { kind: "italic", children: [text("they")] },
      text(" "),
      { kind: "code", text: "say" },
      text(": "),
      { kind: "link", href: "https://example.org/a", children: [text("here")] },
      text("."),
    ),
  ])
  expect(commentBlocks("> a\n\n- b\n- c\n\n3. d\n\n```\ne\n```")).toEqual([
    { kind: "quote", blocks: [paragraph(text("a"))] },
    { kind: "list", start: null, items: [[paragraph(text("b"))], [paragraph(text("c"))]] },
    { kind: "list", start: 3, items: [[paragraph(text("d"))]] },
    { kind: "code", text: "e" },
  ])
})

test("an address that stands by itself is a link, one that nobody can follow is none", () => {
  expect(commentBlocks("See https://example.org/a")).toEqual([
    paragraph(text("See "), {
      kind: "link",
      href: "https://example.org/a",
      children: [text("https://example.org/a")],
    }),
  ])
  for (const odd of ["[a](javascript:alert(1))", "[a](data:text/html,x)", "[a](/w/desk)", "<javascript:alert(1)>"])
    expect(JSON.stringify(commentBlocks(odd)), odd).not.toContain('"link"')
})

test.each(["# Claim 3", "<b>bold</b> & <script>", "| a |\n| - |\n| b |", "---", "![a](https://example.org/a.png)"])(
  "what is no part of it stays as it was typed: %s",
  (typed) => {
    const words = commentBlocks(typed).flatMap((block) =>
      block.kind === "paragraph" ? block.children.map((one) => ("text" in one ? one.text : "")) : [],
    )
    expect(words.join("")).toBe(typed)
  },
)

test("people are named by their whole names, the longest first", () => {
  expect(commentBlocks("@Ann Berg, ask @Ann; not @Annabel or a@Ann", ["Ann", "Ann Berg"])).toEqual([
    paragraph(
      { kind: "mention", name: "Ann Berg" },
      text(", ask "),
      { kind: "mention", name: "Ann" },
      text("; not @Annabel or a"),
      { kind: "mention", name: "Ann" },
    ),
  ])
})

test("whatever is typed, it is drawn as text and safe addresses", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."*_`>-1. \n[]()<a/:@jhtps!&#|~\\"), maxLength: 60 }), (typed) => {
      const hrefs = [...JSON.stringify(commentBlocks(typed)).matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href)
      for (const href of hrefs) expect(href).toMatch(/^(https?:|mailto:)/i)
    }),
  )
})
