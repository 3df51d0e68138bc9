/** Whether a contact is another than it was. Pure, without zod. */
import type { FrozenContact } from "./contact"

type Freezable = Omit<FrozenContact, "id" | "version">

/** Whether a contact reads otherwise than it did to a round; a changed address or note is none of a round's business. */
export function readsOtherwise(one: Freezable, other: Freezable): boolean {
  const told = ({ whom, isClaimant, channel, askedAt, deadline, outcome, onRecord, reply }: Freezable) =>
    JSON.stringify([whom, isClaimant, channel, askedAt, deadline, outcome, onRecord, onRecord ? reply : null])
  return told(one) !== told(other)
}
