/** Two of an article's texts as one, with how much differs, the ways from difference to difference, and the list beside it. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Comparison as Compared, RevisionList } from "@/lib/domain/revision"
import { ChangeSteps } from "./change-steps"
import { CompareChoice } from "./compare-choice"
import { countChanges, diffBlocks } from "./diff-blocks"
import { TextDifference } from "./text-difference"

export interface ComparisonProps extends RevisionList {
  compared: Compared
  galley: string
  aside: ReactNode
}

export function Comparison({ compared, article, revisions, galley, aside }: ComparisonProps) {
  const t = useTranslations("revisions")
  const { from, to, pieces, words } = compared
  const bodyStart = { old: from.bodyStart, new: to.bodyStart }
  const places = countChanges(diffBlocks(pieces, bodyStart))
  const address = `${galley}/revisions`
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-labelledby="comparison" className="min-w-0">
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
          <h2 id="comparison" className="text-sm font-semibold">
            {t("comparison", { from: from.number, to: to.number })}
          </h2>
          <Link href={address} className="text-xs text-accent underline">
            {t("close")}
          </Link>
        </div>
        <CompareChoice
          address={address}
          numbers={revisions.map(({ number }) => number)}
          from={from.number}
          to={to.number}
        />
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-y border-line bg-paper py-2">
          <p className="text-ui text-ink-2">
            {places === 0 ? t("nothingDiffers") : t("differs", { ...words, places })}
          </p>
          {places > 0 && <ChangeSteps />}
        </div>
        <TextDifference pieces={pieces} bodyStart={bodyStart} language={article.language} />
      </section>
      <aside className="min-w-0">{aside}</aside>
    </div>
  )
}
