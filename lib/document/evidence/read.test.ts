/** Reading what is written in evidence: files as other programs make them, and files that mean harm. */
import { describe, expect, test } from "vitest"
import type { EvidenceText } from "../../domain/file"
import type { FileType } from "../../domain/file-types"
import { zip } from "../word/zip"
import { readEvidenceHere } from "./read-here"
import { readEvidence } from "./read"
import { mail, openDocument, pdf, workbook } from "./testing/files"

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const ODS = "application/vnd.oasis.opendocument.spreadsheet"
const bytesOf = (text: string) => new TextEncoder().encode(text)

const read = (type: FileType, bytes: Uint8Array) => readEvidenceHere({ type, bytes })

/** What stands in a part, by its number. */
function partsOf(found: EvidenceText | null): string[] {
  const { text = "", parts = [] } = found ?? {}
  return parts.map(({ start }, at) => text.slice(start, parts[at + 1]?.start).replace(/\n$/u, ""))
}

describe("a PDF", () => {
  test("is read page by page", async () => {
    const found = await read("application/pdf", await pdf("The report", "", "Spending rose by 4.2 per cent\nin 2023."))
    expect(partsOf(found)).toEqual(["The report", "", "Spending rose by 4.2 per cent\nin 2023."])
    expect(found?.parts.map((part) => part.kind === "page" && part.page)).toEqual([1, 2, 3])
  })

  test("of scans holds no text", async () => {
    expect(await read("application/pdf", await pdf("", ""))).toBeNull()
  })

  test("that is damaged or locked is refused with the reason", async () => {
    const bytes = await pdf("Some words")
    const locked = bytesOf(LOCKED)
    await expect(read("application/pdf", bytesOf("%PDF-1.7\nnothing"))).rejects.toMatchObject({
      key: "file.unread.broken",
    })
    await expect(read("application/pdf", locked)).rejects.toMatchObject({ key: "file.unread.encrypted" })
    // Cut off in the middle it may still be put together again: what is found of it counts.
    await read("application/pdf", bytes.subarray(0, bytes.length / 2)).catch((error: unknown) =>
      expect(error).toMatchObject({ key: "file.unread.broken" }),
    )
  })

  test("is read in a thread of its own", { timeout: 60_000 }, async () => {
    const found = await readEvidence({ type: "application/pdf", bytes: await pdf("One", "Two") })
    expect(partsOf(found)).toEqual(["One", "Two"])
    const broken = readEvidence({ type: "application/pdf", bytes: bytesOf("%PDF-1.7") })
    await expect(broken).rejects.toMatchObject({ code: "invalid", key: "file.unread.broken" })
  })
})

