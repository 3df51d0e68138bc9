"use client"
/** What can be done with the words that are selected, right at them. */
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import type { Chosen } from "./use-sheet"

/** Wide enough to be kept from running out of the sheet. */
const WIDTH = 112

export function FloatingBar({ at, side, onMark }: Pick<Chosen, "at" | "side"> & { onMark: () => void }) {
  const t = useTranslations("galley")
  return (
    <div
      role="toolbar"
      aria-label={t("selection")}
      className="absolute z-30 flex rounded-lg bg-ink p-0.5 text-ui text-paper shadow-float print:hidden"
      style={{
        left: `clamp(0px, ${at.left - (side === "above" ? 0 : WIDTH / 2)}px, calc(100% - ${WIDTH}px))`,
        ...(side === "above" ? { bottom: `calc(100% - ${at.top - 6}px)` } : { top: at.top + at.height + 8 }),
      }}
    >
      <button
        type="button"
        aria-keyshortcuts={useShortcut("claim.mark")}
        // Pressing must not take the selection away that it is about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onMark}
        className="flex items-center gap-2 rounded-md px-2.5 py-1.5 leading-none font-[550] hover:bg-paper/15 focus-visible:outline-offset-0"
      >
        {t("mark")}
        <KeyCap act="claim.mark" on="ink" />
      </button>
    </div>
  )
}
