"use client"
/**
 * Whether the page is being printed. What is drawn for paper alone has to stand there before the browser lays out the
 * sheets, so the change is drawn at once, within the browser's own event.
 */
import { useEffect, useState } from "react"
import { flushSync } from "react-dom"

export function usePrinting(): "on paper" | "on screen" {
  const [medium, setMedium] = useState<"on paper" | "on screen">("on screen")
  useEffect(() => {
    const print = window.matchMedia("print")
    const toPaper = () => flushSync(() => setMedium("on paper"))
    const toScreen = () => setMedium("on screen")
    // Browsers that look at the page as if printed, without printing, tell it by the medium alone.
    const follow = () => (print.matches ? toPaper() : toScreen())
    window.addEventListener("beforeprint", toPaper)
    window.addEventListener("afterprint", toScreen)
    print.addEventListener("change", follow)
    return () => {
      window.removeEventListener("beforeprint", toPaper)
      window.removeEventListener("afterprint", toScreen)
      print.removeEventListener("change", follow)
    }
  }, [])
  return medium
}
