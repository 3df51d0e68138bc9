import * as fc from "fast-check"
import { unzipSync } from "fflate"
import mammoth from "mammoth"
import { describe, expect, test } from "vitest"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { DocumentNode } from "../../domain/article"
import type { ThreadView } from "../../domain/comment"
import { canonicalText } from "../canonical"
import { workableFixes } from "../fixes"
import { readMarkdown } from "../read-markdown"
import { readWordHere } from "../read-word-here"
import { replaceSpans } from "../replace-spans"
import { shownClaims } from "../shown-claims"
import { articleOf, claimOn, fixOf, ratingOf, sourced } from "../testing/annotated"
import { annotatedArticle, furnished, withFixes } from "../testing/annotated-arbitraries"
import { childrenOf, parseXml, type XmlElement } from "../word/xml"
import { writeMarkdown } from "../write-markdown"
import { wordFile } from "./file"
import { pictureWords } from "./line"

const internal = { profile: "internal", publishNames: false } as const
const open = { profile: "public", publishNames: false } as const
const hostile = furnished(withFixes(annotatedArticle())).map((article) => ({
  ...article,
  claims: article.claims.map((claim, at) => ({
    ...claim,
    id: `0190a000-0000-7000-8000-${String(at).padStart(12, "0")}`,
  })),
}))

const { document } = readMarkdown("# T\n\nThe mayor fell in May.", {})
const claimId = "0190a000-0000-7000-8000-0000000000ff"
const fell = {
  ...claimOn(document, "fell", 3, {
    state: "approved",
    verdict: { of: ratingOf("mostly_false"), conclusion: "It was June.", explanation: null, workingNote: null },
    evidence: [sourced("refutes", "Minutes", "https://example.org/minutes", "p. 2")],
  }),
  id: claimId,
}
const article = articleOf(document, [fell, { ...claimOn(document, "in May", 4), fix: fixOf(4, "in June") }])

const rich = readMarkdown(
  `# A title

_A dek of some words that stands below it_

Words with **bold _and italic_**, \`code\`, ~~gone~~, H<sub>2</sub>O and [a link](<https://example.org/a?b=c&d=e>).[^1]

## A heading

- one
- two
  1. first
  2. second

7. seven
8. eight

> Quoted words.

\`\`\`
code {
  more
}
\`\`\`

| a | b |
| --- | --: |
| 1 | **2** |

---

The end.

[^1]: A note with [its link](<https://example.org/note>).
`,
  {},
).document

const thread = (kind: ThreadView["kind"], claim: ThreadView["claim"], bodies: string[]): ThreadView => ({
  ...{
    id: `thread-${kind}`,
    articleId: "article",
    kind,
    claim,
    quote: "",
    sentence: 1,
    place: null,
    waitingSince: null,
  },
  ...{ resolvedAt: null, resolvedBy: null },
  comments: bodies.map((body) => ({
    ...{ id: "comment", body, blocks: [], writtenBy: { id: "m", name: "Editor" }, saidBy: null, answer: false },
    ...{ createdAt: "2024-11-14T12:00:00.000Z", editedAt: null, version: 1, before: [] },
  })),
})

const read = (bytes: Uint8Array, accepted: "all" | "none") => readWordHere({ bytes, given: { title: "T" }, accepted })

/** The words of a document, pictures by what stands for them; which blocks they are in is Word's to say. */
function wordsOf(document: DocumentNode): string[] {
  return canonicalText(withoutPictures(document)).text.replaceAll("\uFFFC", "").split(/\s+/).filter(Boolean)
}

function withoutPictures({ content, ...node }: DocumentNode): DocumentNode {
  if (node.type === "inlineImage") return { type: "text", text: pictureWords(node.attrs ?? {}) }
  const inner = content?.map(withoutPictures)
  return inner ? { ...node, content: inner } : node
}

/** Of a figure too: its line stands before its caption. */
const withFigures = (document: DocumentNode): DocumentNode => ({
  ...document,
  ...(document.content && {
    content: document.content.flatMap((node) =>
      node.type === "figure"
        ? [
            { type: "paragraph", content: [{ type: "text", text: pictureWords(node.attrs ?? {}) }] },
            { type: "paragraph", content: node.content?.[0]?.content ?? [] },
          ]
        : [withFigures(node)],
    ),
  }),
})

/** What the article would be if all of its fixes were taken. */
function fixed(article: AnnotatedArticle): DocumentNode {
  const { document } = article.revision
  return replaceSpans(document, workableFixes(document, canonicalText(document).blocks, shownClaims(article, internal)))
    .document
}

