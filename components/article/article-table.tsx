/** The articles of a desk and how far each is. On a narrow screen each row is a block; it stays a table to listeners. */
import { getTranslations } from "next-intl/server"
import type { ArticleSummary } from "@/lib/domain/article"
import { ArticleRow } from "./article-row"

const columns = ["article", "claims", "people", "standing", "due"] as const

const widths: Record<(typeof columns)[number], string> = {
  article: "",
  claims: "w-[15.5rem]",
  people: "w-[7rem]",
  standing: "w-[8.5rem]",
  due: "w-[10rem]",
}

export interface ArticleTableProps {
  items: ArticleSummary[]
  /** The address of the articles; each is below it. */
  articles: string
  label: string
}

export async function ArticleTable({ items, articles, label }: ArticleTableProps) {
  const t = await getTranslations("articles.column")
  return (
    <table role="table" aria-label={label} className="w-full table-fixed border-collapse max-panes:block">
      <thead role="rowgroup" className="max-panes:sr-only">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className={`border-b border-line-strong px-3 py-2.5 text-left text-xs leading-none font-semibold text-ink-3 ${widths[column]}`}
            >
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-panes:block max-panes:border-t max-panes:border-line">
        {items.map((article) => (
          <ArticleRow key={article.id} article={article} address={`${articles}/${article.id}`} />
        ))}
      </tbody>
    </table>
  )
}
