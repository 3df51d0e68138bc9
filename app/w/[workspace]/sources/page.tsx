/** The ledger: every source of the desk that its reader may see. What is asked for stands in the address. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { askedIn } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { ListPager } from "@/components/listing/list-pager"
import { SortSelect } from "@/components/listing/sort-select"
import { Words } from "@/components/shell/words"
import { AddSource } from "@/components/source-ledger/add-source"
import { SourceFilters } from "@/components/source-ledger/source-filters"
import { SourceTable } from "@/components/source-ledger/source-table"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { listNameable } from "@/lib/desk/people"
import { countSources, listGroups, listSources } from "@/lib/desk/source-list"
import * as sourceList from "@/lib/domain/source-list"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { addSource, citePasted } from "./actions"

interface SourcesPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NAMES = [...sourceList.SourceFilters.keyof().options, "after"]

export async function generateMetadata({ params }: SourcesPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("sources")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function SourcesPage({ params, searchParams }: SourcesPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read")) notFound()
  const asked = askedIn(given, NAMES)
  const path = `/w/${slug}/sources`
  const filters = sourceList.SourceFilters.parse(asked)
  const [t, { items, next }, count, people, groups] = await Promise.all([
    getTranslations("sources"),
    listSources(actor, filters, { cursor: asked.after }),
    countSources(actor, filters),
    listNameable(actor),
    listGroups(actor),
  ])
  const isAsked = Object.keys(asked).some((name) => name !== "sort")
  const orders = sourceList.SourceOrder.options.map((order) => ({ value: order, label: t(`sort.${order}`) }))
  const words = { label: t("pages.label"), first: t("pages.first"), next: t("pages.next") }
  return (
    <Words of={["sources", "source"]}>
      <AskedProvider asked={asked}>
        <div className="mx-auto w-full max-w-[90rem] px-4 py-6 sm:px-6 sm:py-7">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h1 className="heading-page">{t("title")}</h1>
            {can(actor, "source.add") && (
              <AddSource me={actor.id} {...{ people, groups }} sources={path} cite={citePasted} add={addSource} />
            )}
          </div>
          {(items.length > 0 || isAsked) && (
            <>
              <SourceFilters groups={groups} sees={can(actor, "source.add") ? "confidential" : "open"} />
              <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <p role="status" className={items.length > 0 ? "text-ui text-ink-3" : "sr-only"}>
                  {t("found", { count })}
                </p>
                <SortSelect label={t("sort.label")} options={orders} />
              </div>
            </>
          )}
          <Found>
            {items.length > 0 ? <SourceTable items={items} sources={path} /> : <NoSources {...{ isAsked, path }} />}
            <ListPager path={path} asked={asked} next={next} words={words} />
          </Found>
        </div>
      </AskedProvider>
    </Words>
  )
}

async function NoSources({ isAsked, path }: { isAsked: boolean; path: string }) {
  const t = await getTranslations("sources")
  if (!isAsked) return <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
  return (
    <EmptyState title={t("noMatch.title")} action={<LinkButton href={path}>{t("noMatch.action")}</LinkButton>}>
      {t("noMatch.text")}
    </EmptyState>
  )
}
