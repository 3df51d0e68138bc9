import * as fc from "fast-check"
import { expect, test } from "vitest"
import { snap, type Span } from "../anchor"
import type { DocumentNode } from "../domain/article"
import { oneLine } from "../domain/one-line"
import { Refusal } from "../domain/refusal"
import { canonicalText, OBJECT, type CanonicalBlock } from "./canonical"
import { readMarkdown } from "./read-markdown"
import { replaceSpans, type Replacement } from "./replace-spans"
import { annotatedText, word } from "./testing/arbitraries"

const read = (markdown: string) => readMarkdown(markdown, { title: "The title" }).document

/** The body after words were replaced by others, marks in words: `bold(five)`. */
function after(markdown: string, ...replaced: [words: string, wording: string][]): string {
  const before = read(markdown)
  const { document, spans } = replaceSpans(
    before,
    replaced.map(([words, wording]) => at(before, words, wording)),
  )
  const { text } = canonicalText(document)
  // What is said of where the words stand is true of the new text.
  replaced.forEach(([, wording], index) => {
    const span = spans[index]
    expect(span ? oneLine(text.slice(span.start, span.end)) : "").toBe(wording)
  })
  return sketch({ ...document, content: document.content?.slice(1) ?? [] })
}

function at(document: DocumentNode, words: string, wording: string): Replacement {
  const start = canonicalText(document).text.indexOf(words)
  expect(start, words).not.toBe(-1)
  return { start, end: start + words.length, wording }
}

/** A document as text: blocks by their names, inline content as it reads. */
function sketch({ type, text, marks = [], content = [] }: DocumentNode): string {
  const inner = content.map(sketch).join(content.some(isInline) ? "" : " ")
  const marked = marks.reduceRight((all, mark) => `${mark.type}(${all})`, text ?? "")
  if (text !== undefined) return marked
  return type === "paragraph" || type === "doc" ? inner : `${type}(${inner})`
}

const isInline = ({ type }: DocumentNode) => ["text", "hardBreak", "inlineImage", "footnoteReference"].includes(type)

test.each([
  ["Taxes fell by nine percent.", "nine percent", "ten percent", "Taxes fell by ten percent."],
  ["Taxes fell by **nine percent**.", "nine percent", "ten percent", "Taxes fell by bold(ten percent)."],
  [
    "The *Guardian* said **five** people.",
    "The Guardian said five people",
    "In the Guardian said six people",
    "In the italic(Guardian) said bold(six) people.",
  ],
  [
    "Said [the **whole** report](https://example.org).",
    "the whole report",
    "that whole note",
    "Said link(that )link(bold(whole))link( note).",
  ],
  // What replaces words that are marked differently is marked as all of them were.
  ["He met **five** *friends*.", "five friends", "nobody", "He met nobody."],
  // Words put beside emphasis are not emphasised.
  ["He met **five** friends.", "five", "five old", "He met bold(five) old friends."],
  ["# A heading here\n\nText.", "heading here", "headline", "heading(A headline) Text."],
])("%s with %s as %s", (markdown, words, wording, expected) => {
  expect(after(markdown, [words, wording])).toBe(expected)
})

test("leaves footnote references, pictures and line breaks where they stand", () => {
  const noted = "Nine percent[^1] of all, ![a map](https://example.org/m.png) he said.\n\n[^1]: A note.\n"
  expect(after(noted, [`Nine percent${OBJECT} of all`, "Ten percent of all"])).toBe(
    "Ten percentfootnoteReference() of all, inlineImage() he said. footnote(A note.)",
  )
  expect(after("One line\\\nand two lines.", ["line\nand two", "line and three"])).toBe(
    "One linehardBreak()and three lines.",
  )
})

test.each([
  ["He said, loudly, that taxes fell.", ", loudly,", "He said that taxes fell."],
  ["He said that taxes fell slowly.", "slowly", "He said that taxes fell."],
  ["Suddenly taxes fell.", "Suddenly", "taxes fell."],
  ["Taxes “really” fell.", "“really”", "Taxes fell."],
  ["Taxes fell[^1] again.\n\n[^1]: A note.", "fell", "TaxesfootnoteReference() again. footnote(A note.)"],
])("takes a space out with words: %s without %s", (markdown, words, expected) => {
  expect(after(markdown, [words, ""])).toBe(expected)
})

test("takes out the block that it empties, and what held nothing else", () => {
  expect(after("One.\n\nTwo.\n\nThree.", ["Two.", ""])).toBe("One. Three.")
  expect(after("One.\n\nTwo.", ["One.", ""], ["Two.", ""])).toBe("")
  expect(after("- one\n- two\n", ["one", ""])).toBe("bulletList(listItem(two))")
  expect(after("> - one\n\nEnd.", ["one", ""])).toBe("End.")
  expect(after("| a | b |\n| - | - |\n| c | d |", ["c", ""])).toContain("tableCell() tableCell(d)")
  expect(after("Said[^1].\n\n[^1]: A note.", ["A note.", ""])).toBe("SaidfootnoteReference(). footnote()")
})

