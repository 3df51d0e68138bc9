/** The two public catalogues that are asked about a work: Crossref by its DOI, Open Library by its ISBN. */
import { env } from "../env"
import { fetchPage, type NotFetched } from "./fetch-page"

/** What a catalogue answered, as JSON; null where it knows no such work. */
export type Answered = { ok: true; answer: unknown } | NotFetched

/** Crossref asks to be told who asks: `STET_CONTACT` with a mail address is part of the user agent. */
export function askCrossref(doi: string): Promise<Answered> {
  return ask(new URL(`works/${encodeURIComponent(doi)}`, env().STET_CROSSREF))
}

export function askOpenLibrary(isbn: string): Promise<Answered> {
  return ask(new URL(`api/books?bibkeys=ISBN:${isbn}&format=json&jscmd=data`, env().STET_OPEN_LIBRARY))
}

/** The longest records have thousands of references, or of authors. */
const MOST_BYTES = 4 * 1024 * 1024

async function ask(address: URL): Promise<Answered> {
  const fetched = await fetchPage(address.href, { accept: ["application/json"], mostBytes: MOST_BYTES })
  if (!fetched.ok) return isUnknown(fetched) ? { ok: true, answer: null } : fetched
  try {
    return { ok: true, answer: JSON.parse(new TextDecoder().decode(fetched.page.bytes)) as unknown }
  } catch {
    return { ok: false, step: "type", detail: { host: address.hostname, reason: "other", type: "application/json" } }
  }
}

function isUnknown({ step, detail }: NotFetched): boolean {
  return step === "status" && detail.status === 404
}
