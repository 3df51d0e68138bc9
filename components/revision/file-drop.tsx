"use client"
/** A file over an open article: says what letting go does, then sends it as the article's next text and says what that did. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { unreadable } from "@/components/import/batch"
import { toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"
import type { AcceptedChanges, TrackedChange } from "@/lib/domain/import"
import type { RevisionResult } from "@/lib/domain/revision"
import { undecidedIn } from "@/lib/domain/text-conflict"
import { ChangesAsked } from "./changes-asked"
import { sendText } from "./send-text"
import type { Dragged } from "./use-dragged"
import { textNews, useRevised, type Revised } from "./use-revised"

export interface FileDropProps extends Omit<Revised, "article"> {
  article: Revised["article"] & { title: string }
  /** The text that is in sight. */
  base: { id: string; number: number }
  uploads: string
  dragged: Dragged
  /** It was taken, or can't be. */
  onDone: () => void
}

export default function FileDrop(props: FileDropProps) {
  const { article, dragged, onDone } = props
  const t = useTranslations("revise")
  const [asking, setAsking] = useState<{ file: File; changes: TrackedChange[] } | null>(null)
  const send = useSent(props)
  const sent = async (file: File, accepted?: AcceptedChanges) => {
    const changes = await send(file, accepted)
    if (changes) setAsking({ file, changes })
    else onDone()
  }
  const one = useOneFile()
  const dropped = useSteady((files: File[]) => {
    const file = one(files)
    if (file) void sent(file)
    else onDone()
  })
  const files = dragged.dropped
  useEffect(() => {
    if (files) dropped(files)
  }, [dropped, files])
  if (asking) {
    const { file, changes } = asking
    return (
      <ChangesAsked
        {...{ changes }}
        name={file.name}
        send={t("send")}
        onAnswer={(accepted) => void sent(file, accepted)}
        onClose={onDone}
      />
    )
  }
  return files ? null : <Overlay title={article.title} />
}

function Overlay({ title }: { title: string }) {
  const t = useTranslations("revise.drop")
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-overlay p-4">
      <div className="flex max-w-xl flex-col items-center gap-2 rounded-xl border-2 border-dashed border-accent bg-raised px-8 py-7 text-center shadow-float">
        <span aria-hidden className="text-3xl leading-none text-accent">
          ⇣
        </span>
        <p className="font-serif text-xl font-semibold text-balance">{t("release")}</p>
        <p className="text-ui text-pretty text-ink-2">{t("what", { title })}</p>
      </div>
    </div>
  )
}

const refuse = (why: string) => textNews.say(() => toast.error(why, { duration: 30_000 }))

/** One file that can be read, since a text has one successor; null, and said, where there is none. */
function useOneFile() {
  const t = useTranslations("revise.drop")
  const reasons = useTranslations("import.refusal")
  return ([file, ...others]: File[]): File | null => {
    const wrong = file && unreadable(file)
    if (others.length > 0) refuse(t("onlyOne"))
    else if (wrong) refuse(reasons(wrong))
    else if (file) return file
    return null
  }
}

/** Sends a file, and says what that did. Answers the tracked changes in it where those are to be decided on first. */
function useSent({ base, uploads, ...revision }: FileDropProps) {
  const t = useTranslations("revise.drop")
  const reasons = useTranslations("import.refusal")
  const router = useRouter()
  const { revised } = useRevised(revision)
  return async (file: File, accepted?: AcceptedChanges): Promise<TrackedChange[] | null> => {
    textNews.say(() => toast.loading(t("sending", { name: file.name })))
    const sent = await sendText<RevisionResult>(`${uploads}/revisions`, { file, accepted }, base.id)
    if (sent === "stopped") return null
    if (typeof sent === "string") refuse(reasons(sent))
    else if (sent.ok) revised(sent.value)
    else {
      const { current, message, fields, code } = sent.refusal
      const undecided = undecidedIn(current)
      if (undecided) {
        textNews.dismiss()
        return undecided
      }
      refuse([message, ...Object.values(fields)].join(" "))
      // Somebody else's text came first: it is shown, and the file can be let go over that.
      if (code === "conflict") router.refresh()
    }
    return null
  }
}
