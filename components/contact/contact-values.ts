/** A contact as it is typed: empty words for nothing. Pure. */
import type { TypedFile } from "@/components/source/typed-source"
import type { ContactFields, ContactInput, ContactView } from "@/lib/domain/contact"

const NAMES = [
  ...(["whom", "isClaimant", "channel", "address", "question", "askedAt", "deadline"] as const),
  ...(["outcome", "reply", "repliedAt", "onRecord", "notes", "file"] as const),
]

export interface TypedContact extends Omit<ContactFields, "address" | "reply" | "notes" | "askedAt" | "fileId"> {
  address: string
  reply: string
  notes: string
  /** Null while nothing is chosen: then it was now. */
  askedAt: string | null
  /** The file that was attached, or is the contact's: by its upload's id or its own. What was typed before there were any has none. */
  file?: TypedFile | null
}

type Name = (typeof NAMES)[number]

export const emptyContact: TypedContact = {
  ...{ whom: "", isClaimant: false, channel: "phone", address: "", question: "", askedAt: null, deadline: null },
  ...{ outcome: "pending", reply: "", repliedAt: null, onRecord: true, notes: "", file: null },
}

export function typedContact(contact: Omit<ContactView, "id">): TypedContact {
  const { whom, isClaimant, channel, question, askedAt, deadline, outcome, repliedAt, onRecord } = contact
  return {
    ...{ whom, isClaimant, channel, question, askedAt, deadline, outcome, repliedAt, onRecord },
    address: contact.address ?? "",
    reply: contact.reply ?? "",
    notes: contact.notes ?? "",
    file: contact.file && { id: contact.file.id, name: contact.file.name },
  }
}

/** As the act takes it; what was asked without a time was asked `now`. */
export function contactFrom(typed: TypedContact, now: Date): Required<ContactInput> & ContactFields {
  const { address, reply, notes, askedAt, file = null, ...others } = typed
  const words = (text: string) => text.trim() || null
  return {
    ...others,
    address: words(address),
    reply: words(reply),
    notes: words(notes),
    askedAt: askedAt ?? now.toISOString(),
    fileId: file?.id ?? null,
  }
}

/** Of a typed contact, what differs from the one that is there. */
export function changesOf(typed: TypedContact, base: TypedContact, now: Date): Partial<ContactFields> {
  const whole = contactFrom(typed, now)
  const fields = differing(typed, base).map((name) => (name === "file" ? "fileId" : name))
  return Object.fromEntries(fields.map((name) => [name, whole[name]]))
}

/** The names of the fields in which two contacts differ. */
export function differing(one: TypedContact, other: TypedContact): Name[] {
  return NAMES.filter((name) => (name === "file" ? one.file?.id !== other.file?.id : one[name] !== other[name]))
}
