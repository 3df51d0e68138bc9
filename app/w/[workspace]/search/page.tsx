/** Everything that is written at a desk, by its words: what is asked for stands in the address. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { askedIn } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { ListPager } from "@/components/listing/list-pager"
import { FoundList } from "@/components/search/found-list"
import { SearchFilters } from "@/components/search/search-filters"
import { Words } from "@/components/shell/words"
import { EmptyState } from "@/components/ui/empty-state"
import { listSections } from "@/lib/desk/article-list"
import { articleTitles } from "@/lib/desk/claim-list"
import { articleLanguages, searchTexts } from "@/lib/desk/full-text"
import { listPeople } from "@/lib/desk/people"
import { MOST_OF_A_KIND, TextFilters } from "@/lib/domain/full-text"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"

interface SearchPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NAMES = [...TextFilters.keyof().options, "after"]

export async function generateMetadata({ params, searchParams }: SearchPageProps): Promise<Metadata> {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { workspace } = await signedInTo(slug)
  const t = await getTranslations("search")
  const { q } = TextFilters.parse(askedIn(given, NAMES))
  return { title: q ? t("titleFor", { query: q }) : t("inWorkspace", { workspace: workspace.name }) }
}

export default async function SearchPage({ params, searchParams }: SearchPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const asked = askedIn(given, NAMES)
  const filters = TextFilters.parse(asked)
  const [t, { items, next, counts, more }, articles, sections, languages, people] = await Promise.all([
    getTranslations("search"),
    searchTexts(actor, filters, { cursor: asked.after }),
    articleTitles(actor),
    listSections(actor),
    articleLanguages(actor),
    can(actor, "desk.read") ? listPeople(actor) : [],
  ])
  const [home, path] = [`/w/${slug}`, `/w/${slug}/search`]
  const words = { label: t("pages.label"), first: t("pages.first"), next: t("pages.next") }
  const count = filters.kind ? counts[filters.kind] : Object.values(counts).reduce((sum, one) => sum + one, 0)
  const isMore = filters.kind ? more.includes(filters.kind) : more.length > 0
  return (
    <Words of={["search", "claim"]}>
      <AskedProvider asked={asked}>
        <div className="mx-auto w-full max-w-[58rem] px-4 py-6 sm:px-6 sm:py-7">
          <h1 className="heading-page mb-4">{t("title")}</h1>
          <SearchFilters {...{ counts, more, people, articles, sections, languages }} />
          <p role="status" className={items.length > 0 ? "mb-1 text-ui text-ink-3" : "sr-only"}>
            {filters.q && (isMore ? t("foundMore", { count, most: MOST_OF_A_KIND }) : t("found", { count }))}
          </p>
          <Found>
            {items.length > 0 ? <FoundList items={items} home={home} /> : <NothingFound q={filters.q} />}
            <ListPager path={path} asked={asked} next={next} words={words} />
          </Found>
        </div>
      </AskedProvider>
    </Words>
  )
}

async function NothingFound({ q }: { q: string }) {
  const t = await getTranslations("search")
  if (q === "") return <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
  return <EmptyState title={t("nothing.title")}>{t("nothing.text")}</EmptyState>
}
