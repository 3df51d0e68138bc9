import { deflateRawSync } from "node:zlib"
import { expect, test } from "vitest"
import { docx, filesOf, p, r } from "./testing/docx"
import { packed, type Packed } from "./testing/archive"
import { read } from "./testing/reading"

const good = docx({ body: p("The mayor resigned.") })
const files = (): Packed[] =>
  [...filesOf({ body: p("The mayor resigned.") })].map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
const bodyOf = (body: string) => docx({ body })
const part = (xml: string) => docx({ files: { "word/document.xml": xml } })
const head = (count: number) => Buffer.from(Array.from({ length: count }, (_, at) => at % 251))

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const documentOf = (before: string, body: string) =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="${MAIN}"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`

const LAUGHS = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("")

const renamed = (from: string, to: string) =>
  packed(files().map((file) => (file.name === from ? { ...file, name: to } : file)))
const withFile = (file: Packed) => packed([...files(), file])
const withDocument = (bytes: Buffer, more: Partial<Packed> = {}) =>
  packed(files().map((file) => (file.name === "word/document.xml" ? { ...file, bytes, ...more } : file)))
const typed = (type: string) =>
  docx({
    files: {
      "[Content_Types].xml": (filesOf({}).get("[Content_Types].xml") ?? "").replace(
        /application\/vnd\.openxml[^"]+document\.main\+xml/u,
        type,
      ),
    },
  })

const strangeNotes = docx({
  body: p("The mayor resigned."),
  footnotes: " ",
  files: { "word/footnotes.xml": '<n:footnotes xmlns:n="urn:notes"/>' },
})
const zeros = Buffer.alloc(64 * 1024 * 1024, " ")

test.each<[string, string, () => Uint8Array]>([
  ["nothing", "import.empty", () => Buffer.alloc(0)],
  ["a file of 11 MB", "import.tooLarge", () => Buffer.alloc(11 * 1024 * 1024)],
  ["a library in one file", "import.tooLong", () => bodyOf(p(r("The mayor resigned. ".repeat(1_000))).repeat(101))],
  ["plain text", "import.word.notWord", () => Buffer.from("The mayor resigned.")],
  ["two letters of an archive", "import.word.broken", () => Buffer.from("PK")],
  ["Word 97", "import.word.old", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), head(4096)])],
  ["RTF", "import.word.old", () => Buffer.from("{\\rtf1 The mayor resigned.}")],
  [
    "a password",
    "import.word.encrypted",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
  ],
  ["an archive with a password", "import.word.encrypted", () => packed(files().map((file) => ({ ...file, flags: 1 })))],
  ["a file cut in half", "import.word.broken", () => good.subarray(0, good.length / 2)],
  ["a file without its last byte", "import.word.broken", () => good.subarray(0, -1)],
  ["a text of no known vocabulary", "import.word.broken", () => part(documentOf("", "x").replace(MAIN, `${MAIN}x`))],
  ["notes of no known vocabulary", "import.word.broken", () => strangeNotes],
  ["a changed letter", "import.word.broken", () => withDocument(Buffer.from(documentOf("", "x")), { crc: 1 })],
  ["an archive of something else", "import.word.broken", () => packed([{ name: "a.txt", bytes: Buffer.from("a") }])],
  [
    "OpenDocument",
    "import.word.notWord",
    () => packed([{ name: "mimetype", bytes: Buffer.from("application/vnd.oasis.opendocument.text") }]),
  ],
  [
    "a spreadsheet",
    "import.word.notWord",
    () => typed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
  ],
  ["macros by type", "import.word.macros", () => typed("application/vnd.ms-word.document.macroEnabled.main+xml")],
  ["macros by name", "import.word.macros", () => withFile({ name: "word/vbaProject.bin", bytes: Buffer.from("x") })],
  ["a name that climbs", "import.word.unsafe", () => withFile({ name: "../../etc/cron.d/x", bytes: Buffer.from("x") })],
  [
    "a name that climbs on Windows",
    "import.word.unsafe",
    () => withFile({ name: "word\\..\\..\\x", bytes: Buffer.from("x") }),
  ],
  ["an absolute name", "import.word.unsafe", () => withFile({ name: "/etc/passwd", bytes: Buffer.from("x") })],
  ["a drive", "import.word.unsafe", () => withFile({ name: "C:/x", bytes: Buffer.from("x") })],
  ["a NUL in a name", "import.word.unsafe", () => withFile({ name: "word/x\0.xml", bytes: Buffer.from("x") })],
  [
    "two parts of one name",
    "import.word.unsafe",
    () => withFile({ name: "WORD/document.xml", bytes: Buffer.from("x") }),
  ],
  [
    "another name inside",
    "import.word.unsafe",
    () => withDocument(Buffer.from(documentOf("", "x")), { localName: "word/documenu.xml" }),
  ],
  [
    "entries in each other",
    "import.word.unsafe",
    () => withFile({ name: "a.xml", bytes: Buffer.from("x"), header: 0 }),
  ],
  ["a bomb", "import.word.bomb", () => withDocument(deflateRawSync(zeros), { method: 8, size: zeros.length })],
  ["a bomb that lies", "import.word.bomb", () => withDocument(deflateRawSync(zeros), { method: 8, size: 1000 })],
  [
    "a bomb beside the text",
    "import.word.bomb",
    () => withFile({ name: "word/media/a.png", bytes: deflateRawSync(zeros), method: 8, size: zeros.length }),
  ],
  [
    "too many entries",
    "import.word.bomb",
    () =>
      packed([...files(), ...Array.from({ length: 4_001 }, (_, at) => ({ name: `x${at}`, bytes: Buffer.alloc(0) }))]),
  ],
  ["a document type", "import.word.unsafe", () => part(documentOf("<!DOCTYPE w:document>", "x"))],
  [
    "entities in entities",
    "import.word.unsafe",
    () => part(documentOf(`<!DOCTYPE x [<!ENTITY l0 "lol">${LAUGHS}]>`, "&l9;")),
  ],
  [
    "an outside entity",
    "import.word.unsafe",
    () => part(documentOf('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")),
  ],
  [
    "an outside entity in UTF-16",
    "import.word.unsafe",
    () => withDocument(Buffer.from(`\uFEFF${documentOf('<!DOCTYPE x SYSTEM "http://e.org/x.dtd">', "x")}`, "utf16le")),
  ],
  ["an entity out of nowhere", "import.word.broken", () => part(documentOf("", "&e;"))],
  ["broken XML", "import.word.broken", () => part(documentOf("", "<w:b>"))],
  ["bytes that are no text", "import.word.broken", () => withDocument(Buffer.from([0x3c, 0x78, 0xff, 0xfe, 0x3e]))],
  ["no text part", "import.word.broken", () => renamed("word/document.xml", "word/other.xml")],
  [
    "boxes in boxes",
    "import.word.tangled",
    () => bodyOf("<w:sdt><w:sdtContent>".repeat(300) + "</w:sdtContent></w:sdt>".repeat(300)),
  ],
  [
    "tables in tables",
    "import.word.tangled",
    () => bodyOf("<w:tbl><w:tr><w:tc>".repeat(200) + p("x") + "</w:tc></w:tr></w:tbl>".repeat(200)),
  ],
  ["more runs than words", "import.word.tangled", () => bodyOf(p("<w:r/>".repeat(410_000)))],
  [
    "more changes than words",
    "import.word.tangled",
    () => bodyOf(p((r("a") + '<w:ins w:author="E"><w:r><w:t>b</w:t></w:r></w:ins>').repeat(6_000))),
  ],
  [
    "columns beyond measure",
    "import.word.tangled",
    () =>
      bodyOf(
        `<w:tbl>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr>${p("x")}</w:tc>`.repeat(20)}</w:tr>`.repeat(200)}</w:tbl>`,
      ),
  ],
])("refused in a moment: %s", async (_, key, file) => {
  await expect(read(file(), "all", {})).rejects.toMatchObject({ code: "invalid", key })
})