describe("a spreadsheet", () => {
  test("is read row by row, each cell in its column", async () => {
    const rows = [["Year", "Spending"], [2023, 4213.5], [], [null, "per head"]]
    const found = await read(XLSX, await workbook({ Budget: rows, "Notes & more": [["None"]] }))
    expect(partsOf(found)).toEqual(["Year\tSpending", "2023\t4213.5", "\tper head", "None"])
    expect(found?.parts.at(-2)).toMatchObject({ kind: "row", sheet: "Budget", row: 4 })
    expect(found?.parts.at(-1)).toMatchObject({ kind: "row", sheet: "Notes & more", row: 1 })
  })

  test("shows dates as dates, shares in per cent, and what formulas came to", async () => {
    const day = new Date(Date.UTC(2024, 10, 15))
    const bytes = await workbook(
      { Figures: [[day, 0.042, { formula: "1+1", result: 2 }, true, 0.1 + 0.2]] },
      (book) => {
        const row = book.getWorksheet("Figures")?.getRow(1)
        if (row) row.getCell(1).numFmt = "dd.mm.yyyy"
        if (row) row.getCell(2).numFmt = "0.0%"
      },
    )
    expect(partsOf(await read(XLSX, bytes))).toEqual(["2024-11-15\t4.2%\t2\tTRUE\t0.3"])
  })

  test("of the open format is read by what its cells show", async () => {
    const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`
    const cell = (words: string, more = "") => `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`
    const empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    const table = row(cell("Year") + '<table:table-cell table:number-columns-repeated="2"/>' + cell("4,2 %"))
    const found = await read(
      ODS,
      openDocument(`<table:table table:name="Haushalt">${table}${empty}${row(cell("Ende"))}</table:table>`),
    )
    expect(partsOf(found)).toEqual(["Year\t\t\t4,2 %", "Ende"])
    expect(found?.parts[1]).toMatchObject({ sheet: "Haushalt", row: 1_048_002 })
  })

  test("in plain text is divided where its quotes allow, by the sign it uses", async () => {
    const german = await read("text/csv", bytesOf('Ort;Wert\r\n"Köln; Altstadt";"4,2 ""gut"""\r\n\r\nBonn;3\r\n'))
    expect(partsOf(german)).toEqual(["Ort\tWert", 'Köln; Altstadt\t4,2 "gut"', "Bonn\t3"])
    expect(german?.parts.at(-1)).toMatchObject({ kind: "row", sheet: "", row: 4 })
    expect(partsOf(await read("text/tab-separated-values", bytesOf("a\tb, c\n1\t2\n")))).toEqual(["a\tb, c", "1\t2"])
  })

  test("that means harm is refused, and never brings the reader down", async () => {
    const types = '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>'
    await expect(read(XLSX, bytesOf("PK\u0003\u0004 nothing"))).rejects.toMatchObject({ code: "invalid" })
    await expect(read(XLSX, zip([["xl/workbook.xml", types]]))).rejects.toMatchObject({ key: "file.unread.broken" })
    await expect(read(XLSX, zip([["word/document.xml", "<x/>"]]))).rejects.toMatchObject({ key: "file.unread.broken" })
    await expect(read(XLSX, zip([["xl/workbook.xml", "<a>".repeat(500)]]))).rejects.toMatchObject({
      key: "file.unread.tooMuch",
    })
    const sheets = Array.from({ length: 10_000 }, (_, at): [string, string] => [`xl/worksheets/sheet${at}.xml`, "<x/>"])
    const many = zip([["xl/workbook.xml", "<workbook/>"], ...sheets])
    await expect(readEvidence({ type: XLSX, bytes: many })).rejects.toMatchObject({ key: "file.unread.tooMuch" })
  })
})

describe("a mail", () => {
  test("is read with who wrote it, its words, and the names of what came with it", async () => {
    const found = await read("message/rfc822", mail("Dear desk,\n\nspending rose by 4.2 per cent.\n"))
    expect(partsOf(found)).toEqual([
      'From: "Jürgen Krause" <krause@example.org>\nTo: desk@example.org\nDate: 2024-11-15T08:30:00.000Z\nSubject: Budget figures',
      "Dear desk,",
      "spending rose by 4.2 per cent.",
      "Attachment: figures.pdf",
    ])
    expect(found?.parts.map((part) => part.kind === "paragraph" && part.n)).toEqual([0, 1, 2, 3])
  })

  test("in HTML alone is read as its words", async () => {
    const html =
      "Subject: Hello\r\nContent-Type: text/html\r\n\r\n<p>Spending <b>rose</b>.</p><script>alert(1)</script>"
    expect(partsOf(await read("message/rfc822", bytesOf(html)))).toEqual(["Subject: Hello", "Spending rose."])
  })
})

describe("a text", () => {
  test("is read paragraph by paragraph, composed and without control characters", async () => {
    const found = await read("text/plain", bytesOf("One e\u0301 \u0007paragraph\r\nin two lines.\r\n\r\n\r\nAnother."))
    expect(partsOf(found)).toEqual(["One é paragraph\nin two lines.", "Another."])
    expect(partsOf(await read("text/markdown", bytesOf("- one\n- two")))).toEqual(["- one", "- two"])
  })

  test("of more than two million characters is refused", async () => {
    await expect(read("text/plain", bytesOf("word ".repeat(400_001)))).rejects.toMatchObject({
      key: "file.unread.tooLong",
    })
  })

  test("of a web page is its article, and where it has none all that it says", async () => {
    const story =
      "<p>The mayor resigned on Monday, six months after the report, the city said in a statement.</p>".repeat(4)
    const page = `<title>Mayor resigns</title><nav>Home</nav><article><h1>Mayor resigns</h1>${story}</article>`
    expect(partsOf(await read("text/html", bytesOf(page)))[1]).toContain("resigned on Monday")
    expect(partsOf(await read("text/html", bytesOf("<p>Up</p>")))).toContain("Up")
    expect(await read("text/html", bytesOf("<script>x()</script>"))).toBeNull()
  })
})

test("pictures and sound hold no text", async () => {
  expect(await read("image/png", bytesOf("\u0089PNG"))).toBeNull()
  expect(await read("audio/mpeg", bytesOf("ID3"))).toBeNull()
})

/** Locked with a password that nobody has. */
const LOCKED = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/P -4/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[<${"00".repeat(16)}><${"00".repeat(16)}>]>>
%%EOF`
