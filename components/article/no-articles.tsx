/** What the list says when it is empty: how the first article comes in, or why none is here and where the others are. */
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/button"
import type { ArticleGroup } from "@/lib/domain/article-list"

export interface NoArticlesProps {
  /** Whether more than a group was asked for. */
  filtered: "yes" | "no"
  group: ArticleGroup
  articles: string
  /** What the reader can do about it. */
  can: "import" | "author" | "wait"
}

export async function NoArticles({ filtered, group, articles, can }: NoArticlesProps) {
  const t = await getTranslations("articles")
  const toAll = (
    <LinkButton href={articles} className="mt-1">
      {t("toAll")}
    </LinkButton>
  )
  if (filtered === "yes") {
    return (
      <EmptyState title={t("noMatch.title")} action={toAll}>
        {t("noMatch.text")}
      </EmptyState>
    )
  }
  if (group !== "all") {
    return (
      <EmptyState title={t(`none.${group}.title`)} action={toAll}>
        {t(`none.${group}.text`)}
      </EmptyState>
    )
  }
  return <EmptyState title={t("empty.title")}>{can === "import" ? <Steps /> : t(`empty.${can}`)}</EmptyState>
}

/** From nothing to the first verdict that waits for somebody else. */
async function Steps() {
  const t = await getTranslations("articles.empty")
  const key = (name: ReactNode) => <kbd className="font-sans font-semibold text-ink">{name}</kbd>
  return (
    <ol className="flex list-decimal flex-col gap-2 pl-5 text-left">
      {(["first", "second", "third"] as const).map((step) => (
        <li key={step}>{t.rich(step, { key })}</li>
      ))}
    </ol>
  )
}
