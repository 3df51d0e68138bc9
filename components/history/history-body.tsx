/** A history with its filters, its pages, and the ways to have it as a file. */
import { Download } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { ListPager } from "@/components/listing/list-pager"
import { buttonClasses, LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { HistoryFormat, type HistoryPage } from "@/lib/domain/history"
import type { Person } from "@/lib/domain/workspace"
import { HistoryFilters } from "./history-filters"
import { HistoryList } from "./history-list"

export interface HistoryBodyProps {
  page: HistoryPage
  people: Person[]
  asked: Record<string, string>
  /** The address of this history. */
  path: string
  /** The address of the workspace. */
  home: string
  of: "desk" | "article"
}

export async function HistoryBody({ page: { items, next }, people, asked, path, home, of }: HistoryBodyProps) {
  const t = await getTranslations("history")
  const { after: _, ...question } = asked
  const words = { label: t("pages.label"), first: t("pages.first"), next: t("pages.next") }
  return (
    <AskedProvider asked={asked}>
      <HistoryFilters people={people} />
      <Found>
        {items.length > 0 ? (
          <>
            <Files path={path} question={question} />
            <HistoryList {...{ items, home, of }} />
          </>
        ) : (
          <EmptyState title={t("none.title")} action={<LinkButton href={path}>{t("none.action")}</LinkButton>}>
            {t("none.text")}
          </EmptyState>
        )}
        <ListPager path={path} asked={asked} next={next} words={words} />
      </Found>
    </AskedProvider>
  )
}

/** All that is asked for, not this page alone. */
async function Files({ path, question }: { path: string; question: Record<string, string> }) {
  const t = await getTranslations("history")
  return (
    <p className="mb-3 -ml-2 flex flex-wrap items-center gap-x-1">
      {HistoryFormat.options.map((format) => (
        <a
          key={format}
          href={addressOf(`${path}/export`, { ...question, format })}
          download
          className={buttonClasses("quiet", "small")}
        >
          <Download aria-hidden className="size-3.5" />
          {t(`file.${format}`)}
        </a>
      ))}
    </p>
  )
}
