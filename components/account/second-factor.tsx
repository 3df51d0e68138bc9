"use client"
/** The second factor: off, being set up, or on with its codes to write down. */
import { useFormatter, useTranslations } from "next-intl"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import type { Act } from "@/lib/domain/answer"
import type { Confirmed, SecondFactorView } from "@/lib/domain/second-factor"
import { ConfirmDialog } from "./confirm-dialog"
import { RecoveryCodes } from "./recovery-codes"
import { SetUpSecondFactor, type SetUpActs } from "./set-up-second-factor"

interface SecondFactorProps {
  factor: SecondFactorView
  acts: SetUpActs & {
    newRecoveryCodes: Act<Confirmed, { codes: string[] }>
    removeSecondFactor: Act<Confirmed, void>
  }
}

export function SecondFactor({ factor, acts }: SecondFactorProps) {
  const t = useTranslations("account.factor")
  const router = useRouter()
  const [codes, setCodes] = useState<string[] | null>(null)
  const kept = () => {
    setCodes(null)
    router.refresh()
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={kept} />
  if (factor.state === "on") return <On factor={factor} acts={acts} onCodes={setCodes} />
  return (
    <>
      <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
      <SetUpSecondFactor acts={acts} onCodes={setCodes} />
    </>
  )
}

function On({ factor, acts, onCodes }: SecondFactorProps & { onCodes: (codes: string[]) => void }) {
  const t = useTranslations("account.factor")
  const format = useFormatter()
  const [asked, setAsked] = useState<"codes" | "remove" | null>(null)
  const close = () => setAsked(null)
  const day = factor.since ? format.dateTime(new Date(factor.since), { dateStyle: "medium" }) : ""
  const confirm = async (confirmed: Confirmed) => {
    if (asked === "remove") return acts.removeSecondFactor(confirmed)
    const answer = await acts.newRecoveryCodes(confirmed)
    if (answer.ok) onCodes(answer.value.codes)
    return answer
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-ui text-ink-2">
        <Badge tone="true" shape="✓">
          {t("on")}
        </Badge>
        {t("since", { day })}
      </p>
      <p className="text-ui text-ink-2">{t("codesLeft", { count: factor.codesLeft })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsked("codes")}>{t("newCodes")}</Button>
        <Button onClick={() => setAsked("remove")}>{t("remove")}</Button>
      </div>
      {asked && (
        <ConfirmDialog
          title={t(asked === "remove" ? "removeTitle" : "newCodesTitle")}
          text={t(asked === "remove" ? "removeText" : "newCodesText")}
          confirm={t(asked === "remove" ? "remove" : "newCodes")}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  )
}
