"use client"
/** The calculations of a claim on paper: each as one line that can be worked out again, and whether the claim agrees. */
import { useTranslations } from "next-intl"
import { Agreement, useFigure } from "@/components/calculation/calculation-words"
import type { CalculationInput, CalculationView } from "@/lib/domain/calculation"
import type { ClaimView } from "@/lib/domain/claim"
import type { EvidenceView } from "@/lib/domain/source"

export function ProofSums({ claim: { calculations, evidence } }: { claim: ClaimView }) {
  return calculations.map((calculation) => (
    <SumLine key={calculation.id} calculation={calculation} evidence={evidence} />
  ))
}

function SumLine({ calculation, evidence }: { calculation: CalculationView; evidence: EvidenceView[] }) {
  const t = useTranslations("calculation")
  const { title, formula, inputs, result, claimed, note } = calculation
  return (
    <p className="proof-labelled">
      <b>{title}:</b> <span className="proof-formula">{formula}</span> <Comes result={result} />
      {inputs.map((input, at) => (
        <Figure key={input.name} input={input} evidence={evidence} follows={at === 0 ? "none" : "another"} />
      ))}
      {result.kind === "result" && result.comparison && claimed && (
        <b className="proof-agreement">
          <Agreement comparison={result.comparison} claimed={claimed} />.
        </b>
      )}
      {note && (
        <span className="proof-internal">
          <b>{t("note")}:</b> {note}
        </span>
      )}
    </p>
  )
}

function Comes({ result }: Pick<CalculationView, "result">) {
  const t = useTranslations("calculation")
  const figure = useFigure()
  if (result.kind === "failed") return <>{t("failed")} </>
  const { value, exact, unit } = result
  return (
    <>
      = <b>{figure(value, unit)}</b>
      {exact !== value && ` (${t("exactly", { value: figure(exact, unit) })})`}
    </>
  )
}

interface FigureProps {
  input: CalculationInput
  evidence: EvidenceView[]
  follows: "none" | "another"
}

/** A number with the source that it is from. */
function Figure({ input: { name, value, unit, evidenceId }, evidence, follows }: FigureProps) {
  const t = useTranslations("calculation")
  const figure = useFigure()
  const tied = evidence.find(({ id }) => id === evidenceId)
  const from = tied ? [tied.source.title, tied.locator].filter(Boolean).join(", ") : t("untied")
  return (
    <>
      {follows === "none" ? "; " : ", "}
      <span className="proof-formula">{name}</span> = {figure(value, unit)} ({from})
    </>
  )
}
