import { expect, test } from "vitest"
import { canonicalText } from "./canonical"
import { readWord } from "./read-word"
import { manuscript } from "./word/testing/manuscript"
import { docx, p, r, style, styled } from "./word/testing/docx"
import { blocksOf, read, sketch } from "./word/testing/reading"

const blocks = async (body: string, more = {}) => blocksOf(await read({ body, ...more }))
const line = async (body: string, more = {}) => (await blocks(p(body), more))[0]?.replace(/^paragraph\((.*)\)$/u, "$1")

test.each([
  [r("a", "<w:b/>") + r("b", '<w:b w:val="0"/>'), "bold(a)b"],
  [r("a", "<w:i/>") + r(" b", "<w:strike/>") + r(" c", "<w:dstrike/>"), "italic(a)strike( b c)"],
  [r("H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O"), "Hsubscript(2)O"],
  [r("m") + r("2", '<w:vertAlign w:val="superscript"/>'), "msuperscript(2)"],
  [r("a", "<w:b/><w:i/>"), "bold(italic(a))"],
  [r("run ") + r("ls", '<w:rFonts w:ascii="Courier New"/>') + r(" now"), "run code(ls) now"],
  [r("all typed", '<w:rFonts w:ascii="Courier New"/>'), "all typed"],
  [r("seen") + r(" hidden", "<w:vanish/>") + r(" again"), "seen again"],
  ["<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/></w:r>", "a⏎b c‑d"],
  ['<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:t>!</w:t></w:r>', "☺!"],
  ['<w:smartTag w:element="place">' + r("Berlin") + "</w:smartTag>" + r(" calls"), "Berlin calls"],
  ["<w:bdo w:val='rtl'>" + r("שלום") + "</w:bdo>", "שלום"],
  ["<w:r><w:ruby><w:rt>" + r("とう") + "</w:rt><w:rubyBase>" + r("東") + "</w:rubyBase></w:ruby></w:r>", "東"],
  [
    "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b+1</m:t></m:r></m:den></m:f></m:oMath>",
    "a/(b+1)",
  ],
])("characters: %s", async (body, expected) => expect(await line(body)).toBe(expected))

test("headings, quotes and captions are known by their styles' names, in other languages and by what they are based on", async () => {
  const styles = [
    style("berschrift2", "heading 2"),
    style("Zwischentitel", "Zwischentitel", '<w:basedOn w:val="berschrift2"/>'),
    style("Frage", "Frage", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    style("Zitat", "Quote"),
    style("Beschriftung", "caption"),
  ].join("")
  const body = [
    "berschrift2",
    "Zwischentitel",
    "Frage",
    "Zitat",
    "Zitat",
    "Beschriftung",
    "Titre3",
    "HTMLVorformatiert",
  ]
    .map((id) => p(id, styled(id)))
    .join("")
  expect(await blocks(body, { styles })).toEqual([
    "heading2(berschrift2)",
    "heading2(Zwischentitel)",
    "heading3(Frage)",
    "blockquote(paragraph(Zitat) paragraph(Zitat))",
    "paragraph(Beschriftung)",
    "heading3(Titre3)",
    "codeBlock(HTMLVorformatiert)",
  ])
})

test("title, dek and credits are taken off the top by their styles", async () => {
  const styles = style("Titel", "Title") + style("Untertitel", "Subtitle")
  const body =
    p("A call to Moscow", styled("Titel")) + p("What was said", styled("Untertitel")) + p("By Jane Doe") + p("Text.")
  const { document, metadata, notices } = await read({ body, styles }, "all", {})
  expect(document.content?.map(sketch)).toEqual(["title(A call to Moscow)", "dek(What was said)", "paragraph(Text.)"])
  expect(metadata.byline).toBe("Jane Doe")
  expect(notices).toEqual([])
})

test("without styles the top is read as that of plain text", async () => {
  const body = p(r("A call to Moscow", "<w:b/>")) + p("By Jane Doe, 15 November 2024") + p("The chancellor called.")
  const { document, metadata } = await read({ body }, "all", {})
  expect(document.content?.map(sketch)).toEqual(["title(A call to Moscow)", "paragraph(The chancellor called.)"])
  expect(metadata).toMatchObject({ byline: "Jane Doe", publishedOn: "2024-11-15" })
})

test("the canonical text holds title, blocks and notes", async () => {
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const footnotes = `<w:footnote w:type="separator" w:id="0">${p("x")}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(" A note.")}`)}</w:footnote>`
  const imported = await read({ body: p(r("One.") + note) + p("Two."), footnotes })
  expect(canonicalText(imported.document).text).toBe("T\nOne.\uFFFC\nTwo.\nA note.")
})

test("a file that holds no words is refused", async () => {
  await expect(read(docx({ body: p("") }), "all", {})).rejects.toMatchObject({ code: "invalid", key: "import.empty" })
})

test("a manuscript comes in with all that hangs on it", async () => {
  const imported = await read(await manuscript(), "all", {})
  expect(imported.document.content?.map(sketch)).toEqual([
    "title(A call to Moscow)",
    "dek(Berlin asks for a withdrawal)",
    "paragraph(Through a bold(conversation) of an hour[^1], he restated link(Germany’s support). The Kremlin spoke of a frank exchange.)",
    "heading2(What was said)",
    "orderedList(listItem(paragraph(Withdraw.)) listItem(paragraph(Talk.)))",
    "bulletList(listItem(paragraph(Nothing else.)))",
    "table(tableRow(tableHeader(Year) tableHeader(Calls)) tableRow(tableCell(2022) tableCell(20)))",
    "paragraph(The chancellor on the phone)",
    "[^1]: paragraph(The link(readout).)",
  ])
  expect(imported.metadata).toMatchObject({ byline: "Jane Doe", publishedOn: "2024-11-15" })
  expect(imported.remarks.map(({ kind, quote, author, href }) => [kind, quote, author, href])).toEqual([
    ["footnote", "Through a conversation of an hour", null, "https://example.org/readout"],
    ["comment", "conversation of an hour", "Jane Doe", "https://example.org/readout"],
    ["link", "Germany’s support", null, "https://example.org/support"],
    ["comment", "20", "Max Muster", null],
  ])
  expect(imported.changes).toMatchObject([
    { kind: "replacement", removed: " It was friendly.", added: " The Kremlin spoke of a frank exchange." },
  ])
})

test("read apart, a file gives the same", async () => {
  const file = docx({ body: p("The mayor resigned.") })
  expect(await readWord({ bytes: file, given: {}, accepted: "all" })).toEqual(await read(file, "all", {}))
  await expect(readWord({ bytes: file.subarray(0, 900), given: {}, accepted: "all" })).rejects.toMatchObject({
    key: "import.word.broken",
  })
})
