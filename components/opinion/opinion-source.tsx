"use client"
/** Where a second opinion comes from: somebody asked for it, or it was drawn. */
import { useFormatter, useTranslations } from "next-intl"
import type { OpinionView } from "@/lib/domain/opinion"

export function OpinionSource({ opinion: { askedBy, askedAt } }: { opinion: OpinionView }) {
  const t = useTranslations("opinion.source")
  const format = useFormatter()
  const at = new Date(askedAt)
  return (
    <p className="text-xs text-ink-2">
      {askedBy ? t("asked", { name: askedBy.name }) : t("drawn")}{" "}
      <time
        dateTime={askedAt}
        title={format.dateTime(at, { dateStyle: "full", timeStyle: "long" })}
        className="text-ink-3"
      >
        · {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
      </time>
    </p>
  )
}
