"use client"
/** The sums behind a claim's figure, beside its evidence; all of it but the way there comes when there is something. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyButton } from "@/components/keys/key-button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"

export interface CalculationSectionProps {
  claim: ClaimView
  acts: ClaimActs
  mode: "write" | "read"
}

export const claimCalculations = lateCode(() => import("./claim-calculations"))

export function CalculationSection({ claim, acts, mode }: CalculationSectionProps) {
  const t = useTranslations("calculation")
  const { actor } = useGalley()
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const { draft } = useDraft(draftKey(actor, claim, "calculation"), null)
  if (claim.calculations.length > 0 || (mode === "write" && (draft !== null || asked === "open")))
    return (
      <Late
        code={claimCalculations}
        given={{ claim, acts, mode, adding: asked, onAdding: setAsked }}
        onMissing={() => setAsked("closed")}
      />
    )
  if (mode === "read") return null
  return (
    <KeyButton act="claim.calculation" part="calculation" className="-ml-2 self-start" onClick={() => setAsked("open")}>
      {t("open")}
    </KeyButton>
  )
}
