"use client"
/** A file over an open article: says what letting go does, then sends it as the article's next text and says what that did. */
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { unreadable } from "@/components/import/batch"
import { toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"
import type { ArticleKind } from "@/lib/domain/article"
import type { RevisionResult } from "@/lib/domain/revision"
import { sendText } from "./send-text"
import type { Dragged } from "./use-dragged"
import { REVISED, useRevised } from "./use-revised"

export interface FileDropProps {
  article: { id: string; title: string; kind: ArticleKind }
  /** The text that is in sight. */
  baseId: string
  uploads: string
  galley: string
  dragged: Dragged
  /** It was let go, or taken away again. */
  onDone: () => void
}

export default function FileDrop(props: FileDropProps) {
  const { article, dragged, onDone } = props
  const t = useTranslations("revise.drop")
  const send = useSent(props)
  const dropped = useSteady((files: File[]) => {
    onDone()
    void send(files)
  })
  const files = dragged.dropped
  useEffect(() => {
    if (files) dropped(files)
  }, [dropped, files])
  useEffect(() => {
    // Leaving a child is not leaving the window: only then is there nothing it is entered from.
    const leave = (event: DragEvent) => event.relatedTarget === null && onDone()
    window.addEventListener("dragleave", leave)
    return () => window.removeEventListener("dragleave", leave)
  })
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-overlay p-4">
      <div className="flex max-w-xl flex-col items-center gap-2 rounded-xl border-2 border-dashed border-accent bg-raised px-8 py-7 text-center shadow-float">
        <span aria-hidden className="text-3xl leading-none text-accent">
          ⇣
        </span>
        <p className="font-serif text-xl font-semibold text-balance">{t("release")}</p>
        <p className="text-ui text-pretty text-ink-2">{t("what", { title: article.title })}</p>
      </div>
    </div>
  )
}

/** One file, since a text has one successor. */
function useSent({ article, baseId, uploads, galley }: FileDropProps) {
  const t = useTranslations("revise.drop")
  const reasons = useTranslations("import.refusal")
  const revised = useRevised({ kind: article.kind, galley })
  return async ([file, ...others]: File[]) => {
    const refuse = (why: string) => void toast.error(why, { id: REVISED, duration: 30_000 })
    if (!file) return
    if (others.length > 0) return refuse(t("onlyOne"))
    const wrong = unreadable(file)
    if (wrong) return refuse(reasons(wrong))
    toast.loading(t("sending", { name: file.name }), { id: REVISED })
    const sent = await sendText<RevisionResult>(`${uploads}/revisions`, { file }, baseId)
    if (sent === "stopped") return
    if (typeof sent === "string") return refuse(reasons(sent))
    if (sent.ok) revised(sent.value)
    else refuse([sent.refusal.message, ...Object.values(sent.refusal.fields)].join(" "))
  }
}
