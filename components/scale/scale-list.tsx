"use client"
/** The scales of the desk, by what they are for: which one is offered, which can be, and which is retired. */
import Link from "next/link"
import { useLocale, useTranslations } from "next-intl"
import { Badge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import type { ScaleItem } from "@/lib/domain/own-scale"
import type { Job } from "@/lib/domain/scale"
import { ratingLabel } from "@/lib/domain/shown"
import { ScaleMenu, type ScaleActs } from "./scale-menu"
import { useScaleName } from "./scale-name"

export interface ScaleListProps {
  scales: ScaleItem[]
  /** The address of the list itself. */
  home: string
  /** Null for whoever only reads it. */
  acts: ScaleActs | null
}

const JOBS: readonly Job[] = ["theirs", "ours"]

export function ScaleList({ scales, home, acts }: ScaleListProps) {
  return JOBS.map((job) => (
    <JobScales key={job} {...{ job, home, acts }} scales={scales.filter((scale) => scale.job === job)} />
  ))
}

function JobScales({ job, scales, home, acts }: ScaleListProps & { job: Job }) {
  const t = useTranslations("settings.scales")
  const claim = useTranslations("claim.job")
  const id = `scales-${job}`
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-sm font-semibold">
          {claim(job)}
        </h2>
        {acts && (
          <LinkButton size="small" href={`${home}/new?job=${job}`}>
            {t("new")}
          </LinkButton>
        )}
      </div>
      <ul aria-labelledby={id} className="border-t border-line">
        {scales.map((scale) => (
          <ScaleRow key={scale.code} {...{ scale, home, acts }} />
        ))}
      </ul>
      {acts && !scales.some(({ kind }) => kind === "own") && (
        <p className="mt-2 text-xs text-pretty text-ink-3">{t("noneOwn")}</p>
      )}
    </section>
  )
}

function ScaleRow({ scale, home, acts }: { scale: ScaleItem; home: string; acts: ScaleActs | null }) {
  const t = useTranslations("settings.scales")
  const nameOf = useScaleName()
  const locale = useLocale()
  const { code, version, ratings, kind } = scale
  return (
    <li className="flex items-start gap-3 border-b border-line py-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link href={`${home}/of/${code}`} className="font-[550] wrap-anywhere underline-offset-3 hover:underline">
            {nameOf(scale)}
          </Link>
          <Use scale={scale} />
        </p>
        <p className="text-xs wrap-anywhere text-ink-3">
          {t(kind === "shipped" ? "shippedFacts" : "ownFacts", { code, version, count: ratings.length })}
        </p>
        <ul aria-label={t("ratingsOf", { name: nameOf(scale) })} className="flex flex-wrap gap-1">
          {ratings.map((rating) => (
            <li key={rating.code} className="max-w-full">
              <Badge tone={rating.tone} shape={rating.shape}>
                {ratingLabel(rating, locale)}
              </Badge>
            </li>
          ))}
        </ul>
      </div>
      {acts && <ScaleMenu scale={scale} home={home} acts={acts} />}
    </li>
  )
}

/** Whether verdicts are given on it, and on which version. */
export function Use({ scale: { version, offered, retiredAt } }: { scale: ScaleItem }) {
  const t = useTranslations("settings.scales")
  if (retiredAt !== null) {
    return (
      <Badge tone="unproven" shape="◇">
        {t("retired")}
      </Badge>
    )
  }
  if (offered === null) return null
  return (
    <>
      <Badge tone="true" shape="✓">
        {t("offered", { version: offered })}
      </Badge>
      {offered < version && (
        <Badge tone="open" shape="○">
          {t("newerWaits", { version })}
        </Badge>
      )}
    </>
  )
}
