/** The verdict mix: on each scale, how often which rating stands approved. */
import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import { percentOf, type VerdictMix } from "@/lib/domain/figures"
import { ratingLabel } from "@/lib/domain/shown"
import { Figure } from "./figure"
import { FigureTable } from "./figure-table"
import { BarsPicture } from "./late-charts"

export async function VerdictsFigure({ mixes, csv }: { mixes: VerdictMix[]; csv: string }) {
  const t = await getTranslations("figures")
  return (
    <Figure title={t("verdicts.title")} about={t("verdicts.about")} csv={mixes.length > 0 ? csv : null}>
      {mixes.length === 0 && <p className="text-ui text-ink-2">{t("verdicts.none")}</p>}
      {mixes.map((mix) => (
        <Mix key={mix.scale} mix={mix} />
      ))}
    </Figure>
  )
}

async function Mix({ mix: { job, name, total, ratings } }: { mix: VerdictMix }) {
  const [t, claim, format, locale] = await Promise.all([
    getTranslations("figures"),
    getTranslations("claim.job"),
    getFormatter(),
    getLocale(),
  ])
  const title = name === null ? claim(job) : t("verdicts.ofScale", { job: claim(job), scale: name })
  const words = ratings.map((rating) => ({ ...rating, words: `${rating.shape} ${ratingLabel(rating, locale)}` }))
  return (
    <div className="mb-4 last:mb-0">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 heading-group">
        {title}
        <span className="font-normal text-ink-3">{t("verdicts.count", { count: total })}</span>
      </h3>
      <BarsPicture
        label={t("chartOf", { figure: title })}
        whole={total}
        rows={words.map(({ words: label, count, tone }) => ({
          text: t("barShare", { label, count, percent: percentOf(count, total) }),
          ...{ count, tone },
        }))}
      />
      <FigureTable
        words={{ open: t("table"), label: t("tableOf", { figure: title }) }}
        columns={[t("column.rating"), t("column.claims"), t("column.share")]}
        rows={words.map(({ code, words: label, count }) => ({
          key: code,
          cells: [label, format.number(count), t("share", { percent: percentOf(count, total) })],
        }))}
      />
    </div>
  )
}
