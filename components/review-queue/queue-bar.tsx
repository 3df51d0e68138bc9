"use client"
/** Over the queue: one by one or as a list, and which part of it. What is chosen stands in the address. */
import { usePathname, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useTransition, type ReactNode } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Chips } from "@/components/ui/chip"
import { classes } from "@/components/ui/classes"
import { Select } from "@/components/ui/select"
import type { QueueFilter, WaitingIn } from "@/lib/domain/review-item"

export const views = ["one", "list"] as const
export type View = (typeof views)[number]

export interface QueueBarProps {
  view: View
  onView: (view: View) => void
  /** Somebody comes near to what changes the view. */
  onNear: () => void
  filter: QueueFilter
  waiting: readonly WaitingIn[]
  /** What else waits, beside the queue. */
  beside: ReactNode
}

/** A queue that one sees the end of needs no filters. */
const LONG = 8

export function QueueBar({ view, onView, onNear, filter, waiting, beside }: QueueBarProps) {
  const t = useTranslations("reviews")
  const total = waiting.reduce((sum, one) => sum + one.count, 0)
  if (total === 0 && !beside) return null
  const isNarrowed = filter.articleId !== undefined || filter.priority !== undefined
  const options = views.map((value) => ({ value, label: t(`view.${value}`) }))
  return (
    <div
      onPointerEnter={onNear}
      onFocus={onNear}
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-paper px-4 py-2 print:hidden"
    >
      {total > 0 && <Chips label={t("view.label")} options={options} value={view} onChoose={onView} />}
      {(total > LONG || isNarrowed) && <Filters filter={filter} waiting={waiting} />}
      {beside}
    </div>
  )
}

function Filters({ filter, waiting }: Pick<QueueBarProps, "filter" | "waiting">) {
  const t = useTranslations("reviews")
  const { busy, narrow } = useNarrowing()
  const announce = useAnnounce()
  const choose = (wanted: { article: string; priority: string }) => {
    narrow(wanted)
    announce(t("filter.found", { count: countOf(waiting, wanted) }))
  }
  const { articleId } = filter
  const now = { article: articleId ?? "", priority: filter.priority ? `${filter.priority}` : "" }
  const options = articleOptions(waiting, filter)
  const isListed = !articleId || options.some(({ value }) => value === articleId)
  // Where nothing waits any more there is nothing to call it by.
  const articles = isListed ? options : [...options, { value: articleId, label: t("filter.thisArticle") }]
  return (
    <search aria-busy={busy} className={classes("flex min-w-0 gap-2 max-sm:w-full", busy && "animate-pulse")}>
      <div className="min-w-0 max-sm:flex-3 sm:w-56">
        <Select
          label={t("filter.article")}
          labelled="hidden"
          options={[{ value: "", label: t("filter.allArticles") }, ...articles]}
          value={now.article}
          onChoose={(article) => choose({ ...now, article })}
        />
      </div>
      <div className="min-w-0 max-sm:flex-2 sm:w-40">
        <Select
          label={t("filter.priority")}
          labelled="hidden"
          options={[
            { value: "", label: t("filter.allPriorities") },
            ...(["1", "2", "3"] as const).map((value) => ({ value, label: t(`priority.p${value}`) })),
          ]}
          value={now.priority}
          onChoose={(priority) => choose({ ...now, priority })}
        />
      </div>
    </search>
  )
}

/** How much waits of what is asked for; an empty word asks for all. */
function countOf(waiting: readonly WaitingIn[], { article, priority }: { article: string; priority: string }): number {
  return waiting
    .filter((one) => (!article || one.article.id === article) && (!priority || `${one.priority}` === priority))
    .reduce((sum, one) => sum + one.count, 0)
}

/** Articles in which something waits, the one that is looked at too; each with how much of the chosen priority. */
function articleOptions(waiting: readonly WaitingIn[], { articleId, priority }: QueueFilter) {
  const counts = new Map<string, { title: string; count: number }>()
  for (const one of waiting) {
    const counted = priority === undefined || one.priority === priority ? one.count : 0
    const before = counts.get(one.article.id)?.count ?? 0
    counts.set(one.article.id, { title: one.article.title, count: before + counted })
  }
  return [...counts]
    .filter(([id, { count }]) => count > 0 || id === articleId)
    .map(([value, { title, count }]) => ({ value, label: `${title} (${count})` }))
}

function useNarrowing() {
  const router = useRouter()
  const path = usePathname()
  const [busy, start] = useTransition()
  const narrow = (changes: Record<string, string>) => {
    const asked = new URLSearchParams(window.location.search)
    asked.delete("claim")
    for (const [name, value] of Object.entries(changes)) {
      if (value) asked.set(name, value)
      else asked.delete(name)
    }
    start(() => router.replace(asked.size > 0 ? `${path}?${asked.toString()}` : path, { scroll: false }))
  }
  return { busy, narrow }
}
