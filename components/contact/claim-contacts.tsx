"use client"
/** The contacts of a claim in the inspector: each with what came of it, and the form for another one. */
import { useTranslations } from "next-intl"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyButton } from "@/components/keys/key-button"
import { useAnnounce } from "@/components/ui/announcer"
import { useDraft } from "@/components/ui/use-draft"
import { ContactForm } from "./contact-form"
import { ContactItem } from "./contact-item"
import type { ContactSectionProps } from "./contact-section"
import { contactFrom, emptyContact, type TypedContact } from "./contact-values"

export interface ClaimContactsProps extends ContactSectionProps {
  /** Whether whoever looks may write contacts down: also while the claim is in review. */
  may: "write" | "read"
  adding: "open" | "closed"
  onAdding: (adding: "open" | "closed") => void
}

export default function ClaimContacts(props: ClaimContactsProps) {
  const { claim, may, adding, onAdding } = props
  const t = useTranslations("contact")
  const { actor } = useGalley()
  const typed = useDraft<TypedContact>(draftKey(actor, claim, "contact"), emptyContact)
  const isOpen = may === "write" && (adding === "open" || typed.draft !== null)
  const isClaimantAsked = claim.contacts.some((contact) => contact.isClaimant)
  return (
    <section aria-label={t("section")} data-part="contacts" tabIndex={-1} className="rounded-md">
      <div className="mb-1 flex min-h-7 flex-wrap items-center justify-between gap-x-2">
        <h3 className="heading-group">{t("heading", { count: claim.contacts.length })}</h3>
        {may === "write" && !isOpen && <Opener onOpen={() => onAdding("open")} />}
      </div>
      {isClaimantAsked && (
        <p className="text-xs text-ink-2">
          <span aria-hidden>✓ </span>
          {t("claimantContacted")}
        </p>
      )}
      <ul className="flex flex-col">
        {claim.contacts.map((contact) => (
          <ContactItem key={contact.id} contact={contact} {...props} />
        ))}
      </ul>
      {isOpen && <Adding {...props} typed={typed} />}
    </section>
  )
}

function Opener({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("contact")
  return (
    <KeyButton act="claim.contact" part="contact" onClick={onOpen}>
      {t("add")}
    </KeyButton>
  )
}

function Adding({
  acts,
  adding,
  onAdding,
  typed,
}: ClaimContactsProps & { typed: ReturnType<typeof useDraft<TypedContact>> }) {
  const t = useTranslations("contact")
  const { goTo } = useGalley()
  const announce = useAnnounce()
  const done = (how: "saved" | "left") => {
    typed.drop()
    onAdding("closed")
    goTo(how === "saved" ? "contacts" : "claim")
    if (how === "saved") announce(t("recorded", { count: 1 }))
  }
  return (
    <div data-part="contact" className="rounded-[10px] border border-line bg-raised p-3">
      <ContactForm
        label={t("new")}
        typed={typed}
        now={null}
        details="told"
        focus={adding === "open" ? "whom" : "leave"}
        save={(value) => acts.recordContact(contactFrom(value, new Date()))}
        onDone={done}
      />
    </div>
  )
}
