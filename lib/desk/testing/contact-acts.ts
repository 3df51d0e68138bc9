/** The acts on contacts and calculations, for the test of all acts. */
import { AddCalculation } from "../../domain/calculation"
import { RecordContact } from "../../domain/contact"
import { addCalculation, editCalculation, removeCalculation } from "../calculations"
import { editContact, recordContact } from "../contacts"
import type { Actor } from "../../domain/workspace"
import type { ActCase } from "./act-case"

/** A call that was made in the morning, and is waited for until the evening. */
export const CALL = {
  whom: "The ministry",
  channel: "phone",
  question: "How many were there?",
  askedAt: "2024-11-15T09:00:00.000Z",
  deadline: "2024-11-15T17:00:00.000Z",
} as const satisfies RecordContact["contact"]

/** Records a call about claims. */
export function called(actor: Actor, claimIds: string[], contact: Partial<RecordContact["contact"]> = {}) {
  const claims = claimIds.map((claimId) => ({ claimId }))
  return recordContact(actor, RecordContact.parse({ claims, contact: { ...CALL, ...contact } }))
}

/** Three of every four, which is 75 %. */
export const SHARE = { title: "Share", formula: "some / all", inputs: ["some", "all"] } as const

/** Adds a calculation to a claim, with its inputs tied to evidence or to none. */
export function calculated(
  actor: Actor,
  claimId: string,
  {
    evidenceIds = [],
    ...fields
  }: Partial<Omit<AddCalculation["calculation"], "inputs">> & { evidenceIds?: string[] } = {},
) {
  const inputs = SHARE.inputs.map((name, at) => ({ name, value: ["3", "4"][at], evidenceId: evidenceIds[at] ?? null }))
  const calculation = { title: SHARE.title, formula: SHARE.formula, unit: "%", ...fields, inputs }
  return addCalculation(actor, AddCalculation.parse({ claimId, calculation }))
}

export const CONTACT_ACTS: Record<string, ActCase> = {
  "contacts.recordContact": {
    arrange: async (desk) => {
      const { id } = await desk.approvedClaim()
      return (who) => called(who, [id])
    },
    by: "checker",
    tells: ["contact.recorded", "approval.withdrawn"],
    refused: { names: ["viewer"], key: "policy.contact_record" },
  },
  "contacts.editContact": {
    arrange: async (desk) => {
      const { id } = await desk.claim()
      const { contactId } = await called(desk.editor, [id])
      return (who) => editContact(who, { contactId, contact: { outcome: "declined" } })
    },
    by: "checker",
    tells: ["contact.edited"],
  },
  "calculations.addCalculation": {
    arrange: async (desk) => {
      const { id } = await desk.approvedClaim()
      return (who) => calculated(who, id)
    },
    by: "checker",
    tells: ["calculation.added", "approval.withdrawn"],
    refused: { names: ["viewer"], key: "policy.calculation_edit" },
  },
  "calculations.editCalculation": {
    arrange: async (desk) => {
      const { id } = await desk.claim()
      const { calculationId } = await calculated(desk.editor, id)
      return (who) => editCalculation(who, { calculationId, calculation: { decimals: 1 } })
    },
    by: "checker",
    tells: ["calculation.edited"],
    refused: { names: ["viewer"], key: "policy.calculation_edit" },
  },
  "calculations.removeCalculation": {
    arrange: async (desk) => {
      const { id } = await desk.claim()
      const { calculationId } = await calculated(desk.editor, id)
      return (who) => removeCalculation(who, { calculationId })
    },
    by: "checker",
    tells: ["calculation.removed"],
    refused: { names: ["viewer"], key: "policy.calculation_edit" },
  },
}
