/** Over a board: which article it is, where it stands, until when, who leads it, and how far it is. */
import { getTranslations } from "next-intl/server"
import { ArticleHead } from "@/components/article/article-head"
import { Due } from "@/components/article/due-cell"
import { StandingBadge } from "@/components/article/standing-badge"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { ArticleBoard } from "@/lib/domain/board"

export async function BoardHead({ board, galley }: { board: ArticleBoard; galley: string }) {
  const t = await getTranslations("board")
  const { article, coverage, total } = board
  const looked = coverage.checked + coverage.nothing_to_check
  return (
    <ArticleHead article={article} screen={t("title")} galley={galley}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ui text-ink-2">
        <StandingBadge standing={article.standing} claims={total} open={total - board.passed} />
        <span className="inline-flex gap-1.5">
          <span className="text-ink-3">{t("due")}</span>
          <Due at={article.dueAt} />
        </span>
        {article.lead && (
          <span className="inline-flex gap-1.5">
            <span className="text-ink-3">{t("lead")}</span>
            {article.lead.name}
          </span>
        )}
        {total > 0 && <Progress board={board} />}
        {coverage.sentences > 0 && <span>{t("looked", { done: looked, total: coverage.sentences })}</span>}
      </div>
    </ArticleHead>
  )
}

async function Progress({ board: { passed, checked, total, inReview } }: { board: ArticleBoard }) {
  const t = await getTranslations("board")
  const label = t("progress", { passed, checked, total })
  return (
    <span className="inline-flex items-center gap-2.5 whitespace-nowrap">
      <ProgressBar
        label={label}
        className="max-sm:w-24"
        segments={[
          { tone: "true", count: passed - checked },
          { tone: "unproven", count: checked },
          { tone: "review", count: inReview },
          { tone: "open", count: total - passed - inReview },
        ]}
      />
      <span>{label}</span>
    </span>
  )
}