describe("read again by Stet", () => {
  test("with no change taken it says what the article says, with all of them what the fixed article says", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (article) => {
        const bytes = wordFile(article, internal)
        const [none, all] = [await read(bytes, "none"), await read(bytes, "all")]
        expect(wordsOf(none.document)).toEqual(["T", ...wordsOf(withFigures(article.revision.document))])
        expect(wordsOf(all.document)).toEqual(["T", ...wordsOf(withFigures(fixed(article)))])
      }),
      { numRuns: 30 },
    )
  })

  test("each claim is a comment on its words, whatever else stands there", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(internal, open), async (article, options) => {
        const { remarks } = await read(wordFile(article, options), "none")
        const written = remarks.filter(({ kind }) => kind === "comment")
        for (const { claim, places } of shownClaims(article, options)) {
          const own = written.filter(({ claimId }) => claimId === claim.id)
          expect(own).toHaveLength(Math.max(1, places.length))
          expect(own.map(({ text }) => text.startsWith(`#${claim.number}`))).not.toContain(false)
          const said = places.map(({ start, end }) => bare(article.revision.text.slice(start, end)))
          const quotes = own.map(({ quote }) => bare(quote))
          if (places.length > 0 && isAllWords(article)) expect(quotes.toSorted()).toEqual(said.toSorted())
        }
      }),
      { numRuns: 30 },
    )
  })

  test("title, dek, headings, lists, tables, notes and links are what they were", async () => {
    const { document: read1 } = await readWordHere({
      bytes: wordFile(articleOf(rich, []), internal),
      given: {},
      accepted: "none",
    })
    expect(writeMarkdown(read1).markdown).toBe(writeMarkdown(rich).markdown)
  })

  test("what was asked and answered comes as a comment with its replies, legal words only on request", async () => {
    const claim = { id: fell.id, number: 3, job: "theirs" as const, words: "fell", isWithdrawn: false }
    const threads = [thread("query", claim, ["When?", "In May."]), thread("legal", claim, ["Risky."])]
    const { remarks } = await read(wordFile(article, { ...internal, threads }), "none")
    const query = remarks.find(({ text }) => text === "When?")
    expect(query).toMatchObject({ quote: "fell", author: "Editor", replies: [{ text: "In May.", author: "Editor" }] })
    expect(JSON.stringify(remarks)).not.toContain("Risky.")
    const told = await read(wordFile(article, { ...internal, threads, legal: "told" }), "none")
    expect(JSON.stringify(told.remarks)).toContain("Risky.")
    const outside = await read(wordFile(article, { ...open, threads, legal: "told" }), "none")
    expect(JSON.stringify(outside.remarks)).not.toMatch(/When|Risky/)
  })
})

/** Words without what is no word, and without white space that Word sets anew. */
const bare = (words: string) => words.replaceAll("\uFFFC", "").replace(/\s+/g, "")

/** Whether nothing in it is written otherwise in Word than in the text: pictures are, notes come last. */
const isAllWords = ({ revision }: AnnotatedArticle) =>
  !/"(?:inlineImage|figure|footnote|taskItem|horizontalRule)"/.test(JSON.stringify(revision.document))

describe("opened by mammoth", () => {
  test("has every claim's words and its comment, and changes as if they were taken", async () => {
    const buffer = Buffer.from(wordFile(article, internal))
    const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap: ["comment-reference => sup"] })
    expect(messages.filter(({ type }) => type === "error")).toEqual([])
    expect(value).toMatch(/The mayor fell.* in June/)
    for (const words of ["#3 <strong>Mostly false</strong>", "It was June.", `stet:claim:${fell.id}`])
      expect(value).toContain(words)
  })

  test("whatever the article is, it says its words", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (article) => {
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(wordFile(article, open)) })
        const words = bare(value)
        for (const { text } of textsIn(article.revision.document)) expect(words).toContain(bare(text))
      }),
      { numRuns: 40 },
    )
  })
})

function textsIn(node: DocumentNode): { text: string }[] {
  if (node.type === "footnote") return []
  return node.text === undefined ? (node.content ?? []).flatMap(textsIn) : [{ text: node.text }]
}

test("the same article gives the same bytes", () => {
  fc.assert(
    fc.property(hostile, (one) => {
      expect(Buffer.from(wordFile(structuredClone(one), internal)).equals(Buffer.from(wordFile(one, internal)))).toBe(
        true,
      )
    }),
    { numRuns: 20 },
  )
})

/** Every element of a part with the names of those around it. */
function elementsIn(node: XmlElement, around: string[] = []): { node: XmlElement; around: string[] }[] {
  const inner = childrenOf(node).flatMap((child) => elementsIn(child, [...around, node.name]))
  return [{ node, around }, ...inner]
}

test("its parts are what the standard wants: marks in pairs, numbers once, links outside of changes", () => {
  fc.assert(
    fc.property(hostile, (one) => {
      const files = unzipSync(wordFile(one, internal))
      const parts = Object.entries(files).map(([name, bytes]) => [name, parseXml(Buffer.from(bytes))] as const)
      const all = new Map(parts.map(([name, root]) => [name, elementsIn(root)]))
      const main = all.get("word/document.xml") ?? []
      const notes = all.get("word/footnotes.xml") ?? []
      const ids = (name: string) =>
        main.filter(({ node }) => node.name === name).map(({ node }) => node.attributes["w:id"])
      const comments = (all.get("word/comments.xml") ?? []).filter(({ node }) => node.name === "w:comment")
      const known = comments.map(({ node }) => node.attributes["w:id"]).sort()
      for (const mark of ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"])
        expect(ids(mark).sort()).toEqual(known)
      const changes = [...main, ...notes].filter(({ node }) => node.name === "w:ins" || node.name === "w:del")
      expect(new Set(changes.map(({ node }) => node.attributes["w:id"])).size).toBe(changes.length)
      for (const { node, around } of [...main, ...notes]) {
        if (node.name !== "w:hyperlink") continue
        expect(around.filter((name) => /^w:(?:hyperlink|ins|del)$/.test(name))).toEqual([])
      }
    }),
    { numRuns: 40 },
  )
})
