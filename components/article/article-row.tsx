/** One article in the list. The whole row leads to it; the title is the link. */
import { getFormatter, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Avatars } from "@/components/ui/avatar"
import { classes } from "@/components/ui/classes"
import type { ArticleSummary } from "@/lib/domain/article"
import { ClaimsBar } from "./claims-bar"
import { None } from "@/components/ui/none"
import { Due } from "./due-cell"
import { StandingBadge } from "./standing-badge"
import { TitleLink } from "./title-link"

export async function ArticleRow({ article, address }: { article: ArticleSummary; address: string }) {
  const t = await getTranslations("articles")
  return (
    <tr
      role="row"
      className="relative hover:bg-panel has-focus-visible:bg-panel max-panes:flex max-panes:flex-wrap max-panes:items-center max-panes:gap-x-4 max-panes:gap-y-2 max-panes:border-b max-panes:border-line max-panes:py-3.5"
    >
      <Cell className="max-panes:w-full">
        <TitleLink href={address} language={article.language}>
          {article.title}
        </TitleLink>
        <p className="mt-0.5 text-[0.78125rem] text-ink-3">
          <About article={article} />
        </p>
      </Cell>
      <Cell>
        <ClaimsBar counts={article.counts} />
      </Cell>
      <Cell className={article.people.length > 0 ? "" : "max-panes:hidden"}>
        {article.people.length > 0 ? <Avatars people={article.people} /> : <None>{t("nobody")}</None>}
      </Cell>
      <Cell>
        <StandingBadge standing={article.standing} claims={article.counts.total} />
      </Cell>
      <Cell className={article.dueAt ? "" : "max-panes:hidden"}>
        <Due at={article.dueAt} />
      </Cell>
    </tr>
  )
}

function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <td
      role="cell"
      className={classes("px-3 py-3.5 align-middle panes:border-b panes:border-line max-panes:p-0", className)}
    >
      {children}
    </td>
  )
}

/** Where it runs, when, how long. */
async function About({ article }: { article: ArticleSummary }) {
  const [t, format] = await Promise.all([getTranslations("articles"), getFormatter()])
  // A calendar date has no zone: read in UTC it stays the day it is.
  const date = article.publishedOn
    ? format.dateTime(new Date(article.publishedOn), { dateStyle: "medium", timeZone: "UTC" })
    : t("importedOn", { date: format.dateTime(new Date(article.createdAt), { dateStyle: "medium" }) })
  const words = t("words", { count: article.words })
  const kind = article.kind === "copy" ? t("kind.copy") : null
  return [article.publisher ?? article.section, date, words, kind].filter(Boolean).join(" · ")
}
