"use client"
/** Says that there is another text of the article, while its reader is in the middle of the one before; and shows it when asked. */
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"
import { sayWaits, showHeld, waitsNoMore } from "./held-text"

export default function TextWaits() {
  const t = useTranslations("galley.textWaits")
  const say = useSteady(() => {
    const action = { label: t("show"), onClick: showHeld }
    sayWaits(() => toast(t("title"), { description: t("text"), duration: Infinity, action }))
  })
  useEffect(() => {
    say()
    return waitsNoMore
  }, [say])
  return null
}
