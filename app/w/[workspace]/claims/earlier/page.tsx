/** The checks of others that the desk is reminded of: brought in, looked through, taken out. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { BringChecks } from "@/components/earlier/bring-checks"
import { KnownCheckList } from "@/components/earlier/known-check-list"
import { askedIn } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { ListPager } from "@/components/listing/list-pager"
import { SearchBox } from "@/components/listing/search-box"
import { Words } from "@/components/shell/words"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { countKnownChecks, listKnownChecks } from "@/lib/desk/known-checks"
import { KnownCheckFilters, MOST_COUNTED } from "@/lib/domain/earlier-check"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { removeKnownChecks } from "./actions"

interface KnownChecksPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: KnownChecksPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("earlier.known")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function KnownChecksPage({ params, searchParams }: KnownChecksPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read")) notFound()
  const asked = askedIn(given, ["q", "after"])
  const filters = KnownCheckFilters.parse(asked)
  const [t, { items, next }, count] = await Promise.all([
    getTranslations("earlier.known"),
    listKnownChecks(actor, filters, { cursor: asked.after }),
    countKnownChecks(actor, filters),
  ])
  const path = `/w/${slug}/claims/earlier`
  const may = can(actor, "known.import")
  const words = { label: t("pages.label"), first: t("pages.first"), next: t("pages.next") }
  return (
    <Words of={["earlier", "import", "keys"]}>
      <AskedProvider asked={asked}>
        <div className="mx-auto flex w-full max-w-[58rem] flex-col gap-4 px-4 py-6 sm:px-6 sm:py-7">
          <div className="flex flex-col gap-1">
            <LinkButton look="quiet" size="small" href={`/w/${slug}/claims`} className="-ml-2 self-start">
              {t("back")}
            </LinkButton>
            <h1 className="heading-page">{t("title")}</h1>
            <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
          </div>
          {may && <BringChecks uploads={`/api/uploads/${slug}/known-checks`} />}
          {(items.length > 0 || asked.q) && <SearchBox label={t("search")} hint={t("search")} />}
          <p role="status" className={items.length > 0 ? "text-ui text-ink-3" : "sr-only"}>
            {count > MOST_COUNTED ? t("foundMore", { count: MOST_COUNTED }) : t("found", { count })}
          </p>
          <Found>
            {items.length > 0 ? (
              <KnownCheckList items={items} remove={may ? removeKnownChecks : null} />
            ) : (
              <EmptyState title={t(asked.q ? "noMatch.title" : "empty.title")}>
                {t(asked.q ? "noMatch.text" : may ? "empty.text" : "empty.others")}
              </EmptyState>
            )}
            <ListPager path={path} asked={asked} next={next} words={words} />
          </Found>
        </div>
      </AskedProvider>
    </Words>
  )
}
