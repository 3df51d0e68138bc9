/** A manuscript as it comes from a newsroom: with comments, notes, links, a table, lists, a picture and changes. */
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx"

const date = "2024-11-15T10:00:00Z"
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64")

/** The file, as the library `docx` writes it. */
export function manuscript(): Promise<Buffer> {
  const link = (text: string, address: string) =>
    new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: "Hyperlink" })] })
  return Packer.toBuffer(
    new Document({
      comments: {
        children: [
          {
            id: 0,
            author: "Jane Doe",
            date: new Date(date),
            children: [new Paragraph("Who says so? See https://example.org/readout.")],
          },
          { id: 1, author: "Max Muster", date: new Date(date), children: [new Paragraph("Check the number.")] },
        ],
      },
      footnotes: {
        1: {
          children: [
            new Paragraph({
              children: [new TextRun("The "), link("readout", "https://example.org/readout"), new TextRun(".")],
            }),
          ],
        },
      },
      numbering: { config: [{ reference: "steps", levels: [{ level: 0, format: "decimal", text: "%1." }] }] },
      sections: [
        {
          children: [
            new Paragraph({ text: "A call to Moscow", heading: HeadingLevel.TITLE }),
            new Paragraph({ children: [new TextRun({ text: "Berlin asks for a withdrawal", italics: true })] }),
            new Paragraph("By Jane Doe, 15 November 2024"),
            new Paragraph({
              children: [
                new TextRun("Through a "),
                new CommentRangeStart(0),
                new TextRun({ text: "conversation", bold: true }),
                new TextRun(" of an hour"),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new FootnoteReferenceRun(1),
                new TextRun(", he restated "),
                link("Germany’s support", "https://example.org/support"),
                new TextRun("."),
                new InsertedTextRun({
                  id: 11,
                  author: "Max Muster",
                  date,
                  text: " The Kremlin spoke of a frank exchange.",
                }),
                new DeletedTextRun({ id: 12, author: "Max Muster", date, text: " It was friendly." }),
              ],
            }),
            new Paragraph({ text: "What was said", heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: "Withdraw.", numbering: { reference: "steps", level: 0 } }),
            new Paragraph({ text: "Talk.", numbering: { reference: "steps", level: 0 } }),
            new Paragraph({ text: "Nothing else.", bullet: { level: 0 } }),
            table(),
            new Paragraph({
              children: [
                new ImageRun({
                  type: "gif",
                  data: PIXEL,
                  transformation: { width: 10, height: 10 },
                  altText: { name: "", title: "", description: "The chancellor on the phone" },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  )
}

function table(): Table {
  const cell = (text: string, more: object = {}) => new TableCell({ children: [new Paragraph({ text, ...more })] })
  const end = { alignment: AlignmentType.RIGHT }
  return new Table({
    rows: [
      new TableRow({ tableHeader: true, children: [cell("Year"), cell("Calls", end)] }),
      new TableRow({
        children: [
          cell("2022"),
          new TableCell({
            children: [
              new Paragraph({
                ...end,
                children: [
                  new CommentRangeStart(1),
                  new TextRun("20"),
                  new CommentRangeEnd(1),
                  new TextRun({ children: [new CommentReference(1)] }),
                ],
              }),
            ],
          }),
        ],
      }),
    ],
  })
}
