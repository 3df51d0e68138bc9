"use client"
/** Says that there is another text of the article, while its reader is in the middle of the one before; and shows it when asked. */
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { newsOfOneKind, toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"

const news = newsOfOneKind()

export default function TextWaits({ show }: { show: () => void }) {
  const t = useTranslations("galley.textWaits")
  const say = useSteady(() => {
    const action = { label: t("show"), onClick: show }
    news.say(() => toast(t("title"), { description: t("text"), duration: Infinity, action }))
  })
  useEffect(() => {
    say()
    return news.dismiss
  }, [say])
  return null
}
