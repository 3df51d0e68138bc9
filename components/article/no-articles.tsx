/** What the list says when it is empty: the first step for who can take it, what to wait for otherwise. */
import { getTranslations } from "next-intl/server"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/button"

export interface NoArticlesProps {
  query: string
  articles: string
  /** What the reader can do about it. */
  can: "import" | "wait" | "author"
}

export async function NoArticles({ query, articles, can }: NoArticlesProps) {
  const t = await getTranslations("articles")
  if (!query) return <EmptyState title={t("empty.title")}>{t(`empty.${can}`)}</EmptyState>
  return (
    <EmptyState
      title={t("noMatch.title", { query })}
      action={
        <LinkButton href={articles} className="mt-1">
          {t("clearSearch")}
        </LinkButton>
      }
    >
      {t("noMatch.text")}
    </EmptyState>
  )
}
