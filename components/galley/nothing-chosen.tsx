"use client"
/** What the inspector says before a claim is chosen: how to mark one, how to get to one. */
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"

/** Here a key stands in a sentence, so it is heard with it. */
const key = (letter: ReactNode) => (
  <kbd className="rounded border border-b-2 border-line-strong bg-raised px-1.5 py-px font-sans text-2xs text-ink">
    {letter}
  </kbd>
)

export function NothingChosen({ reader }: { reader: "checker" | "reader" }) {
  const t = useTranslations("galley")
  return (
    <div className="flex flex-col gap-2 px-5 py-8 text-ui text-pretty text-ink-2">
      <h2 className="font-serif text-lg font-semibold text-ink">{t("nothing")}</h2>
      {reader === "checker" && <p>{t.rich("howToMark", { key })}</p>}
      <p>{t.rich("howToMove", { key })}</p>
    </div>
  )
}
