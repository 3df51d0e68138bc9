"use client"
/** A short form in a box of its own, beside what it is about: its fields, why it was refused, and the two ways out of it. */
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "./button"
import { Refused } from "./refused"

export interface BoxedFormProps {
  label: string
  /** What of a claim it is, for keys that lead there. */
  part?: string
  /** What is on the button that sends it. */
  send: string
  busy?: boolean | undefined
  error?: string | undefined
  onSend: () => void
  onCancel: () => void
  children: ReactNode
}

export function BoxedForm({ label, part, send, busy = false, error, onSend, onCancel, children }: BoxedFormProps) {
  const t = useTranslations("ui")
  return (
    <form
      aria-label={label}
      data-part={part}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
      className="flex flex-col gap-2.5 rounded-[10px] border border-line bg-panel p-3"
    >
      {children}
      <Refused>{error}</Refused>
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="small" busy={busy}>
          {send}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  )
}
