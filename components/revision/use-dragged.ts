"use client"
/**
 * Notices a file that is dragged over the page, so that the code that takes it can be fetched; holds what is let go before.
 * Whatever is let go, the browser does not leave the page to open it.
 */
import { useCallback, useEffect, useState } from "react"
import { useSteady } from "@/components/ui/use-steady"

/** What has been let go while nobody was there to take it. */
export interface Dragged {
  dropped: File[] | null
}

/** `taken`: files are for this page, unless a dialog is open. Answers how to begin anew. */
export function useDragged(files: "taken" | "left"): [Dragged | null, done: () => void] {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const done = useCallback(() => setDragged(null), [])
  useFiles({
    over: () => files === "taken" && !isDialogOpen() && setDragged((before) => before ?? { dropped: null }),
    left: () => setDragged((before) => (before?.dropped ? before : null)),
    dropped: (those) => files === "taken" && !isDialogOpen() && setDragged({ dropped: those }),
  })
  return [dragged, done]
}

/** Takes what is let go while a dialog is open, wherever that is. */
export function useDropped(taken: (files: File[]) => void): void {
  useFiles({ over: nothing, left: nothing, dropped: taken })
}

/** Lets nothing that is let go take the page away. */
export function useNoDrops(): void {
  useFiles({ over: nothing, left: nothing, dropped: nothing })
}

interface Drags {
  over: () => void
  /** It is over the window no more, and was not let go. */
  left: () => void
  dropped: (files: File[]) => void
}

function useFiles({ over, left, dropped }: Drags): void {
  const [seen, gone, taken] = [useSteady(over), useSteady(left), useSteady(dropped)]
  useEffect(() => {
    const isFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false
    const onOver = (event: DragEvent) => {
      if (!isFile(event)) return
      event.preventDefault()
      seen()
    }
    const onDrop = (event: DragEvent) => {
      if (!isFile(event)) return
      event.preventDefault()
      taken([...(event.dataTransfer?.files ?? [])])
    }
    // Leaving a child is not leaving the window: only then is there nothing it is entered from.
    const onLeave = (event: DragEvent) => event.relatedTarget === null && gone()
    window.addEventListener("dragover", onOver)
    window.addEventListener("drop", onDrop)
    window.addEventListener("dragleave", onLeave)
    return () => {
      window.removeEventListener("dragover", onOver)
      window.removeEventListener("drop", onDrop)
      window.removeEventListener("dragleave", onLeave)
    }
  }, [seen, gone, taken])
}

const nothing = () => undefined

const isDialogOpen = () => document.querySelector("[role=dialog], [role=alertdialog]") !== null
