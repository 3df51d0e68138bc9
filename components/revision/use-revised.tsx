"use client"
/** Says what a new text did to the claims, with the ways to what waits for a look, and the one back. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useNotices } from "@/components/import/notices"
import { watched } from "@/components/ui/connection"
import { newsOfOneKind, toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ArticleKind } from "@/lib/domain/article"
import type { RestoreRevision, RevisionResult } from "@/lib/domain/revision"

/** What a text did is over with the next one. */
export const textNews = newsOfOneKind()

export interface Revised {
  article: { id: string; kind: ArticleKind }
  /** The address of the galley. */
  galley: string
  restoreRevision: Act<RestoreRevision, RevisionResult>
}

/** `revised` says what a new text did. `restore` makes an earlier one the newest. Both can be undone once. */
export function useRevised({ article, galley, restoreRevision }: Revised) {
  const ui = useTranslations("ui")
  const say = useSaid({ article, galley })
  /** `base` is the text that is left for it. */
  const put = async (number: number, base: { id: string; number: number }, then: "offerUndo" | "done") => {
    const act = watched(restoreRevision)
    const answer = await act({ articleId: article.id, baseId: base.id, number }).catch(() => null)
    if (!answer?.ok) return textNews.say(() => toast.error(answer?.refusal.message ?? ui("failed")))
    const undo = () => void put(base.number, answer.value.revision, "done")
    say(answer.value, then === "offerUndo" ? undo : undefined)
  }
  return {
    revised: (result: RevisionResult) => {
      const { revision } = result
      say(result, () => void put(revision.number - 1, revision, "done"))
    },
    restore: (number: number, base: { id: string; number: number }) => put(number, base, "offerUndo"),
  }
}

function useSaid({ article: { kind }, galley }: Pick<Revised, "article" | "galley">) {
  const t = useTranslations("revise")
  const notice = useNotices()
  const router = useRouter()
  return ({ revision, placements, notices, remarks }: RevisionResult, undo?: () => void) => {
    router.refresh()
    const { exact, moved, stale, lost, contextChanged } = placements
    const waiting = stale + lost + contextChanged
    const total = exact + moved + stale + lost
    const look = { label: t("look", { count: waiting }), onClick: () => router.push(`${galley}/placing`) }
    const back = undo && { label: t("undo"), onClick: undo }
    const description = (
      <>
        {notices.map(notice).join(" ")}{" "}
        {remarks > 0 && (
          <Link href={`${galley}/remarks`} className="underline underline-offset-2">
            {t("remarks", { count: remarks })}
          </Link>
        )}
      </>
    )
    const ways = waiting > 0 ? { action: look, ...(back && { cancel: back }) } : back && { action: back }
    const said = t("done", { number: revision.number, total, kind, ...placements })
    textNews.say(() => toast(said, { duration: 30_000, description, ...ways }))
  }
}
