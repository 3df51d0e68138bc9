"use client"
/** One earlier check: its verdict, what it was on, by whom and when, and the way there. */
import { useFormatter, useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Badge } from "@/components/ui/badge"
import type { EarlierCheck } from "@/lib/domain/earlier-check"
import { ratingLabel } from "@/lib/domain/shown"

export interface EarlierItemProps {
  check: EarlierCheck
  /** The address of the workspace's articles. */
  articles: string
  children?: ReactNode
}

export function EarlierItem({ check, articles, children }: EarlierItemProps) {
  const t = useTranslations("earlier")
  return (
    <li className="flex flex-col gap-1 border-l-2 border-line-strong py-0.5 pl-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        <Verdict check={check} />
        <span className="min-w-0 wrap-anywhere">
          <When check={check} />
        </span>
      </p>
      <p
        lang={check.kind === "claim" ? check.article.language : undefined}
        dir="auto"
        className="line-clamp-4 font-serif text-[0.90625rem] leading-[1.42] wrap-anywhere"
      >
        {check.statement}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
        <Way check={check} articles={articles} />
        {children}
        <span className="sr-only">{t("nearness", { share: check.score })}</span>
      </p>
    </li>
  )
}

/** The desk's own on its scale, outlined until somebody approved it; of others in their own words. */
function Verdict({ check }: { check: EarlierCheck }) {
  const t = useTranslations("earlier")
  const locale = useLocale()
  if (check.kind === "check")
    return (
      <Badge tone="unproven" shape="◇">
        {check.rating ?? t("noRating")}
      </Badge>
    )
  const { rating, state } = check
  return (
    <>
      <Badge tone={rating.tone} shape={rating.shape} ground={state === "approved" ? "soft" : "outline"}>
        {ratingLabel(rating, locale)}
      </Badge>
      {state !== "approved" && <span>{t(`state.${state}`)}</span>}
    </>
  )
}

function When({ check }: { check: EarlierCheck }) {
  const t = useTranslations("earlier")
  const format = useFormatter()
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium", timeZone: "UTC" })
  const by = check.kind === "check" ? (check.publisher ?? t("elsewhere")) : t("ours")
  const asOf = check.kind === "claim" && check.asOf ? t("asOf", { day: day(check.asOf) }) : null
  return [by, check.checkedOn && day(check.checkedOn), asOf].filter(Boolean).join(" · ")
}

function Way({ check, articles }: Pick<EarlierItemProps, "check" | "articles">) {
  const t = useTranslations("earlier")
  const look = "font-semibold underline underline-offset-3"
  if (check.kind === "check") {
    if (!check.url) return null
    return (
      <a href={check.url} target="_blank" rel="noreferrer" className={look}>
        {t("openPage", { host: new URL(check.url).hostname })}
      </a>
    )
  }
  const { article, number } = check
  return (
    <a href={`${articles}/${article.id}?claim=${number}`} target="_blank" className={`${look} wrap-anywhere`}>
      {t("openClaim", { number, title: article.title })}
    </a>
  )
}
