"use client"
/**
 * For what opens from a button and is rarely wanted: until then the button stands alone, and the code of what is behind
 * it is fetched when somebody comes near.
 */
import { useState, type ComponentProps, type ComponentType } from "react"
import { useBringing } from "./late"
import type { LateCode } from "./late-code"

export interface LatePanel<Props> {
  /** What has come, once the button was pressed: it takes the button's place. */
  Panel: ComponentType<Props> | null
  /** For the button while it stands alone. */
  button: ComponentProps<"button">
  /** For what has come, as Radix wants it. */
  opening: { open: boolean; onOpenChange: (open: boolean) => void }
}

const begun = { Panel: null, state: "closed" } as const

/** `opens` is the role of what the code draws. */
export function useLate<Props>(code: LateCode<Props>, opens: "menu" | "dialog"): LatePanel<Props> {
  const bring = useBringing()
  const [{ Panel, state }, setLate] = useState<Pick<LatePanel<Props>, "Panel"> & { state: "open" | "closed" }>(begun)
  const fetchSoon = () => void code.bring()
  const open = async () => {
    const come = await bring(code)
    if (come) setLate({ Panel: come, state: "open" })
  }
  return {
    Panel,
    button: {
      "aria-haspopup": opens,
      "aria-expanded": false,
      onPointerEnter: fetchSoon,
      onFocus: fetchSoon,
      onClick: () => void open(),
      onKeyDown: ({ key }) => {
        if (opens === "menu" && key === "ArrowDown") void open()
      },
    },
    opening: {
      open: state === "open",
      onOpenChange: (wanted) => {
        if (wanted && !Panel) void open()
        else setLate({ Panel, state: wanted ? "open" : "closed" })
      },
    },
  }
}
