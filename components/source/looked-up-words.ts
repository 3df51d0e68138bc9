"use client"
/** What came of looking an excerpt up, in words and by a sign: on screen and on paper. */
import { useLocale, useTranslations } from "next-intl"
import { locatorOf, locatorWords } from "@/lib/domain/locator"
import type { ExcerptView } from "@/lib/domain/source"

const signs = { found: "✓", similar: "≈", missing: "✕" }

export function useLookedUpWords(): (lookedUp: ExcerptView) => { sign: string; text: string } {
  const t = useTranslations("source.lookedUp")
  const locale = useLocale()
  return ({ state, part }) => {
    const locator = part && locatorOf(part)
    const at = locator ? locatorWords(locator, locale) : ""
    return { sign: signs[state], text: t(state, { at, hasPlace: at ? "yes" : "no" }) }
  }
}
