"use client"
/** Whether the desk asks for a second factor. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Checkbox } from "@/components/ui/checkbox"
import { Refused } from "@/components/ui/refused"
import { errorOf, useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { SetSignIn } from "@/lib/domain/second-factor"

export function SignInRules({ required, set }: { required: "yes" | "no"; set: Act<SetSignIn, void> }) {
  const t = useTranslations("settings.signIn")
  const announce = useAnnounce()
  const [acts] = useState({ set })
  const { set: send } = useScreenActs(acts)
  const [busy, start] = useTransition()
  const [error, setError] = useState<string | null>(null)
  const choose = (requireSecondFactor: boolean) =>
    start(async () => {
      const answer = await send({ requireSecondFactor })
      setError(errorOf(answer))
      if (answer.ok) announce(t(requireSecondFactor ? "nowRequired" : "notRequired"))
    })
  return (
    <div aria-busy={busy}>
      <Checkbox
        label={t("require")}
        hint={t("requireHint")}
        checked={required === "yes"}
        onChange={({ target }) => choose(target.checked)}
      />
      <Refused className="mt-2">{error}</Refused>
    </div>
  )
}
