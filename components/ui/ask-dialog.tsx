"use client"
/** Asks before something is done that nothing simply takes back. */
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "./button"
import { Dialog } from "./dialog"
import { Refused } from "./refused"

export interface AskDialogProps {
  open: boolean
  title: string
  /** What it does. */
  text: ReactNode
  /** What is on the button that does it. */
  confirm: string
  look: "primary" | "danger"
  busy?: boolean | undefined
  error?: string | undefined
  onYes: () => void
  onClose: () => void
}

export function AskDialog({ open, title, text, confirm, look, busy = false, error, onYes, onClose }: AskDialogProps) {
  const t = useTranslations("ui")
  const actions = (
    <>
      <Button look={look} busy={busy} onClick={onYes}>
        {confirm}
      </Button>
      <Button disabled={busy} onClick={onClose}>
        {t("cancel")}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onOpenChange={onClose} busy={busy} title={title} description={text} actions={actions}>
      <Refused>{error}</Refused>
    </Dialog>
  )
}
