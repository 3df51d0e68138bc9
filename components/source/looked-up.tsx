"use client"
/** What came of looking an excerpt up in its source: found, and where; similar, with what is written there; or not found. */
import { useLocale, useTranslations } from "next-intl"
import { Difference } from "@/components/ui/difference"
import { compare } from "@/lib/anchor/compare"
import { locatorOf, locatorWords } from "@/lib/domain/locator"
import type { ExcerptView } from "@/lib/domain/source"

export interface LookedUpProps {
  excerpt: string
  lookedUp: ExcerptView
}

const looks = { found: "text-true", similar: "text-mixed", missing: "text-false" }
const signs = { found: "✓", similar: "≈", missing: "✕" }

export function LookedUp({ excerpt, lookedUp: { state, part, passage } }: LookedUpProps) {
  const t = useTranslations("source.lookedUp")
  const locale = useLocale()
  const locator = part && locatorOf(part)
  const at = locator ? locatorWords(locator, locale) : ""
  const words = t(state, { at, hasPlace: at ? "yes" : "no" })
  return (
    <div className="mt-1 text-xs">
      <p className={looks[state]}>
        <span aria-hidden>{signs[state]} </span>
        <span className="font-medium">{words}</span>
      </p>
      {passage !== null && (
        <p className="mt-1 border-l-2 border-line-strong pl-2 font-serif text-[0.875rem] leading-[1.42] wrap-anywhere text-ink-2">
          <Difference pieces={compare(excerpt, passage, "words")} />
        </p>
      )}
    </div>
  )
}
