"use client"
/** What was to be imported is there already: the article that it became. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ImportResult } from "@/lib/domain/article"

export interface AlreadyHereProps {
  there: ImportResult
  articles: string
  onOpen: () => void
  what?: "text" | "page"
}

export function AlreadyHere({ there, articles, onOpen, what = "text" }: AlreadyHereProps) {
  const t = useTranslations("import")
  return (
    <p className="rounded-lg border-l-3 border-unproven bg-unproven-soft px-3 py-2 text-ui text-ink">
      {t(what === "page" ? "alreadyPage" : "already")}{" "}
      <Link
        href={`${articles}/${there.articleId}`}
        onClick={onOpen}
        className="font-semibold underline underline-offset-3"
      >
        {t("openIt", { title: there.title })}
      </Link>
    </p>
  )
}
