/** The reference as a page to read: made of its OpenAPI document alone, in English as all of the API's names are. No script runs. */
import { element, markup, Markup, type Part } from "../../document/report/html"
import type { Call, Parameter, Placed } from "./call"
import { commandsOf, type Command } from "./commands"
import type { JsonSchema, openApi } from "./openapi"
import { RULES } from "./rules"
import { REFERENCE_STYLE } from "./style"

type Document = ReturnType<typeof openApi>

/** The whole page. */
export function referencePage(document: Document): string {
  const calls = callsOf(document)
  const groups = document.tags.map(({ name }) => ({
    name,
    calls: calls.filter(({ call }) => call.tags.includes(name)),
  }))
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Stet: REST API</title>
<style>${new Markup(REFERENCE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the reference</a>
<nav aria-label="Contents">
<p class="name"><a href="#main">Stet API</a></p>
<p><a href="#rules">What every call has in common</a></p>
${groups.map(contentsOf)}
<p><a href="#schemas">Schemas</a></p>
</nav>
<main id="main">
<h1>REST API</h1>
<p>${document.info.description}</p>
<p>Base address <code>${document.servers[0]?.url}</code>. For machines: <a href="openapi.json">OpenAPI 3.1</a>.</p>
<section id="rules"><h2>What every call has in common</h2>${RULES.map(ruleOf)}</section>
${groups.map((group) => groupOf(group, document))}
<section id="schemas"><h2>Schemas</h2>${Object.entries(document.components.schemas).map(schemaOf)}</section>
</main>
</body>
</html>
`.text
}

interface Group {
  name: string
  calls: Placed[]
}

function callsOf({ paths }: Document): Placed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ method: method.toUpperCase(), path, call: call as Call })),
  )
}

function contentsOf({ name, calls }: Group): Part {
  if (calls.length === 0) return null
  const links = calls.map(
    ({ method, path, call }) => markup`<li><a href="#${call.operationId}"><b>${method}</b> ${breakable(path)}</a></li>`,
  )
  return markup`<p class="group">${name}</p><ul>${links}</ul>`
}

function ruleOf([name, text]: readonly [string, string]): Markup {
  return markup`<p><b>${name}.</b> ${marked(text)}</p>`
}

function groupOf({ name, calls }: Group, document: Document): Part {
  return calls.length > 0 && markup`<section><h2>${name}</h2>${calls.map((one) => sectionOf(one, document))}</section>`
}

function sectionOf({ method, path, call }: Placed, document: Document): Markup {
  const { operationId, summary, description, parameters, requestBody, responses } = call
  const scope = call["x-stet-scope"]
  return markup`<article id="${operationId}">
<h3><a href="#${operationId}">${summary}</a></h3>
<p class="call"><b>${method}</b> <code>${breakable(path)}</code> ${
    scope ? markup`<span class="scope">scope ${scope}</span>` : markup`<span class="scope">no token</span>`
  }</p>
${description && markup`<p>${marked(description)}</p>`}
${parametersOf(parameters)}
${requestBody && bodyOf(requestBody)}
<h4>As a command</h4>${commandsOf({ method, path, call }).map(exampleOf)}
${answersOf(responses, document)}
</article>`
}

function parametersOf(parameters: Parameter[]): Part {
  const told = parameters.filter((one) => one.in !== "path")
  if (told.length === 0) return null
  return markup`<h4>Query and headers</h4><ul class="fields">${told.map(({ name, required, description, schema }) =>
    fieldOf(name, { ...schema, ...(description && { description }) }, required === true),
  )}</ul>`
}

function bodyOf({ content }: NonNullable<Call["requestBody"]>): Part {
  return Object.entries(content).map(
    ([type, { schema }]) => markup`<h4>Body, <code>${type}</code></h4><p>${typeOf(schema)}</p>${nestedOf(schema)}`,
  )
}

function exampleOf({ summary, command }: Command): Markup {
  const caption = summary && markup`<figcaption>${summary.charAt(0).toUpperCase() + summary.slice(1)}</figcaption>`
  return markup`<figure>${caption}${element("pre", { tabindex: "0" }, command)}</figure>`
}

function answersOf(responses: Call["responses"], { components }: Document): Markup {
  const items = Object.entries(responses).map(([status, given]) => {
    const known = given.$ref ? (components.responses as Call["responses"])[status] : given
    const shapes = Object.entries(given.content ?? {}).map(([type, { schema }]) =>
      type === "application/json" ? shapeOf(schema) : markup` <code>${type}</code>`,
    )
    return markup`<li><b>${status}</b> ${marked(known?.description ?? "")}${shapes}</li>`
  })
  return markup`<h4>Answers</h4><ul class="answers">${items}</ul>`
}

/** By its name, or with its fields where it has none. */
function shapeOf(schema: JsonSchema): Markup {
  return schema.properties ? markup`${nestedOf(schema)}` : markup` ${typeOf(schema)}${nestedOf(schema)}`
}

function schemaOf([name, schema]: [string, JsonSchema]): Markup {
  return markup`<article id="schema-${name}"><h3>${name}</h3>${
    typeof schema.description === "string" && markup`<p>${schema.description}</p>`
  }${schema.properties ? null : markup`<p>${typeOf(schema)}</p>`}${nestedOf(schema)}</article>`
}

/** The fields of a schema, and of what stands in it without a name of its own. */
function nestedOf(schema: JsonSchema): Part {
  const several = [...listIn(schema.anyOf), ...listIn(schema.oneOf)].filter(({ type }) => type !== "null")
  if (several.length > 0) return alternatives(several.map(nestedOf).filter(Boolean))
  if (schema.items) return nestedOf(schema.items as JsonSchema)
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)
  if (properties.length === 0) return null
  const required = (schema.required ?? []) as string[]
  return markup`<ul class="fields">${properties.map(([name, field]) => fieldOf(name, field, required.includes(name)))}</ul>`
}

/** One below the other. */
function alternatives(all: Part[]): Part {
  return all.flatMap((one, at) => [at > 0 && markup`<p class="type">or</p>`, one])
}

function fieldOf(name: string, schema: JsonSchema, required: boolean): Markup {
  const { description } = schema
  return markup`<li><code>${name}</code> <span class="type">${typeOf(schema)}${limitsOf(schema)}${
    required ? ", required" : ""
  }</span>${typeof description === "string" && markup` ${marked(description)}`}${nestedOf(schema)}</li>`
}

function typeOf(schema: JsonSchema): Part {
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").at(-1)
    return markup`<a href="#schema-${name}">${name}</a>`
  }
  const several = [...listIn(schema.anyOf), ...listIn(schema.oneOf)]
  // Objects without a name are told apart by their fields.
  const [unnamed, ...more] = several.filter(({ properties }) => properties)
  const told = several.filter((one) => !more.includes(one))
  if (told.length > 0) return told.flatMap((one, at) => [at > 0 && " or ", one === unnamed ? "object" : typeOf(one)])
  if (schema.const !== undefined) return markup`<code>${JSON.stringify(schema.const)}</code>`
  if (Array.isArray(schema.enum)) {
    return schema.enum.flatMap((one, at) => [at > 0 && " or ", markup`<code>${JSON.stringify(one)}</code>`])
  }
  if (schema.items) return markup`list of ${typeOf(schema.items as JsonSchema)}`
  const types = Array.isArray(schema.type) ? (schema.type as string[]).join(" or ") : String(schema.type ?? "anything")
  return typeof schema.format === "string" ? `${types} (${schema.format})` : types
}

function limitsOf({ maxLength, maxItems, minimum, maximum, default: usual }: JsonSchema): string {
  const limits = [
    maxLength !== undefined && `at most ${String(maxLength)} characters`,
    maxItems !== undefined && `at most ${String(maxItems)}`,
    rangeOf(minimum, maximum),
    usual !== undefined && usual !== null && `else ${JSON.stringify(usual)}`,
  ].filter(Boolean)
  return limits.length > 0 ? `, ${limits.join(", ")}` : ""
}

function rangeOf(least: unknown, most: unknown): string | false {
  const parts = [least !== undefined && `from ${String(least)}`, most !== undefined && `to ${String(most)}`]
  return (most !== undefined || (least !== undefined && least !== 0)) && parts.filter(Boolean).join(" ")
}

const listIn = (value: unknown): JsonSchema[] => (Array.isArray(value) ? (value as JsonSchema[]) : [])

/** Words with code between backticks. */
function marked(text: string): Part {
  return text.split("`").map((part, at) => (at % 2 === 1 ? markup`<code>${part}</code>` : part))
}

/** An address that may break behind each slash. */
function breakable(path: string): Part {
  return path.split("/").flatMap((part, at) => (at > 0 ? ["/", new Markup("<wbr>"), part] : [part]))
}
