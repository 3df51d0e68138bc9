"use client"
/** Under a form of settings, always in sight: saves what was changed or lets go of it, and says why it was not saved. */
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"

export interface SaveRowProps {
  label: string
  changed: "yes" | "no"
  busy?: true
  error?: string
  onDiscard: () => void
}

export function SaveRow({ label, changed, busy, error, onDiscard }: SaveRowProps) {
  const t = useTranslations("settings.saveRow")
  const isChanged = changed === "yes"
  return (
    <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
      <Button type="submit" look="primary" busy={busy ?? false} disabled={!isChanged}>
        {busy ? t("saving") : label}
      </Button>
      {isChanged && (
        <Button look="quiet" onClick={onDiscard}>
          {t("discard")}
        </Button>
      )}
      <p role="status" className="text-ui text-ink-2">
        {isChanged ? t("unsaved") : ""}
      </p>
      {error && (
        <p role="alert" className="w-full text-ui font-medium text-false">
          {error}
        </p>
      )}
    </div>
  )
}
