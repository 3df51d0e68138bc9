/**
 * How Stet says no. A refusal is an expected answer, not a bug: it carries a message key and its parameters,
 * and the two doors (lib/entry.ts) put it into the reader's language. It knows nothing of HTTP or of words.
 */

/** `forbidden` means "not you"; `conflict` means "not now" or "somebody was first"; `not-found` also stands for "not for you to know". */
export type RefusalCode = "signed-out" | "forbidden" | "not-found" | "invalid" | "conflict"

/** Parameters of a message: what the catalogue fills in. */
export type RefusalParams = Record<string, string | number>

/** What is wrong with one field of the input: `path` in dots (`claims.3.start`), `key` a message of the catalogue. */
export interface FieldError {
  path: string
  key: string
  params?: RefusalParams
}

export interface RefusalDetails {
  params?: RefusalParams
  /** For `invalid`: which fields, and why. */
  fields?: FieldError[]
  /** For `conflict`: what is there now, as its reader may see it. */
  current?: unknown
  /** For `conflict`: the version that was named is not the one that is there. */
  outdated?: true
  /** For an ambiguous quote: the places it could mean. */
  candidates?: unknown[]
}

/** An expected no, thrown inside and answered only at the doors. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly key: string
  readonly details: RefusalDetails

  constructor(code: RefusalCode, key: string, details: RefusalDetails = {}) {
    super(`${code}: ${key}`)
    this.name = "Refusal"
    this.code = code
    this.key = key
    this.details = details
  }
}

/** Makes a refusal; `throw refuse("conflict", "round.alreadyInReview")`. */
export function refuse(code: RefusalCode, key: string, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, key, details)
}

/** Refuses one field of an input. */
export function refuseField(path: string, key: string, params?: RefusalParams): Refusal {
  return refuse("invalid", key, { ...(params && { params }), fields: [{ path, key, ...(params && { params }) }] })
}
