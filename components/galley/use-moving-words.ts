"use client"
/** Puts the chosen claim on the selected words: after a new text, or because others say it better. */
import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { toast } from "@/components/ui/toast"
import { errorOf, useOvertaken } from "@/components/ui/use-screen-acts"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import type { ClaimEntry, ClaimsStore } from "./claims-store"
import type { SelectionAct } from "./floating-bar"
import { claimSubject } from "./galley-context"
import type { SheetHandle } from "./sheet"

export interface MovingOptions {
  entry: ClaimEntry | null
  article: AnnotatedArticle
  actor: Actor
  subject: ArticleSubject
  acts: GalleyActs
  store: ClaimsStore
}

/** Nothing where no claim is chosen, or it can't be moved by this person now. */
export function useMovingWords(options: MovingOptions, sheet: RefObject<SheetHandle | null>): SelectionAct[] {
  const t = useTranslations("galley")
  const announce = useAnnounce()
  const look = useOvertaken()
  const { entry, article, actor, subject, acts, store } = options
  if (entry?.standing !== "kept" || entry.claim.state === "in_review") return []
  if (!can(actor, "claim.place", claimSubject(subject, entry.claim))) return []
  const { key, claim } = entry
  const run = async () => {
    const span = sheet.current?.span()
    if (!span) return announce(t("selectFirst"))
    const place = { revisionId: article.revision.id, spans: [span] }
    const answer = look(
      await store.perform(key, ({ id, version }) => acts.reanchorClaim({ claimId: id, version, ...place })),
    )
    const error = errorOf(answer)
    if (error) toast.error(error)
    if (answer.ok) announce(t("moved", { number: claim.number }))
  }
  return [{ act: "place.other", label: t("moveHere", { number: claim.number }), run: () => void run() }]
}
