"use client"
/** Asks for a moment: to set one, to take away the one that is there, or to leave it. */
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Button } from "./button"
import { Dialog } from "./dialog"
import { MomentField } from "./moment-field"

export interface MomentDialogProps {
  title: string
  label: string
  hint: string
  /** The one to begin with. */
  moment: string | null
  /** Whether there is one to take away. */
  has: "one" | "none"
  /** Null takes it away. */
  onMoment: (moment: string | null) => void
  onClose: () => void
}

export function MomentDialog({ title, label, hint, moment, has, onMoment, onClose }: MomentDialogProps) {
  const t = useTranslations("ui")
  const [typed, setTyped] = useState(moment)
  const form = useId()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button look="primary" type="submit" form={form} disabled={typed === null}>
            {t("moment.set")}
          </Button>
          {has === "one" && <Button onClick={() => onMoment(null)}>{t("moment.clear")}</Button>}
          <Button look="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== null) onMoment(typed)
        }}
      >
        <MomentField autoFocus label={label} hint={hint} value={typed} onMoment={setTyped} />
      </form>
    </Dialog>
  )
}
