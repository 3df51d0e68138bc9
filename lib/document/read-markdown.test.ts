import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { DocumentNode } from "../domain/article"
import { Refusal } from "../domain/refusal"
import { canonicalText } from "./canonical"
import { readMarkdown } from "./read-markdown"
import type { Given } from "./read-result"
import { word } from "./testing/arbitraries"

const read = (markdown: string, given: Given = {}) => readMarkdown(markdown, given)

/** The blocks below a given title, without empty attributes and lists. */
function bodyOf(markdown: string): DocumentNode[] {
  return read(markdown, { title: "T" }).document.content?.slice(1) ?? []
}

/** The inline nodes of a text of one paragraph. */
const lineOf = (markdown: string) => bodyOf(markdown)[0]?.content ?? []

/** A document as text, marks in words: `bold(code(x))`. */
function sketch(node: DocumentNode): string {
  const inner = (node.content ?? []).map(sketch).join(node.content?.[0]?.type === "text" ? "" : " ")
  const words = node.text ?? (node.type === "hardBreak" ? "⏎" : `${node.type}(${inner})`)
  return (node.marks ?? []).reduceRight((text, { type }) => `${type}(${text})`, words)
}

const sketched = (markdown: string) => lineOf(markdown).map(sketch).join("")

const outline = (markdown: string, given?: Given) => {
  const { text, blocks } = canonicalText(read(markdown, given).document)
  return blocks.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)
}

test.each([
  ["*a* **b** ~~c~~ `d`", "italic(a) bold(b) strike(c) code(d)"],
  ["***a** b*", "bold(italic(a))italic( b)"],
  ["**`a`** and `**b**`", "bold(code(a)) and code(**b**)"],
  ["[**a** b](https://example.org)", "link(bold(a))link( b)"],
  ["H<sub>2</sub>O, m<sup>2</sup>", "Hsubscript(2)O, msuperscript(2)"],
  ["<b>a <i>b</b> c</i>", "bold(a )bold(italic(b))italic( c)"],
  ["*a <b>b* c</b> d", "italic(a )bold(italic(b))bold( c) d"],
  ["a<br>b<br/><br />c  \nd\\\ne", "a⏎b⏎c⏎d⏎e"],
  ["a\nb", "a b"],
  ["&amp; &copy; &#x1F44D; &nosuch;", "& © 👍 &nosuch;"],
  ["a <!-- hidden --> b", "a  b"],
  ["a <script>alert(1)</script>b", "a b"],
  ['a <span class="x">b</span> c', "a b c"],
  ["https://example.org/a_b and a@example.org", "link(https://example.org/a_b) and link(a@example.org)"],
  ["<https://example.org/a*b*>", "link(https://example.org/a*b*)"],
  ["\\*a\\* \\[b]", "*a* [b]"],
  ["[a](javascript:alert(1)) [b](vbscript:x) [c](data:text/html,x) [d](ftp://e.org) [e](tel:1)", "a b c d e"],
  ["[a]( javascript:alert(1)) [b](&#106;avascript:x) [c](java&#10;script:x) [d](https:e)", "a b c d"],
  ["[a](/b) [c](d.html#e) [f](//g.org)", "link(a) link(c) link(f)"],
  ["*a *b* c* **d __e__**", "italic(a )italic(nested(b))italic( c) bold(d )bold(nested(e))"],
  ["` a` b", "code( a) b"],
  ['<a href="https://example.org" onclick="x()">a</a> <a href=\'javascript:x\'>b</a>', "link(a) b"],
])("inline: %s", (markdown, expected) => expect(sketched(markdown)).toBe(expected))

test("references to addresses are resolved, the first definition counts, unknown ones stay text", () => {
  const [link, ...rest] = lineOf('[a][Ref] [b]\n\n[ref]: https://example.org/1 "One"\n[REF]: https://example.org/2')
  expect(link).toEqual({
    type: "text",
    text: "a",
    marks: [{ type: "link", attrs: { href: "https://example.org/1", title: "One" } }],
  })
  expect(rest).toEqual([{ type: "text", text: " [b]" }])
})

const src = "https://example.org/a.png"
const figure = (alt: string, caption: object[] = [], title: string | null = null) =>
  expect.objectContaining({
    type: "figure",
    attrs: { src, alt, title },
    content: [caption.length > 0 ? { type: "caption", content: caption } : { type: "caption" }],
  })

