"use client"
/**
 * What is known of an article besides its words, each field edited in place. Headline and dek are words: they are what
 * is checked, and stand here as they are.
 */
import { useLocale, useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { Conflict } from "@/components/claim/conflict"
import { SaveNote, SaveWord } from "@/components/claim/save-note"
import { onAgain } from "@/components/ui/connection"
import { Dialog } from "@/components/ui/dialog"
import { MomentField } from "@/components/ui/moment-field"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { Autosave } from "@/components/ui/use-autosave"
import { useDraft } from "@/components/ui/use-draft"
import type { ArticleDetails } from "@/lib/domain/article-details"
import type { Person } from "@/lib/domain/workspace"
import { AuthorsField } from "./authors-field"
import { authorsIn, authorsTyped, leadsOffered, type DetailName } from "./detail-values"
import { languageOptions } from "./languages"
import { detailsKey, useDetailsForm, type EditDetails } from "./use-details-form"

export interface DetailsDialogProps {
  article: ArticleDetails & { id: string; title: string; dek: string | null }
  actor: { id: string }
  edit: EditDetails
  /** Whether they can be typed in. */
  mode: "write" | "read"
  unbinds: "may" | "not"
  /** Everybody on the desk, and whoever may lead the article. */
  people: Person[]
  checkers: Person[]
  onClose: () => void
}

export default function DetailsDialog(props: DetailsDialogProps) {
  const { article, onClose } = props
  const t = useTranslations("details")
  const { form, lead } = useDetailsForm(props)
  const [begun] = useState(() => form.retry)
  // What a reload or a lost connection left unsaved goes out.
  useEffect(() => begun(), [begun])
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t("title")}
      description={
        <>
          <span lang={article.language} dir="auto" className="block font-serif text-base font-semibold text-ink">
            {article.title}
          </span>
          {article.dek && (
            <span lang={article.language} dir="auto" className="block font-serif text-sm">
              {article.dek}
            </span>
          )}
          <span className="mt-1 block text-xs text-ink-3">{t("wordsHint")}</span>
        </>
      }
      actions={
        <span className="min-h-5">
          <SaveWord forms={[form]} />
        </span>
      }
    >
      <Fields {...props} form={form} lead={lead} />
      <SaveNote form={form} />
    </Dialog>
  )
}

interface FieldsProps extends DetailsDialogProps {
  form: Autosave<DetailName>
  /** Whoever leads the article now, as against when it was opened. */
  lead: Person | null
}

function Fields(props: FieldsProps) {
  return (
    <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
      <Line name="byline" {...props} />
      <Line name="section" {...props} />
      <div className="sm:col-span-2">
        <Authors {...props} />
      </div>
      <Line name="publisher" {...props} />
      <Line name="publishedOn" type="date" {...props} />
      <div className="sm:col-span-2">
        <Line name="sourceUrl" type="url" {...props} />
      </div>
      <Language {...props} />
      <Kind {...props} />
      <Lead {...props} />
      <Deadline {...props} />
    </div>
  )
}

function useBound({ name, form }: FieldsProps & { name: DetailName }) {
  const t = useTranslations("details.field")
  const error = form.errorOf(name)
  return { label: t(name), ...(error && { error }) }
}

function Line({ type = "text", ...props }: FieldsProps & { name: DetailName; type?: "text" | "date" | "url" }) {
  const t = useTranslations("details")
  const { name, form, mode } = props
  return (
    <div>
      <TextField
        {...useBound(props)}
        // An empty date in a field that can't be typed in shows the browser's pattern, which says nothing.
        type={type === "date" && mode === "read" && !form.values[name] ? "text" : type}
        value={form.values[name]}
        readOnly={mode === "read"}
        placeholder={mode === "read" ? t("notSet") : t(`hint.${name}`)}
        onBlur={form.leave}
        onChange={(event) => form.type(name, event.target.value)}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}

interface ChoiceProps extends FieldsProps {
  name: "language" | "kind" | "leadId"
  options: { value: string; label: string }[]
  hint?: string
}

function Choice({ options, hint, ...props }: ChoiceProps) {
  const { name, form, mode } = props
  const wordFor = (value: string) => options.find((option) => option.value === value)?.label ?? value
  return (
    <div>
      <Select
        {...useBound(props)}
        {...(hint && { hint })}
        value={form.values[name]}
        options={options}
        disabled={mode === "read"}
        onChoose={(value) => form.choose(name, value)}
      />
      <Conflict form={form} name={name} wordFor={wordFor} />
    </div>
  )
}

function Language(props: FieldsProps) {
  const t = useTranslations("details.hint")
  const reader = useLocale()
  const current = props.form.values.language
  return <Choice {...props} name="language" options={languageOptions(current, reader)} hint={t("language")} />
}

function Kind(props: FieldsProps) {
  const t = useTranslations("details")
  const options = (["copy", "factcheck"] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  return <Choice {...props} name="kind" options={options} hint={t("hint.kind")} />
}

/** Whoever led it and leads it now are offered even where they may not any more. */
function Lead(props: FieldsProps) {
  const t = useTranslations("details")
  const { checkers, article, lead, form } = props
  const people = leadsOffered(checkers, [article.lead, lead], authorsIn(form.values.authors))
  const options = [{ value: "", label: t("nobody") }, ...people.map(({ id, name }) => ({ value: id, label: name }))]
  return <Choice {...props} name="leadId" options={options} />
}

function Authors(props: FieldsProps) {
  const { form } = props
  const error = form.errorOf("authors")
  const names = (typed: string) =>
    authorsIn(typed)
      .map(({ name }) => name)
      .join(", ")
  return (
    <>
      <AuthorsField
        {...props}
        {...(error && { error })}
        authors={authorsIn(form.values.authors)}
        onAuthors={(authors) => form.choose("authors", authorsTyped(authors))}
      />
      <Conflict form={form} name="authors" wordFor={names} />
    </>
  )
}

/** Sent when it is left: a moment is typed part by part, and every part makes another one. */
function Deadline(props: FieldsProps) {
  const { form, mode } = props
  const { dueAt } = form.values
  const typed = useDraft(`${detailsKey(props)}:due`, dueAt)
  const send = () => {
    if (!typed.draft) return
    form.choose("dueAt", typed.value)
    typed.drop()
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  // What was left in it by a reload, a lost connection or closing goes out with the rest.
  useEffect(() => {
    latest.current()
    const stop = onAgain(() => latest.current())
    return () => {
      stop()
      latest.current()
    }
  }, [])
  return (
    <div>
      <MomentField
        {...useBound({ ...props, name: "dueAt" })}
        value={typed.value || null}
        readOnly={mode === "read"}
        onMoment={(moment) => typed.type(moment ?? "")}
        onBlur={send}
      />
      <Conflict form={form} name="dueAt" wordFor={useMoments()} />
    </div>
  )
}

function useMoments(): (moment: string) => string {
  const reader = useLocale()
  return (moment) =>
    new Intl.DateTimeFormat(reader, { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment))
}
