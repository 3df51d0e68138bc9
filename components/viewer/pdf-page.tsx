"use client"
/** One page of a PDF: an empty sheet of its size until it comes near, then drawn, with its words above the picture. */
import { useTranslations } from "next-intl"
import type { PDFDocumentProxy } from "pdfjs-dist"
import { useEffect, useRef, useState, type RefObject } from "react"
import { drawPage } from "./pdf"

export interface PdfPageProps {
  document: PDFDocumentProxy
  number: number
  /** Of the first page, height to width: what one takes until its own shape is known. */
  ratio: number
  opens: "here" | "elsewhere"
  passage: string | null
}

/** How far above and below the window pages are drawn ahead. */
const AHEAD = "800px"

export function PdfPage({ document, number, ratio, opens, passage }: PdfPageProps) {
  const t = useTranslations("viewer")
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const isShown = useRef(false)
  const [shape, setShape] = useState(ratio)
  // Where it opened: whoever has another passage marked is there already.
  const opened = useRef(opens)
  const near = useNear(box)
  useEffect(() => {
    if (opened.current === "here") box.current?.scrollIntoView({ block: "start" })
  }, [])
  useEffect(() => {
    if (near === "far" || !canvas.current || !layer.current || !box.current) return
    const drawn = drawPage(document, number, {
      box: box.current,
      canvas: canvas.current,
      layer: layer.current,
      passage,
      onShape: setShape,
    })
    void drawn.done.then((mark) => {
      // Once: whoever has scrolled on and comes back is not taken there again.
      if (isShown.current) return
      isShown.current = mark !== null
      mark?.scrollIntoView({ block: "center" })
    })
    return drawn.stop
  }, [near, document, number, passage])
  return (
    <div data-page={number} className="w-full max-w-[56rem]">
      <p className="mb-1 text-xs text-ink-3 tabular-nums">{t("pageNumber", { page: number, of: document.numPages })}</p>
      <div
        ref={box}
        className="relative w-full scroll-mt-8 border border-line bg-white"
        style={{ aspectRatio: `1 / ${shape}` }}
      >
        {near === "near" && (
          <>
            <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
            <div ref={layer} className="pdf-text" />
          </>
        )}
      </div>
    </div>
  )
}

function useNear(box: RefObject<HTMLElement | null>): "near" | "far" {
  const [near, setNear] = useState<"near" | "far">("far")
  useEffect(() => {
    if (!box.current) return
    const watch = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting ? "near" : "far"), {
      rootMargin: AHEAD,
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box])
  return near
}
