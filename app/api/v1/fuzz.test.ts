/**
 * Whatever is sent to a call of the reference: what fits its schema, what nearly does, and what does not at all, under any
 * address and header. The answer is one that the reference tells of, and never that something broke on our side.
 */
import * as fc from "fast-check"
import { expect, inject, vi } from "vitest"
import { EXAMPLE_IDS } from "@/lib/api/reference/operation"
import { openApi, type JsonSchema } from "@/lib/api/reference/openapi"
import { recallRound } from "@/lib/desk/rounds"
import { test, type Desk } from "@/lib/desk/testing/desk"
import { fitting, spoilt } from "./testing/from-schema"
import { clientOf, send, type Method } from "./testing/http"
import { NASTY } from "./testing/nasty"
import { thingsOf } from "./testing/table"

vi.mock("next-intl/server", () => import("./testing/translator"))
// Addresses among what is sent are nobody's to be asked for.
vi.mock("@/lib/outside/fetch-page", () => ({
  fetchPage: () => Promise.resolve({ ok: false, step: "lookup", detail: { host: "a", reason: "unknown" } }),
}))

declare module "vitest" {
  export interface ProvidedContext {
    /** How long it is tried beyond that. */
    fuzzSeconds: number
  }
}

interface Parameter {
  name: string
  in: string
  required: boolean
  schema: JsonSchema
}
interface Call {
  method: Method
  path: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
}

const document = openApi("http://stet.test")
const calls: Call[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, call]) => ({
    ...(call as Call),
    method: method.toUpperCase() as Method,
    path,
  })),
)

const nasty = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
)
const written = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 3000)
/** Of what can be sent as a header at all. */
const inHeader = (value: string) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?").trim()

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })

/** A body that fits mostly, or is spoilt at one place, or is anything. */
function bodyOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fits = fitting(schema, document)
  return fc.oneof(
    { weight: 5, arbitrary: fits },
    {
      weight: 5,
      arbitrary: fc.tuple(fits, fc.nat(), nasty).map(([value, where, other]) => spoilt(value, where, other)),
    },
    { weight: 1, arbitrary: nasty },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  )
}

function formOf(schema: JsonSchema): fc.Arbitrary<FormData> {
  const fields = fitting(schema, document) as fc.Arbitrary<Record<string, unknown>>
  const file = fc.tuple(
    fc.oneof(fc.string(), fc.uint8Array()),
    fc.constantFrom("a.md", "a.txt", "a.html", "a.docx", "a.pdf", ""),
  )
  return fc.tuple(fields, file, rarely(nasty)).map(([fields, [content, name], odd]) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, written(value))
    form.set("file", new File([new Uint8Array(Buffer.from(content))], name))
    if (odd !== undefined) form.append("title", written(odd).toWellFormed())
    return form
  })
}

const valueOf = ({ schema }: Parameter) =>
  fc.oneof({ weight: 3, arbitrary: fitting(schema, document) }, { weight: 1, arbitrary: nasty }).map(written)

const HEADERS = fc.record(
  {
    "if-match": fc.oneof(fc.constantFrom("*", '"1"', '"2"', '"4"', 'W/"1"', ""), nasty.map(written)),
    "idempotency-key": fc.oneof(fc.constantFrom("a", "b"), nasty.map(written)),
    "accept-language": fc.oneof(fc.constantFrom("de", "en-GB;q=0.5, *", "xx"), nasty.map(written)),
    accept: nasty.map(written),
    prefer: nasty.map(written),
    range: fc.oneof(fc.constantFrom("bytes=0-1", "bytes=99-", "bytes=-1", "bytes=5-1"), nasty.map(written)),
    "if-none-match": nasty.map(written),
    "content-type": fc.constantFrom(
      "application/json",
      "application/ld+json; a=b",
      "text/plain",
      "multipart/form-data; boundary=x",
      ";;;",
    ),
  },
  { requiredKeys: [] },
)

/** Mostly with the tag that changing something needs, and without most of the rest. */
const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Record<string, string>>({ "if-match": "*" }) },
  { weight: 2, arbitrary: HEADERS },
)

const sent = fc.constantFrom(...calls).chain(({ method, path, parameters, requestBody }) => {
  const { "application/json": json, "multipart/form-data": form } = requestBody?.content ?? {}
  const bodies = [...(json ? [bodyOf(json.schema)] : []), ...(form ? [formOf(form.schema)] : [])]
  const query = parameters
    .filter((one) => one.in === "query")
    .map((one) => rarely(valueOf(one)).map((value) => [one.name, value] as const))
  return fc.record({
    ...{ method: fc.constant(method), path: fc.constant(path), headers },
    body: bodies.length > 0 ? fc.oneof(...bodies) : fc.constant(undefined),
    query: fc.tuple(...query),
    odd: fc.option(nasty.map(written), { nil: undefined, freq: 12 }),
    by: fc.constantFrom("owner", "checker", "editor"),
  })
})

type Ids = Record<string, string>

/** Another claim, once in review and once open, as often as what is tried may have used one up. */
async function somethingNew(desk: Desk, turn: number): Promise<Ids> {
  const things = await thingsOf(desk)
  if (turn % 2 === 1) await recallRound(desk.checker, things)
  return { ...things, otherSourceId: things.sourceId, memberId: desk.secondEditor.id }
}

const RENEWED_EVERY = 40

/** Enough to notice a slip, few enough to run each time. */
const RUNS = 150

test(
  "no body, header or address breaks a call",
  { timeout: 30_000 + inject("fuzzSeconds") * 2_000 },
  async ({ desk }) => {
    const tokens = {
      owner: (await clientOf(desk.owner)).token,
      checker: (await clientOf(desk.checker)).token,
      editor: (await clientOf(desk.editor)).token,
    }
    const met = new Set<number>()
    let ids: Ids = {}
    let turn = 0
    const property = fc.asyncProperty(sent, async ({ method, path, headers, body, query, odd, by }) => {
      if (turn % RENEWED_EVERY === 0) ids = await somethingNew(desk, turn / RENEWED_EVERY)
      turn += 1
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent((odd ?? ids[name] ?? "").toWellFormed() || "x"),
      )
      const search = new URLSearchParams(
        query.flatMap(([name, value]) => (value === undefined ? [] : [[name, value.toWellFormed()]])),
      )
      const given = Object.entries(headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, inHeader(value)]],
      )
      const { status, text } = await send(method, `${address}?${search}`, {
        token: tokens[by as keyof typeof tokens],
        headers: Object.fromEntries(given.filter(([name]) => !(body instanceof FormData && name === "content-type"))),
        body: body === undefined || body instanceof FormData || body instanceof Uint8Array ? body : withIds(body, ids),
      })
      met.add(status)
      expect(status, text.slice(0, 500)).toBeLessThan(500)
    })
    await fc.assert(property, { numRuns: RUNS })
    // It would tell of nothing, had all been refused at the door.
    for (const status of [200, 404, 422]) expect([...met]).toContain(status)
    const interruptAfterTimeLimit = inject("fuzzSeconds") * 1_000
    if (interruptAfterTimeLimit === 0) return
    await fc.assert(property, { numRuns: 1_000_000, interruptAfterTimeLimit, markInterruptAsFailure: false })
  },
)

/** The body as JSON, with ids of things that are there in place of the examples'. */
function withIds(body: unknown, ids: Ids): string {
  return Object.entries(EXAMPLE_IDS).reduce(
    (text, [name, id]) => text.replaceAll(id, ids[name] ?? id),
    JSON.stringify(body) ?? "",
  )
}
