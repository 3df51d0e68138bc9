import { expect, test } from "vitest"
import { p, r, style, styled } from "./testing/docx"
import { blocksOf, read } from "./testing/reading"

const blocks = async (body: string, more = {}) => blocksOf(await read({ body, ...more }))

const level = (at: number, format: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`
const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", 3)}${level(1, "bullet")}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, "bullet")}</w:abstractNum>` +
  `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
  `<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
const item = (words: string, list: number, deep = 0) =>
  p(words, `<w:numPr><w:ilvl w:val="${deep}"/><w:numId w:val="${list}"/></w:numPr>`)

test("lists keep their kind, their depth and the numbers that they show", async () => {
  const body =
    item("a", 1) + item("a1", 1, 1) + item("b", 1) + p("Between.") + item("c", 1) + item("d", 3) + item("e", 2)
  const imported = await read({ body, numbering })
  expect(blocksOf(imported)).toEqual([
    "orderedList(listItem(paragraph(a) bulletList(listItem(paragraph(a1)))) listItem(paragraph(b)))",
    "paragraph(Between.)",
    "orderedList(listItem(paragraph(c)))",
    "orderedList(listItem(paragraph(d)))",
    "bulletList(listItem(paragraph(e)))",
  ])
  expect((imported.document.content ?? []).map(({ attrs }) => attrs?.start).filter(Boolean)).toEqual([3, 5, 1])
})

test("a style can make items too, and boxes to tick are tasks", async () => {
  const styles = style("Aufzhlung", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
  const box = (state: string) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r("☐")}</w:sdtContent></w:sdt>`
  const body = p("a", styled("Aufzhlung")) + p(box("1") + r(" call")) + p(box("0") + r(" ask"))
  expect(await blocks(body, { styles, numbering })).toEqual([
    "bulletList(listItem(paragraph(a)))",
    "taskList(taskItem(paragraph(call)) taskItem(paragraph(ask)))",
  ])
})

const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`
const right = '<w:jc w:val="right"/>'

test("a table says the words of merged cells once; paragraphs in a cell and tables in it are lines", async () => {
  const inner = `<w:tbl>${row(cell(p("x")), cell(p("y")))}</w:tbl>`
  const body = `<w:tbl>${[
    row(cell(p("Both"), '<w:gridSpan w:val="2"/>'), cell(p("C"))),
    row(cell(p("Tall"), '<w:vMerge w:val="restart"/>'), cell(p("one") + p("two")), cell(p("1", right))),
    row(cell(p(""), "<w:vMerge/>"), cell(inner), cell(p("2", right))),
  ].join("")}</w:tbl>`
  const imported = await read({ body })
  expect(blocksOf(imported)).toEqual([
    "table(tableRow(tableHeader(Both) tableHeader() tableHeader(C)) tableRow(tableCell(Tall) tableCell(one⏎two) tableCell(1)) tableRow(tableCell() tableCell(x⏎y) tableCell(2)))",
  ])
  expect(imported.document.content?.[1]?.attrs).toEqual({ align: [null, null, "right"] })
})

test("a table of one cell is a frame around text", async () => {
  expect(await blocks(`<w:tbl>${row(cell(p("One.") + p("Two.")))}</w:tbl>`)).toEqual([
    "paragraph(One.)",
    "paragraph(Two.)",
  ])
})

test("links are read from relations and from fields, whatever switches they have; others are their words", async () => {
  const field = (instruction: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction.slice(0, 14)}</w:instrText></w:r><w:r><w:instrText>${instruction.slice(14)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("field")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const links = { a: "https://example.org/a", b: "javascript:alert(1)", c: "file:///etc/passwd" }
  const link = (id: string) => `<w:hyperlink r:id="${id}" w:anchor="part">${r(id)}</w:hyperlink>`
  const simple = `<w:fldSimple w:instr=' HYPERLINK "https://example.org/s" '>${r("simple")}</w:fldSimple>`
  const body =
    ["a", "b", "c", "none"].map((id) => p(link(id))).join("") +
    p(field('HYPERLINK "https://example.org/f" \\o "Tip"')) +
    p(simple) +
    p(field("PAGE"))
  const imported = await read({ body, links })
  expect(blocksOf(imported)).toEqual([
    "paragraph(link(a))",
    "paragraph(b)",
    "paragraph(c)",
    "paragraph(none)",
    "paragraph(link(field))",
    "paragraph(link(simple))",
    "paragraph(field)",
  ])
  expect(imported.remarks.map(({ href }) => href)).toEqual([
    "https://example.org/a#part",
    "https://example.org/f",
    "https://example.org/s",
  ])
})

const drawing = (alt: string, content: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const blip = (relation: string) => `<pic:pic><pic:blipFill><a:blip ${relation}/></pic:blipFill></pic:pic>`

test("an embedded picture leaves its alternative text, unless a machine wrote it; a linked one is a figure with its caption", async () => {
  const styles = style("Beschriftung", "caption")
  const body =
    p(drawing("The mayor at a desk", blip('r:embed="i1"'))) +
    p(drawing("A person. Description automatically generated", blip('r:embed="i1"')) + r("Words.")) +
    p(drawing("The square", blip('r:link="i2"'))) +
    p("The square in March", styled("Beschriftung"))
  const imported = await read({ body, styles, links: { i2: "https://example.org/square.jpg" } })
  expect(blocksOf(imported)).toEqual([
    "paragraph(The mayor at a desk)",
    "paragraph(Words.)",
    "figure(caption(The square in March))",
  ])
  expect(imported.document.content?.[3]?.attrs).toMatchObject({
    src: "https://example.org/square.jpg",
    alt: "The square",
  })
})

test("words in text boxes follow their paragraph, once", async () => {
  const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing("", `<wps:wsp><wps:txbx>${box("Boxed.")}</wps:txbx></wps:wsp>`).slice(5, -6)}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box("Boxed.")}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const old = `<w:r><w:pict><v:oval><v:textbox>${box("Old.")}</v:textbox></v:oval></w:pict></w:r>`
  expect(await blocks(p(r("One.") + both) + p(r("Two.") + old))).toEqual([
    "paragraph(One.)",
    "paragraph(Boxed.)",
    "paragraph(Two.)",
    "paragraph(Old.)",
  ])
})

test("lines across the page are rules; placeholders, contents and embedded documents are no text", async () => {
  const line = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
  const placeholder = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("Click here")}</w:sdtContent></w:sdt>`
  const styles = style("Verzeichnis1", "toc 1")
  const body =
    p("One.") +
    p(line) +
    placeholder +
    p("One. 1", styled("Verzeichnis1")) +
    p("", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>') +
    '<w:altChunk r:id="x"/>'
  const imported = await read({ body, styles })
  expect(blocksOf(imported)).toEqual(["paragraph(One.)", "horizontalRule()", "horizontalRule()"])
  expect(imported.notices).toEqual(["embeddedLeftOut"])
})

test("foot- and endnotes are numbered in the order in which they are referred to; a mark of their own is left out", async () => {
  const reference = (kind: string, id: number, more = "") =>
    `<w:r><w:${kind}Reference w:id="${id}" ${more}/>${more && "<w:t>*</w:t>"}</w:r>`
  const note = (kind: string, id: number, words: string) => `<w:${kind} w:id="${id}">${p(words)}</w:${kind}>`
  const body = p(
    r("a") +
      reference("endnote", 5) +
      r(" b") +
      reference("footnote", 4, 'w:customMarkFollows="1"') +
      r(" c") +
      reference("footnote", 9),
  )
  const notes = {
    footnotes: note("footnote", 3, "Unused") + note("footnote", 4, "Foot"),
    endnotes: note("endnote", 5, "End"),
  }
  expect(await blocks(body, notes)).toEqual([
    "paragraph(a[^1] b[^2] c)",
    "[^1]: paragraph(End)",
    "[^2]: paragraph(Foot)",
  ])
})
