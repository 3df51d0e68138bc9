"use client"
/** Offers to send every verdict that is drafted and lacks nothing. */
import { useTranslations } from "next-intl"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { can } from "@/lib/domain/policy"
import { isSendable } from "./sendable"
import type { Sending } from "./send-several-dialog"

const sendDialog = lateCode(() => import("./send-several-dialog"))

/** Silent while there is nothing to send. */
export function SendSeveral({ claims }: { claims: ClaimEntry[] }) {
  const t = useTranslations("verdict.several")
  const { actor, subject } = useGalley()
  const dialog = useLateDialog<Sending>(sendDialog)
  const ready = claims.filter(
    ({ claim, standing }) =>
      standing === "kept" &&
      isSendable(claim, actor.settings.checklist) &&
      can(actor, "round.send", claimSubject(subject, claim)),
  )
  const drawn = dialog.draw({ claims, ready })
  if (ready.length === 0 && !drawn) return null
  return (
    <>
      <Button size="small" {...dialog.button}>
        {t("open", { count: ready.length })}
      </Button>
      {drawn}
    </>
  )
}
