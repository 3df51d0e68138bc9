/** One article in the list. The whole row leads to it; the title is the link. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import { ChooseArticle } from "@/components/export/choosing-articles"
import { Cell } from "@/components/listing/cell"
import { Avatars } from "@/components/ui/avatar"
import type { ListedArticle } from "@/lib/domain/article"
import { can } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { ArticleMenu } from "./article-menu"
import { ClaimsBar } from "./claims-bar"
import { CoverageBar } from "./coverage-bar"
import { None } from "@/components/ui/none"
import { Due } from "./due-cell"
import { StandingBadge } from "./standing-badge"
import { TitleLink } from "./title-link"
import type { ArchiveActs } from "./use-archive"

export interface ArticleRowProps {
  article: ListedArticle
  address: string
  actor: Actor
  acts: ArchiveActs
}

export async function ArticleRow({ article, address, actor, acts }: ArticleRowProps) {
  const t = await getTranslations("articles")
  const { id, title, lead, archivedAt } = article
  const people = [...(lead ? [lead] : []), ...article.people.filter((one) => one.id !== lead?.id)]
  const authorIds = article.authors.flatMap(({ membershipId }) => membershipId ?? [])
  const archives = can(actor, "article.archive", { authorIds, leadId: lead?.id ?? null }) ? "may" : "not"
  return (
    <tr
      role="row"
      className="relative align-middle hover:bg-panel has-focus-visible:bg-panel max-panes:flex max-panes:flex-wrap max-panes:items-center max-panes:gap-x-4 max-panes:gap-y-2 max-panes:border-b max-panes:border-line max-panes:py-3.5 max-panes:pr-9"
    >
      <Cell>
        <ChooseArticle id={id} title={title} />
      </Cell>
      <Cell className="max-panes:w-[calc(100%-2.5rem)]">
        <TitleLink href={address} language={article.language}>
          {article.title}
        </TitleLink>
        <p className="mt-0.5 text-[0.78125rem] text-ink-3">
          <About article={article} />
        </p>
        {article.queries > 0 && <Queries article={article} address={address} actor={actor} />}
      </Cell>
      <Cell>
        <ClaimsBar counts={article.counts} />
      </Cell>
      <Cell className={article.coverage.sentences > 0 ? "" : "max-panes:hidden"}>
        <CoverageBar coverage={article.coverage} />
      </Cell>
      <Cell className={people.length > 0 ? "" : "max-panes:hidden"}>
        {people.length > 0 ? <Avatars people={people} limit={3} /> : <None>{t("nobody")}</None>}
      </Cell>
      <Cell>
        <StandingBadge
          standing={article.standing}
          claims={article.counts.total}
          open={article.counts.total - article.counts.approved}
        />
      </Cell>
      <Cell className={article.dueAt ? "" : "max-panes:hidden"}>
        <Due at={article.dueAt} />
      </Cell>
      {/* Above the link that lies over the row. */}
      <Cell className="z-10 px-0 text-right max-panes:absolute max-panes:right-0 max-panes:bottom-2 panes:relative">
        <ArticleMenu article={{ id, title, archivedAt }} address={address} archives={archives} acts={acts} />
      </Cell>
    </tr>
  )
}

/** What its author has yet to answer leads there, above the link that lies over the row. */
async function Queries({ article, address, actor }: Pick<ArticleRowProps, "article" | "address" | "actor">) {
  const t = await getTranslations("articles.queries")
  const isAuthor = article.authors.some(({ membershipId }) => membershipId === actor.id)
  return (
    <p className="relative z-10 mt-0.5 w-fit text-xs font-semibold text-mixed">
      <Link href={`${address}/comments?show=waiting`} prefetch={false} className="underline underline-offset-3">
        <span aria-hidden>? </span>
        {t(isAuthor ? "author" : "desk", { count: article.queries })}
      </Link>
    </p>
  )
}

/** Where it runs, when, how long. */
async function About({ article }: { article: ListedArticle }) {
  const [t, format] = await Promise.all([getTranslations("articles"), getFormatter()])
  // A calendar date has no zone: read in UTC it stays the day it is.
  const date = article.publishedOn
    ? format.dateTime(new Date(article.publishedOn), { dateStyle: "medium", timeZone: "UTC" })
    : t("importedOn", { date: format.dateTime(new Date(article.createdAt), { dateStyle: "medium" }) })
  const words = t("words", { count: article.words })
  const kind = article.kind === "copy" ? t("kind.copy") : null
  return [article.publisher ?? article.section, date, words, kind].filter(Boolean).join(" · ")
}
