/** Over a board: which article it is, where it stands, until when, who leads it, and how far it is. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Due } from "@/components/article/due-cell"
import { StandingBadge } from "@/components/article/standing-badge"
import { KeyCap } from "@/components/keys/key-cap"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { ArticleBoard } from "@/lib/domain/board"

export async function BoardHead({ board, galley }: { board: ArticleBoard; galley: string }) {
  const t = await getTranslations("board")
  const { article, coverage, total } = board
  const looked = coverage.checked + coverage.nothing_to_check
  return (
    <header className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2 text-xs font-semibold text-ink-2">
        <Link href={galley} className="inline-flex items-center gap-1.5 underline hover:text-ink">
          {t("back")}
          <KeyCap act="text.back" />
        </Link>
      </p>
      <h1 className="heading-page text-pretty wrap-anywhere hyphens-auto" title={article.title}>
        <span className="sr-only">{t("title")}: </span>
        <span lang={article.language} dir="auto">
          {article.title}
        </span>
      </h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ui text-ink-2">
        <StandingBadge standing={article.standing} claims={total} />
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
      {article.archivedAt && <p className="rounded-lg bg-panel px-3 py-2 text-ui">{t("archived")}</p>}
    </header>
  )
}

async function Progress({ board: { approved, total, inReview } }: { board: ArticleBoard }) {
  const t = await getTranslations("board")
  const label = t("progress", { approved, total })
  return (
    <span className="inline-flex items-center gap-2.5 whitespace-nowrap">
      <ProgressBar
        label={label}
        className="max-sm:w-24"
        segments={[
          { tone: "true", count: approved },
          { tone: "review", count: inReview },
          { tone: "open", count: total - approved - inReview },
        ]}
      />
      <span>{label}</span>
    </span>
  )
}
