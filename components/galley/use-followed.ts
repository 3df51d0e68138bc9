"use client"
/** What the reader has said of following this article and its claims: as the page was drawn, and since. */
import { useSyncExternalStore } from "react"
import { useTranslations } from "next-intl"
import { toast } from "@/components/ui/toast"
import type { Answer } from "@/lib/domain/answer"
import type { FollowWords } from "@/lib/domain/follow"
import { useGalley } from "./galley-context"

/** What was said since a page was drawn: one that is drawn anew knows it by itself. */
let since: { drawn: FollowWords; words: FollowWords } | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export interface Followed {
  words: FollowWords
  /** Each says whether it was kept; what was refused is said at the edge. */
  sayOfArticle: (follows: boolean) => Promise<boolean>
  sayOfClaim: (claimId: string, follows: boolean) => Promise<boolean>
}

export function useFollowed(): Followed {
  const t = useTranslations("ui")
  const { article, acts, followed: drawn } = useGalley()
  const read = () => (since?.drawn === drawn ? since.words : drawn)
  const words = useSyncExternalStore(subscribe, read, () => drawn)
  const keep = async (asked: Promise<Answer<unknown>>, said: (before: FollowWords) => FollowWords) => {
    const answer = await asked.catch(() => null)
    if (!answer?.ok) {
      toast.error(answer ? answer.refusal.message : t("failed"))
      return false
    }
    since = { drawn, words: said(read()) }
    for (const listener of listeners) listener()
    return true
  }
  return {
    words,
    sayOfArticle: (follows) =>
      keep(acts.followArticle({ articleId: article.id, follows }), (before) => ({ ...before, article: follows })),
    sayOfClaim: (claimId, follows) =>
      keep(acts.followClaim({ claimId, follows }), (before) => {
        return { ...before, claims: { ...before.claims, [claimId]: follows } }
      }),
  }
}
