/**
 * Input that fits its schema, or a refusal that names the fields. The doors use it; nothing inside parses again.
 * It knows schemas and keys of the catalogue, no requests and no words.
 */
import type { z } from "zod"
import { refuse, type FieldError } from "./domain/refusal"
import { HttpProblem } from "./request"

/** More wrong fields than anybody reads: an answer need not grow with the mess that was sent. */
const MOST_FIELDS = 100

/** Input that fits its schema, cleaned; refuses with `invalid` and the fields, unknown ones among them. */
export function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(cleaned(input))
  if (result.success) return result.data
  const fields = result.error.issues.slice(0, MOST_FIELDS).flatMap(fieldErrors).slice(0, MOST_FIELDS)
  throw refuse("invalid", "input.invalid", { fields })
}

/** What zod found wrong, field by field; a schema may name a message of the catalogue itself (`review.noteNeeded`). */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join(".")
  if (issue.code !== "unrecognized_keys") return [{ path, ...fieldKey(issue) }]
  const unknown = issue.keys.slice(0, MOST_FIELDS)
  return unknown.map((key) => ({ path: path ? `${path}.${key}` : key, key: "input.unknownField" }))
}

function fieldKey(issue: z.core.$ZodIssue): Pick<FieldError, "key" | "params"> {
  if (/^[a-z]+(\.[a-zA-Z]+)+$/.test(issue.message)) return { key: issue.message }
  if (issue.code === "too_small" && issue.origin === "string")
    return { key: "input.tooShort", params: { minimum: Number(issue.minimum) } }
  if (issue.code === "too_big" && issue.origin === "string")
    return { key: "input.tooLong", params: { maximum: Number(issue.maximum) } }
  if (issue.code === "invalid_format") return { key: `input.format.${FORMATS[issue.format] ?? "other"}` }
  return { key: "input.wrong" }
}

const FORMATS: Partial<Record<string, string>> = {
  date: "date",
  datetime: "datetime",
  url: "url",
  email: "email",
  uuid: "id",
}

/** All of Unicode's controls but tab, line feed and carriage return. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

/** No input of ours is nested deeper. */
const DEEPEST = 40

/** Nor does any hold more values: the largest, 20,000 checks in JSON-LD, stays below. What is wrong with each would fill the memory. */
const MOST_VALUES = 600_000

/**
 * What came in without what no text may hold: NUL and other control characters (Postgres keeps none), halves of
 * surrogate pairs (JSON in Postgres keeps none).
 */
function cleaned(input: unknown): unknown {
  let left = MOST_VALUES
  const clean = (value: unknown, depth: number): unknown => {
    left -= 1
    if (depth > DEEPEST) throw new HttpProblem(400, "malformed", "http.tooDeep")
    if (left < 0) throw new HttpProblem(400, "malformed", "http.tooManyValues")
    if (typeof value === "string") return value.toWellFormed().replace(CONTROLS, "")
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1))
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item, depth + 1)]))
  }
  return clean(input, 0)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
