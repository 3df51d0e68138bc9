"use client"
/** Says that files can be dropped, and takes them wherever on the page they are let go. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { classes } from "@/components/ui/classes"
import { MOST_AT_ONCE } from "./batch"

export function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const t = useTranslations("import")
  const over = useFilesDropped(onFiles)
  return (
    <div
      className={classes(
        "mb-5 flex items-center gap-4 rounded-xl border-[1.5px] border-dashed px-4 py-3.5 transition-colors max-sm:hidden",
        over === "over" ? "border-accent bg-accent-soft text-ink" : "border-line-strong bg-panel text-ink-2",
      )}
    >
      <span aria-hidden className="text-[1.375rem] leading-none">
        ⇣
      </span>
      <div>
        {over === "over" ? t("release") : t("drop")} <strong className="font-semibold text-ink">{t("types")}</strong>
        <p className="text-[0.78125rem] text-ink-3">{t("dropHint", { most: MOST_AT_ONCE })}</p>
      </div>
    </div>
  )
}

/** Without this the browser would leave the page and open the dropped file. */
function useFilesDropped(onFiles: (files: Iterable<File>) => void): "over" | "away" {
  const [over, setOver] = useState<"over" | "away">("away")
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  })
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver("over")
    }
    const leave = (event: DragEvent) => {
      // Leaving a child is not leaving the window: only then is there nothing it is entered from.
      if (event.relatedTarget === null) setOver("away")
    }
    const drop = (event: DragEvent) => {
      setOver("away")
      if (!holdsFiles(event)) return
      event.preventDefault()
      take.current(event.dataTransfer?.files ?? [])
    }
    window.addEventListener("dragover", drag)
    window.addEventListener("dragleave", leave)
    window.addEventListener("drop", drop)
    return () => {
      window.removeEventListener("dragover", drag)
      window.removeEventListener("dragleave", leave)
      window.removeEventListener("drop", drop)
    }
  }, [])
  return over
}
