"use client"
/** The panes as somebody has arranged them: kept for them in this browser, so that the server draws them so at once. */
import { useState } from "react"
import { keepPanes } from "@/components/shell/preferences"
import { panesAsText, panesCookie, within, type PaneSizes, type SidePane } from "./pane-sizes"

export interface PanesState extends PaneSizes {
  rest: (pane: SidePane, width: number) => void
  toggle: (pane: SidePane) => void
  open: (pane: SidePane) => void
}

export function usePanes(first: PaneSizes, userId: string): PanesState {
  const [sizes, setSizes] = useState(first)
  const keep = (next: PaneSizes) => {
    setSizes(next)
    keepPanes(panesCookie(userId), panesAsText(next))
  }
  const isHidden = (pane: SidePane) => sizes.hidden.includes(pane)
  const show = (pane: SidePane) => ({ ...sizes, hidden: sizes.hidden.filter((one) => one !== pane) })
  return {
    ...sizes,
    rest: (pane, width) => keep({ ...show(pane), [pane]: within(pane, width) }),
    toggle: (pane) => keep(isHidden(pane) ? show(pane) : { ...sizes, hidden: [...sizes.hidden, pane] }),
    open: (pane) => isHidden(pane) && keep(show(pane)),
  }
}
