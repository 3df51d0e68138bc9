"use client"
/** The key of an act: as a cap on its control, for `aria-keyshortcuts`, and as words. A key that is not here is not shown. */
import { useTranslations } from "next-intl"
import { Fragment, useEffect, useState } from "react"
import { classes } from "@/components/ui/classes"
import { Kbd, type KbdProps } from "@/components/ui/kbd"
import { hasKey, strokesOf, type ActId } from "./key-table"
import { useKeyring } from "./keyring"
import type { Machine } from "./pressed"

export interface KeyCapProps extends Omit<KbdProps, "children"> {
  act: ActId
}

/** Silent, as all caps: on the control itself stands what `useShortcut` answers. */
export function KeyCap({ act, on = "paper", className }: KeyCapProps) {
  const labels = useKeyLabels(act)
  if (!useIsPressable(act)) return null
  return (
    <span aria-hidden className={classes("inline-flex shrink-0 gap-0.5", className)}>
      {labels.map((label, at) => (
        <Kbd key={at} on={on}>
          {label}
        </Kbd>
      ))}
    </span>
  )
}

/** The key of an act in words, where it is heard too. */
export function KeyName({ act }: { act: ActId }) {
  const t = useTranslations("keys")
  const labels = useKeyLabels(act)
  return labels.map((label, at) => (
    <Fragment key={at}>
      {at > 0 && ` ${t("then")} `}
      <kbd className="rounded border border-b-2 border-line-strong bg-raised px-1.5 py-px font-sans text-2xs text-ink">
        {label}
      </kbd>
    </Fragment>
  ))
}

/** For a sentence that names the key of an act: whether this person has it, and what it is called. */
export function useKeyWords(act: ActId): { keys: "on" | "off"; key: string } {
  const { singleKeys } = useKeyring()
  return { keys: hasKey(act, singleKeys) ? "on" : "off", key: useKeyLabels(act).join(" ") }
}

/** For a control's `aria-keyshortcuts`; undefined where there is no such key, or none that the attribute can name. */
export function useShortcut(act: ActId): string | undefined {
  const { machine } = useKeyring()
  const pressable = useIsPressable(act)
  const [stroke, ...others] = strokesOf(act)
  return pressable && stroke && others.length === 0 ? shortcutOf(stroke, machine) : undefined
}

/** What stands on the caps of an act's key, one for each stroke. */
export function useKeyLabels(act: ActId): string[] {
  const t = useTranslations("keys.cap")
  const { machine } = useKeyring()
  return strokesOf(act).map((stroke) => {
    const [key = "", held] = stroke.split("+").reverse()
    const name = key === "Escape" ? t("escape") : key.toUpperCase()
    if (held === "Mod") return machine === "mac" ? `⌘ ${name}` : t("held", { held: t("control"), name })
    return held === "Shift" ? t("held", { held: t("shift"), name }) : name
  })
}

/**
 * Whether an act is here and this person wants its key. A control stands there because its act does, so until the page
 * has told otherwise it is taken for here: caps that came a moment later would move what stands beside them.
 */
function useIsPressable(act: ActId): boolean {
  const { bindings, singleKeys } = useKeyring()
  const [here, setHere] = useState(true)
  useEffect(() => {
    const look = () => setHere(bindings.bound().includes(act))
    look()
    return bindings.subscribe(look)
  }, [bindings, act])
  return here && hasKey(act, singleKeys)
}

function shortcutOf(stroke: string, machine: Machine): string {
  return stroke
    .replace("Mod+", machine === "mac" ? "Meta+" : "Control+")
    .replace(/[a-z]$/, (letter) => letter.toUpperCase())
}
