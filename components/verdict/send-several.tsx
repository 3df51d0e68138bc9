"use client"
/** Offers to send every verdict that is drafted and lacks nothing. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { can } from "@/lib/domain/policy"
import { isSendable } from "./sendable"

const dialog = lateCode(() => import("./send-several-dialog"))

/** Silent while there is nothing to send. */
export function SendSeveral({ claims }: { claims: ClaimEntry[] }) {
  const t = useTranslations("verdict.several")
  const { actor, subject } = useGalley()
  const [open, setOpen] = useState<"no" | "yes">("no")
  const close = () => setOpen("no")
  const fetchSoon = () => void dialog.bring()
  const ready = claims.filter(
    ({ claim, standing }) =>
      standing === "kept" && isSendable(claim) && can(actor, "round.send", claimSubject(subject, claim)),
  )
  if (ready.length === 0 && open === "no") return null
  return (
    <>
      <Button size="small" onPointerEnter={fetchSoon} onFocus={fetchSoon} onClick={() => setOpen("yes")}>
        {t("open", { count: ready.length })}
      </Button>
      {open === "yes" && <Late code={dialog} given={{ claims, ready, onClose: close }} onMissing={close} />}
    </>
  )
}
