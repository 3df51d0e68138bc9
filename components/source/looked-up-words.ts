"use client"
/** What came of looking an excerpt up, in words and by a sign: on screen and on paper. */
import { useLocale, useTranslations } from "next-intl"
import { locatorOf, locatorWords } from "@/lib/domain/locator"
import { figuresDiffer } from "@/lib/domain/loose-figures"
import type { ExcerptView } from "@/lib/domain/source"

const signs = { found: "✓", similar: "≈", unlike: "≠", missing: "✕" }

/** What is similar but for a figure is said to be unlike. */
type Outcome = keyof typeof signs

export function useLookedUpWords(): (
  excerpt: string,
  lookedUp: ExcerptView,
) => { outcome: Outcome; sign: string; text: string } {
  const t = useTranslations("source.lookedUp")
  const locale = useLocale()
  return (excerpt, { state, part, passage }) => {
    const outcome = state === "similar" && figuresDiffer(excerpt, passage ?? excerpt) ? "unlike" : state
    const locator = part && locatorOf(part)
    const at = locator ? locatorWords(locator, locale) : ""
    return { outcome, sign: signs[outcome], text: t(outcome, { at, hasPlace: at ? "yes" : "no" }) }
  }
}
