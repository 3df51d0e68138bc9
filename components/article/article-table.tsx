/** The articles of a desk and how far each is. On a narrow screen each row is a block; it stays a table to listeners. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { addressOf, askedWith, type Asked } from "@/components/listing/address"
import type { ListedArticle } from "@/lib/domain/article"
import type { ArticleSort } from "@/lib/domain/article-list"
import type { Actor } from "@/lib/domain/workspace"
import { ChooseAllArticles } from "@/components/export/choosing-articles"
import { ArticleRow } from "./article-row"
import type { ArchiveActs } from "./use-archive"

const columns = ["choose", "article", "claims", "coverage", "people", "standing", "due", "menu"] as const
type Column = (typeof columns)[number]

const widths: Record<Column, string> = {
  choose: "w-10",
  article: "",
  claims: "w-[14.5rem]",
  coverage: "w-[8rem]",
  people: "w-[6.75rem]",
  standing: "w-[10rem]",
  due: "w-[9rem]",
  menu: "w-10",
}

/** The orders of a column, up and down. */
const orders: Partial<Record<Column, [up: ArticleSort, down: ArticleSort]>> = {
  article: ["title", "title_down"],
  claims: ["least_done", "most_done"],
  due: ["due", "latest"],
}

export interface ArticleTableProps {
  items: ListedArticle[]
  /** The address of the articles; each is below it. */
  articles: string
  label: string
  asked: Asked
  sort: ArticleSort
  actor: Actor
  acts: ArchiveActs
}

export function ArticleTable({ items, articles, label, asked, sort, actor, acts }: ArticleTableProps) {
  return (
    <>
      <ChooseAllArticles />
      <table role="table" aria-label={label} className="w-full table-fixed border-collapse max-panes:block">
        <thead role="rowgroup" className="max-panes:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <Head key={column} column={column} articles={articles} asked={asked} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-panes:block max-panes:border-t max-panes:border-line">
          {items.map((article) => (
            <ArticleRow
              key={article.id}
              article={article}
              address={`${articles}/${article.id}`}
              actor={actor}
              acts={acts}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

type HeadProps = Pick<ArticleTableProps, "articles" | "asked" | "sort"> & { column: Column }

/** The head of a column: where the list can go by it, pressing it does, and once more turns it round. */
async function Head({ column, articles, asked, sort }: HeadProps) {
  const t = await getTranslations("articles")
  const [up, down] = orders[column] ?? []
  const way = sort === up ? "ascending" : sort === down ? "descending" : undefined
  const name = t(`column.${column}`)
  const next = way === "ascending" ? down : up
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={next && (way ?? "none")}
      className={`border-b border-line-strong px-3 py-2.5 text-left text-xs leading-none font-semibold text-ink-3 ${widths[column]}`}
    >
      {next ? (
        <Link
          href={addressOf(articles, askedWith(asked, { sort: next }))}
          prefetch={false}
          scroll={false}
          title={t(`sort.${next}`)}
          className="inline-flex items-center gap-1 rounded-sm py-0.5 hover:text-ink"
        >
          {name}
          <span aria-hidden className={way ? "" : "opacity-0"}>
            {way === "descending" ? "↓" : "↑"}
          </span>
        </Link>
      ) : (
        <span className={column === "menu" || column === "choose" ? "sr-only" : ""}>{name}</span>
      )}
    </th>
  )
}
