"use client"
/** Writes one contact down for several chosen claims: a phone call often answers more than one. */
import { useTranslations } from "next-intl"
import { watched } from "@/components/ui/connection"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { Act, Answer } from "@/lib/domain/answer"
import type { RecordContact } from "@/lib/domain/contact"
import { ContactForm } from "./contact-form"
import { contactFrom, emptyContact, type TypedContact } from "./contact-values"

export interface ContactGiven {
  /** Whose draft it is. */
  actorId: string
  claims: { id: string; version: number; number: number; words: string; article: { language: string } }[]
  record: Act<RecordContact, { contactId: string }>
  onDone: () => void
}

export default function ContactDialog({ actorId, claims, record, onDone, onClose }: ContactGiven & Closing) {
  const t = useTranslations("contact")
  const failed = useTranslations("ui")("failed")
  const typed = useDraft<TypedContact>(`${actorId}:claims:contact`, emptyContact)
  const save = async (value: TypedContact): Promise<Answer<unknown>> => {
    const seen = claims.map(({ id, version }) => ({ claimId: id, version }))
    const asked = { claims: seen, contact: contactFrom(value, new Date()) }
    // What can't be reached is answered like a refusal, so that there is one way to be told.
    return watched(record)(asked).catch(() => ({ ok: false, refusal: { code: "failed", message: failed, fields: {} } }))
  }
  const done = (how: "saved" | "left") => {
    typed.drop()
    onClose()
    if (how === "left") return
    toast(t("recorded", { count: claims.length }))
    onDone()
  }
  return (
    <Dialog open onOpenChange={onClose} title={t("newFor", { count: claims.length })} size="large">
      <ul aria-label={t("forClaims")} className="mb-3 flex max-h-32 flex-col gap-0.5 overflow-y-auto text-xs">
        {claims.map(({ id, number, words, article }) => (
          <li key={id} className="flex gap-2">
            <span className="w-6 shrink-0 text-right font-semibold text-ink-3 tabular-nums">{number}</span>
            <span lang={article.language} dir="auto" className="min-w-0 truncate font-serif text-ui">
              {words}
            </span>
          </li>
        ))}
      </ul>
      <div className="pb-3">
        <ContactForm label={t("new")} typed={typed} now={null} details="told" focus="whom" save={save} onDone={done} />
      </div>
    </Dialog>
  )
}
