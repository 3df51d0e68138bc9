/** Values that fit a schema of the API's reference, for what is tried by the hundred. */
import * as fc from "fast-check"
import { EXAMPLE_IDS } from "@/lib/api/reference/operation"
import type { JsonSchema, openApi } from "@/lib/api/reference/openapi"

type Document = ReturnType<typeof openApi>

/** Words that stand in the articles of the desk's tests, so that some of what is sought is found. */
const WORDS = ["taxes", "e", "The bridge", "opened in 1931", "taxes fell by nine percent", "a 🌉"]

/** Values of a schema; ids among them are mostly those of the examples, which whoever sends them puts others in place of. */
export function fitting(schema: JsonSchema, document: Document): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, type } = schema
  if (typeof $ref === "string") return fitting(schemaAt($ref, document), document)
  const several = (anyOf ?? oneOf) as JsonSchema[] | undefined
  if (several) return fc.oneof(...several.map((one) => fitting(one, document)))
  if ("const" in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  if (Array.isArray(type)) return fc.oneof(...type.map((one: string) => fitting({ ...schema, type: one }, document)))
  return ofType(schema, document)
}

function ofType(schema: JsonSchema, document: Document): fc.Arbitrary<unknown> {
  const limits = schema as Limits
  const made: Record<string, () => fc.Arbitrary<unknown>> = {
    null: () => fc.constant(null),
    boolean: () => fc.boolean(),
    integer: () => numberOf(limits),
    number: () => numberOf(limits),
    string: () => stringOf(limits),
    array: () => listOf(limits, document),
    object: () => objectOf(schema, document),
  }
  return made[limits.type ?? ""]?.() ?? fc.jsonValue({ maxDepth: 3 })
}

const numberOf = ({ minimum = 0, maximum = 90 }: Limits) => fc.integer({ min: minimum, max: Math.min(maximum, 1e6) })

function listOf({ minItems = 0, maxItems = 3, items = {} }: Limits, document: Document): fc.Arbitrary<unknown> {
  const maxLength = Math.max(minItems, Math.min(maxItems, 3))
  return fc.array(fitting(items, document), { minLength: minItems, maxLength })
}

interface Limits {
  type?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: JsonSchema
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
}

function stringOf({ format, pattern, minLength = 0, maxLength = 300 }: Limits): fc.Arbitrary<string> {
  const most = Math.min(maxLength, 300)
  if (format === "uuid")
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...Object.values(EXAMPLE_IDS)) }, fc.uuid())
  if (format === "date") return fc.date(YEARS).map((date) => date.toISOString().slice(0, 10))
  if (format === "date-time") return fc.date(YEARS).map((date) => date.toISOString())
  if (format === "uri") return fc.webUrl({ withQueryParameters: true, withFragments: true })
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  const words = fc.constantFrom(...WORDS.filter((one) => one.length >= minLength && one.length <= most))
  return fc.oneof(words, fc.string({ unit: "grapheme", minLength, maxLength: Math.min(most, 40) }))
}

const YEARS = { min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }

function objectOf({ properties = {}, required = [] }: JsonSchema, document: Document): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, schema]): [string, fc.Arbitrary<unknown>] => [name, fitting(schema, document)],
  )
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as string[] })
}

function schemaAt(pointer: string, document: Document): JsonSchema {
  return document.components.schemas[pointer.split("/").at(-1) ?? ""] ?? {}
}

/** The same value with another one somewhere in it. */
export function spoilt(value: unknown, where: number, other: unknown): unknown {
  const places = placesIn(value)
  const path = places[where % places.length] ?? []
  return replaced(value, path, other)
}

function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: string[], other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? replaced(item, rest, other) : item))
  const given = value as Record<string, unknown>
  return { ...given, [key]: replaced(given[key], rest, other) }
}
