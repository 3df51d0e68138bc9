"use client"
/** The rows of a screen by keys: from one to the next, and what each can be done with. The focus stays among them. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, type RefObject } from "react"
import { useAnnounce } from "./announcer"
import { rowsIn, rowWithFocus, standOn, stepRow } from "./rows"

export interface Rows {
  step: (by: 1 | -1) => void
  /** Presses what has this `data-act` in the row with the focus. Where none has it, only leads to the first one. */
  press: (act: string) => void
}

export function useRows(screen: RefObject<HTMLElement | null>): Rows {
  const t = useTranslations("ui")
  const announce = useAnnounce()
  useFocusKept(screen)
  return {
    step: (by) => stepRow(screen.current, by),
    press: (act) => {
      const row = rowWithFocus(screen.current)
      if (row) return row.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click()
      // Nothing is done to what nobody is on: it may not even be on screen.
      stepRow(screen.current, 1)
      if (rowWithFocus(screen.current)) announce(t("onFirstRow"))
    },
  }
}

/** When the row with the focus goes, whoever took it, the one in its place has it; after the last one, the heading. */
function useFocusKept(screen: RefObject<HTMLElement | null>): void {
  const last = useRef<{ row: HTMLElement; at: number } | null>(null)
  useEffect(() => {
    const element = screen.current
    const notice = () => {
      const rows = rowsIn(element)
      const at = rows.findIndex((one) => one.contains(document.activeElement))
      const row = rows[at]
      last.current = row ? { row, at } : null
    }
    element?.addEventListener("focusin", notice)
    return () => element?.removeEventListener("focusin", notice)
  }, [screen])
  // After every drawing: rows go with any of them.
  useEffect(() => {
    const left = last.current
    if (!left || left.row.isConnected || document.activeElement !== document.body) return
    last.current = null
    const rows = rowsIn(screen.current)
    standOn(rows[Math.min(left.at, rows.length - 1)] ?? screen.current?.querySelector<HTMLElement>("h1"))
  })
}
