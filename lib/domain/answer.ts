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

/** What the fields of an act lie under, where they do not lie open in what it is given. */
const UNDER = ["fields", "source", "evidence", "verdict"]

/** What is wrong by the names of the fields, as forms have them: an act tells it by paths in what it was given. */
export function byField(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, words]) => [fieldOf(path), words]))
}

function fieldOf(path: string): string {
  const [first = path, second] = path.split(".")
  return second !== undefined && UNDER.includes(first) ? second : first
}
