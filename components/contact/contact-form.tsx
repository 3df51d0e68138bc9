"use client"
/** Writes a contact down, or what came of one. If somebody else was faster, theirs is shown beside what was typed. */
import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { AwaitedFile } from "@/components/source/awaited-file"
import { useFileWait } from "@/components/source/use-file-wait"
import { Button } from "@/components/ui/button"
import type { DraftState } from "@/components/ui/use-draft"
import { byField, type Answer } from "@/lib/domain/answer"
import { ContactFields, type ContactFieldsProps } from "./contact-fields"
import { differing, type TypedContact } from "./contact-values"

export interface ContactFormProps extends Pick<ContactFieldsProps, "details" | "focus"> {
  label: string
  typed: DraftState<TypedContact>
  /** The contact as it is now; null for a new one. */
  now: TypedContact | null
  save: (typed: TypedContact, base: TypedContact) => Promise<Answer<unknown>>
  onDone: (how: "saved" | "left") => void
}

interface Refused {
  message: string
  fields: Record<string, string>
}

export function ContactForm({ label, typed, now, save, onDone, ...fields }: ContactFormProps) {
  const t = useTranslations("contact")
  const ui = useTranslations("ui")
  const [state, setState] = useState<"idle" | "busy" | Refused>("idle")
  const box = useRef<HTMLFormElement>(null)
  const refused = typeof state === "object" ? state : null
  // The form is long: what is wrong may be out of sight.
  useEffect(() => box.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [refused])
  const base = typed.draft?.base ?? typed.value
  const submit = async () => {
    setState("busy")
    const answer = await save(typed.value, base)
    if (answer.ok) return onDone("saved")
    const { message, fields } = answer.refusal
    setState({ message, fields: lastNames(byField(fields)) })
  }
  const { ask, onFile, at } = useFileWait(() => void submit())
  const isAtField = refused && Object.keys(refused.fields).length > 0
  return (
    <form
      ref={box}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        ask(null)
      }}
      className="flex flex-col gap-3"
    >
      <ContactFields value={typed.value} type={typed.type} errors={refused?.fields ?? {}} onFile={onFile} {...fields} />
      {refused && !isAtField && (
        <p role="alert" className="text-xs font-medium text-false">
          {refused.message}
        </p>
      )}
      {now && <Meanwhile base={base} now={now} />}
      <AwaitedFile at={at} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small" busy={state === "busy" || at === "awaited"}>
          {t("save")}
        </Button>
        <Button look="quiet" size="small" onClick={() => onDone("left")}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}

/** Of `contact.whom` and `claims.0.contact.whom` the field alone. */
function lastNames(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, message]) => [path.split(".").at(-1) ?? path, message]))
}

/** What somebody else wrote down since the typing began. */
function Meanwhile({ base, now }: { base: TypedContact; now: TypedContact }) {
  const t = useTranslations("contact")
  const format = useFormatter()
  const names = differing(base, now)
  if (names.length === 0) return null
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })
  const chosen: Partial<Record<(typeof names)[number], string>> = {
    outcome: t(`outcomes.${now.outcome}`),
    channel: t(`channels.${now.channel}`),
    onRecord: t(`records.${now.onRecord ? "on" : "off"}`),
    isClaimant: t(`claimants.${now.isClaimant ? "yes" : "no"}`),
    file: now.file?.name ?? t("nothing"),
  }
  const shown = (name: (typeof names)[number]): string => {
    const value = now[name]
    if (typeof value !== "string" || value === "") return chosen[name] ?? t("nothing")
    return name === "askedAt" || name === "deadline" || name === "repliedAt" ? moment(value) : (chosen[name] ?? value)
  }
  return (
    <div role="alert" className="rounded-lg bg-mixed-soft px-3 py-2 text-xs text-mixed">
      <p className="font-semibold">{t("meanwhile")}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-ink">
        {names.map((name) => (
          <div key={name} className="contents">
            <dt>{t(name === "onRecord" ? "record" : name)}</dt>
            <dd className="break-words">{shown(name)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
