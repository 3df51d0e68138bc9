"use client"
/** The state of a sentence on paper: one sign beside its first line, and the key that says what each sign means. */
import { useTranslations } from "next-intl"
import { useGalley } from "@/components/galley/galley-context"
import type { SentenceState } from "@/lib/domain/coverage"

const signs: Record<SentenceState, string> = {
  checked: "✓",
  nothing_to_check: "–",
  in_work: "◔",
  untouched: "○",
}

/** It takes no room among the words, whichever way they run. */
export function SentenceSign({ state }: { state: SentenceState }) {
  const t = useTranslations("proof.sentence")
  return (
    <span className="proof-sentence" role="img" aria-label={t(state)}>
      {signs[state]}
    </span>
  )
}

export function SentenceKey() {
  const t = useTranslations("proof")
  const { coverage } = useGalley()
  if (coverage.shown === "hidden" || coverage.sentences.length === 0) return null
  return (
    <ul className="proof-key">
      <li>{t("sentences")}</li>
      {(Object.keys(signs) as SentenceState[]).map((state) => (
        <li key={state}>
          {signs[state]} {t(`sentence.${state}`)}
        </li>
      ))}
    </ul>
  )
}
