/** A call as its part of the OpenAPI document has it, for what is made of that. */
import type { JsonSchema } from "./openapi"

/** A call with its method, in capitals, and its path. */
export interface Placed {
  method: string
  path: string
  call: Call
}

export interface Call {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  "x-stet-scope"?: string
  parameters: Parameter[]
  requestBody?: {
    required: boolean
    content: Record<string, { schema: JsonSchema; examples?: Record<string, Example> }>
  }
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, { schema: JsonSchema }> }>
}
export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  example?: string
  schema: JsonSchema
}
interface Example {
  summary: string
  value: unknown
}
