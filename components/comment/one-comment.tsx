"use client"
/** One comment: who said it and when, what it says, what it said before; its writer can say it otherwise. */
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { Avatar } from "@/components/ui/avatar"
import { useAnnounce } from "@/components/ui/announcer"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { CommentKept, CommentView } from "@/lib/domain/comment"
import type { Person } from "@/lib/domain/workspace"
import { CommentBox } from "./comment-box"
import { CommentText } from "./comment-text"
import type { ThreadActs } from "./thread-acts"

export interface OneCommentProps {
  comment: CommentView
  me: string
  people: readonly Person[]
  edit: ThreadActs["editComment"]
  /** Whether its writer can still say it otherwise. */
  mode: "write" | "read"
  /** Its own address. */
  address: string
  onKept: (kept: CommentKept) => void
}

export function OneComment({ comment, me, people, edit, mode, address, onKept }: OneCommentProps) {
  const t = useTranslations("comment")
  const announce = useAnnounce()
  const [editing, setEditing] = useState<"yes" | "no">("no")
  const { id, body, version, blocks, writtenBy } = comment
  const isMine = mode === "write" && writtenBy.id === me
  const save = async (said: string) => {
    const answer = await edit({ commentId: id, version, body: said })
    if (!answer.ok) return errorOf(answer) ?? answer.refusal.message
    onKept(answer.value)
    setEditing("no")
    announce(t("edit.done"))
    return null
  }
  return (
    <li id={`comment-${id}`} className="flex scroll-mt-16 gap-2.5 rounded-md target:bg-review-soft">
      <span aria-hidden className="pt-0.5">
        <Avatar id={writtenBy.id} name={writtenBy.name} size="small" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <About comment={comment} address={address} />
        {editing === "yes" ? (
          <CommentBox
            draft={`${me}:comment:${id}`}
            text={body}
            label={t("edit.label")}
            send={t("edit.send")}
            people={people}
            onSend={save}
            onCancel={() => setEditing("no")}
          />
        ) : (
          <CommentText blocks={blocks} />
        )}
        <Before comment={comment} />
        {isMine && editing === "no" && (
          <Button look="quiet" size="small" className="-ml-2 self-start" onClick={() => setEditing("yes")}>
            {t("edit.open")}
          </Button>
        )}
      </div>
    </li>
  )
}

function About({ comment, address }: Pick<OneCommentProps, "comment" | "address">) {
  const t = useTranslations("comment")
  const when = useWhen()
  const { writtenBy, saidBy, answer, createdAt } = comment
  const { name } = writtenBy
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
      <span>
        {saidBy ? t("saidBy", { said: saidBy, name, when: when(createdAt) }) : t("by", { name, when: when(createdAt) })}
      </span>
      {answer && <Badge tone="true">{t("answer")}</Badge>}
      <a href={address} title={t("link")} aria-label={t("link")} className="hover:text-ink">
        <span aria-hidden>#</span>
      </a>
    </p>
  )
}

/** Nothing that was said is lost by saying it otherwise. */
function Before({ comment: { before } }: Pick<OneCommentProps, "comment">) {
  const t = useTranslations("comment")
  const when = useWhen()
  if (before.length === 0) return null
  return (
    <details className="text-xs text-ink-3">
      <summary className="cursor-pointer select-none hover:text-ink">
        {t("edited")} · {t("before")}
      </summary>
      <ol className="mt-1 flex flex-col gap-1.5 border-l border-line pl-2.5">
        {before.map(({ body, writtenAt }) => (
          <li key={writtenAt}>
            <span className="block">{when(writtenAt)}</span>
            <span className="whitespace-pre-wrap wrap-anywhere text-ink-2">{body}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

export function useWhen(): (moment: string) => string {
  const format = useFormatter()
  return (moment) => format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" })
}
