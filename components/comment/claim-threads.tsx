"use client"
/** The threads on the chosen claim: those that are open, and the closed ones on demand; and what was decided legally. */
import Link from "next/link"
import { useParams, useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { ClaimView } from "@/lib/domain/claim"
import type { CommentKept, Nameable, ThreadView } from "@/lib/domain/comment"
import { ClaimLegal } from "./claim-legal"
import { StartForm } from "./start-form"
import { Thread } from "./thread"

export interface ClaimThreadsProps {
  claim: ClaimView
  writing: "yes" | "no"
  onWritten: () => void
}

export default function ClaimThreads({ claim, writing, onWritten }: ClaimThreadsProps) {
  const t = useTranslations("comment")
  const { loaded, state, again, onKept } = useThreads(claim)
  const given = useGiven(onKept)
  const { actor, article, acts } = given
  const nameable = loaded?.nameable ?? NOBODY
  return (
    <section aria-label={t("claim.title")} className="flex flex-col gap-2">
      <h3 className="heading-group">{t("claim.title")}</h3>
      <ClaimLegal claim={claim} />
      {state === "loading" && <p className="text-xs text-ink-3">{t("claim.loading")}</p>}
      {state === "failed" && <Failed onRetry={again} />}
      {loaded && <Threads threads={loaded.threads} nameable={nameable} given={given} />}
      {writing === "yes" && (
        <div data-part="comment" className="rounded-[10px] border border-line bg-panel p-3">
          <StartForm
            draft={draftKey(actor, claim, "comment")}
            about={{ claimId: claim.id }}
            start={acts.startThread}
            onDone={onWritten}
            {...{ actor, article, nameable, onKept }}
          />
        </div>
      )}
    </section>
  )
}

const NOBODY: Nameable = { query: [], note: [], legal: [] }

/** What every thread of a claim is drawn with. */
function useGiven(onKept: (kept: CommentKept) => void) {
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

interface ThreadsProps {
  threads: readonly ThreadView[]
  nameable: Nameable
  given: ReturnType<typeof useGiven>
}

/** What is closed is shown where somebody asks for it, or where a comment in it is what the address names. */
function Threads({ threads, nameable, given }: ThreadsProps) {
  const t = useTranslations("comment.claim")
  const [all, setAll] = useState(false)
  const named = useSearchParams().get("comment")
  const isNamed = ({ comments }: ThreadView) => comments.some(({ id }) => id === named)
  const shown = threads.filter((thread) => all || thread.resolvedAt === null || isNamed(thread))
  const closed = threads.length - shown.length
  useEffect(() => {
    if (named) document.getElementById(`comment-${named}`)?.scrollIntoView({ block: "center" })
  }, [named])
  return (
    <>
      {shown.length > 0 && (
        <ul className="border-t border-line">
          {shown.map((thread) => (
            <Thread key={thread.id} thread={thread} people={nameable[thread.kind]} place="claim" {...given} />
          ))}
        </ul>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
        {closed > 0 && (
          <Button look="quiet" size="small" className="-ml-2" onClick={() => setAll(true)}>
            {t("show", { count: closed })}
          </Button>
        )}
        <Link
          href={`${given.galley}/comments`}
          prefetch={false}
          className="font-semibold text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {t("all")}
        </Link>
      </p>
    </>
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("comment.claim")
  const ui = useTranslations("ui")
  return (
    <p className="flex items-center gap-2 text-xs text-ink-2">
      {t("failed")}
      <Button size="small" onClick={onRetry}>
        {ui("tryAgain")}
      </Button>
    </p>
  )
}

interface Loaded {
  threads: ThreadView[]
  nameable: Nameable
}

function useThreads({ id: claimId, version }: ClaimView) {
  const { acts, store } = useGalley()
  const [turn, setTurn] = useState(0)
  const [{ loaded, state }, setLoaded] = useState<{ loaded: Loaded | null; state: "loading" | "failed" | "here" }>({
    loaded: null,
    state: "loading",
  })
  useEffect(() => {
    let current = true
    const failed = () => current && setLoaded((before) => ({ ...before, state: "failed" }))
    acts.claimThreads({ claimId }).then((answer) => {
      if (!answer.ok) failed()
      else if (current) setLoaded({ loaded: answer.value, state: "here" })
    }, failed)
    return () => {
      current = false
    }
    // A new version means that something happened.
  }, [acts, claimId, version, turn])
  /** The thread as it is now, and the claim, which may wait for others than before. */
  const onKept = ({ thread, claim }: CommentKept) => {
    setLoaded((before) =>
      before.loaded === null ? before : { state: "here", loaded: withThread(before.loaded, thread) },
    )
    if (claim) store.refresh([claim])
  }
  return { loaded, state, again: () => setTurn(turn + 1), onKept }
}

function withThread({ threads, nameable }: Loaded, thread: ThreadView): Loaded {
  const known = threads.some(({ id }) => id === thread.id)
  const now = known ? threads.map((one) => (one.id === thread.id ? thread : one)) : [...threads, thread]
  return { threads: now, nameable }
}
