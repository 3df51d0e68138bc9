"use client"
/** What came of looking an excerpt up in its source: found, and where; similar, with what is written there; or not found. */
import { Difference } from "@/components/ui/difference"
import { compare } from "@/lib/anchor/compare"
import type { ExcerptView } from "@/lib/domain/source"
import { useLookedUpWords } from "./looked-up-words"

export interface LookedUpProps {
  excerpt: string
  lookedUp: ExcerptView
}

const looks = { found: "text-true", similar: "text-mixed", unlike: "text-false", missing: "text-false" }

export function LookedUp({ excerpt, lookedUp }: LookedUpProps) {
  const { passage } = lookedUp
  const { outcome, sign, text } = useLookedUpWords()(lookedUp)
  return (
    <div className="mt-1 text-xs">
      <p className={looks[outcome]}>
        <span aria-hidden>{sign} </span>
        <span className="font-medium">{text}</span>
      </p>
      {passage !== null && (
        <p className="mt-1 border-l-2 border-line-strong pl-2 font-serif text-[0.875rem] leading-[1.42] wrap-anywhere text-ink-2">
          <Difference pieces={compare(excerpt, passage, "words")} />
        </p>
      )}
    </div>
  )
}
