"use client"
/** Says what a new text did to the claims, with the way to those that wait for a look. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useNotices } from "@/components/import/notices"
import { toast } from "@/components/ui/toast"
import type { ArticleKind } from "@/lib/domain/article"
import type { RevisionResult } from "@/lib/domain/revision"

/** One at a time: what a text did is over with the next one. */
export const REVISED = "revised"

export interface Revised {
  kind: ArticleKind
  /** The address of the galley. */
  galley: string
}

/** `undo` takes it back, where that can be done at a press. */
export function useRevised({ kind, galley }: Revised): (result: RevisionResult, undo?: () => void) => void {
  const t = useTranslations("revise")
  const notice = useNotices()
  const router = useRouter()
  return ({ revision, placements, notices }, undo) => {
    router.refresh()
    const { exact, moved, stale, lost, contextChanged } = placements
    const waiting = stale + lost + contextChanged
    const total = exact + moved + stale + lost
    const look = { label: t("look", { count: waiting }), onClick: () => router.push(`${galley}/placing`) }
    const back = undo && { label: t("undo"), onClick: undo }
    toast(t("done", { number: revision.number, total, kind, ...placements }), {
      id: REVISED,
      duration: 30_000,
      description: notices.map(notice).join(" "),
      ...(waiting > 0 ? { action: look, ...(back && { cancel: back }) } : back && { action: back }),
    })
  }
}
