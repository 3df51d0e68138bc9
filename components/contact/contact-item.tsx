"use client"
/** One contact in the inspector: as it stands, with the sentence for readers, or as somebody writes down what came of it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { useDraft } from "@/components/ui/use-draft"
import type { VerdictForm } from "@/components/verdict/use-verdict-form"
import type { ClaimView } from "@/lib/domain/claim"
import type { ContactView } from "@/lib/domain/contact"
import { ContactForm } from "./contact-form"
import { ContactWords } from "./contact-words"
import { changesOf, typedContact, type TypedContact } from "./contact-values"
import { ReadersSentence } from "./readers-sentence"

export interface ContactItemProps {
  claim: ClaimView
  contact: ContactView
  acts: ClaimActs
  verdict: VerdictForm
  /** Whether the verdict can be written, and whether contacts can. */
  mode: "write" | "read"
  may: "write" | "read"
}

export function ContactItem({ claim, contact, acts, verdict, mode, may }: ContactItemProps) {
  const t = useTranslations("contact")
  const { actor, article, goTo } = useGalley()
  const announce = useAnnounce()
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const now = typedContact(contact)
  const typed = useDraft<TypedContact>(draftKey(actor, claim, `contact:${contact.id}`), now)
  const done = (how: "saved" | "left") => {
    typed.drop()
    setAsked("closed")
    goTo("contacts")
    if (how === "saved") announce(t("saved", { count: contact.claims.length }))
  }
  if (may === "write" && (asked === "open" || typed.draft))
    return (
      <li className="border-t border-line py-2.5 first:border-t-0">
        <ContactForm
          label={t("of", { whom: contact.whom })}
          typed={typed}
          now={now}
          details={contact.details}
          focus={asked === "open" ? "outcome" : "leave"}
          save={(value, base) => acts.editContact(contact, changesOf(value, base, new Date()))}
          onDone={done}
        />
      </li>
    )
  return (
    <li className="flex flex-col gap-1.5 border-t border-line py-2.5 first:border-t-0">
      <ContactWords contact={contact} numbers={numbersOf(contact, claim)} />
      <ReadersSentence contact={contact} language={article.language} {...(mode === "write" && { verdict })} />
      {may === "write" && (
        <Button look="quiet" size="small" className="-ml-2 self-start" onClick={() => setAsked("open")}>
          {t(contact.outcome === "pending" ? "answer" : "edit")} <span className="sr-only">{contact.whom}</span>
        </Button>
      )}
    </li>
  )
}

/** The other claims of the article that it serves, by their numbers, and how many there are elsewhere. */
function numbersOf({ claims }: ContactView, { id, articleId }: ClaimView): { here: number[]; elsewhere: number } {
  const others = claims.filter((one) => one.id !== id)
  const here = others.filter((one) => one.articleId === articleId)
  return {
    here: here.map(({ number }) => number).sort((one, other) => one - other),
    elsewhere: others.length - here.length,
  }
}
