"use client"
/** Asks before an approved claim is put on other words, which withdraws its approval. */
import { useTranslations } from "next-intl"
import { AskDialog } from "@/components/ui/ask-dialog"
import type { AskedMove } from "./use-moving-words"

export function MoveApproved({ number, onMove, onClose }: AskedMove) {
  const t = useTranslations("galley.moveApproved")
  const words = { title: t("title", { number }), text: t("text"), confirm: t("confirm") }
  return <AskDialog open look="danger" {...words} onYes={onMove} onClose={onClose} />
}
