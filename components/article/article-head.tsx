/** Over a screen of an article: the way back to its text, what is seen here, and of which article. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { KeyCap } from "@/components/keys/key-cap"

export interface ArticleHeadProps {
  article: { title: string; language: string; archivedAt: string | null }
  /** What the screen shows of it, for its heading. */
  screen: string
  /** The address of the galley. */
  galley: string
  children: ReactNode
}

export function ArticleHead({ article, screen, galley, children }: ArticleHeadProps) {
  const t = useTranslations("ui.article")
  return (
    <header className="flex min-w-0 flex-col gap-2">
      <p className="text-xs font-semibold text-ink-2">
        <Link href={galley} className="inline-flex items-center gap-1.5 underline hover:text-ink">
          {t("back")}
          <KeyCap act="text.back" />
        </Link>
      </p>
      <h1 className="heading-page text-pretty wrap-anywhere hyphens-auto" title={article.title}>
        <span aria-hidden className="mb-0.5 block font-sans text-xs font-semibold text-ink-2">
          {screen}
        </span>
        <span className="sr-only">{screen}: </span>
        <span lang={article.language} dir="auto">
          {article.title}
        </span>
      </h1>
      {children}
      {article.archivedAt && <p className="rounded-lg bg-panel px-3 py-2 text-ui">{t("archived")}</p>}
    </header>
  )
}
