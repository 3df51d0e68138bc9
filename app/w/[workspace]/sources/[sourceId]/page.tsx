/** One source of the ledger, and what rests on it. */
import type { Metadata } from "next"
import Link from "next/link"
import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { askedIn } from "@/components/listing/address"
import { ListPager } from "@/components/listing/list-pager"
import { Words } from "@/components/shell/words"
import { EarlierFiles } from "@/components/source-ledger/earlier-files"
import { EditSource } from "@/components/source-ledger/edit-source"
import { MergeSource } from "@/components/source-ledger/merge-source"
import { PageActs } from "@/components/source-ledger/page-acts"
import { PageWatch } from "@/components/source-ledger/page-watch"
import { RestingList } from "@/components/source-ledger/resting-list"
import { SnapshotList } from "@/components/source-ledger/snapshot-list"
import { SourceFacts } from "@/components/source-ledger/source-facts"
import { SourceGroup } from "@/components/source-ledger/source-group"
import { earlierFiles } from "@/lib/desk/cited-files"
import { likeSources, mergedInto } from "@/lib/desk/merging"
import { listNameable } from "@/lib/desk/people"
import { listSnapshots, publicArchive, readLink } from "@/lib/desk/snapshots"
import { groupMembers, listGroups, readLedgerSource, restingOn } from "@/lib/desk/source-list"
import { Id } from "@/lib/domain/id"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { SourceView } from "@/lib/domain/source"
import type { RestingClaim, SourceItem } from "@/lib/domain/source-list"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { archiveSource, compareSnapshots, editSource, findSources, mergeSources, takeSnapshot } from "../actions"

interface SourcePageProps {
  params: Promise<{ workspace: string; sourceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * The source of the address, once for the page and its title. One that turned out to be another leads there; what the
 * reader may not see is not found.
 */
const sourceIn = cache(async (slug: string, sourceId: string) => {
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read") || !Id.safeParse(sourceId).success) notFound()
  try {
    return { actor, source: await readLedgerSource(actor, sourceId) }
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "not-found")) throw error
  }
  const kept = await mergedInto(actor, sourceId)
  return kept ? redirect(`/w/${slug}/sources/${kept}`) : notFound()
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
  const [t, resting, earlier] = await Promise.all([
    getTranslations("sources"),
    restingIn(actor, source.id, asked.after),
    earlierFiles(actor, source.id),
  ])
  const path = `/w/${slug}/sources`
  return (
    <Words of={["sources", "source", "claim"]}>
      <div className="mx-auto w-full max-w-[60rem] px-4 py-6 sm:px-6 sm:py-7">
        <Link href={path} className="text-ui text-ink-3 hover:underline">
          {t("title")}
        </Link>
        <h1 dir="auto" className="heading-page mt-1 mb-4 wrap-anywhere">
          {source.title}
        </h1>
        <SourceFacts source={source} sources={path} />
        <Acts actor={actor} source={source} named={resting.named} />
        <EarlierFiles items={earlier} read={`${path}/${source.id}/read`} />
        <Page actor={actor} source={source} />
        <Company actor={actor} source={source} sources={path} />
        <h2 className="mt-8 mb-3 font-serif text-xl font-semibold">{t("resting.title", { count: source.claims })}</h2>
        {resting.items.length > 0 ? (
          <RestingList items={resting.items} slug={slug} sourceId={source.id} />
        ) : (
          <p className="text-ui text-ink-2">{t(source.claims > 0 ? "resting.over" : "resting.none")}</p>
        )}
        <ListPager
          path={`${path}/${source.id}`}
          asked={asked}
          next={resting.next}
          words={{ label: t("resting.pages"), first: t("pages.first"), next: t("resting.next") }}
        />
      </div>
    </Words>
  )
}

interface OfSource {
  actor: Actor
  source: SourceItem
}

const mayEdit = ({ actor, source: { confidential, readers } }: OfSource) =>
  can(actor, "source.edit", { confidential, readerIds: readers.map(({ id }) => id) })

async function Acts({ named, ...of }: OfSource & { named: RestingClaim[] }) {
  const { actor, source } = of
  if (!mayEdit(of)) return null
  const [people, groups] = await Promise.all([listNameable(actor), listGroups(actor)])
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <EditSource me={actor.id} source={source} resting={named} {...{ people, groups }} edit={editSource} />
      <MergeSource source={source} other={null} find={findSources} merge={mergeSources} />
    </div>
  )
}

/** The page behind it: how it was found, what is kept of it, and what may be done with it. */
async function Page(of: OfSource) {
  const { actor, source } = of
  const [link, snapshots] = await Promise.all([readLink(actor, source.id), listSnapshots(actor, source.id)])
  const { items, next } = snapshots
  return (
    <PageWatch link={link}>
      {mayEdit(of) && link.page === "fetched" && (
        <PageActs
          sourceId={source.id}
          url={source.url ?? ""}
          known={{ page: `${link.checkedAt} ${items[0]?.id}`, archive: JSON.stringify(link.archive) }}
          archiving={link.archive?.state === "asked" ? "asked" : archivingOf(source)}
          acts={{ takeSnapshot, archiveSource }}
        />
      )}
      {(items.length > 0 || link.page === "fetched") && (
        <SnapshotList sourceId={source.id} items={items} older={next ? "some" : "none"} compare={compareSnapshots} />
      )}
    </PageWatch>
  )
}

function archivingOf({ confidential }: SourceItem): "may" | "confidential" | "off" {
  if (confidential) return "confidential"
  return publicArchive() ? "may" : "off"
}

/** What counts as one with it, and what may be the same. */
async function Company({ sources, ...of }: OfSource & { sources: string }) {
  const { actor, source } = of
  const [t, members, like] = await Promise.all([
    getTranslations("sources"),
    groupMembers(actor, source.id),
    likeSources(actor, source.id),
  ])
  const merge = (other: SourceView) => <MergeSource {...{ source, other }} find={findSources} merge={mergeSources} />
  return (
    <>
      <SourceGroup title={t("group.title")} text={t("group.text")} items={members} sources={sources} />
      {mayEdit(of) && (
        <SourceGroup title={t("like.title")} text={t("like.text")} items={like} sources={sources} act={merge} />
      )}
    </>
  )
}
