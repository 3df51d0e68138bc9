"use client"
/** What is drawn once its code has come; where it can't be fetched that is said, and the page stays as it is. */
import { useTranslations } from "next-intl"
import { useEffect, useState, type ComponentProps, type ComponentType, type ReactNode } from "react"
import { look, onAgain } from "./connection"
import type { LateCode } from "./late-code"
import { toast } from "./toast"
import { useSteady } from "./use-steady"

/** Fetches code; null, and said, where that fails. */
export function useBringing(): <Props>(code: LateCode<Props>) => Promise<ComponentType<Props> | null> {
  const t = useTranslations("ui")
  return async (code) => {
    const come = await code.bring()
    if (come) return come
    // One, however often it is pressed.
    toast.error(t("notFetched"), { id: "not-fetched" })
    void look()
    return null
  }
}

export interface LateProps<Props> {
  code: LateCode<Props>
  given: NoInfer<Props>
  /** It could not be fetched: whoever wanted it takes that back. */
  onMissing: () => void
}

/** To be drawn only while it is wanted: fetches its code, and draws it. */
export function Late<Props extends object>({ code, given, onMissing }: LateProps<Props>) {
  const bring = useBringing()
  const [{ Come }, setCome] = useState(() => ({ Come: code.here() }))
  const fetch = async () => {
    const come = await bring(code)
    if (come) setCome({ Come: come })
    else onMissing()
  }
  const begin = useSteady(() => {
    if (!Come) void fetch()
  })
  useEffect(() => {
    begin()
    // It may be wanted still, as for what was typed before.
    return onAgain(begin)
  }, [begin])
  return Come && <Come {...given} />
}

/** What a dialog that is drawn late takes besides what it is about. */
export interface Closing {
  onClose: () => void
}

export interface LateDialog<Given> {
  show: () => void
  /** For the button that opens it: its code comes when somebody comes near. */
  button: Pick<ComponentProps<"button">, "aria-haspopup" | "onPointerEnter" | "onFocus" | "onClick">
  /** Draws it while it is open. */
  draw: (given: Given) => ReactNode
}

export function useLateDialog<Given extends object>(code: LateCode<Given & Closing>): LateDialog<Given> {
  const [state, setState] = useState<"open" | "closed">("closed")
  const show = () => setState("open")
  const close = () => setState("closed")
  const fetchSoon = () => void code.bring()
  return {
    show,
    button: { "aria-haspopup": "dialog", onPointerEnter: fetchSoon, onFocus: fetchSoon, onClick: show },
    draw: (given) => state === "open" && <Late code={code} given={{ ...given, onClose: close }} onMissing={close} />,
  }
}
