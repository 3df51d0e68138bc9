"use client"
/** What came of looking an excerpt up, in words and by a sign: on screen and on paper. */
import { useLocale, useTranslations } from "next-intl"
import { locatorOf, locatorWords } from "@/lib/domain/locator"
import type { ExcerptView } from "@/lib/domain/source"

const signs: Record<Outcome, string> = { found: "✓", similar: "≈", unlike: "≠", missing: "✕" }

type Outcome = ExcerptView["state"]

export function useLookedUpWords(): (lookedUp: ExcerptView) => { outcome: Outcome; sign: string; text: string } {
  const t = useTranslations("source.lookedUp")
  const locale = useLocale()
  return ({ state: outcome, part }) => {
    const locator = part && locatorOf(part)
    const at = locator ? locatorWords(locator, locale) : ""
    return { outcome, sign: signs[outcome], text: t(outcome, { at, hasPlace: at ? "yes" : "no" }) }
  }
}
