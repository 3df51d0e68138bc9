"use client"
/** What reviewers said of earlier rounds, the newest last. */
import { useFormatter, useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import type { ReviewView } from "@/lib/domain/round"

export function EarlierReviews({ reviews }: { reviews: ReviewView[] }) {
  const t = useTranslations("reviews")
  const format = useFormatter()
  if (reviews.length === 0) return null
  return (
    <section>
      <h3 className="heading-group mb-2">{t("earlier")}</h3>
      <ul className="flex flex-col gap-2.5">
        {reviews.map(({ id, reviewer, decision, roundNumber, note, createdAt }) => (
          <li key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2 text-ui text-ink-2">
            <span aria-hidden>
              <Avatar id={reviewer.id} name={reviewer.name} size="small" />
            </span>
            <div>
              {t(`earlierReview.${decision}`, { name: reviewer.name, round: roundNumber })}
              {" · "}
              <time dateTime={createdAt} className="text-ink-3">
                {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
              </time>
              {note && <p className="mt-0.5 whitespace-pre-line text-ink">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
