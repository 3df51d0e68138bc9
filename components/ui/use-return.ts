"use client"
/** What opens over the page gives the focus back where it was, and only then does what was chosen in it. */
import { useRef, useState } from "react"

export interface Return {
  /** For `onCloseAutoFocus` of what opened: without a button of its own it would leave the focus nowhere. */
  onCloseAutoFocus: (event: Event) => void
  /** Something to do once the focus is back. */
  then: (act: () => void) => void
}

/** Begins with what has the focus now: to be called by what is there only while it is open. */
export function useReturn(): Return {
  const [before] = useState(() => document.activeElement)
  const act = useRef<(() => void) | null>(null)
  return {
    onCloseAutoFocus: (event) => {
      event.preventDefault()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      act.current?.()
    },
    then: (wanted) => {
      act.current = wanted
    },
  }
}
