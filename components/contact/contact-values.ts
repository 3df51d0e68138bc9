/** A contact as it is typed: empty words for nothing. Pure. */
import type { ContactFields, ContactInput } from "@/lib/domain/contact"

const NAMES = [
  ...(["whom", "isClaimant", "channel", "address", "question", "askedAt", "deadline"] as const),
  ...(["outcome", "reply", "repliedAt", "onRecord", "notes"] as const),
]

export interface TypedContact extends Omit<ContactFields, "address" | "reply" | "notes" | "askedAt"> {
  address: string
  reply: string
  notes: string
  /** Null while nothing is chosen: then it was now. */
  askedAt: string | null
}

export const emptyContact: TypedContact = {
  ...{ whom: "", isClaimant: false, channel: "phone", address: "", question: "", askedAt: null, deadline: null },
  ...{ outcome: "pending", reply: "", repliedAt: null, onRecord: true, notes: "" },
}

export function typedContact(contact: ContactFields): TypedContact {
  const { whom, isClaimant, channel, question, askedAt, deadline, outcome, repliedAt, onRecord } = contact
  return {
    ...{ whom, isClaimant, channel, question, askedAt, deadline, outcome, repliedAt, onRecord },
    address: contact.address ?? "",
    reply: contact.reply ?? "",
    notes: contact.notes ?? "",
  }
}

/** As the act takes it; what was asked without a time was asked `now`. */
export function contactFrom(typed: TypedContact, now: Date): Required<ContactInput> & ContactFields {
  const { address, reply, notes, askedAt } = typed
  const words = (text: string) => text.trim() || null
  return {
    ...typed,
    address: words(address),
    reply: words(reply),
    notes: words(notes),
    askedAt: askedAt ?? now.toISOString(),
  }
}

/** Of a typed contact, what differs from the one that is there. */
export function changesOf(typed: TypedContact, base: TypedContact, now: Date): Partial<ContactFields> {
  const whole = contactFrom(typed, now)
  const differing = NAMES.filter((name) => typed[name] !== base[name])
  return Object.fromEntries(differing.map((name) => [name, whole[name]]))
}

/** The names of the fields in which two contacts differ. */
export function differing(one: TypedContact, other: TypedContact) {
  return NAMES.filter((name) => one[name] !== other[name])
}
