/** Events: what happened, by whom, when. Append-only. */
import type { Person } from "./workspace"

/** One line of a history. `payload` never holds confidential words. */
export interface EventView {
  id: string
  seq: number
  act: string
  actor: Person | null
  subjects: Record<string, string>
  payload: Record<string, unknown>
  at: string
}
