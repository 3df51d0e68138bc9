/** The articles of the desk, and how they come in. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { ArticleSearch } from "@/components/article/article-search"
import { ArticleTable } from "@/components/article/article-table"
import { NoArticles } from "@/components/article/no-articles"
import { Pager } from "@/components/article/pager"
import { ImportArea } from "@/components/import/import-area"
import { Words } from "@/components/shell/words"
import { listArticles } from "@/lib/desk/article-list"
import { can } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"

interface ArticlesPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** So many fill a few screens; who looks for an older one searches. */
const PAGE = 50

export async function generateMetadata({ params }: ArticlesPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("articles")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function ArticlesPage({ params, searchParams }: ArticlesPageProps) {
  const [{ workspace: slug }, asked] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const { query, after } = askedFor(asked)
  const [{ items, next }, t] = await Promise.all([
    listArticles(actor, { query, limit: PAGE, ...(after && { cursor: after }) }),
    getTranslations("articles"),
  ])
  const articles = `/w/${slug}/articles`
  const imports = can(actor, "article.import")
  const heading = <h1 className="heading-page">{t("title")}</h1>
  const blank = items.length === 0 && !query && !after
  return (
    <Words of={["articles", "import", "notice"]}>
      <div className="mx-auto w-full max-w-[73.75rem] px-4 py-6 sm:px-6 sm:py-7">
        {imports ? (
          <ImportArea heading={heading} me={actor.id} route={`/api/uploads/${slug}/articles`} articles={articles} />
        ) : (
          <div className="mb-4">{heading}</div>
        )}
        {!blank && <ArticleSearch query={query} />}
        <p role="status" className={query && items.length > 0 ? "mb-2 text-ui text-ink-3" : "sr-only"}>
          {query && t(next ? "foundMore" : "found", { query, count: items.length })}
        </p>
        {items.length > 0 ? (
          <ArticleTable items={items} articles={articles} label={t("title")} />
        ) : (
          <NoArticles query={query} articles={articles} can={canDo(actor)} />
        )}
        <Pager articles={articles} query={query} after={after} next={next} />
      </div>
    </Words>
  )
}

function canDo(actor: Actor): "import" | "author" | "wait" {
  if (can(actor, "article.import")) return "import"
  return actor.role === "author" ? "author" : "wait"
}

/** What stands in the address: words to look for, and where the page begins. */
function askedFor({ q, after }: Record<string, string | string[] | undefined>) {
  return { query: one(q).trim().slice(0, 200), after: cursorOf(one(after)) }
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : ""
}

/** A cursor is an article's id; anything else begins at the start. */
function cursorOf(value: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null
}
