/** Contacts: whom the desk asked about its claims, what exactly, until when, and what came of it. */
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Tx } from "../db"
import type { ClaimView } from "../domain/claim"
import {
  asWritten,
  keptFields,
  type ContactFields,
  type ContactKept,
  type EditContact,
  type RecordContact,
} from "../domain/contact"
import { readsOtherwise } from "../domain/contact-changes"
import { claimEvent, type NewEvent } from "../domain/event"
import { blankAsNull, changedFields, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change, unchanged, type Change } from "./change"
import { contactFields, contactSubject, contactView } from "./contact-views"
import { dropFiles } from "./reading"
import { contactRelations, seenBy } from "./relations"
import { claimsUnderCheck } from "./many-claims"
import { outdated, viewOf, writeAnswer, type ClaimUnderCheck } from "./under-check"
import { uploadedFile } from "./uploads"

/** Writes down whom the desk asked, for one claim or several, of whatever articles: for all of them or for none. */
export function recordContact(actor: Actor, asked: z.output<typeof RecordContact>): Promise<ContactKept> {
  return change(actor, async (tx) => {
    const claims = await claimsUnderCheck(tx, actor, asked.claims)
    for (const claim of claims) authorize(actor, "contact.record", claim)
    const contact = asWritten(inUtc(blankAsNull(asked.contact)), new Date())
    const file = await uploadedFile(tx, actor, contact.fileId)
    const { workspaceId, id: createdById } = actor
    const id = newId()
    await tx.contact.create({ data: { id, workspaceId, createdById, ...contact, ...file } })
    await tx.contactClaim.createMany({
      data: claims.map(({ row }) => ({ workspaceId, contactId: id, claimId: row.id })),
    })
    const { outcome } = contact
    const told = ({ row }: ClaimUnderCheck) =>
      claimEvent("contact.recorded", row, { outcome, claims: claims.length }, { contact: id })
    return written(tx, actor, claims, { contactId: id, frozen: ["contacts"], told })
  })
}

/**
 * Changes what is written down of a contact, as by an answer: once, for all claims that it serves. What a round freezes of
 * it reopens those that are approved.
 */
export function editContact(actor: Actor, { contactId, version, contact: typed }: EditContact): Promise<ContactKept> {
  return change(actor, async (tx) => {
    const { claims, row } = await contactUnderCheck(tx, actor, contactId, version)
    for (const claim of claims) authorize(actor, "contact.record", claim)
    const before = contactFields(row)
    const file = typed.fileId === before.fileId ? {} : await uploadedFile(tx, actor, typed.fileId)
    const asked = {
      ...before,
      ...given(blankAsNull(typed)),
      fileId: file.fileId === undefined ? before.fileId : file.fileId,
    }
    const after = asWritten(inUtc(asked), new Date())
    const changed = changedFields(before, after).map((name) => (name === "fileId" ? "file" : name))
    if (keptFields(changed, before.onRecord).length > 0) authorize(actor, "contact.details", contactSubject(row))
    if (changed.length === 0) return unchanged({ contactId, claims: await viewsOf(tx, actor, claims) })
    const isWaitedForAnew = changed.includes("deadline") || changed.includes("outcome")
    await tx.contact.update({
      where: { id: contactId },
      data: { ...after, ...file, version: { increment: 1 }, ...(isWaitedForAnew && { remindedAt: null }) },
    })
    if (changed.includes("file")) await dropFiles(tx, [before.fileId])
    if (after.outcome !== "pending") await layAside(tx, contactId)
    const frozen = readsOtherwise(before, after) ? ["contacts"] : []
    const told = (claim: ClaimUnderCheck) =>
      claimEvent("contact.edited", claim.row, { changed, outcome: after.outcome }, { contact: contactId })
    return written(tx, actor, claims, { contactId, frozen, told })
  })
}

interface Writing {
  contactId: string
  frozen: string[]
  told: (claim: ClaimUnderCheck) => NewEvent
}

async function written(
  tx: Tx,
  actor: Actor,
  claims: readonly ClaimUnderCheck[],
  { contactId, frozen, told }: Writing,
): Promise<Change<ContactKept>> {
  const events: NewEvent[] = []
  for (const claim of claims) events.push(...(await writeAnswer(tx, actor, claim, { frozen, told: told(claim) })))
  const [first, ...rest] = events
  if (!first) throw new Error(`contact ${contactId} serves no claim`)
  return { result: { contactId, claims: await viewsOf(tx, actor, claims) }, events: [first, ...rest] }
}

function viewsOf(tx: Tx, actor: Actor, claims: readonly ClaimUnderCheck[]): Promise<ClaimView[]> {
  return Promise.all(claims.map((claim) => viewOf(tx, actor, claim)))
}

/** Locks all claims that a contact serves: none of them may change while it does. Those of articles that are put away stay as they are. */
async function contactUnderCheck(tx: Tx, actor: Actor, contactId: string, version?: number) {
  const seen = { id: contactId, ...seenBy(actor).contact }
  const found = await tx.contact.findFirst({
    where: seen,
    select: {
      claims: {
        where: { claim: { AND: [seenBy(actor).claim, { article: { archivedAt: null } }] } },
        select: { claimId: true },
      },
    },
  })
  if (!found) throw refuse("not-found", "contact.notFound")
  if (found.claims.length === 0) throw refuse("conflict", "article.archived")
  const claims = await claimsUnderCheck(tx, actor, found.claims)
  const row = await tx.contact.findFirst({ where: seen, ...contactRelations })
  const [first] = claims
  if (!row || !first) throw refuse("not-found", "contact.notFound")
  if (version !== undefined && version !== row.version) {
    const about = { claimId: first.row.id, subjects: { path: ["contact"], equals: contactId } }
    const current = contactView(actor, row, null)
    throw await outdated(tx, actor, about, { noun: "contact", seen: version, now: row.version, current })
  }
  return { claims, row }
}

/** Nobody waits for an answer that is there: what people were told of it is settled. */
async function layAside(tx: Tx, contactId: string): Promise<void> {
  await tx.notification.updateMany({ where: { contactId, readAt: null }, data: { readAt: new Date() } })
}

function inUtc(contact: ContactFields): ContactFields {
  const utc = (moment: string) => new Date(moment).toISOString()
  const { askedAt, deadline, repliedAt } = contact
  return {
    ...contact,
    askedAt: utc(askedAt),
    deadline: deadline && utc(deadline),
    repliedAt: repliedAt && utc(repliedAt),
  }
}
