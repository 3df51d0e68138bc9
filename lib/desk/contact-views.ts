/** What its viewer sees of a contact, and of a sum. Knows rows and views, no acts. */
import type { CalculationView, FrozenCalculation } from "../domain/calculation"
import {
  type ContactFields,
  type ContactFile,
  type ContactView,
  type FrozenContact,
  type OverdueAnswer,
} from "../domain/contact"
import { readsOtherwise } from "../domain/contact-changes"
import { can } from "../domain/policy"
import { workedOut } from "../domain/sum"
import type { Actor } from "../domain/workspace"
import { asPerson, type CalculationRow, type ContactRow } from "./relations"

/** A contact's fields, as they are typed. */
export function contactFields(row: Omit<ContactRow, "createdBy" | "claims" | "file">): ContactFields {
  const { whom, isClaimant, channel, address, question, outcome, reply, onRecord, notes, fileId } = row
  return {
    ...{ whom, isClaimant, channel, address, question, outcome, reply, onRecord, notes, fileId },
    askedAt: row.askedAt.toISOString(),
    deadline: row.deadline?.toISOString() ?? null,
    repliedAt: row.repliedAt?.toISOString() ?? null,
  }
}

/** A contact, for somebody who may see it. `sent` are those that the claim's round froze; null where none is in force. */
export function contactView(actor: Actor, row: ContactRow, sent: readonly FrozenContact[] | null): ContactView {
  const { id, version, createdBy } = row
  const { fileId: _, ...fields } = contactFields(row)
  const isTold = can(actor, "contact.details", contactSubject(row))
  const asSent = sent?.find((one) => one.id === id)
  return {
    ...{ ...fields, id, version, file: fileOf(row) },
    ...(!isTold && { address: null, notes: null, file: null, reply: fields.onRecord ? fields.reply : null }),
    claims: row.claims.map(({ claim: { id, articleId, number } }) => ({ id, articleId, number })),
    recordedBy: asPerson(createdBy),
    details: isTold ? "told" : "kept",
    sent: sent && (asSent && !readsOtherwise(asSent, fields) ? "as_sent" : "since"),
  }
}

function fileOf({ fileId: id, fileName, file }: ContactRow): ContactFile | null {
  return id && file ? { id, name: fileName ?? "", ...file } : null
}

/** Who has to do with a contact: whoever recorded it, its claims' assignees, the authors and reviewers of their rounds. */
export function contactSubject({ createdById, claims }: ContactRow): { insiderIds: string[] } {
  const involved = claims.flatMap(({ claim: { assigneeId, rounds } }) => [
    ...(assigneeId ? [assigneeId] : []),
    ...rounds.flatMap(({ authors, reviews }) => [
      ...authors.map(({ membershipId }) => membershipId),
      ...reviews.map(({ reviewerId }) => reviewerId),
    ]),
  ])
  return { insiderIds: [createdById, ...involved] }
}

/** What a list tells of answers that are overdue: the oldest first. */
export function overdueAnswer(rows: { contact: Pick<ContactRow, "whom" | "deadline"> }[]): OverdueAnswer | null {
  const [first] = rows
  if (!first?.contact.deadline) return null
  return { whom: first.contact.whom, deadline: first.contact.deadline.toISOString(), count: rows.length }
}

/** A calculation with what it comes to today. */
export function calculationView(row: CalculationRow): CalculationView {
  return { ...frozenCalculation(row), claimId: row.claimId, result: workedOut(frozenCalculation(row)) }
}

/** A calculation as it was sent: worked out again, for whoever may see the one that is there now. */
export function sentCalculations(
  sent: readonly FrozenCalculation[],
  visible: readonly CalculationRow[],
): CalculationView[] {
  return sent.flatMap((one) => {
    const now = visible.find(({ id }) => id === one.id)
    return now ? { ...one, claimId: now.claimId, result: workedOut(one) } : []
  })
}

/** A calculation as a round freezes it. */
export function frozenCalculation(row: CalculationRow): FrozenCalculation {
  const { id, title, formula, unit, decimals, claimed, note, language, version } = row
  const inputs = row.inputs.map(({ name, value, unit, evidenceId }) => ({ name, value, unit, evidenceId }))
  return { id, title, formula, inputs, unit, decimals, claimed, note, language, version }
}
