"use client"
/** What is different from the round that was reviewed before. */
import { useFormatter, useLocale, useTranslations } from "next-intl"
import { compare } from "@/lib/anchor/compare"
import type { FrozenText, RoundChanges } from "@/lib/domain/review-item"
import { ratingLabel } from "@/lib/domain/shown"
import { Difference } from "@/components/ui/difference"

export function ChangedSince({ changes }: { changes: RoundChanges }) {
  const t = useTranslations("reviews")
  const { since: round, rating, words, sourcesAdded, sourcesRemoved, sourcesRecited, asked, calculated } = changes
  const shown = useShown()
  if (
    !rating &&
    [words, sourcesAdded, sourcesRemoved, sourcesRecited, asked, calculated].every((changed) => changed.length === 0)
  ) {
    return <p className="text-ui text-ink-3">{t("unchanged", { round })}</p>
  }
  return (
    <section className="rounded-[10px] bg-panel p-3">
      <h3 className="heading-group mb-2">{t("changed", { round })}</h3>
      <dl className="flex flex-col gap-2 text-ui">
        {rating && <RatingChange rating={rating} />}
        {words.map(({ field, from, to }) => (
          <Row key={field} name={t(`field.${field}`)}>
            <Difference pieces={compare(shown(field, from), shown(field, to))} />
          </Row>
        ))}
        {sourcesAdded.length > 0 && <Row name={t("sourcesAdded")}>{sourcesAdded.join(" · ")}</Row>}
        {sourcesRemoved.length > 0 && (
          <Row name={t("sourcesRemoved")}>
            <del>{sourcesRemoved.join(" · ")}</del>
          </Row>
        )}
        {sourcesRecited.length > 0 && <Row name={t("sourcesRecited")}>{sourcesRecited.join(" · ")}</Row>}
        {asked.length > 0 && <Row name={t("contactsChanged")}>{asked.join(" · ")}</Row>}
        {calculated.length > 0 && <Row name={t("calculationsChanged")}>{calculated.join(" · ")}</Row>}
      </dl>
    </section>
  )
}

const DAYS: ReadonlySet<FrozenText> = new Set(["claimedOn", "asOf", "recheckOn"])

/** A frozen text as it reads: a priority by its word, a day as days are written here. */
function useShown(): (field: FrozenText, text: string) => string {
  const t = useTranslations("reviews")
  const format = useFormatter()
  return (field, text) => {
    if (!text) return ""
    if (field === "priority") return t(`priority.p${text}`)
    // A calendar date has no zone: read in UTC it stays the day it is.
    return DAYS.has(field) ? format.dateTime(new Date(text), { dateStyle: "long", timeZone: "UTC" }) : text
  }
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="font-serif text-[0.96875rem] leading-normal text-ink">{children}</dd>
    </div>
  )
}

function RatingChange({ rating }: { rating: NonNullable<RoundChanges["rating"]> }) {
  const t = useTranslations("reviews")
  const language = useLocale()
  const labels = { from: ratingLabel(rating.from, language), to: ratingLabel(rating.to, language) }
  return (
    <Row name={t("field.rating")}>
      <span className="sr-only">{t("fromTo", labels)}</span>
      <span aria-hidden>
        <del className="text-false">{labels.from}</del> →{" "}
        <ins className="font-semibold text-true no-underline">{labels.to}</ins>
      </span>
    </Row>
  )
}
