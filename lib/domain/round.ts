/** Rounds: a verdict sent to review with all it rests on, frozen; and the reviews that decide on one. */
import { z } from "zod"
import type { Person } from "./workspace"

export const Decision = z.enum(["approve", "request_changes", "withdraw"])
export type Decision = z.infer<typeof Decision>

/** A checklist item that the sender goes without, and why. Its reviewer sees it. */
export const WaiverInput = z.object({
  item: z.enum(["conclusion", "evidence"]),
  reason: z.string().trim().min(1).max(1000),
})
export type WaiverInput = z.infer<typeof WaiverInput>

/** `version` is the claim's that the sender saw; absent, the act takes what is there. */
export const SendToReview = z.object({
  claimId: z.uuid(),
  version: z.number().int().positive().optional(),
  waivers: z.array(WaiverInput).max(10).default([]),
})
export type SendToReview = z.input<typeof SendToReview>

export const RecallRound = z.object({ roundId: z.uuid() })
export type RecallRound = z.infer<typeof RecallRound>

/** Requesting changes and withdrawing an approval need a note that says why. */
export const DecideReview = z
  .object({ roundId: z.uuid(), decision: Decision, note: z.string().trim().max(10_000).nullish() })
  .refine((review) => review.decision === "approve" || Boolean(review.note), {
    path: ["note"],
    message: "review.noteNeeded",
  })
export type DecideReview = z.infer<typeof DecideReview>

export interface ReviewView {
  id: string
  roundId: string
  roundNumber: number
  reviewer: Person
  decision: Decision
  note: string | null
  createdAt: string
}

export interface RoundView {
  id: string
  number: number
  sender: Person
  sentAt: string
  authors: Person[]
  waivers: WaiverInput[]
}
