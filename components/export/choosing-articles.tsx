"use client"
/** Choosing articles of the page, to export many of them at once. The table is the server's: its boxes are here. */
import { useTranslations } from "next-intl"
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react"
import { nothingChosen, toggled, toggledAll, toggledUpTo, type Choice } from "@/components/listing/choosing"
import { useAnnounce } from "@/components/ui/announcer"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { standOn } from "@/components/ui/rows"
import type { ExportView } from "@/lib/domain/many-exports"
import type { Exporting } from "./chosen-articles"
import { ExportsUnderWay } from "./exports-under-way"
import { useExports, type ExportActs } from "./use-exports"

/** Comes when the first article is chosen. */
const chosenBar = lateCode(() => import("./chosen-articles"))

interface Choosing {
  chosen: ReadonlySet<string>
  ids: readonly string[]
  toggle: (id: string, upTo: "alone" | "all up to it") => void
  toggleAll: () => void
}

const Context = createContext<Choosing>({
  ...{ chosen: new Set(), ids: [] },
  ...{ toggle: () => undefined, toggleAll: () => undefined },
})

export interface ChoosingArticlesProps extends Omit<Exporting, "articleIds" | "ask" | "drop"> {
  /** The articles of the page, in their order. */
  ids: readonly string[]
  /** What was asked for before. */
  exports: ExportView[]
  /** Below which archives are fetched. */
  route: string
  acts: ExportActs
  children: ReactNode
}

export function ChoosingArticles({ ids, exports, route, acts, children, ...offered }: ChoosingArticlesProps) {
  const t = useTranslations("export.many")
  const announce = useAnnounce()
  const [choice, setChoice] = useState(nothingChosen)
  const { all, ask, stop } = useExports(exports, route, acts)
  const chooseMany = (next: Choice) => {
    setChoice(next)
    announce(t("chosen", { count: next.chosen.size }))
  }
  // Of another page none is chosen: what is not in sight goes nowhere.
  const articleIds = ids.filter((id) => choice.chosen.has(id))
  const drop = () => setChoice(nothingChosen)
  const [section, askAndShow] = useShowing(all, ask)
  const stopAndStay = async (exportId: string) => {
    if ((await stop(exportId)) === "stays") return
    const isLast = all.every(({ id }) => id === exportId)
    if (isLast) standOn(document.querySelector<HTMLElement>("main h1"))
    else section.current?.focus({ preventScroll: true })
  }
  const choosing: Choosing = {
    ...{ chosen: new Set(articleIds), ids },
    toggle: (id, upTo) =>
      upTo === "alone" ? setChoice(toggled(choice, id)) : chooseMany(toggledUpTo(choice, id, ids)),
    toggleAll: () => chooseMany(toggledAll(choice, ids)),
  }
  return (
    <Context value={choosing}>
      <ExportsUnderWay ref={section} exports={all} route={route} stop={stopAndStay} />
      {children}
      {articleIds.length > 0 && (
        <Late code={chosenBar} given={{ ...offered, articleIds, ask: askAndShow, drop }} onMissing={drop} />
      )}
    </Context>
  )
}

/** What was asked for is shown once it is there: whoever chose at the end of a long list would not see it. */
function useShowing(all: ExportView[], ask: Exporting["ask"]) {
  const section = useRef<HTMLElement>(null)
  const isAwaited = useRef(false)
  useEffect(() => {
    if (!isAwaited.current) return
    isAwaited.current = false
    section.current?.scrollIntoView({ block: "nearest" })
    // The dialog gives the focus back first; the button that opened it may be gone.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) section.current?.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
  }, [all])
  const askAndShow: Exporting["ask"] = async (articleIds, choice) => {
    const wrong = await ask(articleIds, choice)
    isAwaited.current = wrong === null
    return wrong
  }
  return [section, askAndShow] as const
}

/** Above the link that lies over its row, and with room around it for a thumb. */
export function ChooseArticle({ id, title }: { id: string; title: string }) {
  const t = useTranslations("export.many")
  const { chosen, toggle } = useContext(Context)
  return (
    <label className="relative z-10 -m-2 inline-flex p-2">
      <input
        type="checkbox"
        className="size-4 accent-ink"
        aria-label={t("choose", { title })}
        checked={chosen.has(id)}
        // A click says whether Shift is held, by key as well as by mouse.
        onClick={(event) => toggle(id, event.shiftKey ? "all up to it" : "alone")}
        onChange={() => undefined}
      />
    </label>
  )
}

export function ChooseAllArticles() {
  const t = useTranslations("export.many")
  const { chosen, ids, toggleAll } = useContext(Context)
  return (
    <label className="mb-1 inline-flex min-h-7 items-center gap-2 pl-3 text-xs text-ink-2 max-panes:pl-0">
      <input
        type="checkbox"
        className="size-4 accent-ink"
        checked={chosen.size === ids.length}
        ref={(box) => {
          if (box) box.indeterminate = chosen.size > 0 && chosen.size < ids.length
        }}
        onChange={toggleAll}
      />
      {t("chooseAll")}
    </label>
  )
}
