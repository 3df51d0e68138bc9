"use client"
/** Begins a thread: for whom it is, and what is said. */
import { useTranslations } from "next-intl"
import { useAnnounce } from "@/components/ui/announcer"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { useDraft } from "@/components/ui/use-draft"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { CommentKept, CommentKind, Nameable, StartThread } from "@/lib/domain/comment"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { CommentBox } from "./comment-box"
import type { ThreadActs } from "./thread-acts"

export interface StartFormProps {
  actor: Actor
  article: ArticleSubject & { id: string }
  about: StartThread["about"]
  /** Whose draft of what it is. */
  draft: string
  nameable: Nameable
  start: ThreadActs["startThread"]
  onKept: (kept: CommentKept) => void
  onDone: () => void
}

/** The questions of the policy that beginning a thread asks, by its lane. */
const STARTS = [
  ["query", "comment.ask"],
  ["note", "comment.note"],
  ["legal", "comment.legal"],
] as const

/** The lanes in which somebody may begin a thread. */
export const lanesToStart = (actor: Actor, article: ArticleSubject): CommentKind[] =>
  STARTS.flatMap(([kind, question]) => (can(actor, question, article) ? kind : []))

export function StartForm(props: StartFormProps) {
  const { actor, article, about, draft, nameable, start, onKept, onDone } = props
  const t = useTranslations("comment.start")
  const announce = useAnnounce()
  const lane = useDraft<CommentKind>(`${draft}:lane`, "query")
  const kind = lane.value
  const done = () => {
    lane.drop()
    onDone()
  }
  const send = async (body: string) => {
    const answer = await start({ articleId: article.id, kind, body, ...(about && { about }) })
    if (!answer.ok) return errorOf(answer) ?? answer.refusal.message
    done()
    onKept(answer.value)
    announce(t(`done.${kind}`))
    return null
  }
  const lanes = lanesToStart(actor, article)
  return (
    <CommentBox
      draft={draft}
      label={t(`label.${kind}`)}
      send={t(`send.${kind}`)}
      people={nameable[kind]}
      onSend={send}
      onCancel={done}
    >
      <ChoiceGroup
        label={t("lane")}
        options={lanes.map((value) => ({ value, label: t(`lanes.${value}`) }))}
        value={kind}
        onChoose={lane.type}
      />
    </CommentBox>
  )
}
