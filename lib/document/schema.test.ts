import * as fc from "fast-check"
import { expect, test } from "vitest"
import { imageAddress, keptImage, keptLink, linkAddress } from "./addresses"
import { parseDocument, schema } from "./schema"
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
  ["a script behind a space", doc(paragraph(text("a", { type: "link", attrs: { href: " javascript:alert(1)" } })))],
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
  ["https://example.org/a?b=c#d", "link and picture"],
  ["HTTP://example.org", "link and picture"],
  ["mailto:desk@example.org", "link"],
  ["/relative", "kept"],
  ["relative.html?a#b", "kept"],
  ["./a:b", "kept"],
  ["//example.org", "kept"],
  ["#part", "kept"],
  ["/\\example.org", "kept"],
  ["", "kept as a link"],
  ["ftp://example.org", "nothing"],
  ["irc://example.org", "nothing"],
  ["localhost:3000", "nothing"],
  ["data:image/png;base64,AAAA", "nothing"],
  ["javascript:alert(1)", "nothing"],
  [" javascript:alert(1)", "nothing"],
  ["JavaScript:alert(1)", "nothing"],
  ["java\nscript:alert(1)", "nothing"],
  ["java\tscript:alert(1)", "nothing"],
  ["\u0001javascript:alert(1)", "nothing"],
  ["https://exa\u0000mple.org", "nothing"],
  ["https://", "nothing"],
  ["https:example.org", "nothing"],
  ["tel:+49", "nothing"],
  ["blob:https://example.org/1", "nothing"],
  [undefined, "nothing"],
])("address %s: %s", (address, expected) => {
  const is = (...names: string[]) => (names.includes(expected) ? address : null)
  expect(linkAddress(address)).toBe(is("link and picture", "link"))
  expect(imageAddress(address)).toBe(is("link and picture"))
  expect(keptLink(address)).toBe(is("link and picture", "link", "kept", "kept as a link"))
  expect(keptImage(address)).toBe(is("link and picture", "kept"))
})

test("what is kept without a way from here is drawn without one, and read again", () => {
  const link = schema.marks.link.create({ href: "/politics/a", title: null })
  const picture = schema.nodes.inlineImage.create({ src: "a.png" })
  expect(schema.marks.link.spec.toDOM?.(link, true)).toEqual([
    "a",
    expect.not.objectContaining({ href: "/politics/a" }),
    0,
  ])
  expect(schema.nodes.inlineImage.spec.toDOM?.(picture)).toEqual(["img", expect.not.objectContaining({ src: "a.png" })])
})

test("no kept address becomes a way out with a scheme of its own", () => {
  const piece = fc.constantFrom(
    "javascript",
    "data",
    "vbscript",
    ":",
    "&colon;",
    "/",
    "//",
    "\\",
    " ",
    "#",
    "?",
    "alert(1)",
    "@",
    "[",
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 8 }), (pieces) => {
      const kept = keptLink(pieces.join(""))
      fc.pre(kept !== null)
      expect(new URL(String(kept), "https://article.invalid/a").protocol).toMatch(/^(https?|mailto):$/)
    }),
    { numRuns: 1_000 },
  )
})
