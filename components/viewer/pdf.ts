/** pdf.js in the browser: its worker, and where it fetches what a document needs. Loaded with the first PDF. */
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs"
import type { PDFDocumentLoadingTask, PDFDocumentProxy, RenderTask } from "pdfjs-dist"
import { placeExcerpt } from "@/lib/anchor/excerpt"

pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/legacy/build/pdf.worker.min.mjs", import.meta.url).toString()

/** What the library fetches besides the document. */
const PARTS = {
  cMapUrl: "/api/pdf/cmaps/",
  cMapPacked: true,
  standardFontDataUrl: "/api/pdf/standard_fonts/",
  wasmUrl: "/api/pdf/wasm/",
  iccUrl: "/api/pdf/iccs/",
}

/** Begins to open a document; it fetches the parts of the file that it needs. */
export async function openPdf(address: string): Promise<PDFDocumentLoadingTask> {
  return pdfjs.getDocument({ url: address, ...PARTS, enableXfa: false, isEvalSupported: false })
}

export interface DrawnPage {
  stop: () => void
  /** The text over the page is there, with what is marked in it. */
  done: Promise<HTMLElement | null>
}

/** Draws a page in boxes as wide as `width`, its text above it so that it can be selected. */
export function drawPage(
  source: PDFDocumentProxy,
  number: number,
  {
    canvas,
    layer,
    width,
    passage,
  }: { canvas: HTMLCanvasElement; layer: HTMLElement; width: number; passage: string | null },
): DrawnPage {
  let drawing: RenderTask | null = null
  let isStopped = false
  const draw = async () => {
    const page = await source.getPage(number)
    if (isStopped) return null
    const scale = width / page.getViewport({ scale: 1 }).width
    const viewport = page.getViewport({ scale })
    const density = Math.min(window.devicePixelRatio || 1, 2)
    canvas.width = Math.floor(viewport.width * density)
    canvas.height = Math.floor(viewport.height * density)
    drawing = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] })
    await drawing.promise
    const text = await page.getTextContent()
    if (isStopped) return null
    layer.replaceChildren()
    layer.style.setProperty("--total-scale-factor", String(scale))
    const over = new pdfjs.TextLayer({ textContentSource: text, container: layer, viewport })
    await over.render()
    return passage === null ? null : markPassage(over.textDivs, over.textContentItemsStr, passage)
  }
  return {
    stop: () => {
      isStopped = true
      drawing?.cancel()
    },
    done: draw().catch(() => null),
  }
}

/** Marks a passage in the pieces of a page's text; answers the first mark. */
function markPassage(boxes: HTMLElement[], pieces: string[], passage: string): HTMLElement | null {
  const place = placeExcerpt(joined(pieces), passage)
  const span = place.kind === "missing" ? null : place.span
  if (!span) return null
  let first: HTMLElement | null = null
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    const [from, to] = [Math.max(0, span.start - at), Math.min(piece.length, span.end - at)]
    const box = boxes[index]
    const mark = box && from < to ? markIn(box, piece, from, to) : null
    first ??= mark
    at += piece.length + gapAfter(piece).length
  }
  return first
}

/** The pieces as one text: those that end in a space go on without one. */
const gapAfter = (piece: string) => (piece === "" || /\s$/.test(piece) ? "" : "\n")
const joined = (pieces: string[]) => pieces.map((piece) => piece + gapAfter(piece)).join("")

function markIn(box: HTMLElement, words: string, from: number, to: number): HTMLElement {
  const mark = document.createElement("mark")
  mark.textContent = words.slice(from, to)
  box.replaceChildren(words.slice(0, from), mark, words.slice(to))
  return mark
}
