/** Real files for tests: PDFs, spreadsheets and mails, made by the libraries that others make theirs with. */
import ExcelJS from "exceljs"
import { PDFDocument, StandardFonts } from "pdf-lib"
import { zip } from "../../word/zip"

/** A PDF with these words on its pages, line by line; a page without any has none. */
export async function pdf(...pages: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (const words of pages) {
    const page = document.addPage([420, 595])
    if (words !== "") page.drawText(words, { x: 40, y: 530, size: 12, font, lineHeight: 18 })
  }
  return document.save()
}

/** A workbook with these sheets, row by row. */
export async function workbook(
  sheets: Record<string, unknown[][]>,
  also?: (book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows)
  also?.(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** An OpenDocument spreadsheet with this XML between its tables. */
export function openDocument(tables: string): Uint8Array {
  const content = `<?xml version="1.0"?><o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
    <o:body><o:spreadsheet>${tables}</o:spreadsheet></o:body></o:document-content>`
  return zip([
    ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
    ["content.xml", content],
  ])
}

/** A mail with a body in two forms and an attachment. */
export function mail(words: string, subject = "Budget figures"): Uint8Array {
  const lines = [
    "From: =?utf-8?q?J=C3=BCrgen_Krause?= <krause@example.org>",
    "To: desk@example.org",
    "Date: Fri, 15 Nov 2024 09:30:00 +0100",
    `Subject: ${subject}`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="outer"',
    "",
    "--outer",
    'Content-Type: text/plain; charset="utf-8"',
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(words).toString("base64"),
    "--outer",
    'Content-Type: application/pdf; name="figures.pdf"',
    'Content-Disposition: attachment; filename="figures.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from("%PDF-1.4 no words of this are read").toString("base64"),
    "--outer--",
    "",
  ]
  return new TextEncoder().encode(lines.join("\r\n"))
}
