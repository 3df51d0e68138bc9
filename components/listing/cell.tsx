/** A cell of a list's row: beside the others where there is room, else one of the row's lines. */
import type { ReactNode } from "react"
import { classes } from "@/components/ui/classes"

export function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <td role="cell" className={classes("px-3 py-3 panes:border-b panes:border-line max-panes:p-0", className)}>
      {children}
    </td>
  )
}
