"use client"
/** A thread: what it is about and in which lane, what was said, and what its reader can say or do to it. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { Badge } from "@/components/ui/badge"
import type { CommentKept, ThreadView } from "@/lib/domain/comment"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import type { Actor, Person } from "@/lib/domain/workspace"
import { laneLooks } from "./lane-looks"
import { OneComment, useWhen } from "./one-comment"
import type { ThreadActs } from "./thread-acts"
import { ThreadFoot } from "./thread-foot"

export interface ThreadProps {
  thread: ThreadView
  actor: Actor
  article: ArticleSubject & { language: string }
  people: readonly Person[]
  acts: ThreadActs
  /** The address of the galley. */
  galley: string
  /** Within a claim it needs not be said what it is about. */
  place: "list" | "claim"
  onKept: (kept: CommentKept) => void
}

/** The questions of the policy that writing in a lane asks. */
const WRITES = { query: "comment.answer", note: "comment.note", legal: "comment.legal" } as const

export function Thread({ thread, actor, article, people, acts, galley, place, onKept }: ThreadProps) {
  const { id, kind, comments, resolvedAt } = thread
  const mode = can(actor, WRITES[kind], article) ? "write" : "read"
  return (
    <li data-row={id} className="flex scroll-mb-28 flex-col gap-2.5 border-b border-line py-4">
      <Head thread={thread} article={article} galley={galley} place={place} />
      <ol className="flex flex-col gap-3">
        {comments.map((comment) => (
          <OneComment
            key={comment.id}
            comment={comment}
            me={actor.id}
            people={people}
            edit={acts.editComment}
            mode={resolvedAt === null ? mode : "read"}
            address={`${galley}?comment=${comment.id}`}
            onKept={onKept}
          />
        ))}
      </ol>
      {mode === "write" && <ThreadFoot {...{ thread, actor, article, people, acts, onKept }} />}
    </li>
  )
}

function Head({ thread, article, galley, place }: Pick<ThreadProps, "thread" | "article" | "galley" | "place">) {
  const t = useTranslations("comment")
  const when = useWhen()
  const { kind, waitingSince, resolvedAt, resolvedBy, comments } = thread
  const isAnswered = kind === "query" && waitingSince === null && comments.some(({ answer }) => answer)
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
        <Badge {...laneLooks[kind]} ground={resolvedAt ? "outline" : "soft"}>
          {t(`lane.${kind}`)}
        </Badge>
        {place === "list" && thread.claim && <ToClaim claim={thread.claim} galley={galley} />}
        {waitingSince && <span className="font-semibold text-mixed">{t("waits", { when: when(waitingSince) })}</span>}
        {isAnswered && !resolvedAt && <span>{t("answered")}</span>}
        {resolvedBy && <span>{t("closed", { name: resolvedBy.name })}</span>}
      </p>
      {place === "list" && <Quoted thread={thread} article={article} galley={galley} />}
    </div>
  )
}

function ToClaim({ claim, galley }: { claim: NonNullable<ThreadView["claim"]>; galley: string }) {
  const t = useTranslations("comment")
  const { job, number, isWithdrawn } = claim
  if (isWithdrawn) return <span className="font-semibold">{t("onWithdrawn", { job, number })}</span>
  return (
    <Link href={`${galley}?claim=${claim.number}`} prefetch={false} className="font-semibold text-accent underline">
      {t("onClaim", { job, number })}
    </Link>
  )
}

/** The words that it is about lead to them in the text. */
function Quoted({ thread: { quote, claim, sentence }, article, galley }: Omit<Parameters<typeof Head>[0], "place">) {
  const t = useTranslations("comment")
  const about = quote || claim?.words
  if (!about) return <p className="text-xs text-ink-3">{t("onArticle")}</p>
  const words = (
    <span lang={article.language} dir="auto" className="font-serif text-[0.96875rem] wrap-anywhere text-ink-2">
      {about}
    </span>
  )
  if (sentence === null) return <p>{words}</p>
  return (
    <p>
      <Link
        href={`${galley}?sentence=${sentence}`}
        prefetch={false}
        className="underline decoration-line-strong underline-offset-3"
      >
        {words}
      </Link>
    </p>
  )
}
