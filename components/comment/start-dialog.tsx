"use client"
/** Begins a thread from the text: on the words that are selected, or on the article. */
import { useParams, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import type { AskedComment } from "@/components/galley/use-commenting"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import type { CommentKept, Nameable } from "@/lib/domain/comment"
import { StartForm } from "./start-form"

export interface StartDialogProps {
  asked: AskedComment
  onClose: () => void
}

/** Until it is known who can be named, nobody can. */
const NOBODY: Nameable = { query: [], note: [], legal: [] }

export default function StartDialog({ asked: { about, words }, onClose }: StartDialogProps) {
  const t = useTranslations("comment.start")
  const { actor, article, subject, acts } = useGalley()
  const nameable = useNameable()
  const onKept = useSaid(about)
  return (
    <Dialog open onOpenChange={onClose} title={t(about ? "passage" : "article")}>
      {words && (
        <p
          lang={article.language}
          dir="auto"
          className="mb-3 line-clamp-4 border-l-[3px] border-line-strong pl-2.5 font-serif text-[0.96875rem] wrap-anywhere text-ink-2"
        >
          {words}
        </p>
      )}
      <div className="pb-3">
        <StartForm
          // Of other words it is another draft.
          draft={`${actor.id}:${article.id}:comment${words && `:${words.slice(0, 80)}`}`}
          article={{ ...subject, id: article.id }}
          start={acts.startThread}
          onDone={onClose}
          {...{ actor, about, nameable, onKept }}
        />
      </div>
    </Dialog>
  )
}

function useNameable(): Nameable {
  const { article, acts } = useGalley()
  const [nameable, setNameable] = useState(NOBODY)
  useEffect(() => {
    let current = true
    acts.nameable({ articleId: article.id }).then(
      (answer) => current && answer.ok && setNameable(answer.value),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [acts, article.id])
  return nameable
}

/** On words it is marked there; else it stands among the comments of the article. */
function useSaid(about: AskedComment["about"]): (kept: CommentKept) => void {
  const t = useTranslations("comment.start")
  const router = useRouter()
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  const { threads } = useGalley()
  return ({ thread }) => {
    if (about && "span" in about) threads.told(thread, about.span)
    const show = () => router.push(`/w/${workspace}/articles/${articleId}/comments`)
    toast(t(`done.${thread.kind}`), { duration: 8_000, action: { label: t("show"), onClick: show } })
  }
}
