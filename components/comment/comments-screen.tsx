"use client"
/** All that is said about an article: threads as they are asked for, and the way to begin one on the article itself. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { ArticleHead } from "@/components/article/article-head"
import { useKeys } from "@/components/keys/use-keys"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button, LinkButton } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { EmptyState } from "@/components/ui/empty-state"
import { useDraft } from "@/components/ui/use-draft"
import { useRows } from "@/components/ui/use-rows"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { ThreadFilter, ThreadList } from "@/lib/domain/comment"
import { can, isAuthorOf } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { lanesToStart, StartForm } from "./start-form"
import { Thread } from "./thread"
import type { ThreadActs } from "./thread-acts"

export interface CommentsScreenProps {
  /** Its threads are those that are asked for. */
  list: ThreadList
  filter: ThreadFilter
  counts: Record<ThreadFilter, number>
  actor: Actor
  acts: ThreadActs
  /** The address of the galley. */
  galley: string
}

export function CommentsScreen({ list, filter, counts, actor: reader, acts, galley }: CommentsScreenProps) {
  const t = useTranslations("comment")
  const screen = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const seen = useScreenActs(acts)
  const { article, threads, nameable } = list
  // What is put away takes no act: there everybody is as a viewer is.
  const actor: Actor = article.archivedAt ? { ...reader, role: "viewer", id: "" } : reader
  const { step, press } = useRows(screen)
  useKeys({
    "claim.next": () => step(1),
    "claim.previous": () => step(-1),
    "comment.reply": () => press("reply"),
    "text.back": () => router.push(galley),
  })
  const isAuthor = isAuthorOf(reader, article)
  return (
    <div ref={screen} className="mx-auto w-full max-w-[56rem] px-4 py-6 sm:px-6 sm:py-7">
      <ArticleHead article={article} screen={t("title")} galley={galley}>
        <p className="text-ui text-ink-2">
          {isAuthor
            ? t("forAuthor", { waiting: counts.waiting })
            : t("summary", { waiting: counts.waiting, open: counts.open - counts.waiting })}
        </p>
        <Filters address={`${galley}/comments`} {...{ filter, counts, actor: reader, article }} />
      </ArticleHead>
      <OnArticle actor={actor} list={list} start={seen.startThread} />
      {threads.length === 0 && <Nothing isAuthor={isAuthor} isFiltered={counts.all > 0} galley={galley} />}
      {threads.length > 0 && (
        <ul aria-label={t("list")} className="mt-5 border-t border-line">
          {threads.map((thread) => (
            <Thread
              key={thread.id}
              people={nameable[thread.kind]}
              onKept={() => undefined}
              place="list"
              acts={seen}
              {...{ thread, actor, article, galley }}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface FiltersProps extends Pick<CommentsScreenProps, "filter" | "counts" | "actor"> {
  article: ThreadList["article"]
  address: string
}

/** As links: what is asked for can be shared and gone back to. */
function Filters({ filter, counts, actor, article, address }: FiltersProps) {
  const t = useTranslations("comment.filter")
  const offered = (["open", "waiting", "queries", "mine", "legal", "all"] as const).filter(
    (one) => one !== "legal" || can(actor, "comment.readLegal", article),
  )
  return (
    <nav aria-label={t("label")} className="mt-1 flex flex-wrap gap-1.5">
      {offered.map((one) => (
        <Link
          key={one}
          href={one === "open" ? address : `${address}?show=${one}`}
          prefetch={false}
          scroll={false}
          aria-current={one === filter ? "true" : undefined}
          className={classes(
            "inline-flex min-h-6 items-center gap-1 rounded-full border px-2.5 py-[3px] text-xs",
            one === filter ? "border-ink bg-ink text-paper" : "border-line-strong bg-raised text-ink-2 hover:text-ink",
          )}
        >
          {t(one)} <span className="tabular-nums">{counts[one]}</span>
        </Link>
      ))}
    </nav>
  )
}

interface OnArticleProps {
  actor: Actor
  list: ThreadList
  start: ThreadActs["startThread"]
}

function OnArticle({ actor, list: { article, nameable }, start }: OnArticleProps) {
  const t = useTranslations("comment.start")
  const key = `${actor.id}:${article.id}:comment`
  const { draft } = useDraft(key, "")
  const [writing, setWriting] = useState<"yes" | "no">("no")
  const may = lanesToStart(actor, article).length > 0
  useKeys({ "comment.write": may ? () => setWriting("yes") : null })
  const shortcut = useShortcut("comment.write")
  if (!may) return null
  if (writing === "yes" || draft)
    return (
      <div className="mt-5 rounded-[10px] border border-line bg-panel p-3">
        <StartForm
          draft={key}
          about={undefined}
          onKept={() => undefined}
          onDone={() => setWriting("no")}
          {...{ actor, article, nameable, start }}
        />
      </div>
    )
  return (
    <Button className="mt-5" aria-keyshortcuts={shortcut} onClick={() => setWriting("yes")}>
      {t("article")} <KeyCap act="comment.write" />
    </Button>
  )
}

interface NothingProps {
  isAuthor: boolean
  isFiltered: boolean
  galley: string
}

function Nothing({ isAuthor, isFiltered, galley }: NothingProps) {
  const t = useTranslations("comment.nothing")
  return (
    <EmptyState title={t("title")} action={<LinkButton href={galley}>{t("action")}</LinkButton>}>
      {t(isFiltered ? "filtered" : isAuthor ? "author" : "text")}
    </EmptyState>
  )
}
