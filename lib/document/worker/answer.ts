/** What goes between the thread and the room that keeps it. Plain values: they are cloned on their way. */
import type { RefusalCode, RefusalDetails } from "../../domain/refusal"

export interface Order {
  job: string
  input: unknown
}

export type Outcome =
  | { kind: "done"; result: unknown }
  | { kind: "refused"; code: RefusalCode; key: string; details: RefusalDetails }
  /** The reader threw what is no refusal. */
  | { kind: "broken" }

/** `begun`: the job's libraries are loaded, its time begins to run. */
export type Answer = { kind: "begun" } | Outcome
