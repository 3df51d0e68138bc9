"use client"
/** When to ask again for an answer. */
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { MomentField } from "@/components/ui/moment-field"

export interface ChaseDialogProps {
  number: number
  chaseAt: string | null
  onChase: (chaseAt: string | null) => void
  onClose: () => void
}

export function ChaseDialog({ number, chaseAt, onChase, onClose }: ChaseDialogProps) {
  const t = useTranslations("board.chaseDialog")
  const words = useTranslations("claim.waiting")
  const ui = useTranslations("ui")
  const [typed, setTyped] = useState(chaseAt)
  const form = useId()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { number })}
      actions={
        <>
          <Button look="primary" type="submit" form={form} disabled={typed === null}>
            {t("set")}
          </Button>
          {chaseAt && <Button onClick={() => onChase(null)}>{t("clear")}</Button>}
          <Button look="quiet" onClick={onClose}>
            {ui("cancel")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== null) onChase(typed)
        }}
      >
        <MomentField autoFocus label={words("chaseAt")} hint={words("chaseHint")} value={typed} onMoment={setTyped} />
      </form>
    </Dialog>
  )
}
