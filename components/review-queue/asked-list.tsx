"use client"
/** Whom the desk asked, and what was worked out: both as far as the reviewer may see them. */
import { useTranslations } from "next-intl"
import { CalculationWords } from "@/components/calculation/calculation-words"
import { ContactWords } from "@/components/contact/contact-words"
import type { ClaimView } from "@/lib/domain/claim"

const ALONE = { here: [], elsewhere: 0 }

export function AskedList({ claim }: { claim: ClaimView }) {
  const { contacts, calculations, evidence } = claim
  const contact = useTranslations("contact")
  const calculation = useTranslations("calculation")
  const item = "border-t border-line py-2.5 first:border-t-0"
  return (
    <>
      {calculations.length > 0 && (
        <section>
          <h3 className="heading-group mb-1">{calculation("heading", { count: calculations.length })}</h3>
          <ul>
            {calculations.map((one) => (
              <li key={one.id} className={item}>
                <CalculationWords calculation={one} evidence={evidence} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {contacts.length > 0 && (
        <section>
          <h3 className="heading-group mb-1">{contact("heading", { count: contacts.length })}</h3>
          <ul>
            {contacts.map((one) => (
              <li key={one.id} className={item}>
                <ContactWords contact={one} numbers={ALONE} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
