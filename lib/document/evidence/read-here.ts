/** Reads what is written in a file on the spot, however long it takes. Use `readEvidence`, which bounds it. */
import type { EvidenceText } from "../../domain/file"

/** A file whose type is known. */
export interface EvidenceOrder {
  type: string
  bytes: Uint8Array
  /** Of a web page: the encoding that its server named, and where it was fetched. */
  charset?: string | null
  address?: string | null
}

/** Its text; null where it holds none that can be read: pictures, sound, scans. */
export async function readEvidenceHere(order: EvidenceOrder): Promise<EvidenceText | null> {
  const read = READERS[order.type]
  return read ? read(order) : null
}

type Reader = (order: EvidenceOrder) => EvidenceText | null | Promise<EvidenceText | null>

const table: Reader = async ({ bytes }) => (await import("./delimited")).readDelimited(bytes)
const plain: Reader = async ({ bytes }) => (await import("./paragraphs")).readPlain(bytes)

/** Each loads its library when it is first asked for. */
const READERS: Record<string, Reader> = {
  "application/pdf": async ({ bytes }) => (await import("./pdf")).readPdf(bytes),
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": async ({ bytes }) =>
    (await import("./excel")).readExcel(bytes),
  "application/vnd.oasis.opendocument.spreadsheet": async ({ bytes }) =>
    (await import("./open-document")).readOpenDocument(bytes),
  "text/csv": table,
  "text/tab-separated-values": table,
  "message/rfc822": async ({ bytes }) => (await import("./mail")).readMail(bytes),
  "text/plain": plain,
  "text/markdown": plain,
  "text/html": async ({ bytes, charset = null, address = null }) =>
    (await import("./paragraphs")).readWebPage(bytes, charset, address),
}
