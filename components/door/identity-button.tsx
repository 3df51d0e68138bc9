"use client"
/** Coming in with an account elsewhere: one leaves for whoever keeps it, and comes back signed in. */
import { signIn } from "next-auth/react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"

export function IdentityButton({ name, onward }: { name: string; onward: string }) {
  const t = useTranslations("door.signIn")
  const [busy, setBusy] = useState<"yes" | "no">("no")
  const leave = () => {
    setBusy("yes")
    signIn("identity", { callbackUrl: onward }).catch(() => setBusy("no"))
  }
  return (
    <>
      <Button busy={busy === "yes"} className="w-full" onClick={leave}>
        {t("identity", { name })}
      </Button>
      <p className="flex items-center gap-3 text-xs text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
    </>
  )
}
