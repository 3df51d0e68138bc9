"use client"
/** Whom the desk asked about a claim, beside its evidence; all of it but the way there comes when there is something. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyButton } from "@/components/keys/key-button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useDraft } from "@/components/ui/use-draft"
import type { VerdictForm } from "@/components/verdict/use-verdict-form"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"

export interface ContactSectionProps {
  claim: ClaimView
  acts: ClaimActs
  verdict: VerdictForm
  mode: "write" | "read"
}

export const claimContacts = lateCode(() => import("./claim-contacts"))

export function ContactSection({ claim, acts, verdict, mode }: ContactSectionProps) {
  const t = useTranslations("contact")
  const { actor, subject } = useGalley()
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const { draft } = useDraft(draftKey(actor, claim, "contact"), null)
  // An answer may come in while the claim is in review.
  const isOpen = mode === "write" || claim.state === "in_review"
  const may = isOpen && can(actor, "contact.record", claimSubject(subject, claim)) ? "write" : "read"
  if (claim.contacts.length > 0 || (may === "write" && (draft !== null || asked === "open")))
    return (
      <Late
        code={claimContacts}
        given={{ claim, acts, verdict, mode, may, adding: asked, onAdding: setAsked }}
        onMissing={() => setAsked("closed")}
      />
    )
  if (may === "read") return null
  return (
    <KeyButton act="claim.contact" part="contact" className="-ml-2 self-start" onClick={() => setAsked("open")}>
      {t("open")}
    </KeyButton>
  )
}
