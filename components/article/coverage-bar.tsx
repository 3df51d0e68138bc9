/** How much of an article's text has been looked at: a small bar and a share; in words for listeners. */
import { getFormatter, getTranslations } from "next-intl/server"
import { None } from "@/components/ui/none"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { CoverageCounts } from "@/lib/domain/coverage"

export async function CoverageBar({ coverage }: { coverage: CoverageCounts }) {
  const [t, format] = await Promise.all([getTranslations("articles.coverage"), getFormatter()])
  const { sentences, untouched, in_work, checked, nothing_to_check } = coverage
  if (sentences === 0) return <None>{t("none")}</None>
  const done = checked + nothing_to_check
  const label = t("label", { done, total: sentences, in_work, untouched })
  return (
    <span className="inline-flex items-center gap-2 text-ui whitespace-nowrap">
      <ProgressBar
        // What nobody has touched is the ground of the bar.
        segments={[
          { tone: "true", count: checked },
          { tone: "unproven", count: nothing_to_check },
          { tone: "open", count: in_work },
        ]}
        of={sentences}
        label={label}
        size="small"
      />
      {/* Rounded down: all of it is all of it. */}
      <span aria-hidden className="tabular-nums">
        {format.number(Math.floor((100 * done) / sentences) / 100, { style: "percent" })}
        {/* Where no column says it. */}
        <span className="text-ink-3 panes:hidden"> {t("short")}</span>
      </span>
    </span>
  )
}
