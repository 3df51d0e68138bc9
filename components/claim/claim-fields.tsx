"use client"
/** What is known of a claim, each field edited in place. */
import { ChevronRight } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { AskDialog } from "@/components/ui/ask-dialog"
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
  number: number
}

export function ClaimFields(props: ClaimFieldsProps) {
  const t = useTranslations("claim")
  return (
    <section aria-label={t("inspector")} className="flex flex-col gap-0.5">
      <div data-part="statement" className="mb-1">
        <Words name="statement" {...props} labelled="above" look={props.mode === "write" ? "box" : "inPlace"} />
      </div>
      <Line name="claimant" {...props} />
      <Line name="claimedOn" type="date" {...props} />
      <Choice name="type" options={claimTypes} {...props} />
      <JobChoice {...props} />
      <Choice name="priority" options={priorities} {...props} />
      <details className="group">
        <summary className="-mx-1.5 flex w-fit list-none items-center gap-1 rounded-md px-1.5 py-1 text-xs font-semibold text-ink-2 hover:text-ink">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          {t("more")}
        </summary>
        <div className="mt-1 flex flex-col gap-0.5">
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

/** Fields whose label does not say enough. */
const hinted: ReadonlySet<FieldName> = new Set(["statement", "claimant", "appearance", "whySelected", "timecode"])

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
    placeholder: mode === "read" ? t("notSet") : hinted.has(name) ? t(`hint.${name}`) : undefined,
  }
}

function Line({ type = "text", ...props }: OneProps & { type?: "text" | "date" | "url" }) {
  const { name, form } = props
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
        className={bound.value ? "" : "text-ink-3"}
        onChange={(event) => form.type(name, event.target.value)}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}

function Words(props: OneProps & { labelled?: "above" | "beside"; look?: "box" | "inPlace" }) {
  const { name, form, labelled = "beside", look = "inPlace" } = props
  const bound = useBound(props)
  return (
    <div>
      <TextArea
        {...bound}
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
  const { name, form, mode, options } = props
  const t = useTranslations("claim")
  const { label, value, error } = useBound(props)
  const words = (code: string) => t(options.find((option) => option.value === code)?.label ?? "notSet")
  return (
    <div>
      <Select
        label={label}
        value={value}
        options={options.map((option) => ({ value: option.value, label: t(option.label) }))}
        labelled="beside"
        look="inPlace"
        disabled={mode === "read"}
        className={value ? "" : "text-ink-3"}
        {...(error && { error })}
        onChoose={(chosen) => form.choose(name, chosen)}
      />
      <Conflict form={form} name={name} wordFor={words} />
    </div>
  )
}

/** Another job has another scale; where that would cost a drafted verdict, it is asked for. */
function JobChoice(props: ClaimFieldsProps) {
  const { form, drafted, number } = props
  const t = useTranslations("claim.jobChange")
  const [wanted, setWanted] = useState<string | null>(null)
  const asking: ClaimForm = {
    ...form,
    choose: (name, value) => (drafted ? setWanted(value) : form.choose(name, value)),
  }
  const change = () => {
    if (wanted) form.choose("job", wanted)
    setWanted(null)
  }
  return (
    <>
      <Choice {...props} form={asking} name="job" options={jobs} />
      <AskDialog
        open={wanted !== null}
        look="primary"
        title={t("title", { number })}
        text={t("text")}
        confirm={t("confirm")}
        onYes={change}
        onClose={() => setWanted(null)}
      />
    </>
  )
}
