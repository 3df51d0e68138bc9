"use client"
/** The numbers that a calculation begins with: each with its name, its unit, and the evidence that it is from. */
import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { EvidenceView } from "@/lib/domain/source"
import { newInput, type TypedInput } from "./calculation-values"

export interface InputFieldsProps {
  inputs: TypedInput[]
  evidence: EvidenceView[]
  /** Messages by `inputs.0.value`. */
  errors: Record<string, string>
  onType: (inputs: TypedInput[]) => void
}

const MOST = 20

export function InputFields({ inputs, evidence, errors, onType }: InputFieldsProps) {
  const t = useTranslations("calculation")
  const put = (at: number, changed: Partial<TypedInput>) =>
    onType(inputs.map((input, index) => (index === at ? { ...input, ...changed } : input)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-xs font-semibold text-ink-2">{t("inputs")}</legend>
      {inputs.map((input, at) => (
        <InputRow
          key={at}
          at={at}
          input={input}
          evidence={evidence}
          errors={errors}
          onPut={(changed) => put(at, changed)}
          onDrop={() => onType(inputs.filter((_, index) => index !== at))}
        />
      ))}
      {inputs.length < MOST && (
        <Button
          look="quiet"
          size="small"
          className="-ml-2 self-start"
          onClick={() => onType([...inputs, newInput(inputs)])}
        >
          {t("addInput")}
        </Button>
      )}
    </fieldset>
  )
}

interface InputRowProps {
  at: number
  input: TypedInput
  evidence: EvidenceView[]
  errors: Record<string, string>
  onPut: (changed: Partial<TypedInput>) => void
  onDrop: () => void
}

function InputRow({ at, input, evidence, errors, onPut, onDrop }: InputRowProps) {
  const t = useTranslations("calculation")
  const field = (name: "name" | "value" | "unit") => ({
    label: t(`input.${name}`),
    value: input[name],
    ...(errors[`inputs.${at}.${name}`] && { error: errors[`inputs.${at}.${name}`] }),
    onChange: (event: { target: { value: string } }) => onPut({ [name]: event.target.value }),
  })
  const wrong = errors[`inputs.${at}.evidenceId`]
  return (
    <div role="group" aria-label={t("input.label", { number: at + 1 })} className="rounded-lg bg-panel p-2">
      <div className="grid grid-cols-[minmax(0,4.5rem)_minmax(0,1fr)_minmax(0,6rem)_2rem] items-start gap-2">
        <TextField {...field("name")} maxLength={40} spellCheck={false} autoCapitalize="off" className="font-mono" />
        <TextField {...field("value")} maxLength={60} inputMode="text" className="tabular-nums" />
        <TextField {...field("unit")} maxLength={60} />
        <Button
          look="quiet"
          size="icon"
          className="mt-5"
          aria-label={t("input.drop", { name: input.name || at + 1 })}
          title={t("input.drop", { name: input.name || at + 1 })}
          onClick={onDrop}
        >
          <X aria-hidden className="size-3.5" />
        </Button>
      </div>
      <div className="mt-2">
        <Select
          label={t("input.from")}
          labelled="beside"
          value={input.evidenceId}
          options={[{ value: "", label: t("untied") }, ...evidence.map(optionOf)]}
          {...(wrong && { error: wrong })}
          onChoose={(evidenceId) => onPut({ evidenceId })}
        />
      </div>
    </div>
  )
}

const optionOf = ({ id, source, locator }: EvidenceView) => ({
  value: id,
  label: [source.title, locator].filter(Boolean).join(", "),
})
