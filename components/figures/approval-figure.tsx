/** Time to approval: the middle, nine of ten, and how the times are spread. A number from too few claims is not said. */
import { getFormatter, getTranslations } from "next-intl/server"
import { lengthOf, meaningful, percentOf, type ApprovalTimes } from "@/lib/domain/figures"
import { Figure, Numeral } from "./figure"
import { FigureTable } from "./figure-table"
import { BarsPicture } from "./late-charts"

interface ApprovalFigureProps {
  times: ApprovalTimes
  csv: string
  /** What the desk asks of a claim: to be approved, or where it asks for no approval, to be checked. */
  asks: "approval" | "check"
}

export async function ApprovalFigure({ times, csv, asks }: ApprovalFigureProps) {
  const [t, format] = await Promise.all([getTranslations("figures"), getFormatter()])
  const title = t("approval.title", { asks })
  const { count, bands } = times
  const { median, ninety } = meaningful(times)
  if (count === 0)
    return (
      <Figure title={title} about={t("approval.about")} csv={null}>
        <p className="text-ui text-ink-2">{t("approval.none", { asks })}</p>
      </Figure>
    )
  const length = (seconds: number | null) => {
    if (seconds === null) return <span className="text-base font-normal text-ink-2">{t("approval.tooFew")}</span>
    const { unit, value } = lengthOf(seconds)
    return t(`length.${unit}`, { value })
  }
  return (
    <Figure title={title} about={t("approval.about")} csv={csv}>
      <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-3">
        <Numeral name={t("approval.median")}>{length(median)}</Numeral>
        <Numeral name={t("approval.ninety")}>{length(ninety)}</Numeral>
        <Numeral name={t("approval.count", { asks })}>{format.number(count)}</Numeral>
      </dl>
      {ninety === null && <p className="mb-3 max-w-prose text-xs text-ink-3">{t("approval.few")}</p>}
      <BarsPicture
        label={t("chartOf", { figure: title })}
        whole={count}
        rows={bands.map(({ band, count }) => ({
          text: t("barText", { label: t(`band.${band}`), count }),
          count,
          tone: "review",
        }))}
      />
      <FigureTable
        words={{ open: t("table"), label: t("tableOf", { figure: title }) }}
        columns={[t("column.time"), t("column.claims"), t("column.share")]}
        rows={bands.map(({ band, count: inBand }) => ({
          key: band,
          cells: [t(`band.${band}`), format.number(inBand), t("share", { percent: percentOf(inBand, count) })],
        }))}
      />
    </Figure>
  )
}