test("an image alone in its paragraph is a figure, with the lines below it as its caption", () => {
  expect(bodyOf(`![Alt](${src} "Title")`)).toEqual([figure("Alt", [], "Title")])
  expect(bodyOf(`![Alt](${src})\nThe *square*`)).toEqual([
    figure("Alt", [
      { type: "text", text: "The " },
      { type: "text", text: "square", marks: [{ type: "italic" }] },
    ]),
  ])
  expect(bodyOf(`![1](${src})\n![2](${src})`)).toEqual([figure("1"), figure("2")])
  expect(bodyOf(`![Alt][a]\n\n[a]: ${src}`)).toEqual([figure("Alt")])
  expect(bodyOf(`<div><img src="${src}" alt="Alt"></div>`)).toEqual([figure("Alt")])
})

test("an image amid words stays there, and one without a usable address is its alternative text", () => {
  expect(lineOf(`The ![flag](${src}) waves`)[1]).toEqual({
    type: "inlineImage",
    attrs: { src, alt: "flag", title: null },
  })
  expect(lineOf(`[![flag](${src})](https://example.org)`)[0]).toMatchObject({
    type: "inlineImage",
    marks: [{ type: "link" }],
  })
  expect(sketched("![the flag](data:image/png;base64,AAAA)")).toBe("the flag")
  expect(lineOf("The ![flag](flag.png) waves")[1]?.attrs).toMatchObject({ src: "flag.png" })
})

test("lists are bullet, ordered or task lists, tight or loose", () => {
  expect(bodyOf("- a\n- b").map(sketch)).toEqual(["bulletList(listItem(paragraph(a)) listItem(paragraph(b)))"])
  expect(bodyOf("7. a\n8. b")[0]?.attrs).toEqual({ start: 7, tight: true })
  expect(bodyOf("- a\n\n- b")[0]?.attrs).toEqual({ tight: false })
  expect(bodyOf("- [ ] a\n- [x] b\n- c").map(sketch)).toEqual([
    "taskList(taskItem(paragraph(a)) taskItem(paragraph(b)) listItem(paragraph(c)))",
  ])
  expect(bodyOf("1. [x] a").map(sketch)).toEqual(["orderedList(taskItem(paragraph(a)))"])
  expect(bodyOf("-").map(sketch)).toEqual(["bulletList(listItem(paragraph()))"])
})

test("code keeps its text and its info", () => {
  const tab = "\t"
  expect(bodyOf(`~~~ts title=a\nif (a)\n${tab}b*c*\n~~~`)).toEqual([
    { type: "codeBlock", attrs: { info: "ts title=a" }, content: [{ type: "text", text: `if (a)\n${tab}b*c*` }] },
  ])
  expect(bodyOf("```\n```")).toEqual([{ type: "codeBlock", attrs: { info: "" } }])
})

test("tables keep their alignment, short rows are filled up", () => {
  const [table] = bodyOf("| a | b | c |\n|:--|:-:|---|\n| 1 | *2* |\n| x<br>y | | z |")
  expect(table?.attrs).toEqual({ align: ["left", "center", null] })
  expect(table?.content?.map(sketch)).toEqual([
    "tableRow(tableHeader(a) tableHeader(b) tableHeader(c))",
    "tableRow(tableCell(1) tableCell(italic(2)) tableCell())",
    "tableRow(tableCell(x⏎y) tableCell() tableCell(z))",
  ])
})

test("footnotes stand at the end, wherever they were defined, each once", () => {
  const body = bodyOf("a[^Note] b[^2]\n\n> [^2]: two\n\n[^note]: one\n\n    more\n\n[^note]: again\n\nlast")
  expect(body.map(sketch)).toEqual([
    "paragraph(afootnoteReference() bfootnoteReference())",
    "blockquote(paragraph())",
    "paragraph(last)",
    "footnote(paragraph(two))",
    "footnote(paragraph(one) paragraph(more))",
  ])
  expect(lineOf("a[^Note]\n\n[^note]: one")[1]?.attrs).toEqual({ label: "note" })
})

test("raw HTML is its words, a paragraph a line", () => {
  const html =
    '<div class="x">One <b>two</b> &eacute;<p>three</p>\n<style>p { color: red }</style><!-- no --></div>\n\n<script>\nalert("x")\n</script>\n\n<table><tr><td>a</td><td>b</td></tr></table>'
  expect(bodyOf(html).map(sketch)).toEqual([
    "paragraph(One bold(two) é)",
    "paragraph(three)",
    "paragraph(a)",
    "paragraph(b)",
  ])
})

