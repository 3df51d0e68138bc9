/** How much lies with whom, now: each person leads to the claims assigned to them. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import { addressOf, type Asked } from "@/components/listing/address"
import type { Workload } from "@/lib/domain/figures"
import { Figure } from "./figure"
import { FigureTable } from "./figure-table"
import { BarsPicture } from "./late-charts"

export interface WorkloadFigureProps {
  workload: Workload
  /** The address of the list of claims, and what it is asked for besides. */
  claims: string
  asked: Asked
  csv: string
}

/** A chart can show so many; the table has more, and the file has them all. */
const BARS = 8

export async function WorkloadFigure({ workload: { people, more }, claims, asked, csv }: WorkloadFigureProps) {
  const [t, format] = await Promise.all([getTranslations("figures"), getFormatter()])
  const title = t("workload.title")
  const rows = people.map((one) => ({
    ...one,
    words: one.person?.name ?? t("unassigned"),
    id: one.person?.id ?? "nobody",
  }))
  return (
    <Figure title={title} about={t("workload.about")} csv={rows.length > 0 ? csv : null}>
      {rows.length === 0 && <p className="text-ui text-ink-2">{t("workload.none")}</p>}
      {rows.length > 0 && (
        <>
          <BarsPicture
            label={t("chartOf", { figure: title })}
            rows={rows.slice(0, BARS).map(({ words, total }) => ({
              ...{ text: t("barText", { label: words, count: total }), count: total, tone: "review" },
            }))}
          />
          <FigureTable
            words={{
              ...{ open: t("table"), label: t("tableOf", { figure: title }) },
              ...(more > 0 && { after: t("more", { count: more }) }),
            }}
            columns={["checker", "open", "waiting", "inReview", "overdue", "all"].map((column) =>
              t(`column.${column}`),
            )}
            rows={rows.map(({ id, words, ...counts }) => ({
              key: id,
              cells: [
                <Link
                  key={id}
                  href={addressOf(claims, { ...asked, assignee: id })}
                  prefetch={false}
                  className="underline hover:no-underline"
                >
                  {words}
                </Link>,
                ...[counts.open, counts.waiting, counts.inReview, counts.overdue, counts.total].map((count) =>
                  format.number(count),
                ),
              ],
            }))}
          />
        </>
      )}
    </Figure>
  )
}
