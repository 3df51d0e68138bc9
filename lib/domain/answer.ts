/** What a Server Action answers: a value, or a refusal already in the reader's language. */
import type { RefusalCode } from "./refusal"

export interface RefusalView {
  code: RefusalCode | "failed"
  /** What happened and what to do next, in the reader's language. */
  message: string
  /** Messages by field, paths in dots. */
  fields: Record<string, string>
  /** For a conflict: what is there now. */
  current?: unknown
}

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: RefusalView }

/** An act as a component receives it. */
export type Act<Input, Value> = (input: Input) => Promise<Answer<Value>>
