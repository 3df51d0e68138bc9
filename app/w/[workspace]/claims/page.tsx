/** Every claim of the desk: what is asked for stands in the address. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getNow, getTimeZone, getTranslations } from "next-intl/server"
import { ClaimFilters, type ClaimFiltersProps } from "@/components/desk-claims/claim-filters"
import { ClaimTable } from "@/components/desk-claims/claim-table"
import { TakeNextButton } from "@/components/desk-claims/take-next-button"
import { NoClaims } from "@/components/desk-claims/no-claims"
import { askedIn } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { ListPager } from "@/components/listing/list-pager"
import { SortSelect } from "@/components/listing/sort-select"
import { Words } from "@/components/shell/words"
import { LinkButton } from "@/components/ui/button"
import { listSections } from "@/lib/desk/article-list"
import { articleTitles, countClaims, findClaims } from "@/lib/desk/claim-list"
import { listCheckers } from "@/lib/desk/people"
import { ratingsOf } from "@/lib/desk/scales"
import * as claimList from "@/lib/domain/claim-list"
import { can } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { assignClaims, recordContact } from "./actions"

interface ClaimsPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A claim that nobody has worked on: who may not arrange even this, takes none. */
const ANYBODYS = { article: { authorIds: [], leadId: null }, priority: 3, authorIds: [] }

/** So many fill a few screens; who looks for another asks for it. */
const PAGE = 50

const NAMES = [...claimList.ClaimFilters.keyof().options, "after"]

export async function generateMetadata({ params }: ClaimsPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("claims")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function ClaimsPage({ params, searchParams }: ClaimsPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read")) notFound()
  const asked = askedIn(given, NAMES)
  const [t, { now, items, next, ...choices }] = await Promise.all([getTranslations("claims"), listed(actor, asked)])
  const [path, articles] = [`/w/${slug}/claims`, `/w/${slug}/articles`]
  const isAsked = Object.keys(asked).some((name) => name !== "sort")
  const words = { label: t("pages.label"), first: t("pages.first"), next: t("pages.next") }
  return (
    <Words of={["claims", "claim", "contact", "source", "keys"]}>
      <AskedProvider asked={asked}>
        <div className="mx-auto w-full max-w-[90rem] px-4 py-6 sm:px-6 sm:py-7">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h1 className="heading-page">{t("title")}</h1>
            <div className="flex flex-wrap gap-2">
              <LinkButton href={`${path}/earlier`}>{t("earlier")}</LinkButton>
              {can(actor, "claim.arrange", ANYBODYS) && <TakeNextButton />}
            </div>
          </div>
          {(items.length > 0 || isAsked) && <Asking state={asked.state} {...choices} />}
          <Found>
            {items.length > 0 ? (
              <ClaimTable
                {...{ items, actor, articles, now }}
                checkers={choices.checkers}
                assign={assignClaims}
                recordContact={recordContact}
              />
            ) : (
              <NoClaims asked={isAsked ? "something" : "nothing"} claims={path} articles={articles} />
            )}
            <ListPager path={path} asked={asked} next={next} words={words} />
          </Found>
        </div>
      </AskedProvider>
    </Words>
  )
}

/** The filters, how many claims they leave, and their order. */
async function Asking({ state, ...choices }: ClaimFiltersProps & { state: string | undefined }) {
  const t = await getTranslations("claims")
  const orders = claimList.ClaimOrder.options.map((order) => ({ value: order, label: t(`sort.${order}`) }))
  return (
    <>
      <ClaimFilters {...choices} />
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p role="status" className="text-ui text-ink-3">
          {t("found", { count: foundOf(choices.counts, state) })}
        </p>
        <SortSelect label={t("sort.label")} options={orders} />
      </div>
    </>
  )
}

/** A page of the list, and what can be asked of it. */
async function listed(actor: Actor, asked: Record<string, string>) {
  const filters = claimList.ClaimFilters.parse(asked)
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  const clock = { now, zone }
  const [page, counts, checkers, articles, sections, ratings] = await Promise.all([
    findClaims(actor, filters, clock, { limit: PAGE, cursor: asked.after }),
    countClaims(actor, filters, clock),
    listCheckers(actor),
    articleTitles(actor),
    listSections(actor),
    ratingsOf(actor),
  ])
  return { ...page, counts, checkers, articles, sections, ratings, now: now.toISOString() }
}

function foundOf(counts: Awaited<ReturnType<typeof countClaims>>, state: string | undefined): number {
  const entries = Object.entries(counts)
  const wanted = entries.some(([name]) => name === state) ? entries.filter(([name]) => name === state) : entries
  return wanted.reduce((sum, [, count]) => sum + count, 0)
}
