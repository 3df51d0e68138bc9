import * as fc from "fast-check"
import { expect, test } from "vitest"
import { imageAddress, linkAddress, parseDocument } from "./schema"
import { articleDocument } from "./testing/arbitraries"

const doc = (...content: object[]) => ({ type: "doc", content: [{ type: "title" }, ...content] })
const text = (words: string, ...marks: object[]) => ({ type: "text", text: words, marks })
const paragraph = (...content: object[]) => ({ type: "paragraph", content })
const malformed = expect.objectContaining({ code: "invalid", key: "document.malformed" })

test("every article is accepted, and accepted unchanged the second time", () => {
  fc.assert(
    fc.property(articleDocument(), (document) => {
      expect(parseDocument(document)).toEqual(document)
      expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    }),
    { numRuns: 300 },
  )
})

test("attributes that are not given are filled in, as plain objects", () => {
  const parsed = parseDocument(doc({ type: "bulletList", content: [{ type: "listItem", content: [paragraph()] }] }))
  expect(parsed.content?.[1]?.attrs).toEqual({ tight: true })
  expect(Object.getPrototypeOf(parsed.content?.[1]?.attrs)).toBe(Object.prototype)
})

test("marks are put into the schema's order: code innermost", () => {
  const parsed = parseDocument(doc(paragraph(text("a", { type: "code" }, { type: "bold" }))))
  expect(parsed.content?.[1]?.content?.[0]?.marks).toEqual([{ type: "bold" }, { type: "code" }])
})

test.each([
  ["nothing", null],
  ["no document", paragraph()],
  ["no title", { type: "doc", content: [paragraph()] }],
  ["a dek below the body", doc(paragraph(), { type: "dek" })],
  ["a body below the footnotes", doc({ type: "footnote", attrs: { label: "1" }, content: [paragraph()] }, paragraph())],
  ["an unknown node", doc({ type: "video" })],
  ["an unknown mark", doc(paragraph(text("a", { type: "underline" })))],
  ["an empty text", doc(paragraph(text("")))],
  ["a list without items", doc({ type: "bulletList", content: [] })],
  ["a heading of level 7", doc({ type: "heading", attrs: { level: 7 } })],
  ["a heading without a level", doc({ type: "heading" })],
  ["marks in code", doc({ type: "codeBlock", content: [text("a", { type: "bold" })] })],
  ["a break in code", doc({ type: "codeBlock", content: [{ type: "hardBreak" }] })],
  ["a script as a link", doc(paragraph(text("a", { type: "link", attrs: { href: "javascript:alert(1)" } })))],
  ["an image from a file", doc({ type: "figure", attrs: { src: "file:///a.png" }, content: [{ type: "caption" }] })],
  ["a footnote without a label", doc({ type: "footnote", attrs: { label: "" }, content: [paragraph()] })],
  ["an alignment of its own", doc({ type: "table", attrs: { align: ["justify"] }, content: [] })],
])("refused: %s", (_, json) => {
  expect(() => parseDocument(json)).toThrow(malformed)
})

test("nesting beyond all measure is refused, not a crash", () => {
  let block: object = paragraph()
  for (let depth = 0; depth < 50_000; depth += 1) block = { type: "blockquote", content: [block] }
  expect(() => parseDocument(doc(block))).toThrow(malformed)
})

test("an address with an accent is one however often it is asked", () => {
  const answers = Array.from({ length: 100_000 }, () => linkAddress("http://www.example.org\u00e9t\u00e9"))
  expect(new Set(answers)).toEqual(new Set(["http://www.example.org\u00e9t\u00e9"]))
})

test.each([
  ["https://example.org/a?b=c#d", true, true],
  ["HTTP://example.org", true, true],
  ["mailto:desk@example.org", true, false],
  ["/relative", false, false],
  ["//example.org", false, false],
  ["ftp://example.org", false, false],
  ["data:image/png;base64,AAAA", false, false],
  ["java\nscript:alert(1)", false, false],
  ["https://exa\u0000mple.org", false, false],
  ["https://", false, false],
  ["tel:+49", false, false],
  [undefined, false, false],
])("address %s: a link %s, an image %s", (address, isLink, isImage) => {
  expect(linkAddress(address)).toBe(isLink ? address : null)
  expect(imageAddress(address)).toBe(isImage ? address : null)
})
