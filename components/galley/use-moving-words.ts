"use client"
/** Puts the chosen claim on the selected words: after a new text, or because others say it better. */
import { useTranslations } from "next-intl"
import { useState, type RefObject } from "react"
import { toast } from "@/components/ui/toast"
import { useAnnounce } from "@/components/ui/announcer"
import { errorOf, useOvertaken } from "@/components/ui/use-screen-acts"
import type { Span } from "@/lib/anchor"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { ClaimState } from "@/lib/domain/claim"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import { isStanding } from "@/lib/domain/standing"
import type { Actor } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import type { ClaimEntry, ClaimsStore } from "./claims-store"
import type { SelectionAct } from "./floating-bar"
import { claimSubject } from "./galley-context"
import { spansAfter, spansBefore } from "./moved-spans"
import type { SheetHandle } from "./sheet"

export interface MovingOptions {
  entry: ClaimEntry | null
  article: AnnotatedArticle
  actor: Actor
  subject: ArticleSubject
  acts: GalleyActs
  store: ClaimsStore
}

/** A move that would open a claim again, until somebody has said that it shall. */
export interface AskedMove {
  number: number
  state: ClaimState
  onMove: () => void
  onClose: () => void
}

export interface Moving {
  /** Nothing where no claim is chosen, or it can't be moved by this person now. */
  acts: SelectionAct[]
  asked: AskedMove | null
}

export function useMovingWords(options: MovingOptions, sheet: RefObject<SheetHandle | null>): Moving {
  const t = useTranslations("galley")
  const announce = useAnnounce()
  const move = useMove(options)
  const [wanted, setWanted] = useState<{ key: string; number: number; state: ClaimState; span: Span } | null>(null)
  const { entry, actor, subject } = options
  const asked = wanted && {
    number: wanted.number,
    state: wanted.state,
    onMove: () => {
      setWanted(null)
      void move(wanted.key, wanted.span)
    },
    onClose: () => setWanted(null),
  }
  if (entry?.standing !== "kept" || entry.claim.state === "in_review") return { acts: [], asked }
  if (!can(actor, "claim.place", claimSubject(subject, entry.claim))) return { acts: [], asked }
  const { key, claim } = entry
  const { number, state } = claim
  const run = () => {
    const span = sheet.current?.span()
    if (!span) return announce(t("selectFirst"))
    if (isStanding(claim)) setWanted({ key, number, state, span })
    else void move(key, span)
  }
  return { acts: [{ act: "place.other", label: t("moveHere", { number }), run }], asked }
}

/** Moves a claim, and says so with a way back. What somebody else did first is drawn anew. */
function useMove({ article, acts, store }: MovingOptions) {
  const t = useTranslations("galley")
  const overtaken = useOvertaken()
  const revisionId = article.revision.id
  const put = async (key: string, spans: Span[]) => {
    const answer = await store.perform(key, ({ id, version }) =>
      acts.reanchorClaim({ claimId: id, version, revisionId, spans }),
    )
    const error = errorOf(overtaken(answer))
    if (error) toast.error(error)
    return answer
  }
  return async (key: string, selected: Span) => {
    const before = store.read().find((entry) => entry.key === key)?.claim.anchors
    if (!before) return
    const answer = await put(key, spansAfter(before, selected))
    if (!answer.ok) return
    const back = spansBefore(before)
    const undo = back && { label: t("moveBack"), onClick: () => void put(key, back) }
    toast(t("moved", { number: answer.value.number }), { duration: 10_000, ...(undo && { action: undo }) })
  }
}
