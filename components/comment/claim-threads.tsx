"use client"
/** The threads on the chosen claim: those that are open, and the closed ones on demand; and what was decided legally. */
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import type { ClaimView } from "@/lib/domain/claim"
import type { Nameable, ThreadView } from "@/lib/domain/comment"
import { ClaimLegal } from "./claim-legal"
import { Loading, NOBODY, useGiven, useLoadedThreads } from "./loaded-threads"
import { StartForm } from "./start-form"
import { Thread } from "./thread"

export interface ClaimThreadsProps {
  claim: ClaimView
  writing: "yes" | "no"
  onWritten: () => void
}

export default function ClaimThreads({ claim, writing, onWritten }: ClaimThreadsProps) {
  const t = useTranslations("comment")
  const { acts: desk } = useGalley()
  // A new version means that something happened.
  const about = `${claim.id} ${claim.version}`
  const { loaded, state, again, onKept } = useLoadedThreads(about, () => desk.claimThreads({ claimId: claim.id }))
  const given = useGiven(onKept)
  const { actor, article, acts } = given
  const nameable = loaded?.nameable ?? NOBODY
  return (
    <section aria-label={t("claim.title")} className="flex flex-col gap-2">
      <h3 className="heading-group">{t("claim.title")}</h3>
      <ClaimLegal claim={claim} />
      <Loading state={state} onRetry={again} />
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
