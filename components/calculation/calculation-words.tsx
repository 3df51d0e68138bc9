"use client"
/** A calculation as it is read: what it comes to, from what, and whether the claim's figure agrees with it. */
import { useLocale, useTranslations } from "next-intl"
import type { CalculationInput, CalculationView, WorkedOut } from "@/lib/domain/calculation"
import { shownFigure } from "@/lib/domain/figure"
import type { EvidenceView } from "@/lib/domain/source"

export interface CalculationWordsProps {
  calculation: CalculationView
  /** The claim's: what its numbers are tied to. */
  evidence: EvidenceView[]
}

export function CalculationWords({ calculation, evidence }: CalculationWordsProps) {
  const t = useTranslations("calculation")
  const { title, inputs, formula, note, decimals, result, claimed } = calculation
  return (
    <div className="flex min-w-0 flex-col gap-1 text-ui">
      <p className="leading-snug font-semibold break-words">{title}</p>
      <Result result={result} claimed={claimed} />
      <dl className="flex flex-col gap-0.5 text-xs">
        {inputs.map((input) => (
          <Input key={input.name} input={input} evidence={evidence} />
        ))}
      </dl>
      <p className="text-xs text-ink-3">
        {t("formula")}: <code className="break-words text-ink-2">{formula}</code>
        {decimals !== null && <> · {t("roundedTo", { decimals })}</>}
      </p>
      {note && <p className="text-xs break-words whitespace-pre-wrap text-ink-2">{note}</p>}
    </div>
  )
}

/** What it comes to; beside the claim's figure by word and shape. */
export function Result({ result, claimed }: { result: WorkedOut; claimed: string | null }) {
  const t = useTranslations("calculation")
  const figure = useFigure()
  if (result.kind === "failed") return <p className="text-xs font-medium text-false">{t("failed")}</p>
  const { value, exact, unit, comparison } = result
  return (
    <>
      <p className="tabular-nums break-words">
        <span className="text-ink-3">= </span>
        <span className="font-semibold">{figure(value, unit)}</span>
        {exact !== value && (
          <span className="text-xs text-ink-3"> ({t("exactly", { value: figure(exact, unit) })})</span>
        )}
      </p>
      {comparison && claimed && (
        <p className={comparison.agrees ? "text-xs font-semibold text-true" : "text-xs font-semibold text-false"}>
          <Agreement comparison={comparison} claimed={claimed} />
        </p>
      )}
    </>
  )
}

/** Whether the claim's figure is what comes out, and by how much it is not. */
export function Agreement({ comparison, claimed }: { comparison: Compared; claimed: string }) {
  const t = useTranslations("calculation")
  const figure = useFigure()
  return (
    <>
      <span aria-hidden>{comparison.agrees ? "✓ " : "≠ "}</span>
      {comparison.agrees ? t("agrees", { claimed }) : t("differs", { claimed, ...wordsOf(comparison, figure) })}
    </>
  )
}

type Compared = NonNullable<(WorkedOut & { kind: "result" })["comparison"]>

/** The difference without its sign, and which way it goes. */
function wordsOf({ difference, percent, isPercent }: Compared, figure: ReturnType<typeof useFigure>) {
  const unsigned = (value: string) => value.replace(/^-/, "")
  return {
    way: difference.startsWith("-") ? "less" : "more",
    by: isPercent ? "points" : "number",
    difference: figure(unsigned(difference), null),
    percent: percent === null ? "none" : figure(unsigned(percent), "%"),
  }
}

function Input({
  input: { name, value, unit, evidenceId },
  evidence,
}: {
  input: CalculationInput
  evidence: EvidenceView[]
}) {
  const t = useTranslations("calculation")
  const figure = useFigure()
  const tied = evidence.find(({ id }) => id === evidenceId)
  return (
    <div className="flex flex-wrap gap-x-1.5">
      <dt className="text-ink-3">
        <code>{name}</code> =
      </dt>
      <dd className="min-w-0 break-words">
        <span className="tabular-nums">{figure(value, unit)}</span>{" "}
        {tied ? (
          <span className="text-ink-3">
            · {tied.source.title}
            {tied.locator && `, ${tied.locator}`}
          </span>
        ) : (
          <span className="font-medium text-mixed">
            <span aria-hidden>! </span>
            {t("untied")}
          </span>
        )}
      </dd>
    </div>
  )
}

/** A figure as the reader writes figures, with its unit. */
export function useFigure(): (value: string, unit: string | null) => string {
  const locale = useLocale()
  return (value, unit) => [shownFigure(value, locale), unit].filter(Boolean).join("\u00a0")
}
