"use client"
/** What is written down of a contact: whom, how, what exactly, until when; then what came of it. */
import { useTranslations } from "next-intl"
import { AttachFile, type AttachFileProps } from "@/components/source/attach-file"
import { Checkbox } from "@/components/ui/checkbox"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { MomentField } from "@/components/ui/moment-field"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { ContactChannel, ContactOutcome } from "@/lib/domain/contact"
import type { TypedContact } from "./contact-values"

export interface ContactFieldsProps {
  value: TypedContact
  type: (typed: TypedContact) => void
  /** Messages by field. */
  errors: Record<string, string>
  onFile: AttachFileProps["onMove"]
  /** `kept` leaves out what is not for the reader's eyes. */
  details: "told" | "kept"
  /** Where the focus goes: to what was asked, to what came of it, or nowhere. */
  focus: "whom" | "outcome" | "leave"
}

const channels: readonly ContactChannel[] = ["phone", "mail", "message", "in_person", "letter", "social", "other"]
const outcomes: readonly ContactOutcome[] = ["pending", "confirmed", "disputed", "corrected", "declined", "no_answer"]
const unanswered: readonly ContactOutcome[] = ["pending", "no_answer"]

type Part = ContactFieldsProps & {
  put: (changed: Partial<TypedContact>) => void
  wrong: (name: string) => { error?: string }
}

export function ContactFields(props: ContactFieldsProps) {
  const { value, type, errors } = props
  const put = (changed: Partial<TypedContact>) => type({ ...value, ...changed })
  const wrong = (name: string) => (errors[name] ? { error: errors[name] } : {})
  const part = { ...props, put, wrong }
  return (
    <>
      <Asked {...part} />
      <Outcome {...part} />
      {props.details === "told" && <Kept {...part} />}
    </>
  )
}

function Asked(part: Part) {
  const { value, focus, put, wrong } = part
  const t = useTranslations("contact")
  return (
    <>
      <TextField
        autoFocus={focus === "whom"}
        label={t("whom")}
        value={value.whom}
        maxLength={300}
        {...wrong("whom")}
        onChange={(event) => put({ whom: event.target.value })}
      />
      <Checkbox
        label={t("isClaimant")}
        hint={t("isClaimantHint")}
        checked={value.isClaimant}
        onChange={(event) => put({ isClaimant: event.target.checked })}
      />
      <How {...part} />
      <TextArea
        label={t("question")}
        hint={t("questionHint")}
        value={value.question}
        maxLength={5000}
        {...wrong("question")}
        onChange={(event) => put({ question: event.target.value })}
        className="font-serif text-[0.9375rem]"
      />
      <MomentField
        label={t("deadline")}
        hint={t("deadlineHint")}
        value={value.deadline}
        {...wrong("deadline")}
        onMoment={(deadline) => put({ deadline })}
      />
    </>
  )
}

/** By which way, and when. */
function How({ value, put, wrong }: Part) {
  const t = useTranslations("contact")
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Select
        label={t("channel")}
        value={value.channel}
        options={channels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        onChoose={(channel) => put({ channel })}
      />
      <MomentField
        label={t("askedAt")}
        hint={t("askedAtHint")}
        value={value.askedAt}
        {...wrong("askedAt")}
        onMoment={(askedAt) => put({ askedAt })}
      />
    </div>
  )
}

function Outcome({ value, focus, details, put, wrong }: Part) {
  const t = useTranslations("contact")
  const isAnswered = !unanswered.includes(value.outcome)
  const mayReply = details === "told" || value.onRecord
  return (
    <>
      <Select
        autoFocus={focus === "outcome"}
        label={t("outcome")}
        value={value.outcome}
        options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))}
        {...wrong("outcome")}
        onChoose={(outcome) => put(unanswered.includes(outcome) ? { outcome, repliedAt: null } : { outcome })}
      />
      {(isAnswered || value.reply !== "") && mayReply && (
        <TextArea
          label={t("reply")}
          hint={t("replyHint")}
          value={value.reply}
          maxLength={10_000}
          {...wrong("reply")}
          onChange={(event) => put({ reply: event.target.value })}
          className="font-serif text-[0.9375rem]"
        />
      )}
      {isAnswered && (
        <MomentField
          label={t("repliedAt")}
          hint={t("repliedAtHint")}
          value={value.repliedAt}
          {...wrong("repliedAt")}
          onMoment={(repliedAt) => put({ repliedAt })}
        />
      )}
      {details === "told" && (
        <ChoiceGroup
          label={t("record")}
          options={(["on", "off"] as const).map((on) => ({ value: on, label: t(`records.${on}`) }))}
          value={value.onRecord ? "on" : "off"}
          hint={t("recordHint")}
          onChoose={(on) => put({ onRecord: on === "on" })}
        />
      )}
    </>
  )
}

/** For few eyes: said so where it is typed. */
function Kept({ value, onFile, put, wrong }: Part) {
  const t = useTranslations("contact")
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-lg bg-panel p-3">
      <legend className="sr-only">{t("kept")}</legend>
      <p className="text-xs text-ink-3">{t("keptHint")}</p>
      <TextField
        label={t("address")}
        value={value.address}
        maxLength={500}
        {...wrong("address")}
        onChange={(event) => put({ address: event.target.value })}
      />
      <TextArea
        label={t("notes")}
        rows={1}
        value={value.notes}
        maxLength={10_000}
        {...wrong("notes")}
        onChange={(event) => put({ notes: event.target.value })}
      />
      <AttachFile
        label={t("file")}
        file={value.file ?? null}
        error={wrong("fileId").error}
        onAttach={(file) => put({ file })}
        onMove={onFile}
      />
    </fieldset>
  )
}
