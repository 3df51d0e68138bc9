/** Refusals name fields as the desk does; whoever calls the API knows some by other names. */
import { refuse, Refusal } from "../domain/refusal"

/** The same error with the API's names of fields, which are told by the desk's. */
export function underOurNames(error: unknown, names: Record<string, string>): unknown {
  if (!(error instanceof Refusal) || !error.details.fields) return error
  const fields = error.details.fields.map((field) => ({ ...field, path: names[field.path] ?? field.path }))
  return refuse(error.code, error.key, { ...error.details, fields })
}
