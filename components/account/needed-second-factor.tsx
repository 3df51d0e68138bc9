"use client"
/** The second factor that a desk asks for: set up, its codes kept, and on to the desk. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { leave, loadPage } from "@/components/shell/leave"
import { Button } from "@/components/ui/button"
import { RecoveryCodes } from "./recovery-codes"
import { SetUpSecondFactor, type SetUpActs } from "./set-up-second-factor"

export function NeededSecondFactor({ acts, onward }: { acts: SetUpActs; onward: string }) {
  const t = useTranslations("workspace")
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} onKept={() => loadPage(onward)} />
  return (
    <>
      <SetUpSecondFactor acts={acts} onCodes={setCodes} />
      <Button look="quiet" size="small" className="-ml-2 self-start" onClick={() => void leave()}>
        {t("signOut")}
      </Button>
    </>
  )
}
