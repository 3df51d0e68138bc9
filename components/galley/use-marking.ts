"use client"
/** Marks a claim: it is there, numbered, before the server has answered; refused, it is gone again and says why. */
import { useTranslations } from "next-intl"
import { useAnnounce } from "@/components/ui/announcer"
import { draftAt, dropDraft, moveDraft } from "@/components/ui/drafts"
import { toast } from "@/components/ui/toast"
import type { Span } from "@/lib/anchor"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { Scale } from "@/lib/domain/scale"
import type { Actor } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import type { ClaimsStore } from "./claims-store"
import { draftKey } from "./galley-context"
import { nextNumber, provisionalClaim, tickVerdict } from "./marking"

export interface MarkingOptions {
  article: AnnotatedArticle
  actor: Actor
  scales: readonly Scale[]
  acts: GalleyActs
  store: ClaimsStore
  /** A claim is gone again that may have had the focus. */
  onRefused: (key: string) => void
}

/** What becomes of selected words: a claim to be checked, or a fact that is ticked as it is marked. */
export type Marked = "claim" | "tick"

/** Answers the key of the claim that is being marked; null without words, or when the same are being marked already. */
export function useMarking({ article, actor, scales, acts, store, onRefused }: MarkingOptions) {
  const t = useTranslations("galley")
  const announce = useAnnounce()
  const tick = tickVerdict(scales)
  const actOf = (as: Marked, span: Span) => (): Promise<Answer<ClaimView>> => {
    const place = { articleId: article.id, revisionId: article.revision.id, spans: [span] }
    return as === "tick" ? acts.tickClaim(place) : acts.markClaim(place)
  }
  return (span: Span | null, as: Marked): string | null => {
    if (!span) {
      announce(t("selectFirst"))
      return null
    }
    const me = article.people.find((person) => person.id === actor.id) ?? null
    const number = nextNumber(store.read())
    // Answered claims have their words for themselves; those still on their way are what a second press would repeat.
    const taken = new Set(store.read().flatMap(({ key, standing }) => (standing === "kept" ? key : [])))
    const at = new Date().toISOString()
    const claim = provisionalClaim({ article, span, number, by: me, at, taken, tick: as === "tick" ? tick : null })
    if (store.read().some((entry) => entry.key === claim.id)) return null
    store.mark(claim, actOf(as, span), (answer) => {
      if (answer.ok) return keepTyped(actor, claim, answer.value)
      const typed = typedParts.some((part) => draftAt(draftKey(actor, claim, part)) !== null)
      toast.error(answer.refusal.message, { duration: 12_000, ...(typed && { description: t("typedKept") }) })
      announce(answer.refusal.message)
      onRefused(claim.id)
    })
    announce(t(as === "tick" ? "ticked" : "marked", { number }))
    return claim.id
  }
}

const typedParts = ["fields", "verdict", "evidence", "locator"]

/** What was typed before the claim had an id goes on under its id. */
function keepTyped(actor: Actor, before: ClaimView, after: ClaimView): void {
  for (const part of typedParts) {
    moveDraft(draftKey(actor, before, part), draftKey(actor, after, part))
    dropDraft(draftKey(actor, before, part))
  }
}
