"use client"
/** Makes an earlier text the newest one. Asks first where claims are in review or approved: no undoing brings that back. */
import { useTranslations } from "next-intl"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { useRestore } from "./use-restore"

export interface RestoreButtonProps {
  number: number
  current: number
  /** How many claims may lose their review or approval by it. */
  atStake: number
}

export function RestoreButton({ number, current, atStake }: RestoreButtonProps) {
  const t = useTranslations("revisions.restore")
  const { asking, setAsking, busy, restore } = useRestore()
  const start = () => (atStake > 0 ? setAsking("yes") : void restore(number))
  return (
    <>
      <Button size="small" busy={busy} aria-label={t("buttonOf", { number })} onClick={start}>
        {t("button")}
      </Button>
      <AskDialog
        open={asking === "yes"}
        look="primary"
        busy={busy}
        title={t("title", { number })}
        text={t("text", { number, next: current + 1, count: atStake })}
        confirm={t("do")}
        onYes={() => void restore(number)}
        onClose={() => setAsking("no")}
      />
    </>
  )
}
