"use client"
/**
 * For what opens from a button and is rarely wanted: until then the button stands alone, and the code of what is behind
 * it is fetched when somebody comes near.
 */
import { useState, type ComponentProps } from "react"

export interface Late {
  standing: "unused" | "used"
  /** For the button while it stands alone. */
  button: ComponentProps<"button">
  /** For what has come, as Radix wants it. */
  opening: { open: boolean; onOpenChange: (open: boolean) => void }
}

/** `fetchCode` imports what opens; `opens` is its role. */
export function useLate(fetchCode: () => Promise<unknown>, opens: "menu" | "dialog"): Late {
  const [state, setState] = useState<"unused" | "open" | "closed">("unused")
  const fetchSoon = () => void fetchCode()
  const open = () => setState("open")
  return {
    standing: state === "unused" ? "unused" : "used",
    button: {
      "aria-haspopup": opens,
      "aria-expanded": state === "open",
      onPointerEnter: fetchSoon,
      onFocus: fetchSoon,
      onClick: open,
      onKeyDown: ({ key }) => opens === "menu" && key === "ArrowDown" && open(),
    },
    opening: { open: state === "open", onOpenChange: (wanted) => setState(wanted ? "open" : "closed") },
  }
}
