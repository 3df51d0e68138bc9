/** What a call is answered, status by status. */
import type { z } from "zod"
import type { Operation } from "./operation"

const REFUSALS: Record<string, string> = {
  400: "The body can't be read.",
  401: "There is no valid token.",
  403: "Not you, or not this token.",
  404: "It is not there, or not for you to know.",
  409: "Not now, or somebody was first: `current` is what is there.",
  412: "The entity tag is outdated: `current` is what is there.",
  413: "The body is too large: 10 MB at most.",
  415: "The body is of another media type.",
  422: "Something is wrong with `fields`.",
  428: "`If-Match` is missing.",
  429: "More requests than a token may send in a minute: 600, if nothing else is set. `Retry-After` says for how long.",
}

/** The answers that several calls give. */
export const RESPONSES = Object.fromEntries(
  Object.entries(REFUSALS).map(([status, description]) => {
    const headers = status === "429" && { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } }
    const schema = { $ref: "#/components/schemas/Problem" }
    return [status, { description, ...(headers && { headers }), content: { "application/problem+json": { schema } } }]
  }),
)

interface Setting {
  path: string
  schemaOf: (schema: z.ZodType) => unknown
}

/** The answers of one call. */
export function responsesOf(operation: Operation, { path, schemaOf }: Setting) {
  const { answer, status = 200, maybe, tagged, cached, located } = operation
  const content = Array.isArray(answer)
    ? Object.fromEntries(answer.map((type: string) => [type, { schema: { type: "string" } }]))
    : { "application/json": { schema: schemaOf(answer as z.ZodType) } }
  const headers = {
    ...(tagged && { ETag: { schema: { type: "string" } } }),
    ...(located && { Location: { schema: { type: "string" } } }),
  }
  const done = { content, ...(Object.keys(headers).length > 0 && { headers }) }
  const refusals = refusalsOf(operation, path).map((code) => [code, { $ref: `#/components/responses/${code}` }])
  return {
    [status]: { description: status === 201 ? "It is made." : "It is so.", ...done },
    ...(maybe && { [maybe]: { description: "It was there already.", ...done } }),
    ...(cached && { 304: { description: "It is as you have it." } }),
    ...Object.fromEntries(refusals),
  }
}

function refusalsOf({ scope, body, form, query, match, status }: Operation, path: string): number[] {
  const takes = Boolean(body ?? form)
  const acts = takes || match !== undefined || status === 201
  const each: [number, boolean][] = [
    [400, takes],
    [401, scope !== null],
    [403, scope !== null],
    [404, path.includes("{")],
    [409, acts],
    [412, match !== undefined],
    [413, takes],
    [415, takes],
    [422, takes || query !== undefined],
    [428, match === "required"],
    [429, scope !== null],
  ]
  return each.flatMap(([code, may]) => (may ? [code] : []))
}
