"use client"
/** A PDF as it is, opened at a page with the passage that is cited marked. Only the pages in sight are drawn. */
import { useTranslations } from "next-intl"
import type { PDFDocumentProxy } from "pdfjs-dist"
import { useEffect, useState } from "react"
import { openPdf } from "./pdf"
import { PdfPage } from "./pdf-page"
import "./pdf.css"

export interface PdfViewProps {
  address: string
  page: number
  /** Words that are marked on that page; null where none are. */
  passage: string | null
}

type Opened = { kind: "opening" } | { kind: "failed" } | { kind: "open"; document: PDFDocumentProxy; ratio: number }

export default function PdfView({ address, page, passage }: PdfViewProps) {
  const t = useTranslations("viewer")
  const opened = useOpened(address)
  if (opened.kind === "opening") return <p role="status">{t("opening")}</p>
  if (opened.kind === "failed") return <p role="alert">{t("notDrawn")}</p>
  const { document, ratio } = opened
  const first = Math.min(Math.max(1, page), document.numPages)
  return (
    <div role="region" aria-label={t("document")} className="flex flex-col items-center gap-4">
      {Array.from({ length: document.numPages }, (_, index) => (
        <PdfPage
          key={index}
          document={document}
          number={index + 1}
          ratio={ratio}
          opens={index + 1 === first ? "here" : "elsewhere"}
          passage={index + 1 === first ? passage : null}
        />
      ))}
    </div>
  )
}

function useOpened(address: string): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: "opening" })
  useEffect(() => {
    const task = openPdf(address)
    let isOver = false
    const open = async () => {
      const document = await (await task).promise
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
      if (!isOver) setOpened({ kind: "open", document, ratio: height / width })
    }
    open().catch(() => !isOver && setOpened({ kind: "failed" }))
    return () => {
      isOver = true
      void task.then((one) => one.destroy())
    }
  }, [address])
  return opened
}
