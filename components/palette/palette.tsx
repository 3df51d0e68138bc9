"use client"
/** The way to everything: a button in the header, `Ctrl K`, and a box that comes when it is first asked for. */
import { Search } from "lucide-react"
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { Sought } from "./palette-box"

const box = lateCode(() => import("./palette-box"))

export function Palette(props: Sought) {
  const t = useTranslations("palette")
  const dialog = useLateDialog<Sought>(box)
  useKeys({ "palette.open": dialog.show })
  return (
    <>
      <button
        type="button"
        {...dialog.button}
        aria-keyshortcuts={useShortcut("palette.open")}
        title={t("button")}
        className={
          "flex h-9 w-9 shrink-0 cursor-text items-center justify-center gap-2 rounded-lg border border-transparent text-ink-2 hover:bg-panel " +
          "lg:w-78 lg:shrink lg:justify-between lg:border-line-strong lg:bg-raised lg:pr-2 lg:pl-2.5 lg:text-ink-3 lg:hover:border-edge lg:hover:bg-raised"
        }
      >
        <Search aria-hidden className="size-4 lg:hidden" />
        <span className="min-w-0 truncate max-lg:sr-only">{t("button")}</span>
        <KeyCap act="palette.open" className="max-lg:hidden" />
      </button>
      {dialog.draw(props)}
    </>
  )
}
