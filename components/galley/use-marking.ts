"use client"
/** Marks a claim: it is there, numbered, before the server has answered; refused, it is gone again and says why. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { connection } from "@/components/ui/connection"
import { draftAt, dropDraft, moveDraft } from "@/components/ui/drafts"
import { saidElsewhere, showHeld } from "@/components/live/held-text"
import { toast } from "@/components/ui/toast"
import type { Span } from "@/lib/anchor"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Answer, RefusalView } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { Scale } from "@/lib/domain/scale"
import type { Actor } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import type { ClaimsStore } from "./claims-store"
import { draftKey } from "./galley-context"
import { heldMarks, sendWhenOpen } from "./held-marks"
import { nextNumber, provisionalClaim, tickVerdict } from "./marking"

export interface MarkingOptions {
  article: AnnotatedArticle
  actor: Actor
  scales: readonly Scale[]
  acts: GalleyActs
  store: ClaimsStore
  /** A claim is gone again that may have had the focus. */
  onRefused: (key: string) => void
  /** What could not be reached was marked once more. */
  onAgain: (key: string, as: Marked) => void
}

/** What becomes of selected words: a claim to be checked, or a fact that is ticked as it is marked. */
export type Marked = "claim" | "tick"

/** Answers the key of the claim that is being marked; null without words, or when the same are being marked already. */
export function useMarking({ article, actor, scales, acts, store, onRefused, onAgain }: MarkingOptions) {
  const t = useTranslations("galley")
  const announce = useAnnounce()
  const tick = tickVerdict(scales)
  const actOf = (as: Marked, span: Span) => (): Promise<Answer<ClaimView>> => {
    const place = { articleId: article.id, revisionId: article.revision.id, spans: [span] }
    return as === "tick" ? acts.tickClaim(place) : acts.markClaim(place)
  }
  const refused = useRefused()
  const mark = (span: Span | null, as: Marked): string | null => {
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
    keepTyped(actor, byWords(claim), claim)
    const again = () => {
      const key = mark(span, as)
      if (key) onAgain(key, as)
    }
    const held = { actor, article, mark: { span, as }, send: actOf(as, span) }
    store.mark(
      claim,
      async () => (await sendWhenOpen(held)) ?? elsewhere(t("markedElsewhere")),
      (answer) => {
        if (answer.ok) return keepTyped(actor, claim, answer.value)
        refused(answer.refusal, { typed: isTyped(actor, claim) ? "yes" : "no", again })
        keepTyped(actor, claim, byWords(claim))
        onRefused(claim.id)
      },
    )
    announce(t(connection() === "open" ? said[as] : "held", { number }))
    return claim.id
  }
  const first = useRef(mark)
  // What was marked before a reload and could not be sent is marked again.
  useEffect(() => {
    for (const { span, as } of heldMarks(actor, article)) first.current(span, as)
  }, [actor, article])
  return mark
}

const said = { claim: "marked", tick: "ticked" } as const

/** Says why words could not be marked, and what to do: the same once more, where nothing has answered. */
function useRefused() {
  const t = useTranslations("galley")
  const { refresh } = useRouter()
  const loadAnew = () => {
    refresh()
    showHeld()
  }
  return ({ code, message }: RefusalView, { typed, again }: { typed: "yes" | "no"; again: () => void }) => {
    if (code === "conflict") saidElsewhere()
    toast.error(message, {
      // Where nothing has answered, the way back stays until there is an answer to be had.
      duration: code === "failed" ? Infinity : 30_000,
      ...(typed === "yes" && { description: t("typedKept") }),
      ...(code === "failed" && { action: { label: t("markAgain"), onClick: again } }),
      // The text, or what may be done with it, is another by now.
      ...(code === "conflict" && { action: { label: t("loadAnew"), onClick: loadAnew } }),
    })
  }
}

function elsewhere(message: string): Answer<never> {
  return { ok: false, refusal: { code: "conflict", message, fields: {} } }
}

const isTyped = (actor: Actor, claim: ClaimView) =>
  typedParts.some((part) => draftAt(draftKey(actor, claim, part)) !== null)

/** What was typed for words that could not be marked waits for them, in whichever text they are marked again. */
const byWords = (claim: ClaimView) => ({ ...claim, id: `marking:${claim.articleId}:${claim.anchors[0]?.quote}` })

const typedParts = ["fields", "verdict", "evidence", "locator"]

/** What was typed before the claim had an id goes on under its id. */
function keepTyped(actor: Actor, before: ClaimView, after: ClaimView): void {
  for (const part of typedParts) {
    moveDraft(draftKey(actor, before, part), draftKey(actor, after, part))
    dropDraft(draftKey(actor, before, part))
  }
}
