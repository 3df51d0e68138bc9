/**
 * Contacts: attempts to reach somebody, with what was asked and what came of it. One serves one claim or several. It says
 * what a contact is and when it may be written down; who may see how much of it, policy.ts says.
 */
import { z } from "zod"
import { Moment } from "./article"
import type { ClaimView } from "./claim"
import { Id } from "./id"
import { refuseField } from "./refusal"
import type { Person } from "./workspace"

export const ContactChannel = z.enum(["phone", "mail", "message", "in_person", "letter", "social", "other"])
export type ContactChannel = z.infer<typeof ContactChannel>

export const ContactOutcome = z.enum(["pending", "confirmed", "disputed", "corrected", "declined", "no_answer"])
export type ContactOutcome = z.infer<typeof ContactOutcome>

const words = (max: number) => z.string().trim().max(max)

/** What can be typed of a contact. `null` clears. */
export const ContactFields = z.object({
  whom: words(300).min(1),
  /** Whether that is who made the claims, or speaks for them. */
  isClaimant: z.boolean(),
  channel: ContactChannel,
  /** Number or address; for few eyes. */
  address: words(500).nullable(),
  /** Exactly as it was asked. */
  question: words(5000).min(1),
  askedAt: Moment,
  deadline: Moment.nullable(),
  outcome: ContactOutcome,
  reply: words(10_000).nullable(),
  repliedAt: Moment.nullable(),
  /** Off the record, what was answered is for few eyes and never published. */
  onRecord: z.boolean(),
  notes: words(10_000).nullable(),
  /** A recording or a letter, for few eyes: an upload of whoever gives it, by its id or the file's; null for none. */
  fileId: Id.nullable(),
})
export type ContactFields = z.infer<typeof ContactFields>

/** A contact as it is typed in. */
export const ContactInput = ContactFields.extend({
  isClaimant: ContactFields.shape.isClaimant.default(false),
  address: ContactFields.shape.address.default(null),
  deadline: ContactFields.shape.deadline.default(null),
  outcome: ContactOutcome.default("pending"),
  reply: ContactFields.shape.reply.default(null),
  repliedAt: ContactFields.shape.repliedAt.default(null),
  onRecord: ContactFields.shape.onRecord.default(true),
  notes: ContactFields.shape.notes.default(null),
  fileId: ContactFields.shape.fileId.default(null),
})
export type ContactInput = z.input<typeof ContactInput>

const version = z.number().int().positive().optional()

/** One call seldom serves more; what is shown of a contact grows with its claims. */
export const MOST_CLAIMS = 50

export const RecordContact = z.object({
  claims: z
    .array(z.object({ claimId: Id, version }))
    .min(1)
    .max(MOST_CLAIMS),
  contact: ContactInput,
})
export type RecordContact = z.input<typeof RecordContact>

export const EditContact = z.object({ contactId: Id, version, contact: ContactFields.partial() })
export type EditContact = z.infer<typeof EditContact>

/** The recording or the letter that is kept with a contact, under the name that it came with. */
export interface ContactFile {
  id: string
  name: string
  type: string
  size: number
}

/** A contact as its viewer sees it. Times are ISO 8601 in UTC. */
export interface ContactView extends Omit<ContactFields, "fileId"> {
  id: string
  file: ContactFile | null
  /** Those of its claims that are live. */
  claims: { id: string; articleId: string; number: number }[]
  recordedBy: Person
  /** `kept`: address, notes, file and what was said off the record are not told to this viewer. */
  details: "told" | "kept"
  /** Whether the claim's round was sent with it as it is; null where no round is in force. */
  sent: "as_sent" | "since" | null
  version: number
}

/** A contact that was written down, and the claims that it serves as they are now. */
export interface ContactKept {
  contactId: string
  claims: ClaimView[]
}

/** Of a contact, what a round freezes: nothing that is for few eyes. */
export const FrozenContact = z.object({
  id: Id,
  whom: z.string(),
  isClaimant: z.boolean(),
  channel: ContactChannel,
  askedAt: z.string(),
  deadline: z.string().nullable(),
  outcome: ContactOutcome,
  onRecord: z.boolean(),
  /** What was said on the record. */
  reply: z.string().nullable(),
  version: z.number(),
})
export type FrozenContact = z.infer<typeof FrozenContact>

/** A contact as a round freezes it. */
export function frozenContact(contact: FrozenContact): FrozenContact {
  const reply = contact.onRecord ? contact.reply : null
  return FrozenContact.parse({ ...contact, reply })
}

/** Outcomes that are an answer. */
const ANSWERS: readonly ContactOutcome[] = ["confirmed", "disputed", "corrected", "declined"]

/** Whether somebody answered. */
export const isAnswered = (outcome: ContactOutcome) => ANSWERS.includes(outcome)

/** Answers that should be there by now: the longest overdue, and how many there are. */
export interface OverdueAnswer {
  whom: string
  deadline: string
  count: number
}

/**
 * A contact as it is written down: an answer that came without its time came now, and where none came there is neither
 * time nor reply.
 * @throws invalid at `deadline`, `reply` or `repliedAt`
 */
export function asWritten(contact: ContactFields, now: Date): ContactFields {
  const { askedAt, deadline, outcome, reply, repliedAt } = contact
  const asked = new Date(askedAt)
  if (deadline !== null && new Date(deadline) < asked) throw refuseField("deadline", "contact.deadlineBefore")
  if (!isAnswered(outcome)) {
    if (reply !== null) throw refuseField("reply", "contact.replyWithout")
    return { ...contact, repliedAt: null }
  }
  if (repliedAt !== null && new Date(repliedAt) < asked) throw refuseField("repliedAt", "contact.repliedBefore")
  const latest = now < asked ? asked : now
  return { ...contact, repliedAt: repliedAt ?? latest.toISOString() }
}

/** The fields that not everybody at the desk may see, and so not write: what was said off the record is one of them. */
export function keptFields(changed: readonly string[], isOnRecord: boolean): string[] {
  const kept = ["address", "notes", "file", "onRecord", ...(isOnRecord ? [] : ["reply"])]
  return changed.filter((name) => kept.includes(name))
}
