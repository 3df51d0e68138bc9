/** pdf.js in the browser: its worker, and where it fetches what a document needs. Loaded with the first PDF. */
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs"
import type { PageViewport, PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist"
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

export interface Drawing {
  /** Holds the canvas and the layer, and is as wide as the page is to be. */
  box: HTMLElement
  canvas: HTMLCanvasElement
  layer: HTMLElement
  passage: string | null
  /** Height to width, once it is known. */
  onShape: (ratio: number) => void
}

/** Draws a page as wide as its box, its text above it so that it can be selected. */
export function drawPage(source: PDFDocumentProxy, number: number, to: Drawing): DrawnPage {
  let page: PDFPageProxy | null = null
  let drawing: RenderTask | null = null
  let fitting: ResizeObserver | null = null
  let isStopped = false
  const draw = async () => {
    page = await source.getPage(number)
    if (isStopped) return null
    const { width, height } = page.getViewport({ scale: 1 })
    to.onShape(height / width)
    const viewport = page.getViewport({ scale: to.box.clientWidth / width })
    drawing = paint(page, viewport, to.canvas)
    await drawing.promise
    const text = await page.getTextContent()
    if (isStopped) return null
    to.layer.replaceChildren()
    fitting = keepFitting(page, to)
    const over = new pdfjs.TextLayer({ textContentSource: text, container: to.layer, viewport })
    await over.render()
    return to.passage === null ? null : markPassage(over.textDivs, over.textContentItemsStr, to.passage)
  }
  return {
    stop: () => {
      isStopped = true
      fitting?.disconnect()
      drawing?.cancel()
      page?.cleanup()
    },
    done: draw().catch(() => null),
  }
}

function paint(page: PDFPageProxy, viewport: PageViewport, canvas: HTMLCanvasElement): RenderTask {
  const density = Math.min(window.devicePixelRatio || 1, 2)
  canvas.width = Math.floor(viewport.width * density)
  canvas.height = Math.floor(viewport.height * density)
  return page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] })
}

/** Keeps the words on the picture, however wide it becomes. */
function keepFitting(page: PDFPageProxy, { box, layer }: Drawing): ResizeObserver {
  const { width } = page.getViewport({ scale: 1 })
  const fit = () => {
    layer.style.setProperty("--total-scale-factor", String((box.clientWidth / width) * page.userUnit))
  }
  fit()
  const watch = new ResizeObserver(fit)
  watch.observe(box)
  return watch
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
