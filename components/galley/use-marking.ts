"use client"
/** Marks a claim: it is there, numbered, before the server has answered; refused, it is gone again and says why. */
import { useTranslations } from "next-intl"
import { useAnnounce } from "@/components/ui/announcer"
import { draftAt, dropDraft, moveDraft } from "@/components/ui/drafts"
import { toast } from "@/components/ui/toast"
import type { Span } from "@/lib/anchor"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { ClaimView } from "@/lib/domain/claim"
import type { Actor } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import type { ClaimsStore } from "./claims-store"
import { draftKey } from "./galley-context"
import { nextNumber, provisionalClaim } from "./marking"

export interface MarkingOptions {
  article: AnnotatedArticle
  actor: Actor
  acts: GalleyActs
  store: ClaimsStore
  /** A claim is gone again that may have had the focus. */
  onRefused: (key: string) => void
}

/** Answers the key of the claim that is being marked; null without words, or when the same are being marked already. */
export function useMarking({ article, actor, acts, store, onRefused }: MarkingOptions) {
  const t = useTranslations("galley")
  const announce = useAnnounce()
  return (span: Span | null): string | null => {
    if (!span) {
      announce(t("selectFirst"))
      return null
    }
    const me = article.people.find((person) => person.id === actor.id) ?? null
    const number = nextNumber(store.read())
    // Answered claims have their words for themselves; those still on their way are what a second press would repeat.
    const taken = new Set(store.read().flatMap(({ key, standing }) => (standing === "kept" ? key : [])))
    const claim = provisionalClaim({ article, span, number, by: me, at: new Date().toISOString(), taken })
    if (store.read().some((entry) => entry.key === claim.id)) return null
    const act = () => acts.markClaim({ articleId: article.id, revisionId: article.revision.id, spans: [span] })
    store.mark(claim, act, (answer) => {
      if (answer.ok) return keepTyped(actor, claim, answer.value)
      const typed = typedParts.some((part) => draftAt(draftKey(actor, claim, part)) !== null)
      toast.error(answer.refusal.message, { duration: 12_000, ...(typed && { description: t("typedKept") }) })
      announce(answer.refusal.message)
      onRefused(claim.id)
    })
    announce(t("marked", { number }))
    return claim.id
  }
}

const typedParts = ["fields", "verdict", "evidence"]

/** What was typed before the claim had an id goes on under its id. */
function keepTyped(actor: Actor, before: ClaimView, after: ClaimView): void {
  for (const part of typedParts) {
    moveDraft(draftKey(actor, before, part), draftKey(actor, after, part))
    dropDraft(draftKey(actor, before, part))
  }
}
