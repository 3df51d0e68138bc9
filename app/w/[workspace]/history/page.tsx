/** The history of the desk: what happened in whatever article its reader sees, newest first. What is asked for stands in the address. */
import type { Metadata } from "next"
import { getNow, getTimeZone, getTranslations } from "next-intl/server"
import { HistoryBody } from "@/components/history/history-body"
import { askedIn } from "@/components/listing/address"
import { Words } from "@/components/shell/words"
import { deskHistory } from "@/lib/desk/history"
import { listPeople } from "@/lib/desk/people"
import { HistoryFilters } from "@/lib/domain/history"
import { signedInTo } from "@/lib/entry"

interface HistoryPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NAMES = [...HistoryFilters.keyof().options, "after"]

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("history")
  return { title: t("of", { name: workspace.name }) }
}

export default async function DeskHistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const asked = askedIn(given, NAMES)
  const [t, now, zone] = await Promise.all([getTranslations("history"), getNow(), getTimeZone()])
  const filters = HistoryFilters.parse(asked)
  const [page, people] = await Promise.all([
    deskHistory(actor, { filters, clock: { now, zone }, cursor: asked.after }),
    listPeople(actor),
  ])
  const home = `/w/${slug}`
  return (
    <Words of={["history"]}>
      <div className="mx-auto w-full max-w-[56rem] px-4 py-6 sm:px-6 sm:py-7">
        <h1 className="heading-page mb-4">{t("title")}</h1>
        <HistoryBody {...{ page, people, asked, home }} path={`${home}/history`} of="desk" />
      </div>
    </Words>
  )
}
