import * as fc from "fast-check"
import { expect, test } from "vitest"
import { canonicalText, positions } from "./canonical"
import { sha256 } from "./digest"
import { normalise } from "./normalise"
import { documentNode, parseDocument } from "./schema"
import { annotatedText, articleDocument } from "./testing/arbitraries"

const text = (words: string) => ({ type: "text", text: words })
const block = (type: string, ...content: object[]) => ({ type, content })
const picture = { src: "https://example.org/a.png" }

const sample = parseDocument(
  block(
    "doc",
    block("title", text("Mayor resigns")),
    block("dek", text("Vote on"), { type: "hardBreak" }, text("Monday")),
    block(
      "paragraph",
      text("One"),
      { type: "inlineImage", attrs: picture },
      { type: "footnoteReference", attrs: { label: "1" } },
    ),
    block("bulletList", block("listItem", block("paragraph", text("a")), block("paragraph", text("b")))),
    block("table", block("tableRow", block("tableHeader", text("x")), block("tableHeader"))),
    { type: "figure", attrs: picture, content: [block("caption", text("A square"))] },
    { type: "horizontalRule" },
    block("codeBlock", text("if (a)\n\treturn")),
    { type: "footnote", attrs: { label: "1" }, content: [block("paragraph", text("Note"))] },
  ),
)

test("the canonical text is title, dek, then every text block in order", () => {
  const { text: canonical, bodyStart, blocks } = canonicalText(sample)
  expect(canonical.split("\n")).toEqual(
    ["Mayor resigns", "Vote on", "Monday", "One\ufffc\ufffc", "a", "b", "x", "", "\ufffc", "A square", "\ufffc"].concat(
      "if (a)",
      "\treturn",
      "Note",
    ),
  )
  expect(canonical.slice(bodyStart)).toMatch(/^One/)
  expect(blocks.map(({ type }) => type).join(" ")).toBe(
    "title dek paragraph paragraph paragraph tableHeader tableHeader figure caption horizontalRule codeBlock paragraph",
  )
})

test("without a body, the body begins at the text's end", () => {
  const { text: canonical, bodyStart } = canonicalText(parseDocument(block("doc", block("title", text("Only this")))))
  expect([canonical, bodyStart]).toEqual(["Only this", 9])
})

test("a document reads the same as JSON and as a ProseMirror node", () => {
  fc.assert(
    fc.property(articleDocument(), (document) => {
      expect(canonicalText(documentNode(document))).toEqual(canonicalText(document))
    }),
  )
})

test("the canonical text is NFC, without carriage returns, NUL or other controls but line feeds and tabs in code", () => {
  fc.assert(
    fc.property(articleDocument(), (document) => {
      const { text: canonical, blocks } = canonicalText(document)
      expect(canonical).toBe(canonical.normalize("NFC"))
      expect(canonical).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}/u)
      for (const { type, start, end } of blocks) {
        if (type !== "codeBlock") expect(canonical.slice(start, end)).not.toContain("\t")
      }
    }),
    { numRuns: 300 },
  )
})

/** The end of a rule, and the start of a rule or figure right behind it, are one place in the document. */
const isSharedEnd = (text: string, offset: number) => /^\ufffc\n\ufffc/u.test(text.slice(offset - 1, offset + 2))

test("offsets and positions are each other's inverse, and rise together", () => {
  fc.assert(
    fc.property(articleDocument(), (document) => {
      const { posAt, offsetAt, text: canonical } = positions(document)
      let before = -1
      for (let offset = 0; offset <= canonical.length; offset += 1) {
        const pos = posAt(offset)
        if (offsetAt(pos) !== offset)
          expect([offsetAt(pos), isSharedEnd(canonical, offset)]).toEqual([offset + 1, true])
        expect(pos).toBeGreaterThanOrEqual(before)
        before = pos
      }
    }),
    { numRuns: 200 },
  )
})

