/** The figures of the desk: what is in flight, how long approvals take, which verdicts are given, what is waived, how far two agree, what is late. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getNow, getTimeZone, getTranslations } from "next-intl/server"
import { AgreementFigure } from "@/components/figures/agreement-figure"
import { ApprovalFigure } from "@/components/figures/approval-figure"
import { FigureFilters } from "@/components/figures/figure-filters"
import { FlightFigure } from "@/components/figures/flight-figure"
import { LateFigure } from "@/components/figures/late-figure"
import { WorkloadFigure } from "@/components/figures/workload-figure"
import { VerdictsFigure } from "@/components/figures/verdicts-figure"
import { WaiversFigure } from "@/components/figures/waivers-figure"
import { addressOf, askedIn } from "@/components/listing/address"
import { AskedProvider, Found } from "@/components/listing/asked"
import { Words } from "@/components/shell/words"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { agreementFigures } from "@/lib/desk/agreement"
import { listSections } from "@/lib/desk/article-list"
import { approvalTimes, overdueClaims, verdictMix } from "@/lib/desk/figures"
import { workload } from "@/lib/desk/workload"
import { waiverRate } from "@/lib/desk/waivers"
import { workInFlight } from "@/lib/desk/work-in-flight"
import * as figures from "@/lib/domain/figures"
import { can } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"

interface FiguresPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NAMES = figures.FigureFilters.keyof().options

export async function generateMetadata({ params }: FiguresPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("figures")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function FiguresPage({ params, searchParams }: FiguresPageProps) {
  const [{ workspace: slug }, given] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read")) notFound()
  const asked = askedIn(given, NAMES)
  const [t, counted] = await Promise.all([getTranslations("figures"), countedFor(actor, asked)])
  const home = `/w/${slug}`
  const { sections, ...found } = counted
  const asks = actor.settings.approvals === 0 ? "check" : "approval"
  const isAsked = Boolean(asked.section ?? asked.job)
  return (
    <Words of={["figures", "claim", "checklist"]}>
      <AskedProvider asked={asked}>
        <div className="mx-auto w-full max-w-[90rem] px-4 py-6 sm:px-6 sm:py-7">
          <h1 className="heading-page mb-4">{t("title")}</h1>
          <FigureFilters sections={sections} />
          <Found>
            {figures.areBlank(found) ? (
              <NoFigures home={home} asked={isAsked ? "something" : "nothing"} />
            ) : (
              <All {...{ found, home, asked, asks }} />
            )}
          </Found>
        </div>
      </AskedProvider>
    </Words>
  )
}

async function countedFor(
  actor: Actor,
  asked: Record<string, string>,
): Promise<figures.Figures & { sections: string[] }> {
  const filters = figures.FigureFilters.parse(asked)
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  const clock = { now, zone }
  const [flight, times, mixes, waivers, agreement, overdue, work, sections] = await Promise.all([
    workInFlight(actor, filters, clock),
    approvalTimes(actor, filters, clock),
    verdictMix(actor, filters, clock),
    waiverRate(actor, filters, clock),
    agreementFigures(actor, filters, clock),
    overdueClaims(actor, filters, clock),
    workload(actor, filters, clock),
    listSections(actor),
  ])
  return { flight, times, mixes, waivers, agreement, overdue, work, sections }
}

interface AllProps {
  found: figures.Figures
  home: string
  asked: Record<string, string>
  asks: "approval" | "check"
}

async function All({ found, home, asked, asks }: AllProps) {
  const { flight, times, mixes, waivers, agreement, overdue, work } = found
  const csvOf = (figure: figures.FigureName) => addressOf(`${home}/figures/csv`, { figure, ...asked })
  const { period: _, ...claimsAsked } = asked
  return (
    <>
      <FlightFigure flight={flight} csv={csvOf("flight")} />
      <div className="grid gap-x-10 lg:grid-cols-2">
        <ApprovalFigure times={times} csv={csvOf("approval")} asks={asks} />
        <VerdictsFigure mixes={mixes} csv={csvOf("verdicts")} />
      </div>
      <WaiversFigure waivers={waivers} csv={csvOf("waivers")} />
      <AgreementFigure agreement={agreement} csv={csvOf("agreement")} />
      <WorkloadFigure workload={work} claims={`${home}/claims`} asked={claimsAsked} csv={csvOf("workload")} />
      <LateFigure
        overdue={overdue}
        claims={`${home}/claims`}
        asked={{ due: "overdue", ...claimsAsked }}
        csvOf={csvOf}
      />
    </>
  )
}

async function NoFigures({ home, asked }: { home: string; asked: "something" | "nothing" }) {
  const t = await getTranslations("figures")
  const [key, way] = asked === "something" ? (["noMatch", "figures"] as const) : (["empty", "articles"] as const)
  return (
    <EmptyState
      title={t(`${key}.title`)}
      action={<LinkButton href={`${home}/${way}`}>{t(`${key}.action`)}</LinkButton>}
    >
      {t(`${key}.text`)}
    </EmptyState>
  )
}
