/** What is late: how much, by whom it is assigned to, and by article; each leads to its claims. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { addressOf, type Asked } from "@/components/listing/address"
import type { Late, Overdue } from "@/lib/domain/figures"
import { Figure } from "./figure"
import { FigureTable } from "./figure-table"
import { BarsPicture } from "./late-charts"

export interface LateFigureProps {
  overdue: Overdue
  /** The address of the list of claims, and what it is asked for to show the late ones alone. */
  claims: string
  asked: Asked
  csvOf: (figure: "checkers" | "articles") => string
}

export async function LateFigure({ overdue, claims, asked, csvOf }: LateFigureProps) {
  const t = await getTranslations("figures")
  const { total, checkers, articles, more } = overdue
  const to = (more: Asked, words: string) => (
    <Link href={addressOf(claims, { ...asked, ...more })} prefetch={false} className="underline hover:no-underline">
      {words}
    </Link>
  )
  return (
    <Figure title={t("late.title")} about={t("late.about")} csv={null}>
      <p className={total > 0 ? "mb-4 font-serif text-2xl leading-tight font-semibold" : "text-ui text-ink-2"}>
        {total > 0 ? t("late.total", { count: total }) : t("late.none")}
      </p>
      {total > 0 && (
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <Ranked
            name="checkers"
            csv={csvOf("checkers")}
            more={more.checkers}
            rows={checkers.map(({ person, ...late }) => {
              const words = person?.name ?? t("unassigned")
              return { ...late, key: person?.id ?? "", words, link: to({ assignee: person?.id ?? "nobody" }, words) }
            })}
          />
          <Ranked
            name="articles"
            csv={csvOf("articles")}
            more={more.articles}
            rows={articles.map(({ id, title, ...late }) => {
              return { ...late, key: id, words: title, link: to({ article: id }, title) }
            })}
          />
        </div>
      )}
    </Figure>
  )
}

interface RankedProps {
  name: "checkers" | "articles"
  csv: string
  /** How many are late that are not among the rows. */
  more: number
  rows: (Late & { key: string; words: string; link: ReactNode })[]
}

/** A chart can show so many; the table has more, and the file has them all. */
const BARS = 8

/** A longer title would run out of a narrow chart. */
const LETTERS = 36

async function Ranked({ name, csv, more, rows }: RankedProps) {
  const [t, format] = await Promise.all([getTranslations("figures"), getFormatter()])
  const title = t(`${name}.title`)
  return (
    <Figure title={title} csv={csv} standing="within">
      <BarsPicture
        label={t("chartOf", { figure: title })}
        rows={rows.slice(0, BARS).map(({ words, count }) => ({
          text: t("barText", { label: shortened(words), count }),
          ...{ count, tone: "false" },
        }))}
      />
      <FigureTable
        words={{
          ...{ open: t("table"), label: t("tableOf", { figure: title }) },
          ...(more > 0 && { after: t("more", { count: more }) }),
        }}
        columns={[
          t(name === "checkers" ? "column.checker" : "column.article"),
          t("column.overdue"),
          t("column.oldest"),
        ]}
        rows={rows.map(({ key, link, count, oldest }) => ({
          key,
          cells: [
            link,
            format.number(count),
            format.dateTime(new Date(oldest), { dateStyle: "medium", timeStyle: "short" }),
          ],
        }))}
      />
    </Figure>
  )
}

function shortened(words: string): string {
  const letters = [...words]
  return letters.length > LETTERS ? `${letters.slice(0, LETTERS).join("").trimEnd()}…` : words
}
