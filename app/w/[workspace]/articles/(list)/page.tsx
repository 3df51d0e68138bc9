/** The articles of the desk, and how they come in. */
import type { Metadata } from "next"
import { getNow, getTimeZone, getTranslations } from "next-intl/server"
import { ArticleTable } from "@/components/article/article-table"
import { GroupChips } from "@/components/article/group-chips"
import { ListFilters } from "@/components/article/list-filters"
import { NoArticles } from "@/components/article/no-articles"
import { ChoosingArticles } from "@/components/export/choosing-articles"
import { ImportArea } from "@/components/import/import-area"
import { askedIn, type Asked } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { ListPager } from "@/components/listing/list-pager"
import { Words } from "@/components/shell/words"
import { countArticles, listArticles, listSections } from "@/lib/desk/article-list"
import { listExports } from "@/lib/desk/many-exports"
import { listCheckers } from "@/lib/desk/people"
import { ARTICLE_ORDERS, ArticleGroup, ArticleQuestion, filterOf, type GroupCounts } from "@/lib/domain/article-list"
import { can } from "@/lib/domain/policy"
import type { Profile } from "@/lib/domain/profile"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import {
  answerImport,
  archiveArticle,
  askExport,
  restoreArticle,
  stopExport,
  stopImports,
  trackedChanges,
} from "../actions"

interface ArticlesPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** So many fill a few screens; who looks for an older one searches. */
const PAGE = 50

const acts = { archiveArticle, restoreArticle }
const exporting = { askExport, stopExport }
const intake = { answerImport, stopImports, trackedChanges }

const NAMES = [...ArticleQuestion.keyof().options, "after"]

export async function generateMetadata({ params }: ArticlesPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("articles")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function ArticlesPage({ params, searchParams }: ArticlesPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const asked = askedIn(given, NAMES)
  const question = ArticleQuestion.parse(asked)
  const [{ items, next, counts, ...choices }, exports, t] = await Promise.all([
    listed(actor, asked, question),
    listExports(actor),
    getTranslations("articles"),
  ])
  const articles = `/w/${slug}/articles`
  const filtered = Object.keys(asked).some((name) => !["show", "sort", "after"].includes(name)) ? "yes" : "no"
  const isBlank = filtered === "no" && counts.all + counts.archived === 0
  const words = { label: t("pages"), first: t("first"), next: t("next") }
  return (
    <Words of={["articles", "archive", "export", "import", "keys", "notice"]}>
      <AskedProvider asked={asked}>
        <div className="mx-auto w-full max-w-[90rem] px-4 py-6 sm:px-6 sm:py-7">
          <Heading actor={actor} slug={slug} articles={articles} />
          {!isBlank && (
            <>
              <GroupChips
                {...{ path: articles, asked, counts, shown: question.show, groups: groupsFor(actor, counts, question) }}
              />
              <ListFilters {...choices} />
            </>
          )}
          <p role="status" className={filtered === "yes" && items.length > 0 ? "mb-1 text-ui text-ink-3" : "sr-only"}>
            {t("found", { count: counts[question.show] })}
          </p>
          <Found>
            <ChoosingArticles
              {...exportsOf(actor)}
              {...{ exports, ids: items.map(({ id }) => id), route: `/w/${slug}/exports`, acts: exporting }}
            >
              {items.length > 0 ? (
                <ArticleTable {...{ items, articles, asked, actor, acts }} label={t("title")} sort={question.sort} />
              ) : (
                <NoArticles filtered={filtered} group={question.show} articles={articles} can={canDo(actor)} />
              )}
            </ChoosingArticles>
            <ListPager path={articles} asked={asked} next={next} words={words} />
          </Found>
        </div>
      </AskedProvider>
    </Words>
  )
}

async function Heading({ actor, slug, articles }: { actor: Actor; slug: string; articles: string }) {
  const t = await getTranslations("articles")
  const heading = <h1 className="heading-page">{t("title")}</h1>
  if (!can(actor, "article.import")) return <div className="mb-4">{heading}</div>
  return <ImportArea {...{ heading, articles }} me={actor.id} route={`/api/uploads/${slug}`} acts={intake} />
}

/** A page of the list, how many there are besides, and what can be asked for. */
async function listed(actor: Actor, asked: Asked, question: ArticleQuestion) {
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  const filter = filterOf(question, { now, zone })
  const [page, counts, sections, checkers] = await Promise.all([
    listArticles(actor, { ...filter, order: ARTICLE_ORDERS[question.sort], cursor: asked.after, limit: PAGE }),
    countArticles(actor, filter),
    listSections(actor),
    can(actor, "desk.read") ? listCheckers(actor) : [],
  ])
  return { ...page, counts, sections, checkers }
}

/** What of many articles at once somebody may ask for: of each it is looked at by itself. */
function exportsOf(actor: Actor) {
  const led = { authorIds: [], leadId: actor.id }
  const profiles: Profile[] = can(actor, "article.exportInternal", led) ? ["public", "internal"] : ["public"]
  return { profiles, legal: can(actor, "comment.readLegal", led) ? "may" : "not" } as const
}

const NOBODYS = { authorIds: [], leadId: null }

/** The groups that say something to a person: their own where they check, what is signed off where anything is. */
function groupsFor(actor: Actor, counts: GroupCounts, { show }: ArticleQuestion): ArticleGroup[] {
  return ArticleGroup.options.filter((group) => {
    if (group === "mine") return can(actor, "claim.mark", NOBODYS) || show === group
    return group !== "signed_off" || counts.signed_off > 0 || show === group
  })
}

function canDo(actor: Actor): "import" | "author" | "wait" {
  if (can(actor, "article.import")) return "import"
  return actor.role === "author" ? "author" : "wait"
}
