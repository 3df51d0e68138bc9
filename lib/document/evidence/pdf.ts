/** The words of a PDF, page by page, as pdf.js finds them. A page of pictures has none. */
import { join } from "node:path"
import type { EvidenceText } from "../../domain/file"
import { refuse } from "../../domain/refusal"
import { Writing } from "./writing"

/** Tables of characters for scripts that a PDF may name without bringing them along. */
const CHARACTER_MAPS = join(process.cwd(), "node_modules/pdfjs-dist/cmaps/")

/** Refuses `file.unread`: `encrypted`, `broken`, `tooLong`. */
export async function readPdf(bytes: Uint8Array): Promise<EvidenceText | null> {
  const { getDocument } = await library()
  // It takes the bytes over: they are its own copy.
  const task = getDocument({ ...WORDS_ALONE, data: new Uint8Array(bytes) })
  try {
    const document = await task.promise
    const writing = new Writing()
    for (let page = 1; page <= document.numPages; page += 1) {
      writing.part({ kind: "page", page }, await wordsOn(document, page))
    }
    return writing.done()
  } catch (error) {
    throw refusalOf(error)
  } finally {
    await task.destroy()
  }
}

/** Nothing is drawn, nothing is run, nothing is fetched. */
const WORDS_ALONE = {
  cMapUrl: CHARACTER_MAPS,
  cMapPacked: true,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  maxImageSize: 1,
  useWasm: false,
  verbosity: 0,
}

/** Its worker stays in this thread, which is one already. */
async function library() {
  const here = globalThis as { pdfjsWorker?: unknown }
  here.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs")
  return import("pdfjs-dist/legacy/build/pdf.mjs")
}

type Document = Awaited<ReturnType<Awaited<ReturnType<typeof library>>["getDocument"]>["promise"]>

/** One page that is damaged says nothing about the others. */
async function wordsOn(document: Document, number: number): Promise<string> {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("")
  } catch (error) {
    if (error instanceof RangeError) throw error
    return ""
  }
}

function refusalOf(error: unknown): unknown {
  const { name } = error as Error
  if (name === "PasswordException") return refuse("invalid", "file.unread.encrypted")
  if (/^(InvalidPDF|Format|UnknownError|Missing|Response)\w*$/u.test(name))
    return refuse("invalid", "file.unread.broken")
  return error
}
