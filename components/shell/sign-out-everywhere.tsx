"use client"
/** Asks once before every session of a person ends, this one too. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { sendBeforeLeaving } from "@/components/review/postbox"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import type { Act } from "@/lib/domain/answer"
import { loadPage } from "./leave"

export interface SigningOut {
  signOutEverywhere: Act<void, unknown>
}

export default function SignOutEverywhere({ onClose, signOutEverywhere }: SigningOut & Closing) {
  const t = useTranslations("workspace")
  const words = useTranslations("app")
  const [busy, start] = useTransition()
  const [refused, setRefused] = useState<string | null>(null)
  const signOut = () =>
    start(async () => {
      await sendBeforeLeaving()
      const answer = await signOutEverywhere().catch(() => null)
      if (answer?.ok || answer?.refusal.code === "signed-out") loadPage("/sign-in")
      else setRefused(answer?.refusal.message ?? t("notSignedOut"))
    })
  const actions = (
    <>
      <Button look="primary" busy={busy} onClick={signOut}>
        {busy ? t("everywhereBusy") : t("signOutEverywhere")}
      </Button>
      <Button disabled={busy} onClick={onClose}>
        {words("cancel")}
      </Button>
    </>
  )
  return (
    <Dialog open onOpenChange={onClose} busy={busy} title={t("everywhereTitle")} actions={actions}>
      <p className="text-ui text-ink-2">{t("everywhereText")}</p>
      {refused && (
        <p role="alert" className="mt-2 text-ui font-medium text-false">
          {refused}
        </p>
      )}
    </Dialog>
  )
}
