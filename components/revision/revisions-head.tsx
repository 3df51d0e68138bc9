/** Over the texts of an article: whose they are, and which one is worked on. */
import { useTranslations } from "next-intl"
import { ArticleHead } from "@/components/article/article-head"
import type { RevisionList } from "@/lib/domain/revision"

export function RevisionsHead({ article, current, galley }: Omit<RevisionList, "revisions"> & { galley: string }) {
  const t = useTranslations("revisions")
  return (
    <ArticleHead article={article} screen={t("title")} galley={galley}>
      <p className="text-ui text-ink-2">{t("summary", { count: current.number })}</p>
    </ArticleHead>
  )
}
