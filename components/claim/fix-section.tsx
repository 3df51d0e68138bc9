"use client"
/** The way to other words for a claim's passage; all else of a fix comes when there is one, or is to be. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { KeyButton } from "@/components/keys/key-button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useDraft } from "@/components/ui/use-draft"

export const claimFix = lateCode(() => import("@/components/fix/claim-fix"))

export function FixSection({ entry, mode }: { entry: ClaimEntry; mode: "write" | "read" }) {
  const t = useTranslations("fix")
  const { actor } = useGalley()
  const [writing, setWriting] = useState<"yes" | "no">("no")
  const { claim, standing } = entry
  const { draft } = useDraft(draftKey(actor, claim, "fix"), null)
  const given = { entry, mode, writing, onWriting: setWriting }
  if (claim.fix || (mode === "write" && (draft || writing === "yes")))
    return <Late code={claimFix} given={given} onMissing={() => setWriting("no")} />
  if (mode === "read" || standing === "marking") return null
  return (
    <KeyButton act="claim.fix" part="fix" className="-ml-2 self-start" onClick={() => setWriting("yes")}>
      {t("open")}
    </KeyButton>
  )
}
