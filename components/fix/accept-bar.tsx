"use client"
/** Accepts what is chosen: at the foot of the screen, so that it is there wherever one reads. */
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import type { Choosing } from "./use-choosing"

export function AcceptBar({ choosing: { chosen, accept, busy, error } }: { choosing: Choosing }) {
  const t = useTranslations("fix")
  const shortcut = useShortcut("fix.accept")
  const count = chosen.length
  return (
    <div className="sticky bottom-0 -mx-4 mt-auto flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
      <Button
        look="primary"
        busy={busy ?? false}
        aria-disabled={count === 0}
        aria-keyshortcuts={shortcut}
        onClick={() => void (count > 0 && accept())}
      >
        {t("accept", { count })} <KeyCap act="fix.accept" on="ink" className="max-sm:hidden" />
      </Button>
      {error ? (
        <p role="alert" className="min-w-0 flex-1 basis-60 text-xs font-medium text-false">
          {error}
        </p>
      ) : (
        <p className="min-w-0 flex-1 basis-60 text-xs text-pretty text-ink-3">
          {t(count === 0 ? "chooseFirst" : "oneRevision")}
        </p>
      )}
    </div>
  )
}
