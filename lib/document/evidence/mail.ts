/** A mail as it would be read aloud: who wrote whom, when and of what, its words, and the names of what came with it. */
import { simpleParser, type AddressObject, type ParsedMail } from "mailparser"
import type { EvidenceText } from "../../domain/file"
import { writeParagraphs } from "./paragraphs"
import { Writing } from "./writing"

/** Refuses `file.unread.tooLong`. */
export async function readMail(bytes: Uint8Array): Promise<EvidenceText | null> {
  const mail = await simpleParser(Buffer.from(bytes), {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  })
  const writing = new Writing()
  writing.part({ kind: "paragraph", n: 0 }, headOf(mail))
  const names = mail.attachments.flatMap(({ filename }) => (filename ? [`Attachment: ${filename}`] : []))
  writeParagraphs(writing, [mail.text ?? "", ...names].join("\n\n"))
  return writing.done()
}

/** The lines go by the names that the mail itself gives them, in every language. */
function headOf(mail: ParsedMail): string {
  const lines: [name: string, value: string | undefined][] = [
    ["From", addresses(mail.from)],
    ["To", addresses(mail.to)],
    ["Cc", addresses(mail.cc)],
    ["Date", mail.date?.toISOString()],
    ["Subject", mail.subject],
  ]
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n")
}

function addresses(given: AddressObject | AddressObject[] | undefined): string | undefined {
  return (
    given &&
    [given]
      .flat()
      .map(({ text }) => text)
      .join(", ")
  )
}
