"use client"
/** What was said about words of the text: read, answered and closed where they stand. */
import { useTranslations } from "next-intl"
import { useGalley } from "@/components/galley/galley-context"
import type { Passage } from "@/components/galley/passages"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { Loading, NOBODY, useGiven, useLoadedThreads } from "./loaded-threads"
import { Thread } from "./thread"

export interface PassageDialogProps extends Closing {
  passage: Passage
}

export default function PassageDialog({ passage, onClose }: PassageDialogProps) {
  const t = useTranslations("comment")
  const { article, acts } = useGalley()
  const { start, end, threadIds } = passage
  const asked = { articleId: article.id, threadIds }
  const { loaded, state, again, onKept } = useLoadedThreads(threadIds.join(), () => acts.passageThreads(asked), passage)
  const given = useGiven(onKept)
  const nameable = loaded?.nameable ?? NOBODY
  return (
    <Dialog open onOpenChange={onClose} title={t("passage")}>
      <p
        lang={article.language}
        dir="auto"
        className="mb-2 line-clamp-4 border-l-[3px] border-line-strong pl-2.5 font-serif text-[0.96875rem] wrap-anywhere text-ink-2"
      >
        {article.revision.text.slice(start, end)}
      </p>
      <Loading state={state} onRetry={again} />
      <ul aria-label={t("list")} className="pb-3 [&>li:last-child]:border-b-0">
        {loaded?.threads.map((thread) => (
          <Thread key={thread.id} thread={thread} people={nameable[thread.kind]} place="claim" {...given} />
        ))}
      </ul>
    </Dialog>
  )
}
