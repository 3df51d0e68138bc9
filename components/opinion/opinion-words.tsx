"use client"
/** A verdict's rating and words, as they were given. */
import { useTranslations } from "next-intl"
import { RatingBadge } from "@/components/claim/claim-badge"
import type { VerdictView } from "@/lib/domain/verdict"

export type WordsGiven = Pick<VerdictView, "rating"> & Partial<VerdictView>

export function OpinionWords({ verdict }: { verdict: WordsGiven }) {
  const t = useTranslations("verdict")
  const { rating, conclusion, explanation, workingNote } = verdict
  return (
    <div className="flex flex-col items-start gap-1.5">
      <RatingBadge rating={rating} standing="drafted" />
      {conclusion && <p className="font-serif text-[0.96875rem] leading-normal wrap-anywhere">{conclusion}</p>}
      {explanation && (
        <p className="font-serif text-[0.90625rem] leading-normal wrap-anywhere whitespace-pre-wrap text-ink-2">
          {explanation}
        </p>
      )}
      {workingNote && (
        <div className="w-full rounded-md bg-panel px-2.5 py-2 text-xs text-ink-2">
          <span className="font-semibold">{t("workingNote")}</span> <span className="text-ink-3">{t("internal")}</span>
          <p className="mt-0.5 wrap-anywhere whitespace-pre-wrap">{workingNote}</p>
        </div>
      )}
    </div>
  )
}
