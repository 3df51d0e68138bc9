"use client"
/** What can be done with the words that are selected, right at them. */
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import type { ActId } from "@/components/keys/key-table"
import type { Chosen } from "./use-sheet"

/** Something to do with a selection; its key is bound elsewhere. */
export interface SelectionAct {
  act: ActId
  label: string
  run: () => void
}

/** What an act takes, its words and its key, so that the bar is kept from running out of the sheet. */
const widthOf = ({ label }: SelectionAct) => 48 + label.length * 7.5

export function FloatingBar({ at, side, acts }: Pick<Chosen, "at" | "side"> & { acts: readonly SelectionAct[] }) {
  const t = useTranslations("galley")
  const width = acts.reduce((sum, act) => sum + widthOf(act), 0)
  return (
    <div
      role="toolbar"
      aria-label={t("selection")}
      className="absolute z-30 flex max-w-full rounded-lg max-sm:flex-wrap bg-ink p-0.5 text-ui whitespace-nowrap text-paper shadow-float print:hidden"
      style={{
        left: `clamp(0px, ${at.left - (side === "above" ? 0 : width / 2)}px, max(0px, 100% - ${width}px))`,
        ...(side === "above" ? { bottom: `calc(100% - ${at.top - 6}px)` } : { top: at.top + at.height + 8 }),
      }}
    >
      {acts.map((one) => (
        <Act key={one.act} {...one} />
      ))}
    </div>
  )
}

function Act({ act, label, run }: SelectionAct) {
  return (
    <button
      type="button"
      aria-keyshortcuts={useShortcut(act)}
      // Pressing must not take the selection away that it is about.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
      className="flex items-center gap-2 rounded-md px-2.5 py-1.5 leading-none font-[550] hover:bg-paper/15 focus-visible:outline-offset-0"
    >
      {label}
      <KeyCap act={act} on="ink" className="max-sm:hidden" />
    </button>
  )
}