test("the first heading is the title, marks and all", () => {
  const { document, notices } = read("# A *new* title\n\nText.\n\n## Part\n")
  expect(document.content?.map(sketch)).toEqual(["title(A italic(new) title)", "paragraph(Text.)", "heading(Part)"])
  expect(notices).toEqual([])
  expect(outline("Title\n=====\n\nText.")).toEqual(["title: Title", "paragraph: Text."])
  expect(outline("## Title\n\nText.")).toEqual(["title: Title", "paragraph: Text."])
  expect(outline(`![a](${src})\n\n# Title\n\nText.`)).toEqual([
    "title: Title",
    "figure: \ufffc",
    "caption: ",
    "paragraph: Text.",
  ])
  expect(outline("POLITICS\n\n# Title\n\nText.")).toEqual(["title: Title", "paragraph: POLITICS", "paragraph: Text."])
})

test("a heading far down is no title", () => {
  const long = `${"A long first paragraph of an article. ".repeat(4)}\n\n# Part`
  expect(read(long).notices).toEqual(["titleFromFirstWords"])
  expect(read(long, { fileName: "my-article.md" })).toMatchObject({ notices: ["titleFromFileName"] })
  expect(outline(long, { fileName: "my-article.md" })[0]).toBe("title: my article")
})

test.each([
  ["bold", "# T\n\n**A dek with *more* in it**\n\nText."],
  ["italic", "# T\n\n_A dek with **more** in it_\n\nText."],
])("a paragraph that is %s from end to end, right below the title, is the dek", (_, markdown) => {
  const [, dek] = read(markdown).document.content ?? []
  expect(dek?.type).toBe("dek")
  expect(dek?.content?.map(sketch).join("")).toMatch(/^A dek with (?:italic|bold)\(more\) in it$/)
})

test("an emphasised paragraph elsewhere, in part, or in a text without a title is no dek", () => {
  expect(outline("**Bold**\n\nText.").slice(1)).toEqual(["paragraph: Bold", "paragraph: Text."])
  expect(outline("# T\n\nText.\n\n**Bold**")).toEqual(["title: T", "paragraph: Text.", "paragraph: Bold"])
  expect(outline("# T\n\n**Bold** start.")).toEqual(["title: T", "paragraph: Bold start."])
})

test("credits below the title are credits", () => {
  const { metadata, document } = read(
    "# T\n\n*By Jane Doe, 15 November 2024*\n\n**Dek**\n\nBy Jane Doe | 15 November 2024\n\nText.",
  )
  expect(metadata).toMatchObject({ byline: "Jane Doe", publishedOn: "2024-11-15" })
  expect(document.content?.map(({ type }) => type)).toContain("paragraph")
})

const FRONT_MATTER = `---
title: "A call: what was said"
description: A dek
author:
  - Jane Doe
  - name: Max Muster
publisher: Sample desk
section: Politics
date: 2024-11-15T10:00:00Z
source_url: https://example.org/call
lang: en-GB
kind: copy
---
`

test("front matter gives title, dek and metadata, and is no text", () => {
  const { metadata, notices } = read(`${FRONT_MATTER}\nText.`)
  expect(outline(`${FRONT_MATTER}\nText.`)).toEqual(["title: A call: what was said", "dek: A dek", "paragraph: Text."])
  expect(metadata).toEqual({
    byline: "Jane Doe, Max Muster",
    publisher: "Sample desk",
    section: "Politics",
    publishedOn: "2024-11-15",
    sourceUrl: "https://example.org/call",
    language: "en-GB",
    kind: "copy",
  })
  expect(notices).toEqual([])
})

test("a heading and a paragraph that say what the front matter says are title and dek", () => {
  expect(outline(`${FRONT_MATTER}\n# A call: *what* was said\n\nA **dek**\n\nText.`)).toEqual([
    "title: A call: what was said",
    "dek: A dek",
    "paragraph: Text.",
  ])
  expect(outline(`${FRONT_MATTER}\n# Another heading\n\nText.`)).toEqual([
    "title: A call: what was said",
    "dek: A dek",
    "heading: Another heading",
    "paragraph: Text.",
  ])
})

test("a file that Stet wrote is taken by its word: a bold first paragraph is body", () => {
  const file = '---\ntitle: "T"\nbody_sha256: "0"\n---\n\n# T\n\n**Bold**\n\nBy Jane Doe\n'
  expect(outline(file)).toEqual(["title: T", "paragraph: Bold", "paragraph: By Jane Doe"])
})

