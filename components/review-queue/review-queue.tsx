"use client"
/** The review screen: what waits for a person, one by one or as a list of which several are approved together. */
import { usePathname } from "next/navigation"
import { useTranslations } from "next-intl"
import { useMemo, useState, type ReactNode } from "react"
import { useReviewer } from "@/components/review/approvals"
import { watched } from "@/components/ui/connection"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/button"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { QueueFilter, ReviewItem, WaitingIn } from "@/lib/domain/review-item"
import type { DecideReview } from "@/lib/domain/round"
import { OneByOne } from "./one-by-one"
import { QueueBar, type View } from "./queue-bar"
import { useAddress } from "./use-address"
import { useOpened } from "./use-opened"
import { useQueue } from "./use-queue"

/** Most look at one after the other: what lists them comes when somebody comes near. */
const queueList = lateCode(() => import("./queue-list"))

export interface ReviewQueueProps {
  items: ReviewItem[]
  /** The claim to begin with, by its id. */
  start: string | undefined
  view: View
  filter: QueueFilter
  /** How much waits where, whatever the filter. */
  waiting: WaitingIn[]
  /** What else waits, beside the queue. */
  beside: ReactNode
  decide: Act<DecideReview, ClaimView>
}

export function ReviewQueue({ items, start, view: first, filter, waiting, beside, decide: sent }: ReviewQueueProps) {
  const { workspace } = useReviewer()
  const [view, setView] = useState(first)
  const queue = useQueue(items, start)
  const opened = useOpened()
  const decide = useMemo(() => watched(sent), [sent])
  const articles = `/w/${workspace}/articles`
  const { current } = queue
  useAddress(view === "list" ? { view, claim: null } : { view: null, claim: current?.claim.id ?? null })
  const single = (item: ReviewItem) => {
    queue.goTo(item)
    setView("one")
  }
  const nothing = view === "one" ? !current : queue.items.length + queue.refused.length === 0
  return (
    <div data-fills={view === "list" || "wide"} className="flex min-h-0 flex-1 flex-col break-words">
      <QueueBar {...{ view, filter, waiting, beside }} onView={setView} onNear={() => void queueList.bring()} />
      {nothing && <Nothing articles={articles} begun={queue.begun} filter={filter} />}
      {view === "one" && current && <OneByOne {...{ queue, current, opened, articles, decide }} />}
      {view === "list" && !nothing && (
        <Late code={queueList} given={{ queue, opened, single }} onMissing={() => setView("one")} />
      )}
    </div>
  )
}

interface NothingProps {
  articles: string
  begun: "yes" | "no"
  filter: QueueFilter
}

function Nothing({ articles, begun, filter }: NothingProps) {
  const t = useTranslations("reviews")
  const path = usePathname()
  if (filter.articleId !== undefined || filter.priority !== undefined)
    return (
      <Blank
        title={t(begun === "yes" ? "allDone.title" : "narrowed.title")}
        text={t(begun === "yes" ? "narrowed.done" : "narrowed.text")}
      >
        <LinkButton href={path}>{t("narrowed.all")}</LinkButton>
      </Blank>
    )
  const words = begun === "yes" ? "allDone" : "empty"
  return (
    <Blank title={t(`${words}.title`)} text={t(`${words}.text`)}>
      <LinkButton href={articles}>{t("empty.home")}</LinkButton>
    </Blank>
  )
}

function Blank({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState title={title} action={<div className="mt-2">{children}</div>}>
        {text}
      </EmptyState>
    </div>
  )
}
