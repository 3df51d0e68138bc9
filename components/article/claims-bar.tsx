/** How far an article's claims are: a bar of states, and how many are approved. */
import { getTranslations } from "next-intl/server"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { Tone } from "@/components/ui/badge"
import type { ClaimCounts } from "@/lib/domain/article"

type State = Exclude<keyof ClaimCounts, "total">

/** Done first, untouched last. */
const states: readonly { state: State; tone: Tone }[] = [
  { state: "approved", tone: "true" },
  { state: "checked", tone: "unproven" },
  { state: "in_review", tone: "review" },
  { state: "changes_requested", tone: "mixed" },
  { state: "open", tone: "open" },
]

export async function ClaimsBar({ counts }: { counts: ClaimCounts }) {
  const t = await getTranslations("articles")
  if (counts.total === 0) return <span className="text-ui text-ink-3">{t("noClaims")}</span>
  const label = states
    .filter(({ state }) => state === "approved" || counts[state] > 0)
    .map(({ state }) => t(`bar.${state}`, { count: counts[state] }))
    .join(", ")
  return (
    <span className="inline-flex items-center gap-2.5 text-ui whitespace-nowrap">
      <ProgressBar
        segments={states.map(({ state, tone }) => ({ tone, count: counts[state] }))}
        label={label}
        className="max-sm:max-w-24"
      />
      <span className="tabular-nums">
        {t("approvedOf", { approved: counts.approved, total: counts.total })}
        {/* Where no column says it. */}
        <span className="text-ink-3 panes:hidden"> {t("claims", { count: counts.total })}</span>
      </span>
    </span>
  )
}
