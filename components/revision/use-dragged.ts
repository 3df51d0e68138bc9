"use client"
/** Notices a file that is dragged over the page, so that the code that takes it can be fetched; holds what is let go before. */
import { useEffect, useState } from "react"

/** What has been let go while nobody was there to take it. */
export interface Dragged {
  dropped: File[] | null
}

/** `taken`: files are for this page, and the browser does not leave it to open one. Answers how to begin anew. */
export function useDragged(files: "taken" | "left"): [Dragged | null, done: () => void] {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  useEffect(() => {
    if (files === "left") return
    const notice = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return
      event.preventDefault()
      const dropped = event.type === "drop" ? [...event.dataTransfer.files] : null
      setDragged((before) => (before && !dropped ? before : { dropped }))
    }
    window.addEventListener("dragover", notice)
    window.addEventListener("drop", notice)
    return () => {
      window.removeEventListener("dragover", notice)
      window.removeEventListener("drop", notice)
    }
  }, [files])
  return [dragged, () => setDragged(null)]
}
