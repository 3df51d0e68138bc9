/** Agreement: how often two verdicts, given apart from each other, were the same, and what became of the others. Told from enough claims on. */
import { getFormatter, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import type { Tone } from "@/components/ui/badge"
import { ENOUGH_RATED, type Agreement, type Coefficient } from "@/lib/domain/agreement"
import {
  OPINION_OUTCOMES,
  type AgreementFigures,
  type OpinionOutcome,
  type ScaleAgreement,
} from "@/lib/domain/agreement-figures"
import { percentOf } from "@/lib/domain/figures"
import { Figure, Numeral } from "./figure"
import { FigureTable } from "./figure-table"
import { BarsPicture } from "./late-charts"

export async function AgreementFigure({ agreement, csv }: { agreement: AgreementFigures; csv: string }) {
  const t = await getTranslations("figures")
  const { scales, names } = agreement
  return (
    <Figure title={t("agreement.title")} about={t("agreement.about")} csv={scales.length > 0 ? csv : null}>
      {scales.length === 0 && <p className="text-ui text-ink-2">{t("agreement.none")}</p>}
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        {scales.map((one) => (
          <OnScale key={one.scale} agreement={one} names={names} />
        ))}
      </div>
    </Figure>
  )
}

const TONES: Record<OpinionOutcome, Tone> = {
  agreed: "true",
  first: "mixed",
  second: "mixed",
  other: "false",
  undecided: "open",
}

type Named = Pick<AgreementFigures, "names">

async function OnScale({ agreement, names }: { agreement: ScaleAgreement } & Named) {
  const [t, claim] = await Promise.all([getTranslations("figures"), getTranslations("claim.job")])
  const { job, name, all, outcomes } = agreement
  const title = name === null ? claim(job) : t("verdicts.ofScale", { job: claim(job), scale: name })
  return (
    <div className="min-w-0">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 heading-group">
        {title}
        <span className="font-normal text-ink-3">{t("verdicts.count", { count: all.rated })}</span>
      </h3>
      <Numbers of={all} />
      <BarsPicture
        label={t("chartOf", { figure: title })}
        whole={all.rated}
        rows={OPINION_OUTCOMES.map((outcome) => ({
          text: t("barText", { label: t(`agreement.outcome.${outcome}`), count: outcomes[outcome] }),
          ...{ count: outcomes[outcome], tone: TONES[outcome] },
        }))}
      />
      <Parts agreement={agreement} title={title} />
      <Pairs agreement={agreement} title={title} names={names} />
    </div>
  )
}

async function Numbers({ of }: { of: Agreement }) {
  const t = await getTranslations("figures.agreement")
  if (of.rated < ENOUGH_RATED)
    return <p className="mb-3 max-w-prose text-xs text-pretty text-ink-3">{t("tooFew", { enough: ENOUGH_RATED })}</p>
  return (
    <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-3">
      <Numeral name={t("raw")}>
        <Share of={of.raw} />
      </Numeral>
      {(["nominal", "ordinal", "kappa"] as const).map((name) => (
        <Numeral key={name} name={t(name)}>
          <Number of={of[name]} />
        </Numeral>
      ))}
    </dl>
  )
}

async function Share({ of }: { of: Coefficient }) {
  const t = await getTranslations("figures")
  return of.kind === "value" ? t("share", { percent: percentOf(of.value, 1) }) : <Why of={of} />
}

async function Number({ of }: { of: Coefficient }) {
  const format = await getFormatter()
  return of.kind === "value" ? format.number(of.value, TWO_DIGITS) : <Why of={of} />
}

const TWO_DIGITS = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

async function Why({ of }: { of: Extract<Coefficient, { kind: "none" }> }) {
  const t = await getTranslations("figures.agreement.because")
  return <span className="font-sans text-xs font-normal text-ink-2">{t(of.because, { enough: ENOUGH_RATED })}</span>
}

async function Parts({ agreement: { all, sections, months }, title }: { agreement: ScaleAgreement; title: string }) {
  const [t, format, columns] = await Promise.all([getTranslations("figures"), getFormatter(), columnNames()])
  const month = (part: string) =>
    format.dateTime(new Date(`${part}-01`), { month: "long", year: "numeric", timeZone: "UTC" })
  return (
    <FigureTable
      words={{ open: t("table"), label: t("tableOf", { figure: title }), after: t("agreement.read") }}
      columns={columns}
      rows={[
        { key: "all", cells: [t("column.all"), ...cellsOf(all)] },
        ...sections.map(({ part, ...of }) => ({
          key: `section ${part}`,
          cells: [part === null ? t("agreement.noSection") : t("agreement.section", { section: part }), ...cellsOf(of)],
        })),
        ...months.map(({ part, ...of }) => ({ key: part, cells: [month(part), ...cellsOf(of)] })),
      ]}
    />
  )
}

/** Two people are told of once they have rated enough of the same claims. */
async function Pairs({ agreement: { pairs }, title, names }: { agreement: ScaleAgreement; title: string } & Named) {
  const [t, columns] = await Promise.all([getTranslations("figures"), columnNames()])
  const name = (id: string) => names[id] ?? t("nobody")
  if (pairs.length === 0) return null
  return (
    <FigureTable
      words={{ open: t("agreement.pairs"), label: t("agreement.pairsOf", { job: title }) }}
      columns={columns}
      rows={pairs.map(({ part: [one, other], ...of }) => ({
        key: `${one} ${other}`,
        cells: [t("agreement.two", { one: name(one), other: name(other) }), ...cellsOf(of)],
      }))}
    />
  )
}

async function columnNames(): Promise<string[]> {
  const t = await getTranslations("figures")
  return [
    ...[t("column.part"), t("column.rated"), t("agreement.raw")],
    ...(["nominal", "ordinal", "kappa"] as const).map((name) => t(`agreement.short.${name}`)),
  ]
}

function cellsOf({ rated, raw, nominal, ordinal, kappa }: Agreement): ReactNode[] {
  return [
    rated,
    <Share key="raw" of={raw} />,
    <Number key="nominal" of={nominal} />,
    <Number key="ordinal" of={ordinal} />,
    <Number key="kappa" of={kappa} />,
  ]
}
