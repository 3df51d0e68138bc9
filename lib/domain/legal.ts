/** Legal risk of claims: held until somebody who may has cleared it. What is said about it is in the legal lane of comments. */
import { z } from "zod"
import { Id } from "./id"

export const LegalDecision = z.enum(["hold", "clear"])
export type LegalDecision = z.infer<typeof LegalDecision>

/** Holds a claim or clears it, with a reason, which goes to the legal lane. */
export const DecideLegal = z.object({
  claimId: Id,
  version: z.number().int().positive().optional(),
  decision: LegalDecision,
  reason: z.string().trim().min(1).max(10_000),
})
export type DecideLegal = z.infer<typeof DecideLegal>

/** What was decided last; `at` is ISO 8601 in UTC. */
export interface LegalView {
  decision: LegalDecision
  at: string
}
