"use client"
/** What can be said and done at the end of a thread: reply, answer, close, open again. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Refused } from "@/components/ui/refused"
import { useDraft } from "@/components/ui/use-draft"
import { errorOf } from "@/components/ui/use-screen-acts"
import { can, isAuthorOf } from "@/lib/domain/policy"
import { CommentBox } from "./comment-box"
import type { ThreadProps } from "./thread"

type FootProps = Pick<ThreadProps, "thread" | "actor" | "article" | "people" | "acts" | "onKept">

/** The questions of the policy that closing a thread asks, by its lane. */
const CLOSES = { query: "comment.resolve", note: "comment.resolve", legal: "comment.legal" } as const

export function ThreadFoot(props: FootProps) {
  const { thread, actor, article } = props
  const { id, kind, resolvedAt } = thread
  const t = useTranslations("comment")
  const key = `${actor.id}:thread:${id}`
  const { draft } = useDraft(key, "")
  const [writing, setWriting] = useState<"yes" | "no">("no")
  const resolving = useResolving(props)
  const answers = kind === "query" && isAuthorOf(actor, article)
  if (resolvedAt === null && (writing === "yes" || draft))
    return <Reply {...props} draft={key} answers={answers} onDone={() => setWriting("no")} />
  return (
    <div className="flex flex-wrap items-center gap-2">
      {resolvedAt === null && (
        <Button
          data-act="reply"
          size="small"
          look={answers && thread.waitingSince ? "primary" : "plain"}
          onClick={() => setWriting("yes")}
        >
          {t(answers ? "reply.answer" : "reply.open")}
        </Button>
      )}
      {can(actor, CLOSES[kind], article) && (
        <Button size="small" look="quiet" busy={resolving.busy} onClick={() => void resolving.resolve()}>
          {t(resolvedAt ? "resolve.reopen" : "resolve.close")}
        </Button>
      )}
      <Refused className="w-full">{resolving.error}</Refused>
    </div>
  )
}

interface ReplyProps extends FootProps {
  draft: string
  answers: boolean
  onDone: () => void
}

function Reply({ thread: { id: threadId, kind }, people, acts, draft, answers, onKept, onDone }: ReplyProps) {
  const t = useTranslations("comment.reply")
  const announce = useAnnounce()
  const [passedOn, setPassedOn] = useState(false)
  const send = async (body: string) => {
    const answer = await acts.replyToThread({ threadId, body, as: passedOn ? "answer" : "reply" })
    if (!answer.ok) return errorOf(answer) ?? answer.refusal.message
    onDone()
    onKept(answer.value)
    announce(t(answers ? "doneAnswer" : "done"))
    return null
  }
  return (
    <CommentBox
      draft={draft}
      label={t(answers ? "labelAnswer" : "label")}
      send={t(answers ? "sendAnswer" : "send")}
      people={people}
      onSend={send}
      onCancel={onDone}
    >
      {kind === "query" && !answers && (
        <Checkbox
          label={t("passedOn")}
          hint={t("passedOnHint")}
          checked={passedOn}
          onChange={(event) => setPassedOn(event.target.checked)}
        />
      )}
    </CommentBox>
  )
}

function useResolving({ thread: { id: commentId, resolvedAt }, acts, onKept }: FootProps) {
  const t = useTranslations("comment.resolve")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const resolve = async () => {
    setState({ busy: true })
    const answer = await acts.resolveComment({ commentId, resolved: resolvedAt === null })
    const error = errorOf(answer)
    setState(error === null ? {} : { error })
    if (!answer.ok) return
    onKept(answer.value)
    announce(t(resolvedAt === null ? "closed" : "reopened"))
  }
  return { resolve, busy: state.busy ?? false, error: state.error }
}
