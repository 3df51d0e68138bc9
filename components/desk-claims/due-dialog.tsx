"use client"
/** Until when the chosen claims are due. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { MomentField } from "@/components/ui/moment-field"
import type { ClaimItem } from "@/lib/domain/claim-list"

export interface DueDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  chosen: ClaimItem[]
  onDue: (dueAt: string | null) => void
}

export function DueDialog({ open, ...asking }: DueDialogProps) {
  return open ? <Asking {...asking} /> : null
}

/** Begins with the time that all of them have. */
function Asking({ onOpenChange, chosen, onDue }: Omit<DueDialogProps, "open">) {
  const t = useTranslations("claims.dueDialog")
  const ui = useTranslations("ui")
  const times = new Set(chosen.map((item) => item.dueAt))
  const [dueAt, setDueAt] = useState(times.size === 1 ? (chosen[0]?.dueAt ?? null) : null)
  const form = "due-of-chosen"
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t("title", { count: chosen.length })}
      actions={
        <>
          <Button look="primary" type="submit" form={form} disabled={dueAt === null}>
            {t("set")}
          </Button>
          {[...times].some(Boolean) && <Button onClick={() => onDue(null)}>{t("clear")}</Button>}
          <Button look="quiet" onClick={() => onOpenChange(false)}>
            {ui("cancel")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (dueAt !== null) onDue(dueAt)
        }}
      >
        <MomentField autoFocus label={t("at")} hint={t("hint")} value={dueAt} onMoment={setDueAt} />
      </form>
    </Dialog>
  )
}
