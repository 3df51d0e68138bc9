"use client"
/** Said where a form is saved: that it waits for its file, or that the file did not come. */
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import type { FileWait } from "./file-wait"

export function AwaitedFile({ at }: { at: FileWait<unknown>["at"] }) {
  const t = useTranslations("source.file")
  const announce = useAnnounce()
  const said = at === "awaited" ? t("waits") : at === "missed" ? t("missed") : null
  useEffect(() => {
    if (said !== null) announce(said)
  }, [said, announce])
  if (said === null) return null
  return <p className={at === "missed" ? "text-xs font-medium text-false" : "text-xs text-ink-2"}>{said}</p>
}
