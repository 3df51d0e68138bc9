"use client"
/** Asks before a claim that stands is put on other words, which opens it again. */
import { useTranslations } from "next-intl"
import { AskDialog } from "@/components/ui/ask-dialog"
import type { AskedMove } from "./use-moving-words"

export function MoveApproved({ number, state, onMove, onClose }: AskedMove) {
  const t = useTranslations("galley.moveApproved")
  const words = { title: t("title", { number }), text: t("text", { state }), confirm: t("confirm") }
  return <AskDialog open look="danger" {...words} onYes={onMove} onClose={onClose} />
}
