"use client"
/** What is known of a claim, each field edited in place. */
import { ChevronRight } from "lucide-react"
import { useTranslations } from "next-intl"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { Autosave } from "@/components/ui/use-autosave"
import { Conflict } from "./conflict"
import { claimTypes, jobs, priorities } from "./choices"
import type { FieldName } from "./field-values"

export type ClaimForm = Autosave<FieldName>

export interface ClaimFieldsProps {
  form: ClaimForm
  /** Whether they can be typed in. */
  mode: "write" | "read"
  /** Whether a verdict would be lost by another job. */
  drafted: boolean
}

export function ClaimFields(props: ClaimFieldsProps) {
  const t = useTranslations("claim")
  return (
    <section aria-label={t("inspector")} className="flex flex-col gap-1.5">
      <div data-part="statement" className="mb-1">
        <Words name="statement" {...props} labelled="above" look={props.mode === "write" ? "box" : "inPlace"} />
      </div>
      <Line name="claimant" {...props} />
      <Line name="claimedOn" type="date" {...props} />
      <Choice name="type" options={claimTypes} {...props} />
      <Choice name="job" options={jobs} {...props} />
      <Choice name="priority" options={priorities} {...props} />
      <details className="group">
        <summary className="-mx-1.5 flex w-fit list-none items-center gap-1 rounded-md px-1.5 py-1 text-xs font-semibold text-ink-2 hover:text-ink">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          {t("more")}
        </summary>
        <div className="mt-1 flex flex-col gap-1.5">
          <Line name="appearance" type="url" {...props} />
          <Words name="whySelected" {...props} />
          <Line name="timecode" {...props} />
        </div>
      </details>
    </section>
  )
}

interface OneProps extends ClaimFieldsProps {
  name: FieldName
}

/** What every field shares: value, error, when it is sent. */
function useBound({ name, form, mode }: OneProps) {
  const t = useTranslations("claim")
  const error = form.errorOf(name)
  return {
    label: t(`field.${name}`),
    value: form.values[name],
    onBlur: form.leave,
    ...(error && { error }),
    readOnly: mode === "read",
    placeholder: mode === "read" ? t("notSet") : undefined,
  }
}

function Line({ type = "text", ...props }: OneProps & { type?: "text" | "date" | "url" }) {
  const { name, form } = props
  const t = useTranslations("claim")
  const bound = useBound(props)
  // An empty date in a field that can't be typed in shows the browser's pattern, which says nothing.
  const shown = type === "date" && props.mode === "read" && !bound.value ? "text" : type
  return (
    <div>
      <TextField
        {...bound}
        type={shown}
        labelled="beside"
        look="inPlace"
        {...(name === "timecode" && props.mode === "write" && { hint: t("hint.timecode") })}
        onChange={(event) => form.type(name, event.target.value)}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}

function Words(props: OneProps & { labelled?: "above" | "beside"; look?: "box" | "inPlace" }) {
  const { name, form, labelled = "beside", look = "inPlace" } = props
  const t = useTranslations("claim")
  const bound = useBound(props)
  const placeholder = name === "statement" && props.mode === "write" ? t("hint.statement") : bound.placeholder
  return (
    <div>
      <TextArea
        {...bound}
        placeholder={placeholder}
        rows={1}
        labelled={labelled}
        look={look}
        onChange={(event) => form.type(name, event.target.value)}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}

function Choice(props: OneProps & { options: readonly { value: string; label: string }[] }) {
  const { name, form, mode, options, drafted } = props
  const t = useTranslations("claim")
  const { label, value, error } = useBound(props)
  const warned = name === "job" && mode === "write" && drafted
  return (
    <div>
      <Select
        label={label}
        value={value}
        options={options.map((option) => ({ value: option.value, label: t(option.label) }))}
        labelled="beside"
        look="inPlace"
        disabled={mode === "read"}
        {...(error && { error })}
        {...(warned && { hint: t("hint.jobChange") })}
        onChoose={(chosen) => form.choose(name, chosen)}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}
