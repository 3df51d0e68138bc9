/** The reference as an OpenAPI 3.1 document, made of the zod types that the routes parse with. Pure. */
import { z } from "zod"
import * as bodies from "../bodies"
import { ARTICLES } from "./articles"
import { CLAIM_CALLS } from "./claims"
import { LIVE_CALLS } from "./live"
import { responsesOf, RESPONSES } from "./responses"
import { EXAMPLE_IDS, GROUPS, type Operation, type Operations } from "./operation"
import * as shapes from "./shapes"
import { OTHER_CALLS } from "./sources"

export type JsonSchema = { [key: string]: unknown }

/** Every call that there is. */
export const OPERATIONS: Operations = { ...ARTICLES, ...CLAIM_CALLS, ...OTHER_CALLS, ...LIVE_CALLS }

const INTRODUCTION = `For scripts and other newsroom systems. It calls the same acts as the screens, so that no rule is weaker here.
A token acts as its owner in one workspace, as far as its scopes and its owner's present role allow.`

/** The document. `origin` is where Stet is reached. */
export function openApi(origin: string) {
  const names = new Schemas()
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [call, operation] of Object.entries(OPERATIONS)) {
    const [method = "", path = ""] = call.split(" ")
    paths[path] = { ...paths[path], [method.toLowerCase()]: callOf(names, method, path, operation) }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Stet", version: "1", description: INTRODUCTION },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    tags: GROUPS.map((name) => ({ name })),
    paths,
    components: {
      schemas: names.all,
      responses: RESPONSES,
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token of Stet, made in the settings: `stet_…`." },
      },
    },
  }
}

function callOf(names: Schemas, method: string, path: string, operation: Operation) {
  const { group, summary, description, scope, body, form, examples } = operation
  const content = {
    ...(body && { "application/json": { schema: names.input(body), ...(examples && { examples: named(examples) }) } }),
    ...(form && { "multipart/form-data": { schema: names.input(form) } }),
  }
  const takesNothing = !body || body.safeParse(undefined).success
  return {
    operationId: operationId(method, path),
    tags: [group],
    summary,
    ...(description && { description }),
    ...(scope ? { "x-stet-scope": scope } : { security: [] }),
    parameters: [...inPath(path), ...inQuery(names, operation), ...inHeaders(method, operation)],
    ...((body ?? form) && { requestBody: { required: !takesNothing || !body, content } }),
    responses: responsesOf(operation, { path, schemaOf: (schema) => names.output(schema) }),
  }
}

const named = (examples: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(examples).map(([name, value]) => [name.replace(/ /g, "-"), { summary: name, value }]),
  )

/** `POST /claims/{claimId}/evidence` is `postClaimEvidence`. */
function operationId(method: string, path: string): string {
  const words = path.split("/").flatMap((part) => (part.startsWith("{") ? ["by", part.slice(1, -1)] : part.split("-")))
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")
}

function inPath(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    ...{ name, in: "path", required: true },
    schema: { type: "string", format: "uuid" },
    ...(name in EXAMPLE_IDS && { example: EXAMPLE_IDS[name as keyof typeof EXAMPLE_IDS] }),
  }))
}

function inQuery(names: Schemas, { query, search }: Operation) {
  const { properties = {} } = query ? (names.input(query) as { properties?: Record<string, JsonSchema> }) : {}
  const shown = new URLSearchParams(search)
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: "query", schema },
    ...(shown.has(name) && { example: shown.get(name) ?? "" }),
  }))
}

function inHeaders(method: string, { match }: Operation) {
  const text = (name: string, required: boolean, description: string) => ({
    ...{ name, in: "header", required, description },
    schema: { type: "string", maxLength: 255 },
  })
  const what = 'The entity tag that you saw, such as `"4"`.'
  return [
    ...(match ? [text("If-Match", match === "required", what)] : []),
    ...(method === "POST"
      ? [text("Idempotency-Key", false, "The same key and body bring the same answer for 24 hours.")]
      : []),
  ]
}

/** Schemas of JSON by those of zod: what is exported under a name is told of once, all else where it stands. */
class Schemas {
  readonly all: Record<string, JsonSchema> = {}
  readonly #inputs = this.#named(bodies, "input")
  readonly #outputs = this.#named(shapes, "output")

  input(schema: z.ZodType): JsonSchema {
    return this.#of(schema, this.#inputs, "input")
  }

  output(schema: z.ZodType): JsonSchema {
    return this.#of(schema, this.#outputs, "output")
  }

  #of(schema: z.ZodType, known: Names, io: Direction): JsonSchema {
    const name = known.get(schema)
    return name ? { $ref: addressOf(name) } : (schemasOf(new Map([...known, [schema, "_"]]), io)._ ?? {})
  }

  #named(module: Record<string, unknown>, io: Direction): Names {
    const names: Names = new Map()
    for (const [name, schema] of Object.entries(module)) if (schema instanceof z.ZodType) names.set(schema, name)
    Object.assign(this.all, schemasOf(names, io))
    return names
  }
}

type Names = Map<z.ZodType, string>
type Direction = "input" | "output"

const addressOf = (id: string) => `#/components/schemas/${id}`

function schemasOf(names: Names, io: Direction): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of names) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, {
    ...{ io, unrepresentable: "any", uri: addressOf },
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "custom") Object.assign(jsonSchema, { type: "string", format: "binary" })
    },
  })
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, tidied(schema) as JsonSchema]))
}

/** Formats that say what zod's pattern for them says. */
const SAID = ["uuid", "date", "date-time", "uri"]

/** Without what a reader of the document has no use for. */
function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value !== "object" || value === null) return value
  const { $schema: _, $id: __, ...schema } = orNull(value as JsonSchema)
  const kept = Object.entries(schema).filter(([key, inner]) => !isSaid(schema, key, inner))
  return Object.fromEntries(kept.map(([key, inner]) => [key, tidied(inner)]))
}

/** A pattern that its format says, and the edges of what is a whole number in JavaScript. */
function isSaid({ format }: JsonSchema, key: string, inner: unknown): boolean {
  if (key === "pattern") return SAID.includes(String(format))
  return (key === "maximum" || key === "minimum") && Math.abs(Number(inner)) === Number.MAX_SAFE_INTEGER
}

/** Something simple or null is told as one type more. */
function orNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema
  const [some, nothing, ...more] = (anyOf ?? []) as JsonSchema[]
  const isSimple = typeof some?.type === "string" && !("enum" in some) && !("const" in some)
  return isSimple && nothing?.type === "null" && more.length === 0
    ? { ...some, type: [some.type, "null"], ...rest }
    : schema
}
