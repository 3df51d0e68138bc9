/** What Stet wrote, Stet reads again: the article as it was, without what the file added to it. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { readMarkdown } from "./read-markdown"
import { wordsOf } from "./read-result"
import { editorialMarkdown } from "./editorial-markdown"
import { readerMarkdown } from "./reader-markdown"
import { articleOf, claimOn } from "./testing/annotated"
import { annotatedArticle } from "./testing/annotated-arbitraries"
import { word } from "./testing/arbitraries"
import { sayable } from "./testing/sayable"
import { writeMarkdown } from "./write-markdown"

/** An article with a title, as every stored one has, and a record that says of it what its document says. */
const titled = annotatedArticle()
  .map((article): AnnotatedArticle => {
    const [title, dek] = article.revision.document.content ?? []
    const dekWords = dek?.type === "dek" ? wordsOf(dek.content ?? []) : ""
    return { ...article, title: wordsOf(title?.content ?? []), dek: dekWords || null }
  })
  .filter(({ title }) => title !== "")

describe.each([
  ["public", "Reader", readerMarkdown],
  ["internal", "Reader", readerMarkdown],
  ["internal", "Editorial", editorialMarkdown],
] as const)("a %s %s Markdown file", (profile, _, write) => {
  test("gives its article back letter for letter, whatever claims were on it", () => {
    fc.assert(
      fc.property(titled, (article) => {
        const exported = write(article, { profile, publishNames: true })
        const { document, notices } = readMarkdown(exported, { fileName: "export.md" })
        expect({ ...sayable(document), exported }).toEqual({ ...sayable(article.revision.document), exported })
        expect(writeMarkdown(document).markdown).toBe(writeMarkdown(article.revision.document).markdown)
        expect(notices).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})

const bare = articleOf(readMarkdown("# T\n\nWords.", {}).document, [])

test("all that is known of the article comes back with it", () => {
  const line = fc.array(word(), { minLength: 1, maxLength: 4 }).map((words) => words.join(" ").normalize("NFC"))
  const fields = fc.record({
    byline: fc.option(line),
    publisher: fc.option(line),
    section: fc.option(line),
    publishedOn: fc.constantFrom(null, "2024-02-29", "1999-12-31"),
    sourceUrl: fc.constantFrom(null, "https://example.org/a?b=c#d", "http://example.org/ü"),
    language: fc.constantFrom("en", "de-AT", "sr-Latn"),
    kind: fc.constantFrom("copy" as const, "factcheck" as const),
  })
  fc.assert(
    fc.property(fields, (metadata) => {
      const exported = readerMarkdown({ ...bare, ...metadata }, { profile: "internal", publishNames: false })
      expect(readMarkdown(exported, {}).metadata).toEqual(metadata)
    }),
    { numRuns: 60 },
  )
})

/** The exported file of an article with a claim on each of these passages. */
function exportOf(markdown: string, ...passages: string[]) {
  const { document } = readMarkdown(markdown, {})
  const claims = passages.map((passage, index) => claimOn(document, passage, index + 1))
  const body = writeMarkdown(document).markdown
  return { body, exported: readerMarkdown(articleOf(document, claims), { profile: "internal", publishNames: false }) }
}

const bodyOf = (markdown: string) => writeMarkdown(readMarkdown(markdown, {}).document).markdown

test("the article's own notes stay, and only ours come off", () => {
  const own = "# T\n\nWords[^1] and more[^claim-7] here.\n\n[^1]: Own, with words.\n\n[^claim-7]: Looks like ours.\n"
  const { exported, body } = exportOf(own, "Words", "here", "Own, with words")
  expect(exported).toContain("Words[^stet-1][^1]")
  expect(bodyOf(exported)).toBe(body)
})

test.each([
  ["a heading in it", "> - # \\*\n>   b\n>\n> * c"],
  ["a rule in it", "> 0. ___\n>    # b\n>\n> 0) ___"],
  ["another quote below", "> - a\n> - b\n>\n> > c"],
])("a tight list in a quote stays one, with %s", (_, quote) => {
  expect(bodyOf(`# T\n\n${quote}\n`)).toBe(`# T\n\n${quote}\n`)
})

test("bold within bold within bold is said twice where it begins behind a strike", () => {
  const bold = (level: number) => [{ type: "bold" }, { type: "nested", attrs: { bold: level, italic: 0 } }]
  const struck = { type: "text", marks: [...bold(2), { type: "strike" }], text: "mayor" }
  const content = [{ type: "text", marks: bold(1), text: "*" }, struck]
  const { document } = readMarkdown("# T\n\nOne.\n\nTwo.\n\nThree.", {})
  const blocks = (document.content ?? []).map((node, at) => (at === 3 ? { ...node, content } : node))
  const { markdown } = writeMarkdown({ ...document, content: blocks })
  expect(bodyOf(markdown)).toBe(markdown)
  expect(readMarkdown(markdown, {}).document.content?.[3]?.content?.[1]).toMatchObject({ text: "mayor" })
})

test("a loose list in a quote stays one", () => {
  const loose = "# T\n\n> - a\n>\n> - b\n>\n> * c\n"
  expect(bodyOf(loose)).toBe(loose)
})

test("a file that came back with other line ends and a mark at its beginning is still ours", () => {
  const { exported, body } = exportOf("# T\n\nWords here.", "Words")
  expect(bodyOf(`\uFEFF${exported.replaceAll("\n", "\r\n")}`)).toBe(body)
})

test("what was written into the file elsewhere comes in, our notes do not", () => {
  const { exported } = exportOf("# T\n\nWords here.\n\nMore.", "Words")
  const edited = exported.replace("here.", "there, _said_ he.").replace("More.", "More.\n\n## Added")
  expect(bodyOf(edited)).toBe("# T\n\nWords there, _said_ he.\n\nMore.\n\n## Added\n")
})

test("a file that only says that it is ours is read like any other", () => {
  const claims = "Word[^claim-1]\n\n[^claim-1]: Note.\n"
  expect(bodyOf(`---\ntitle: T\nbody_sha256: x\n---\n${claims}`)).toContain("[^claim-1]: Note.")
  expect(bodyOf(`---\ntitle: T\n---\n\n${claims}`)).toContain("[^claim-1]: Note.")
})

test("such a file is refused where its text is tangled, before anything is looked for in it", () => {
  const own = '---\nbody_sha256: "x"\nnote_prefix: "claim-"\n---\n\n'
  expect(() => readMarkdown(`${own}${"*a **b ".repeat(2_000)}`, {})).toThrow(
    expect.objectContaining({ code: "invalid", key: "import.tooDeep" }),
  )
})
