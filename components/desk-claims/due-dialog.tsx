"use client"
/** Until when the chosen claims are due. */
import { useTranslations } from "next-intl"
import { MomentDialog } from "@/components/ui/moment-dialog"
import type { ClaimItem } from "@/lib/domain/claim-list"

export interface DueDialogProps {
  chosen: ClaimItem[]
  onDue: (dueAt: string | null) => void
  onClose: () => void
}

/** Begins with the time that all of them have. */
export function DueDialog({ chosen, onDue, onClose }: DueDialogProps) {
  const t = useTranslations("claims.dueDialog")
  const [first = null, ...others] = new Set(chosen.map((item) => item.dueAt))
  return (
    <MomentDialog
      title={t("title", { count: chosen.length })}
      label={t("at")}
      hint={t("hint")}
      moment={others.length === 0 ? first : null}
      has={chosen.some((item) => item.dueAt) ? "one" : "none"}
      onMoment={onDue}
      onClose={onClose}
    />
  )
}
