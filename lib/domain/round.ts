/** Rounds: a verdict sent to review with all it rests on, frozen; and the reviews that decide on one. */
import { z } from "zod"
import type { Person } from "./workspace"

export const Decision = z.enum(["approve", "request_changes", "withdraw"])
export type Decision = z.infer<typeof Decision>

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
}