test("replaces several at once, in whatever order they come", () => {
  const text = "Taxes fell by **nine** percent, rents rose and wages stood still."
  const together = "Taxes fell by bold(ten) percent and wages stood."
  expect(after(text, ["still", ""], ["nine", "ten"], [", rents rose", ""])).toBe(together)
  // Two that lie side by side: the space between them goes once.
  expect(after("Slowly slowly taxes fell.", ["Slowly", ""], ["slowly", ""])).toBe("taxes fell.")
})

test.each([
  ["fix.severalBlocks", "One.\n\nTwo.", ["One.\nTwo", "Both"]],
  ["fix.severalBlocks", "One.\n\n---\n\nTwo.", [OBJECT, "a rule"]],
  ["fix.title", "One.", ["The title", ""]],
  ["fix.notClean", "Cafe\n", ["Caf", "Ca\u0301\u0000f"]],
] as const)("refuses with %s", (key, markdown, [words, wording]) => {
  const before = read(markdown)
  expect(() => replaceSpans(before, [at(before, words, wording)])).toThrow(expect.objectContaining({ key }))
})

test("refuses words that two want", () => {
  const before = read("Taxes fell by nine percent.")
  const both = [at(before, "fell by nine", "rose by ten"), at(before, "nine percent", "a tenth")]
  expect(() => replaceSpans(before, both)).toThrow(expect.objectContaining({ code: "conflict", key: "fix.overlap" }))
})

/** A document with spans that each lie in one block of text and don't overlap, and words for each. */
const fixed = annotatedText().chain(({ document, text, spans }) => {
  const { blocks } = canonicalText(document)
  const inBlocks = spans.flatMap((span) => within(text, span, blocks)).sort((one, other) => one.start - other.start)
  const apart = inBlocks.filter(
    (span, at) => at === 0 || span.start >= Math.max(...inBlocks.slice(0, at).map(({ end }) => end)),
  )
  const wording = fc.oneof(
    fc.array(word(), { minLength: 1, maxLength: 4 }).map((words) => oneLine(words.join(" "))),
    fc.constant(""),
  )
  return fc.array(wording, { minLength: apart.length, maxLength: apart.length }).map((wordings) => ({
    document,
    text,
    replacements: apart.map((span, at) => ({ ...span, wording: wordings[at] ?? "" })),
  }))
})

function within(text: string, { start, end }: Span, blocks: readonly CanonicalBlock[]): Span[] {
  const block = blocks.find((one) => one.start <= start && start < one.end)
  if (!block || ["figure", "horizontalRule", "title"].includes(block.type)) return []
  const span = snap(text, { start, end: Math.min(end, block.end) })
  return span.start < span.end && span.end <= block.end ? [span] : []
}

test("all other words stay letter for letter, and every object stays that no cut takes along", () => {
  let refusals = 0
  fc.assert(
    fc.property(fixed, ({ document, text, replacements }) => {
      const changed = attempted(document, replacements)
      if (!changed) return void (refusals += 1)
      const now = canonicalText(changed.document).text
      let [from, to] = [0, 0]
      for (const [at, { start, end, wording }] of replacements.entries()) {
        const span = changed.spans[at]
        if (!span) continue
        expect(oneLine(now.slice(span.start, span.end))).toBe(wording)
        if (replacements.slice(0, at).every((one) => one.wording !== ""))
          expect(now.slice(to, span.start)).toBe(text.slice(from, start))
        from = end
        to = span.end
      }
      const untouched = (all: string) => all.replace(/\s/gu, "")
      const kept = replacements.reduceRight((all, one) => all.slice(0, one.start) + all.slice(one.end), text)
      const left = replacements.reduceRight((all, _, at) => without(all, changed.spans[at]), now)
      const objects = (all: string) => all.split(OBJECT).length
      if (replacements.every(({ wording }) => wording !== "")) expect(objects(now)).toBe(objects(text))
      expect(untouched(left)).toBe(untouched(kept))
    }),
    { numRuns: 300 },
  )
  // Hostile words may compose with their neighbours; most do not.
  expect(refusals).toBeLessThan(150)
})

const without = (text: string, span: Span | null | undefined) =>
  span ? text.slice(0, span.start) + text.slice(span.end) : text

function attempted(document: DocumentNode, replacements: Replacement[]) {
  try {
    return replaceSpans(document, replacements)
  } catch (error) {
    if (error instanceof Refusal && error.key === "fix.notClean") return null
    throw error
  }
}
