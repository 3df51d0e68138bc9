/** One source of the ledger, and what rests on it. */
import type { Metadata } from "next"
import Link from "next/link"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { askedIn } from "@/components/listing/address"
import { ListPager } from "@/components/listing/list-pager"
import { Words } from "@/components/shell/words"
import { EditSource } from "@/components/source-ledger/edit-source"
import { RestingList } from "@/components/source-ledger/resting-list"
import { SourceFacts } from "@/components/source-ledger/source-facts"
import { listNameable } from "@/lib/desk/people"
import { readLedgerSource, restingOn } from "@/lib/desk/source-list"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { editSource } from "../actions"

interface SourcePageProps {
  params: Promise<{ workspace: string; sourceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The source of the address, once for the page and its title; what the reader may not see is not found. */
const sourceIn = cache(async (slug: string, sourceId: string) => {
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read")) notFound()
  try {
    idsIn({ sourceId })
    return { actor, source: await readLedgerSource(actor, sourceId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const { workspace, sourceId } = await params
  const { source } = await sourceIn(workspace, sourceId)
  return { title: source.title }
}

/** So many of the claims that rest on a source are named before it is changed. */
const NAMED = 5

/** The page of claims that is open, and the newest of all, which are named. */
async function restingIn(actor: Actor, sourceId: string, after: string | undefined) {
  const page = await restingOn(actor, sourceId, { cursor: after })
  const first = after ? await restingOn(actor, sourceId, { limit: NAMED }) : page
  return { ...page, named: first.items.slice(0, NAMED) }
}

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  const [{ workspace: slug, sourceId }, given] = await Promise.all([params, searchParams])
  const { actor, source } = await sourceIn(slug, sourceId)
  const asked = askedIn(given, ["after"])
  const [t, { items, next, named }, people] = await Promise.all([
    getTranslations("sources"),
    restingIn(actor, source.id, asked.after),
    listNameable(actor),
  ])
  const path = `/w/${slug}/sources`
  const may = can(actor, "source.edit", {
    confidential: source.confidential,
    readerIds: source.readers.map(({ id }) => id),
  })
  return (
    <Words of={["sources", "source", "claim"]}>
      <div className="mx-auto w-full max-w-[60rem] px-4 py-6 sm:px-6 sm:py-7">
        <Link href={path} className="text-ui text-ink-3 hover:underline">
          {t("title")}
        </Link>
        <h1 dir="auto" className="heading-page mt-1 mb-4 wrap-anywhere">
          {source.title}
        </h1>
        <SourceFacts source={source} />
        {may && (
          <div className="mt-4">
            <EditSource me={actor.id} source={source} resting={named} people={people} edit={editSource} />
          </div>
        )}
        <h2 className="mt-8 mb-3 font-serif text-xl font-semibold">{t("resting.title", { count: source.claims })}</h2>
        {items.length > 0 ? (
          <RestingList items={items} articles={`/w/${slug}/articles`} />
        ) : (
          <p className="text-ui text-ink-2">{t(source.claims > 0 ? "resting.over" : "resting.none")}</p>
        )}
        <ListPager
          path={`${path}/${source.id}`}
          asked={asked}
          next={next}
          words={{ label: t("resting.pages"), first: t("pages.first"), next: t("resting.next") }}
        />
      </div>
    </Words>
  )
}
