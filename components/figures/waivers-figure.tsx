/** The rate of waivers: how many verdicts were sent without something, and what it was. */
import { getFormatter, getTranslations } from "next-intl/server"
import { percentOf, type WaiverRate } from "@/lib/domain/figures"
import { Figure, Numeral } from "./figure"
import { FigureTable } from "./figure-table"
import { BarsPicture } from "./late-charts"

export async function WaiversFigure({ waivers, csv }: { waivers: WaiverRate; csv: string }) {
  const [t, items, format] = await Promise.all([
    getTranslations("figures"),
    getTranslations("checklist.item"),
    getFormatter(),
  ])
  const title = t("waivers.title")
  const { sent, without } = waivers
  if (sent === 0)
    return (
      <Figure title={title} about={t("waivers.about")} csv={null}>
        <p className="text-ui text-ink-2">{t("waivers.none")}</p>
      </Figure>
    )
  const rows = waivers.items.map((one) => ({ ...one, percent: percentOf(one.waived, one.asked) }))
  return (
    <Figure title={title} about={t("waivers.about")} csv={csv}>
      <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-3">
        <Numeral name={t("waivers.rate")}>{t("share", { percent: percentOf(without, sent) })}</Numeral>
        <Numeral name={t("waivers.without")}>{t("waivers.of", { without, sent })}</Numeral>
      </dl>
      <BarsPicture
        label={t("chartOf", { figure: title })}
        whole={100}
        rows={rows.map(({ item, asked, waived, percent }) => ({
          text: t("waivers.barText", { label: items(item), waived, asked, percent }),
          ...{ count: percent, tone: "mixed" },
        }))}
      />
      <FigureTable
        words={{ open: t("table"), label: t("tableOf", { figure: title }) }}
        columns={[t("column.item"), t("column.asked"), t("column.waived"), t("column.share")]}
        rows={rows.map(({ item, asked, waived, percent }) => ({
          key: item,
          cells: [items(item), format.number(asked), format.number(waived), t("share", { percent })],
        }))}
      />
    </Figure>
  )
}
