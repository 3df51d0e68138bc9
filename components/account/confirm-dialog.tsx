"use client"
/** Asks for the password before what protects the account is changed: the browser may have been left open. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { PasswordField } from "@/components/door/password-field"
import { useDoorForm } from "@/components/door/use-door-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { FormMessage } from "@/components/ui/form-message"
import type { Answer } from "@/lib/domain/answer"
import type { Confirmed } from "@/lib/domain/second-factor"

interface ConfirmDialogProps {
  title: string
  text: string
  /** On the button that does it. */
  confirm: string
  onConfirm: (confirmed: Confirmed) => Promise<Answer<unknown>>
  onClose: () => void
}

export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const ui = useTranslations("ui")
  const door = useTranslations("door")
  const form = useId()
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["current"] as const,
    check: ({ current }) => (current ? {} : { current: door("field.password") }),
    send: async (values) => {
      const answer = await onConfirm(values)
      if (!answer.ok) return answer.refusal
      onClose()
      return null
    },
  })
  const actions = (
    <>
      <Button look="primary" type="submit" form={form} busy={busy}>
        {confirm}
      </Button>
      <Button disabled={busy} onClick={onClose}>
        {ui("cancel")}
      </Button>
    </>
  )
  return (
    <Dialog open onOpenChange={onClose} busy={busy} title={title} description={text} actions={actions}>
      <form id={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-3">
        <FormMessage>{message}</FormMessage>
        <PasswordField
          name="current"
          label={door("password")}
          error={wrongs.current}
          autoComplete="current-password"
          autoFocus
        />
      </form>
    </Dialog>
  )
}