test("front matter that is not quite YAML is read line by line", () => {
  const { metadata } = read(
    "---\ntitle: Berlin: a call\nauthor: [Jane Doe, Max]\nkind: nonsense\nlang: not a language\nurl: javascript:x\ndate: soon\n---\nText.",
  )
  expect(metadata).toEqual({
    byline: "Jane Doe, Max",
    publisher: null,
    section: null,
    publishedOn: null,
    sourceUrl: null,
    language: null,
    kind: null,
  })
  expect(outline("---\ntitle: Berlin: a call\n---\nText.")[0]).toBe("title: Berlin: a call")
})

test("two rules with text between them are no front matter", () => {
  expect(outline("---\n\nJust text.\n\n---\n\nMore.", { title: "T" })).toEqual([
    "title: T",
    "horizontalRule: \ufffc",
    "paragraph: Just text.",
    "horizontalRule: \ufffc",
    "paragraph: More.",
  ])
})

test("aliases that would grow without end are not followed", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij".replace(/./g, (key, at: number) => `${key}: &${key} [${`*${"abcdefghi"[at]},`.repeat(9)}]\n`)}`
  const started = performance.now()
  read(`---\n${bomb}---\nText.`)
  expect(performance.now() - started).toBeLessThan(10_000)
})

test("with a title given the headings are all body, and front matter still counts", () => {
  expect(outline("---\npublisher: P\n---\n# One\n\n**Two**", { title: "Given" })).toEqual([
    "title: Given",
    "heading: One",
    "paragraph: Two",
  ])
  expect(read("---\npublisher: P\n---\n# One", { title: "Given", publisher: "Q" }).metadata.publisher).toBe("Q")
})

test.each([
  ["ten thousand quotes", ">".repeat(10_000) + "a"],
  ["nested lists", "- ".repeat(500) + "a"],
  ["lists nested line by line", Array.from({ length: 400 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n")],
  ["emphasis without end", "*a **b ".repeat(2_000) + "c** d*".repeat(2_000)],
  ["emphasis of two kinds", "*a _b ".repeat(2_000) + "c* d_ ".repeat(2_000)],
  ["emphasis that only closes", "a* b** ".repeat(10_000)],
  ["a run of stars", `${"*".repeat(20_000)}a${"*".repeat(20_000)}`],
  ["images in images", "![".repeat(5_000) + "a" + "](b)".repeat(5_000)],
  ["lazy lines in many quotes", `${"> ".repeat(60)}a\n${"b\n".repeat(20_000)}`],
  ["a paragraph of references", "[a]".repeat(60_000)],
  ["headings by underline", "a\n=\n".repeat(20_000)],
  [
    "a table beyond measure",
    `|${"a|".repeat(1_000)}\n|${"-|".repeat(1_000)}\n${`|${"a|".repeat(1_000)}\n`.repeat(300)}`,
  ],
])("refused in a moment: %s", (_, markdown) => {
  const started = performance.now()
  expect(() => read(markdown)).toThrow(expect.objectContaining({ code: "invalid", key: "import.tooDeep" }))
  expect(performance.now() - started).toBeLessThan(10_000)
})

test("what articles really hold is far from these bounds", () => {
  const paragraph = `${"Some *words* with a [link](https://example.org/a), a note[^1] and `code`. ".repeat(20)}\n\n`
  const item = "  - an item\n    - below it\n      > quoted\n\n"
  const table = `| a | b |\n|---|---|\n${"| 1 | 2 |\n".repeat(500)}\n`
  expect(
    read(`# T\n\n${paragraph.repeat(80)}${item.repeat(20)}${table}---\n\n${"_".repeat(600)}\n\n[^1]: Note`).notices,
  ).toEqual([])
})

const anyMarkdown = fc
  .array(
    fc.oneof(
      word(),
      fc.constantFrom(
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "# ",
        "\n---\n",
        "```\n",
        "|a|b|\n|-|-|\n",
        "<div>",
        "</div>",
        "<b>",
        "<!--",
        "![a](https://e.org/i.png)",
        "[^1]: ",
        "- [x] ",
        "<br>",
        "***",
        "\\",
      ),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""))

test("any text is an article or a refusal", () => {
  fc.assert(
    fc.property(
      fc.oneof(anyMarkdown, fc.string({ unit: "binary", maxLength: 200 })),
      fc.boolean(),
      (markdown, isTitled) => {
        try {
          const { text } = canonicalText(read(markdown, isTitled ? { title: "T" } : {}).document)
          expect(text).toBe(text.normalize("NFC"))
          expect(text).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}/u)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test("words without any markup are all kept, in their order", () => {
  const plain = fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(plain, (words) => {
      const { text, bodyStart } = canonicalText(read(words.join(" "), { title: "T" }).document)
      expect(text.slice(bodyStart)).toBe(words.join(" ").normalize("NFC"))
    }),
  )
})