test("a span's ranges stay inside blocks and hold its words, but for the line feeds between blocks", () => {
  fc.assert(
    fc.property(annotatedText(), ({ document, text: canonical, spans }) => {
      const node = documentNode(document)
      const { rangesOf, blocks } = positions(node)
      for (const span of spans) {
        const pieces = blocks.map(({ start, end }) =>
          canonical.slice(Math.max(start, span.start), Math.min(end, span.end)),
        )
        const words = rangesOf(span).map(({ from, to }) => {
          const at = node.resolve(from)
          if (!at.parent.isTextblock) return "\ufffc"
          expect(to).toBeLessThanOrEqual(at.end())
          return node.textBetween(from, to, null, (leaf) => (leaf.type.name === "hardBreak" ? "\n" : "\ufffc"))
        })
        expect(words).toEqual(pieces.filter((piece) => piece !== ""))
      }
    }),
    { numRuns: 200 },
  )
})

test("a line feed between blocks has no range of its own, and a position between blocks is the end of the one before", () => {
  const { rangesOf, offsetAt, posAt } = positions(sample)
  expect(rangesOf({ start: 13, end: 14 })).toEqual([])
  expect(rangesOf({ start: 11, end: 16 })).toEqual([
    { from: 12, to: 14 },
    { from: 16, to: 18 },
  ])
  expect([offsetAt(0), offsetAt(14), offsetAt(15), offsetAt(16)]).toEqual([0, 13, 13, 14])
  expect(posAt(-3)).toBe(posAt(0))
  expect(offsetAt(9999)).toBe(canonicalText(sample).text.length)
})

test("a thousand spans in ten thousand words take a moment", () => {
  const words = { type: "paragraph", content: [text("word ".repeat(100).trim())] }
  const long = parseDocument(block("doc", block("title", text("Long")), ...Array.from({ length: 100 }, () => words)))
  const started = performance.now()
  const { rangesOf, text: canonical } = positions(long)
  for (let at = 0; at < 1000; at += 1) rangesOf({ start: at * 40, end: at * 40 + 600 })
  expect(canonical.length).toBeGreaterThan(49_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})

test("the digest is SHA-256 over UTF-8, of text and of bytes", () => {
  const digest = "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
  expect([sha256("é"), sha256(new Uint8Array([0xc3, 0xa9]))]).toEqual([digest, digest])
})

test("normalising changes characters, keeps words, and changes nothing the second time", () => {
  const raw = fc.array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom("e", "\u0301", "\u0323", "\r\n", "\0", "\ufffc", "\ud800", "ᄒ", "\u1161"),
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(raw, fc.array(fc.constantFrom("bold", "italic"), { minLength: 12, maxLength: 12 }), (pieces, marks) => {
      const content = pieces.map((words, index) => ({
        type: "text",
        text: words,
        marks: [{ type: marks[index] ?? "bold" }],
      }))
      const clean = normalise({ type: "doc", content: [{ type: "title", content }] })
      expect(normalise(clean)).toEqual(clean)
      const { text: canonical } = canonicalText(parseDocument(clean))
      expect(canonical).toBe(canonical.normalize("NFC"))
      const solid = (words: string) => words.replace(/[\s\p{Cc}\u034f]/gu, "").normalize("NFC")
      expect(solid(canonical)).toBe(
        solid(
          pieces
            .join("")
            .replace(/\p{Cs}/gu, "\ufffd")
            .replaceAll("\ufffc", ""),
        ),
      )
    }),
  )
})

test("a letter and its accent in differently marked texts become one, marked as the letter", () => {
  const content = [
    { type: "text", text: "cafe", marks: [{ type: "bold" }] },
    { type: "text", text: "\u0301s" },
  ]
  expect(normalise({ type: "doc", content: [{ type: "title", content }] }).content?.[0]?.content).toEqual([
    { type: "text", text: "café", marks: [{ type: "bold" }] },
    { type: "text", text: "s" },
  ])
})

test("a hundred thousand combining marks are normalised in a moment", () => {
  const marks = `a${"\u0301".repeat(50_000)}${"\u0323".repeat(50_000)}`
  const started = performance.now()
  normalise({ type: "doc", content: [{ type: "title", content: [text(marks)] }] })
  expect(performance.now() - started).toBeLessThan(10_000)
})
