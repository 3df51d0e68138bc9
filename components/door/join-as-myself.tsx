"use client"
/** Takes the seat with the account that one is signed in to; whoever is somebody else can sign out first. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { loadPage } from "@/components/shell/leave"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import type { Act } from "@/lib/domain/answer"
import type { JoinAsMyself as Joining } from "@/lib/domain/invitation"

interface JoinAsMyselfProps {
  token: string
  person: { name: string; email: string }
  /** The e-mail that was invited. */
  invited: string
  join: Act<Joining, { slug: string }>
}

export function JoinAsMyself({ token, person, invited, join }: JoinAsMyselfProps) {
  const t = useTranslations("door.invitation")
  const errors = useTranslations("errors")
  const [busy, start] = useTransition()
  const [message, setMessage] = useState<string | null>(null)
  const joinIt = () =>
    start(async () => {
      const answer = await join({ token }).catch(() => null)
      if (answer?.ok) loadPage(`/w/${answer.value.slug}/articles`)
      else setMessage(answer?.refusal.message ?? errors("lost"))
    })
  const signOut = async () => {
    const { signOut: end } = await import("next-auth/react")
    await end({ redirect: false })
    loadPage(`/invitation/${token}`)
  }
  const { name, email } = person
  return (
    <>
      <FormMessage>{message}</FormMessage>
      <p className="text-ink-2">{t(email === invited ? "asYourself" : "asAnother", { name, email, invited })}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} onClick={joinIt}>
          {t("joinAs", { name })}
        </Button>
        <Button onClick={() => void signOut().catch(() => setMessage(errors("lost")))}>{t("somebodyElse")}</Button>
      </div>
    </>
  )
}
