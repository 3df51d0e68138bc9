"use client"
/** Writes a calculation: its numbers, each tied to a piece of evidence or to none, and what is made of them. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, type FormEvent } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { DraftState } from "@/components/ui/use-draft"
import { byField, type Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import { figuresIn } from "@/lib/domain/figure"
import { quoteOf } from "@/lib/domain/shown"
import type { TypedSum } from "./calculation-values"
import { InputFields } from "./input-fields"
import { Trial } from "./trial"

export interface CalculationFormProps {
  label: string
  claim: ClaimView
  /** In which its figures are written. */
  language: string
  typed: DraftState<TypedSum>
  /** The calculation as it is now; null for a new one. */
  now: TypedSum | null
  focus: "take" | "leave"
  save: (typed: TypedSum) => Promise<Answer<unknown>>
  onDone: (how: "saved" | "left") => void
}

interface Refused {
  message: string
  fields: Record<string, string>
}

export function CalculationForm(props: CalculationFormProps) {
  const { label, claim, language, typed, now, save, onDone } = props
  const t = useTranslations("calculation")
  const ui = useTranslations("ui")
  const [state, setState] = useState<"idle" | "busy" | Refused>("idle")
  const box = useRef<HTMLFormElement>(null)
  const refused = typeof state === "object" ? state : null
  // The form is long: what is wrong may be out of sight.
  useEffect(() => box.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [refused])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setState("busy")
    const answer = await save(typed.value)
    if (answer.ok) return onDone("saved")
    const { message, fields } = answer.refusal
    setState({ message, fields: shortened(byField(fields)) })
  }
  const errors = refused?.fields ?? {}
  const isOvertaken = now !== null && typed.draft !== null && !same(typed.draft.base, now)
  return (
    <form
      ref={box}
      noValidate
      aria-label={label}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-3"
    >
      <Fields {...props} errors={errors} />
      <Trial sum={typed.value} language={language} />
      <Claimed claim={claim} language={language} typed={typed} errors={errors} />
      {refused && Object.keys(errors).length === 0 && (
        <p role="alert" className="text-xs font-medium text-false">
          {refused.message}
        </p>
      )}
      {isOvertaken && (
        <p role="alert" className="text-xs font-medium text-mixed">
          {t("meanwhile", { title: now.title, formula: now.formula })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small" busy={state === "busy"}>
          {t("save")}
        </Button>
        <Button look="quiet" size="small" onClick={() => onDone("left")}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}

const same = (one: TypedSum, other: TypedSum) => JSON.stringify(one) === JSON.stringify(other)

/** The act's names begin with `calculation`. */
function shortened(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/^calculation\./, ""), message]),
  )
}

type FieldsProps = CalculationFormProps & { errors: Record<string, string> }

function Fields({ claim, typed: { value, type }, focus, errors }: FieldsProps) {
  const t = useTranslations("calculation")
  const put = (changed: Partial<TypedSum>) => type({ ...value, ...changed })
  const field = (name: "title" | "formula" | "unit") => ({
    label: t(name),
    value: value[name],
    ...(errors[name] && { error: errors[name] }),
    onChange: (event: { target: { value: string } }) => put({ [name]: event.target.value }),
  })
  const decimals = ["", ..."0123456"].map((count) => ({
    value: count,
    label: t("decimalsTo", { count: count || "none" }),
  }))
  return (
    <>
      <TextField {...field("title")} hint={t("titleHint")} autoFocus={focus === "take"} maxLength={300} />
      <InputFields
        inputs={value.inputs}
        evidence={claim.evidence}
        errors={errors}
        onType={(inputs) => put({ inputs })}
      />
      <TextField
        {...field("formula")}
        hint={t("formulaHint")}
        maxLength={500}
        spellCheck={false}
        autoCapitalize="off"
        className="font-mono"
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField {...field("unit")} hint={t("unitHint")} maxLength={60} />
        <Select
          label={t("decimals")}
          hint={t("decimalsHint")}
          value={value.decimals}
          options={decimals}
          onChoose={(chosen) => put({ decimals: chosen })}
        />
      </div>
    </>
  )
}

type ClaimedProps = Pick<FieldsProps, "claim" | "language" | "typed" | "errors">

/** The claim's figure; those in its words are offered. */
function Claimed({ claim, language, typed: { value, type }, errors }: ClaimedProps) {
  const t = useTranslations("calculation")
  const figures = figuresIn(quoteOf(claim.anchors), language).filter((figure) => figure !== value.claimed)
  return (
    <>
      <div className="flex flex-col gap-1">
        <TextField
          label={t("claimed")}
          hint={t("claimedHint")}
          value={value.claimed}
          maxLength={100}
          {...(errors.claimed && { error: errors.claimed })}
          onChange={(event) => type({ ...value, claimed: event.target.value })}
        />
        {figures.length > 0 && (
          <div className="flex flex-wrap items-center gap-1">
            {figures.map((figure) => (
              <Button key={figure} size="small" onClick={() => type({ ...value, claimed: figure })}>
                <span className="sr-only">{t("take")} </span>
                {figure}
              </Button>
            ))}
          </div>
        )}
      </div>
      <TextArea
        label={t("note")}
        rows={1}
        value={value.note}
        maxLength={5000}
        onChange={(event) => type({ ...value, note: event.target.value })}
      />
    </>
  )
}
