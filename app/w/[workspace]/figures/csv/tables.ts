/** The tables behind the figures as they go into a file: the words of the screen, numbers and dates as machines read them. */
import { getLocale, getTranslations } from "next-intl/server"
import { agreementFigures } from "@/lib/desk/agreement"
import { approvalTimes, overdueClaims, verdictMix } from "@/lib/desk/figures"
import { workload } from "@/lib/desk/workload"
import { waiverRate } from "@/lib/desk/waivers"
import { workInFlight } from "@/lib/desk/work-in-flight"
import type { Agreement, Coefficient } from "@/lib/domain/agreement"
import type { Table } from "@/lib/domain/csv"
import type { Clock } from "@/lib/domain/days"
import { FLIGHT, inFlight, meaningful, percentOf, type FigureFilters, type FigureName } from "@/lib/domain/figures"
import { ratingLabel } from "@/lib/domain/shown"
import type { Actor } from "@/lib/domain/workspace"

interface Question {
  actor: Actor
  filters: FigureFilters
  clock: Clock
}

/** The table behind a figure, and what its file is called. */
export async function tableOf(figure: FigureName, question: Question): Promise<{ name: string; table: Table }> {
  const t = await getTranslations("figures")
  return { name: t(`file.${figure}`), table: await TABLES[figure](question) }
}

const TABLES: Record<FigureName, (question: Question) => Promise<Table>> = {
  flight: flightTable,
  workload: workloadTable,
  approval: approvalTable,
  verdicts: verdictsTable,
  waivers: waiversTable,
  agreement: agreementTable,
  checkers: checkersTable,
  articles: articlesTable,
}

async function flightTable({ actor, filters, clock }: Question): Promise<Table> {
  const [t, claim] = await Promise.all([getTranslations("figures.column"), getTranslations("claim.filter")])
  const { days } = await workInFlight(actor, filters, clock)
  return {
    columns: [t("day"), ...FLIGHT.map((standing) => claim(standing)), t("all")],
    rows: days.map((day) => [day.day, ...FLIGHT.map((standing) => day[standing]), inFlight(day)]),
  }
}

/** The last row is of all of them, with what is said of all. */
async function approvalTable({ actor, filters, clock }: Question): Promise<Table> {
  const t = await getTranslations("figures")
  const times = await approvalTimes(actor, filters, clock)
  const { median, ninety } = meaningful(times)
  const share = (count: number) => percentOf(count, times.count)
  const bands = times.bands.map(({ band, count }) => [t(`band.${band}`), count, share(count), null, null])
  return {
    columns: [t("column.time"), t("column.claims"), t("column.share"), t("column.median"), t("column.ninety")],
    rows: [...bands, [t("column.all"), times.count, share(times.count), hours(median), hours(ninety)]],
  }
}

const hours = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 36) / 100)

async function verdictsTable({ actor, filters, clock }: Question): Promise<Table> {
  const [t, claim, locale] = await Promise.all([
    getTranslations("figures.column"),
    getTranslations("claim.job"),
    getLocale(),
  ])
  const mixes = await verdictMix(actor, filters, clock)
  return {
    columns: [t("scale"), t("rating"), t("claims"), t("share")],
    rows: mixes.flatMap(({ job, name, total, ratings }) =>
      ratings.map((one) => [name ?? claim(job), ratingLabel(one, locale), one.count, percentOf(one.count, total)]),
    ),
  }
}

/** The last row is of all rounds: how many were sent, and how many of them without something. */
async function waiversTable({ actor, filters, clock }: Question): Promise<Table> {
  const [t, names] = await Promise.all([getTranslations("figures.column"), getTranslations("checklist.item")])
  const { sent, without, items } = await waiverRate(actor, filters, clock)
  return {
    columns: [t("item"), t("asked"), t("waived"), t("share")],
    rows: [
      ...items.map(({ item, asked, waived }) => [names(item), asked, waived, percentOf(waived, asked)]),
      [t("all"), sent, without, percentOf(without, sent)],
    ],
  }
}

/** A coefficient that is not told is an empty cell, as in a file of numbers. */
async function agreementTable({ actor, filters, clock }: Question): Promise<Table> {
  const [t, claim] = await Promise.all([getTranslations("figures"), getTranslations("claim.job")])
  const { scales, names } = await agreementFigures(actor, filters, clock)
  const told = ({ rated, raw, nominal, ordinal, kappa }: Agreement) => [
    ...[rated, thousandths(raw), thousandths(nominal), thousandths(ordinal), thousandths(kappa)],
  ]
  const name = (id: string) => names[id] ?? t("nobody")
  return {
    columns: [
      ...[t("column.scale"), t("column.part"), t("column.rated"), t("agreement.raw")],
      ...(["nominal", "ordinal", "kappa"] as const).map((one) => t(`agreement.${one}`)),
    ],
    rows: scales.flatMap(({ job, name: own, all, sections, months, pairs }) => [
      [own ?? claim(job), t("column.all"), ...told(all)],
      ...sections.map(({ part, ...of }) => [
        ...[own ?? claim(job), part === null ? t("agreement.noSection") : t("agreement.section", { section: part })],
        ...told(of),
      ]),
      ...months.map(({ part, ...of }) => [own ?? claim(job), part, ...told(of)]),
      ...pairs.map(({ part: [one, other], ...of }) => [
        ...[own ?? claim(job), t("agreement.two", { one: name(one), other: name(other) })],
        ...told(of),
      ]),
    ]),
  }
}

const thousandths = (of: Coefficient) => (of.kind === "value" ? Math.round(1000 * of.value) / 1000 : null)

/** A file is for counting on in: it has all that is late, up to what no desk has. */
const EVERY = { most: 10_000 }

async function workloadTable({ actor, filters, clock }: Question): Promise<Table> {
  const t = await getTranslations("figures")
  const { people } = await workload(actor, filters, clock, EVERY)
  const columns = ["checker", "open", "waiting", "inReview", "overdue", "all"]
  return {
    columns: columns.map((column) => t(`column.${column}`)),
    rows: people.map(({ person, open, waiting, inReview, overdue, total }) => [
      ...[person?.name ?? t("unassigned"), open, waiting, inReview, overdue, total],
    ]),
  }
}

async function checkersTable({ actor, filters, clock }: Question): Promise<Table> {
  const t = await getTranslations("figures")
  const { checkers } = await overdueClaims(actor, filters, clock, EVERY)
  return {
    columns: [t("column.checker"), t("column.overdue"), t("column.oldest")],
    rows: checkers.map(({ person, count, oldest }) => [person?.name ?? t("unassigned"), count, oldest]),
  }
}

async function articlesTable({ actor, filters, clock }: Question): Promise<Table> {
  const t = await getTranslations("figures.column")
  const { articles } = await overdueClaims(actor, filters, clock, EVERY)
  return {
    columns: [t("article"), t("overdue"), t("oldest")],
    rows: articles.map(({ title, count, oldest }) => [title, count, oldest]),
  }
}
