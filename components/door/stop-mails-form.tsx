"use client"
/** Ends mails by the link in one of them: those like it, or all of the desk's. */
import { useTranslations } from "next-intl"
import { useRef, useState, useTransition } from "react"
import { Button, LinkButton } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import type { Act } from "@/lib/domain/answer"
import type { MailStopView, StopMails } from "@/lib/domain/mail-stop"

interface StopMailsFormProps {
  token: string
  /** Which mails it ends, said before they are. */
  text: string
  workspace: string
  /** Where everything else about mails is chosen, signed in. */
  settings: string
  /** What is ended already. */
  before: MailStopView["ended"]
  stopMails: Act<StopMails, void>
}

export function StopMailsForm({ token, text, workspace, settings, before, stopMails }: StopMailsFormProps) {
  const t = useTranslations("door.stop")
  const errors = useTranslations("errors")
  const [busy, start] = useTransition()
  const [ended, setEnded] = useState(before)
  const [message, setMessage] = useState<string | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const stop = (which: StopMails["which"]) =>
    start(async () => {
      const answer = await stopMails({ token, which }).catch(() => null)
      setMessage(answer?.ok ? null : (answer?.refusal.message ?? errors("lost")))
      if (!answer?.ok) return
      setEnded(which)
      // The button that was pressed goes: whoever works by keyboard goes on from what is said instead.
      said.current?.focus()
    })
  return (
    <>
      <FormMessage>{message}</FormMessage>
      <p ref={said} tabIndex={-1} role="status" className="text-pretty text-ink-2">
        {ended === "none" ? text : t(ended === "all" ? "doneAll" : "done", { workspace })}
      </p>
      <div className="flex flex-wrap gap-2">
        {ended === "none" && (
          <Button look="primary" busy={busy} onClick={() => stop("these")}>
            {t("these")}
          </Button>
        )}
        {ended !== "all" && (
          <Button busy={busy} onClick={() => stop("all")}>
            {t("all")}
          </Button>
        )}
        {ended !== "none" && <LinkButton href={settings}>{t("settings")}</LinkButton>}
      </div>
    </>
  )
}
