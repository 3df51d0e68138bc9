"use client"
/** Says that the claim that is open was withdrawn: it goes, and what was typed on it is kept. */
import { useTranslations } from "next-intl"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey } from "@/components/galley/galley-context"
import { draftAt } from "@/components/ui/drafts"
import { toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"
import type { Actor } from "@/lib/domain/workspace"

/** Whatever somebody may have begun to write about a claim. */
const TYPED = [
  ...["fields", "verdict", "evidence", "locator", "contact", "calculation", "waiting"],
  ...["fix", "comment", "opinion", "adjudication"],
]

/** `selected` is the key of the claim that is open. */
export function useSayingGone(actor: Actor, selected: string | null): (gone: ClaimEntry) => void {
  const t = useTranslations("galley.gone")
  return useSteady(({ key, claim }: ClaimEntry) => {
    if (key !== selected) return
    const isTyped = TYPED.some((part) => draftAt(draftKey(actor, claim, part)) !== null)
    toast(t("title", { number: claim.number }), { duration: 15_000, ...(isTyped && { description: t("typed") }) })
  })
}
