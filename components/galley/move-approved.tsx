"use client"
/** Asks before an approved claim is put on other words, which withdraws its approval. */
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { AskedMove } from "./use-moving-words"

export default function MoveApproved({ number, onMove, onClose }: AskedMove) {
  const t = useTranslations("galley.moveApproved")
  const ui = useTranslations("ui")
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { number })}
      description={t("text")}
      actions={
        <>
          <Button look="danger" onClick={onMove}>
            {t("confirm")}
          </Button>
          <Button onClick={onClose}>{ui("cancel")}</Button>
        </>
      }
    />
  )
}
