/** What a conflict over a text tells. Without zod, for the browser asks too. */
import type { TrackedChange } from "./import"

/** The text that came first, or the tracked changes that are to be decided on. */
export interface TextConflict {
  newerText?: { id: string; number: number }
  trackedChanges?: TrackedChange[]
}

/** Which text came first; null where it is about something else. */
export const newerTextIn = (current: unknown) => (current as TextConflict | undefined)?.newerText ?? null

/** The tracked changes that are to be decided on; null where it is about something else. */
export const undecidedIn = (current: unknown) => (current as TextConflict | undefined)?.trackedChanges ?? null
