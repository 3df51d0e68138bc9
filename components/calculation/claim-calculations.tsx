"use client"
/** The calculations of a claim in the inspector: each worked out, and the form for another one. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyButton } from "@/components/keys/key-button"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { CalculationView } from "@/lib/domain/calculation"
import { quoteOf } from "@/lib/domain/shown"
import { CalculationForm } from "./calculation-form"
import type { CalculationSectionProps } from "./calculation-section"
import { CalculationWords } from "./calculation-words"
import { emptySum, sumFrom, typedSum, type TypedSum } from "./calculation-values"

export interface ClaimCalculationsProps extends CalculationSectionProps {
  adding: "open" | "closed"
  onAdding: (adding: "open" | "closed") => void
}

export default function ClaimCalculations(props: ClaimCalculationsProps) {
  const { claim, mode, adding, onAdding } = props
  const t = useTranslations("calculation")
  const { actor, article } = useGalley()
  const typed = useDraft<TypedSum>(
    draftKey(actor, claim, "calculation"),
    emptySum(quoteOf(claim.anchors), article.language),
  )
  const isOpen = mode === "write" && (adding === "open" || typed.draft !== null)
  return (
    <section aria-label={t("section")} data-part="calculations" tabIndex={-1} className="rounded-md">
      <div className="mb-1 flex min-h-7 items-center justify-between">
        <h3 className="heading-group">{t("heading", { count: claim.calculations.length })}</h3>
        {mode === "write" && !isOpen && <Opener onOpen={() => onAdding("open")} />}
      </div>
      <ul className="flex flex-col">
        {claim.calculations.map((calculation) => (
          <Calculation key={calculation.id} calculation={calculation} {...props} />
        ))}
      </ul>
      {isOpen && <Adding {...props} typed={typed} />}
    </section>
  )
}

function Opener({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("calculation")
  return (
    <KeyButton act="claim.calculation" part="calculation" onClick={onOpen}>
      {t("add")}
    </KeyButton>
  )
}

type AddingProps = ClaimCalculationsProps & { typed: ReturnType<typeof useDraft<TypedSum>> }

function Adding({ claim, acts, adding, onAdding, typed }: AddingProps) {
  const t = useTranslations("calculation")
  const { article, goTo } = useGalley()
  const announce = useAnnounce()
  const done = (how: "saved" | "left") => {
    typed.drop()
    onAdding("closed")
    goTo(how === "saved" ? "calculations" : "claim")
    if (how === "saved") announce(t("added"))
  }
  return (
    <div data-part="calculation" className="rounded-[10px] border border-line bg-raised p-3">
      <CalculationForm
        label={t("new")}
        claim={claim}
        language={article.language}
        typed={typed}
        now={null}
        focus={adding === "open" ? "take" : "leave"}
        save={(value) => acts.addCalculation(sumFrom(value))}
        onDone={done}
      />
    </div>
  )
}

function Calculation({ calculation, claim, acts, mode }: ClaimCalculationsProps & { calculation: CalculationView }) {
  const t = useTranslations("calculation")
  const { actor, goTo } = useGalley()
  const announce = useAnnounce()
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const now = typedSum(calculation)
  const typed = useDraft<TypedSum>(draftKey(actor, claim, `calculation:${calculation.id}`), now)
  const done = (how: "saved" | "left") => {
    typed.drop()
    setAsked("closed")
    goTo("calculations")
    if (how === "saved") announce(t("saved"))
  }
  if (mode === "write" && (asked === "open" || typed.draft))
    return (
      <li className="border-t border-line py-2.5 first:border-t-0">
        <CalculationForm
          label={t("of", { title: calculation.title })}
          claim={claim}
          language={calculation.language}
          typed={typed}
          now={now}
          focus={asked === "open" ? "take" : "leave"}
          save={(value) => acts.editCalculation(calculation, sumFrom(value))}
          onDone={done}
        />
      </li>
    )
  return (
    <li className="border-t border-line py-2.5 first:border-t-0">
      <CalculationWords calculation={calculation} evidence={claim.evidence} />
      {mode === "write" && (
        <div className="mt-1 -ml-2 flex">
          <Button look="quiet" size="small" onClick={() => setAsked("open")}>
            {t("edit")} <span className="sr-only">{calculation.title}</span>
          </Button>
          <Remove calculation={calculation} acts={acts} />
        </div>
      )}
    </li>
  )
}

function Remove({ calculation, acts }: { calculation: CalculationView } & Pick<ClaimCalculationsProps, "acts">) {
  const t = useTranslations("calculation")
  const announce = useAnnounce()
  const [state, setState] = useState<"idle" | "busy">("idle")
  const { title } = calculation
  const restore = async () => {
    const answer = await acts.addCalculation(sumFrom(typedSum(calculation)))
    if (!answer.ok) toast.error(answer.refusal.message)
    else announce(t("added"))
  }
  const remove = async () => {
    setState("busy")
    const answer = await acts.removeCalculation(calculation)
    setState("idle")
    if (!answer.ok) return void toast.error(answer.refusal.message)
    toast(t("removed", { title }), { action: { label: t("undo"), onClick: () => void restore() } })
  }
  return (
    <Button look="quiet" size="small" busy={state === "busy"} onClick={() => void remove()}>
      {t("remove")} <span className="sr-only">{title}</span>
    </Button>
  )
}
