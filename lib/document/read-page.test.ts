import { expect, test } from "vitest"
import { Refusal } from "../domain/refusal"
import { readPageHere, type PageKind } from "./read-page-here"
import type { Given } from "./read-result"
import { ACTIVE, BLOG, DOCS_PASTE, NEWS, WORD_PASTE } from "./testing/pages"
import { writeMarkdown } from "./write-markdown"

const read = (html: string, how: PageKind, given: Given = {}) => readPageHere({ html, given, how })
const markdownOf = (html: string, how: PageKind, given?: Given) =>
  writeMarkdown(read(html, how, given).document).markdown
const pasted = (html: string, given: Given = { title: "T" }) =>
  markdownOf(html, "paste", given).replace("# T\n\n", "").trim()

const PROSE =
  "<p>The mayor of Harbour Town resigned on Friday, six months after the report found that a contract was awarded without a tender.</p>" +
  "<p>The council meets on Monday to elect an interim mayor, who will serve until the elections in May of next year, it says.</p>"

/** The Markdown of a page's body that has `inner` between two paragraphs of the story. */
function around(inner: string): string[] {
  const [first = "", second = ""] = PROSE.split(/(?<=<\/p>)/u)
  const page = `<title>Mayor resigns over bridge</title><main><h1>Mayor resigns over bridge</h1>${first}${inner}${second}</main>`
  return markdownOf(page, "page")
    .split("\n\n")
    .map((block) => block.trim())
    .filter((block) => !/^(?:# Mayor|The mayor of|The council meets)/u.test(block))
}

test("a newspaper's page is its title, dek, pictures and story, and nothing else", () => {
  expect(markdownOf(NEWS, "page", { sourceUrl: "https://gazette.example/news/mayor-resigns?from=mail" }))
    .toBe(`# Mayor resigns over bridge contract

Six months of inquiries end in a short letter.

![A bridge at dawn](<https://gazette.example/img/bridge.jpg>)\\
The bridge on Friday. (Photo: A. Lens)

The mayor of Harbour Town resigned on Friday, six months after the [audit report](<https://gazette.example/report?a=1&b=2>) found that a contract for the new bridge had been awarded without a tender.

“I have made mistakes,” she wrote in a letter to the council, “and I _regret_ every one of them.” The letter has two paragraphs and names nobody else.

## What the audit found

- The contract was worth 12.5 million.
- Two of three offers came in late.

> No tender was held, and no reason was given.

| Offer | Million |
| --- | --: |
| North | 12.5 |
| South | 11.9 |

The council meets on Monday to elect an interim mayor, who will serve until the elections in May of next year.
`)
})

test("what a page says of itself is read from JSON-LD, Open Graph and its elements", () => {
  expect(read(NEWS, "page").metadata).toEqual({
    byline: "Jane Doe, Max Muster",
    publisher: "The Harbour Gazette",
    section: "Politics",
    publishedOn: "2024-11-15",
    sourceUrl: "https://gazette.example/news/mayor-resigns",
    language: "en-GB",
    kind: null,
  })
  const given = { byline: "A. N. Other", publishedOn: "2024-11-16", sourceUrl: "https://gazette.example/x" }
  expect(read(NEWS, "page", given).metadata).toMatchObject(given)
})

test.each<[string, string, string | null, string | null]>([
  [
    "without its tracking",
    "https://www.gazette.example/a",
    "https://gazette.example/a?from=mail",
    "https://www.gazette.example/a",
  ],
  ["the front page on every article", "https://gazette.example/", "https://gazette.example/a", null],
  ["the front page, of itself", "/", "https://gazette.example/?from=mail", "https://gazette.example/"],
  ["where a syndicated text came from", "https://agency.example/a", "https://gazette.example/a", null],
  ["of a file that says where it was", "https://gazette.example/a", null, "https://gazette.example/a"],
  ["of a file, the front page", "https://gazette.example/", null, null],
])("a page's own address is believed where it can be: %s", (_, canonical, address, sourceUrl) => {
  const html = `<link rel="canonical" href="${canonical}"><title>T</title><p>${"Words that were written. ".repeat(9)}</p>`
  expect(read(html, "page", { address }).metadata.sourceUrl).toBe(sourceUrl)
})

test("a page without any semantic element is read too", () => {
  const markdown = markdownOf(BLOG, "page")
  expect(markdown).toContain("# How the ferry got its bell\n\nIn the winter of 1953")
  expect(markdown).toContain("![](<https://blog.example/bell.jpg>)\\\nThe bell in its tower")
  expect(markdown).toContain("> It rang under water. I heard it.")
  expect(markdown).toContain("```js\nring(3)\n```")
  expect(markdown).toContain("3. Cast")
  expect(markdown).not.toMatch(/Start|About|leans|ran out/u)
  expect(read(BLOG, "page").metadata.byline).toBe("Kim Lee")
})

test.each([
  ["a link to another article", '<p><a href="/a">Ferry late again this week</a></p>'],
  ["an announced one", '<p>Related: <a href="/a">Ferry late again this week</a></p>'],
  ["one behind a name", '<p>On the Gazette: <a href="/a">Ferry late again this week</a></p>'],
  [
    "several below a label",
    "<h3>Don’t miss</h3><ul><li><a href='/a'>Ferry late again</a></li><li><a href='/b'>School opens</a></li></ul>",
  ],
  ["German ones", '<p>Lesen Sie auch: <a href="/a">Fähre schon wieder zu spät</a></p>'],
  ["a newsletter box", '<div class="newsletter-box"><p>Get the news in your inbox every day.</p></div>'],
  ["an invitation", '<p>Follow us on <a href="/x">Twitter</a> and Facebook for more stories.</p>'],
  ["a share row", "<p>Facebook Twitter WhatsApp E-Mail</p>"],
  ["buttons to share", '<ul class="share"><li><a href="/x">Post</a></li></ul>'],
  ["a menu", '<div role="navigation"><p>Home and more</p></div>'],
  [
    "what is hidden",
    '<p style="color:red; display: none">Only for machines to read, not for anybody else.</p><p hidden>Nor this.</p>',
  ],
  ["a caption that belongs to nothing", '<p class="photo-caption">The mayor on Friday. Photo: A. Lens</p>'],
  ["an empty figure", "<figure><figcaption>Video</figcaption></figure>"],
  ["an aside", "<aside><p>The bridge in figures, a box of its own.</p></aside>"],
  ["a form", "<form><label>Mail</label><input><button>Send</button></form>"],
])("is no part of the story: %s", (_, inner) => expect(around(inner)).toEqual([]))

test.each([
  [
    "a sentence that is a link",
    '<p><a href="https://a.example/">The report was published in May.</a></p>',
    "[The report was published in May.](<https://a.example/>)",
  ],
  ["a short paragraph", "<p>He said no.</p>", "He said no."],
  ["a heading", "<h3>What happens next</h3>", "### What happens next"],
  [
    "a story about newsletters",
    "<p>Follow-up questions on the newsletter went unanswered for a week.</p>",
    "Follow-up questions on the newsletter went unanswered for a week.",
  ],
  [
    "a list with links in it",
    '<ul><li>The <a href="https://a.example/">report</a> is long and dry.</li><li>Nobody read it.</li></ul>',
    "- The [report](<https://a.example/>) is long and dry.\n- Nobody read it.",
  ],
  [
    "a caption of a picture",
    '<div class="wp-caption"><img src="https://a.example/b.jpg" alt=""><p class="wp-caption-text">The mayor</p></div>',
    "![](<https://a.example/b.jpg>)\\\nThe mayor",
  ],
  [
    "a picture that is loaded late",
    '<figure><img src="data:image/gif;base64,R0" data-src="https://a.example/b.jpg" alt="B"></figure>',
    "![B](<https://a.example/b.jpg>)",
  ],
  ["a rule", "<hr>", "---"],
])("is part of the story: %s", (_, inner, expected) => expect(around(inner).join("\n\n")).toBe(expected))

test("a description that only repeats the first paragraph is no dek", () => {
  const [first = ""] = PROSE.split(/(?<=<\/p>)/u)
  const description = first.replace(/<\/?p>/gu, "")
  const page = `<title>Mayor resigns over bridge</title><meta name="description" content="${description}"><h1>Mayor resigns over bridge</h1><div>${PROSE}</div>`
  expect(read(page, "page").document.content?.map(({ type }) => type)).toEqual(["title", "paragraph", "paragraph"])
})

test("of several articles on a page the one below the headline is read", () => {
  const other = (n: number) =>
    `<article><h2>Another story ${n}</h2><p>Words of another story that is long enough to look like prose to whoever counts.</p></article>`
  const own = `<article><h1>Mayor resigns over bridge</h1>${PROSE}${PROSE}</article>`
  const markdown = markdownOf(`<title>Mayor resigns over bridge</title>${own}${other(1)}${other(2)}${other(3)}`, "page")
  expect(markdown).not.toContain("another story")
})

test("a page without an article is refused", () => {
  expect(() => read("<html><body><nav><a href='/'>Home</a></nav></body></html>", "page")).toThrow(Refusal)
  expect(() => read("", "paste")).toThrow("import.empty")
})

test("a paste from Word keeps its lists, tables and marks, and nothing of Word", () => {
  expect(markdownOf(WORD_PASTE, "paste")).toBe(`# Die Brücke

**Der Rat** hat _gestern_ entschieden.

- Erstens
  - Darunter
- Zweitens

| Nord | 12,5 |
| --- | --: |
| Süd | 11,9 |
`)
})

test("a paste from Google Docs is bold where it is bold", () => {
  expect(markdownOf(DOCS_PASTE, "paste")).toBe(`# The bridge

**The council** has _decided_, see [the vote](<https://gazette.example/vote>).

- First
  - Below
- Second
`)
})

test.each([
  [
    "<p>a <b>b <i>c</i></b> <s>d</s> e<sup>2</sup> f<sub>3</sub> <kbd>g</kbd></p>",
    "a **b _c_** ~~d~~ e<sup>2</sup> f<sub>3</sub> `g`",
  ],
  ["<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"],
  ["one<br>two<br><br>three", "one\\\ntwo\n\nthree"],
  ["<p> a\n  b <b> c </b>d</p>", "a b **c** d"],
  ["<ul><li><input type=checkbox checked> done</li><li><input type=checkbox> open</li></ul>", "- [x] done\n- [ ] open"],
  ["<ol start=7><li>a<li>b</ol>", "7. a\n8. b"],
  [
    "<table><tr><td><h2>Laid out</h2><p>by a table</p></td><td>aside</td></tr></table>",
    "## Laid out\n\nby a table\n\naside",
  ],
  [
    "<table><tr><th colspan=2>Both</th></tr><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c<br>d</td></tr></table>",
    "| Both |  |\n| --- | --- |\n| a | b |\n|  | c<br>d |",
  ],
  ["<p>He said <q>no</q>.</p>", "He said “no”."],
  ["<dl><dt>Term</dt><dd>What it is</dd></dl>", "Term\n\nWhat it is"],
  ["<details><summary>More</summary>inside</details>", "More\n\ninside"],
  ['<p><img src="https://a.example/1.png" alt="one"></p>', "![one](<https://a.example/1.png>)"],
  ['<p>a <img src="https://a.example/1.png" alt="one"> b</p>', "a ![one](<https://a.example/1.png>) b"],
  ['<p>a <img src="data:image/png;base64,AA" alt="one"> b</p>', "a one b"],
  ["<blockquote>quoted <p>twice</p></blockquote>", "> quoted\n>\n> twice"],
  [
    "<a href='https://a.example/'><div>one</div><div>two</div></a>",
    "[one](<https://a.example/>)\n\n[two](<https://a.example/>)",
  ],
])("pasted: %s", (html, expected) => expect(pasted(html)).toBe(expected))

test("relative addresses count from the page's own", () => {
  const html = '<p><a href="../b?c#d">x</a> <a href="#e">y</a></p>'
  expect(pasted(html, { title: "T", sourceUrl: "https://a.example/1/2" })).toBe("[x](<https://a.example/b?c#d>) y")
  expect(pasted(html)).toBe("x y")
})

test.each(["page", "paste"] as const)("nothing active survives in a %s", (how) => {
  const { document } = read(ACTIVE, how, { sourceUrl: "https://gazette.example/a/b" })
  const json = JSON.stringify(document)
  expect(json).not.toMatch(/alert|javascript:|data:|onerror|srcdoc|expression|<\/?[a-z]|framed|swf/iu)
  expect(json).toContain("https://gazette.example/a/report.html")
  expect(json).toContain("mailto:a@example.org")
  expect(json).toContain("for the first time since it was lost")
})

test("refused as tangled: lists within lists that a paste only shows once they are made its own", () => {
  expect(() => read(`${"<ul><ol><li>".repeat(200)}x`, "paste")).toThrow("import.tooDeep")
})

test.each([
  ["nested deeper than anything that is written", "<div>".repeat(5_000) + "x"],
  ["of more elements than any article", "<b>x</b>".repeat(60_000)],
  ["of more attributes than any element", `<p ${Array.from({ length: 500 }, (_, n) => `a${n}=1`).join(" ")}>x</p>`],
])("refused as tangled: a page %s", (_, html) => {
  for (const how of ["page", "paste"] as const) expect(() => read(html, how)).toThrow("import.tooDeep")
})
