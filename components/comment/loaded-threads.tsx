"use client"
/** Threads that the galley asks the desk for: those of a claim, or of a passage; and what they are drawn with. */
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { onLive } from "@/components/live/live-news"
import { Button } from "@/components/ui/button"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import { useSteady } from "@/components/ui/use-steady"
import type { Span } from "@/lib/anchor"
import type { Answer } from "@/lib/domain/answer"
import type { News } from "@/lib/domain/live"
import type { CommentKept, Nameable, ThreadView } from "@/lib/domain/comment"

/** Until it is known who can be named, nobody can. */
export const NOBODY: Nameable = { query: [], note: [], legal: [] }

/** What every thread is drawn with. */
export function useGiven(onKept: (kept: CommentKept) => void) {
  const { actor, article, subject, acts } = useGalley()
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  const { startThread, replyToThread, editComment, resolveComment } = acts
  return {
    // What is put away takes no answer of its author's either.
    actor: article.archivedAt ? { ...actor, id: "" } : actor,
    onKept,
    article: { ...subject, id: article.id, language: article.language },
    acts: useScreenActs({ startThread, replyToThread, editComment, resolveComment }),
    galley: `/w/${workspace}/articles/${articleId}`,
  }
}

interface Loaded {
  threads: ThreadView[]
  nameable: Nameable
}

type LoadState = "loading" | "failed" | "here"

/** Asks for them, and again when `about` is another; `span` says where in the text they are, of those on no claim. */
export function useLoadedThreads(about: string, load: () => Promise<Answer<Loaded>>, span: Span | null = null) {
  const { article, store, threads } = useGalley()
  const [turn, setTurn] = useState(0)
  const [{ loaded, state }, setLoaded] = useState<{ loaded: Loaded | null; state: LoadState }>({
    loaded: null,
    state: "loading",
  })
  const ask = useSteady((isWanted: () => boolean) => {
    const failed = () => isWanted() && setLoaded((before) => ({ ...before, state: "failed" }))
    load().then((answer) => {
      if (!answer.ok) failed()
      else if (isWanted()) setLoaded({ loaded: answer.value, state: "here" })
    }, failed)
  })
  useEffect(() => {
    let current = true
    ask(() => current)
    return () => {
      current = false
    }
  }, [ask, about, turn])
  const isSaid = useSteady((one: News) => one.articleId === article.id && /^(comment|legal)[.]/.test(one.act))
  useEffect(() => onLive(({ news }) => void (news.some(isSaid) && setTurn((before) => before + 1))), [isSaid])
  /** The thread as it is now, and the claim, which may wait for others than before. */
  const onKept = ({ thread, claim }: CommentKept) => {
    setLoaded((before) =>
      before.loaded === null ? before : { state: "here", loaded: withThread(before.loaded, thread) },
    )
    threads.told(thread, span)
    if (claim) store.refresh([claim])
  }
  return { loaded, state, again: () => setTurn(turn + 1), onKept }
}

function withThread({ threads, nameable }: Loaded, thread: ThreadView): Loaded {
  const known = threads.some(({ id }) => id === thread.id)
  const now = known ? threads.map((one) => (one.id === thread.id ? thread : one)) : [...threads, thread]
  return { threads: now, nameable }
}

/** How it stands with what was asked for, while it is not there. */
export function Loading({ state, onRetry }: { state: LoadState; onRetry: () => void }) {
  const t = useTranslations("comment.claim")
  const ui = useTranslations("ui")
  if (state === "here") return null
  if (state === "loading") return <p className="text-xs text-ink-3">{t("loading")}</p>
  return (
    <p className="flex items-center gap-2 text-xs text-ink-2">
      {t("failed")}
      <Button size="small" onClick={onRetry}>
        {ui("tryAgain")}
      </Button>
    </p>
  )
}
