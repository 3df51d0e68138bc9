/** Whatever is sent, the answer is never that something broke on our side. */
import * as fc from "fast-check"
import { expect, vi } from "vitest"
import { recallRound } from "@/lib/desk/rounds"
import { test } from "@/lib/desk/testing/desk"
import { METHODS, clientOf, send, type Method, type Sent } from "./testing/http"
import { NASTY } from "./testing/nasty"
import { addressOf, entries, thingsOf } from "./testing/table"

vi.mock("next-intl/server", () => import("./testing/translator"))
// Addresses among the garbage are nobody's to be asked for.
vi.mock("@/lib/outside/fetch-page", () => ({
  fetchPage: () => Promise.resolve({ ok: false, step: "lookup", detail: { host: "a", reason: "unknown" } }),
}))

/** How often each route is asked: enough to notice a slip, few enough to run each time. */
const RUNS = 12

/** Values that fit somewhere, so that what is beside them is looked at. */
const FITTING: Record<string, unknown> = {
  format: "markdown",
  kind: "copy",
  language: "de",
  priority: 1,
  type: "date",
  job: "ours",
  stance: "refutes",
  rating: "false",
  decision: "request_changes",
  primary: true,
  confidential: true,
}

const FIELDS = [
  ...Object.keys(FITTING),
  ..."content title dek byline publisher section publishedOn url sourceUrl leadId dueAt authors readers".split(" "),
  ..."statement claimant claimedOn appearance timecode whySelected reason selectors claims".split(" "),
  ..."sourceId source locator excerpt note author independenceGroup neverRefetch".split(" "),
  ..."conclusion explanation workingNote asOf recheckOn waivers".split(" "),
]

const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
)

/** Selectors that are nearly right, where most of our own arithmetic is. */
const selectors = fc.array(
  fc.oneof(
    fc.record(
      {
        type: fc.constant("TextQuoteSelector"),
        exact: fc.oneof(fc.constantFrom("e", " ", "taxes fell"), nasty),
        prefix: nasty,
      },
      { requiredKeys: ["type", "exact"] },
    ),
    fc.record({
      type: fc.constant("TextPositionSelector"),
      start: fc.oneof(fc.nat(60), nasty),
      end: fc.oneof(fc.nat(60), nasty),
    }),
  ),
  { maxLength: 3 },
)

const field = fc.constantFrom(...FIELDS).chain((name) => {
  const fitting = name in FITTING ? fc.constant(FITTING[name]) : nasty
  const value = name === "selectors" ? selectors : fc.oneof(fitting, nasty)
  return value.map((value) => [name, value] as const)
})
const fields = fc.array(field, { maxLength: 5 }).map((list) => Object.fromEntries(list))

/** A body that would be taken, with some fields more, less or other; or anything. */
const bodyLike = (taken: unknown) =>
  fc.oneof(
    { weight: 6, arbitrary: fields.map((some) => ({ ...(taken as object | undefined), ...some })) },
    { weight: 2, arbitrary: fields.map((some) => ({ ...some })) },
    { weight: 1, arbitrary: fields.map((some) => ({ claims: [{ ...(taken as object | undefined), ...some }, some] })) },
    { weight: 1, arbitrary: fields.map((some) => ({ stance: "supports", source: { title: "A register", ...some } })) },
    { weight: 1, arbitrary: nasty },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 50 }) },
  )

const written = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 3000)

const query = fc
  .array(fc.tuple(fc.constantFrom("query", "cursor", "limit", "include", "profile", "format", "reason"), nasty), {
    maxLength: 3,
  })
  .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, written(value)])).toString())

const version = fc.constantFrom("*", 1, 2, 3, 4, '"0"', '"2147483647"', "", '"', 'W/"4"')
const type = fc.constantFrom(
  "application/json",
  "application/json; charset=utf-8",
  "text/plain",
  "multipart/form-data; boundary=x",
  ";;;",
)

async function asked(method: Method, path: string, sent: Sent) {
  const { status, headers, text } = await send(method, path, sent)
  expect(status, `${method} ${path} ${JSON.stringify(sent.body)?.slice(0, 500)}: ${text.slice(0, 300)}`).toBeLessThan(
    500,
  )
  if (status >= 400 && status !== 405) expect(headers.get("content-type")).toBe("application/problem+json")
}

test("no body, query or header breaks a route", { timeout: 60_000 + RUNS * 2_000 }, async ({ desk }) => {
  const { token } = await clientOf(desk.owner)
  for (const { method, path, body } of entries) {
    const things = await thingsOf(desk)
    // In review nothing can be edited, so that most of what is to be tried would never be looked at.
    if (!path.startsWith("/rounds")) await recallRound(desk.checker, things)
    const address = addressOf(path, { ...things })
    const property = fc.asyncProperty(bodyLike(body), query, version, type, async (body, query, version, type) => {
      const mayHaveBody = method !== "GET"
      const headers = body instanceof Uint8Array ? { "content-type": type } : undefined
      const sent = { token, version, ...(mayHaveBody && { body }), ...(headers && { headers }) }
      await asked(method, query === "" ? address : `${address}?${query}`, sent)
    })
    await fc.assert(property, { numRuns: RUNS })
  }
})

test("no form breaks the import", { timeout: 30_000 + RUNS * 500 }, async ({ desk }) => {
  const { token } = await clientOf(desk.owner)
  const file = fc
    .tuple(fc.uint8Array({ maxLength: 200 }), fc.constantFrom("a.txt", "a.md", "", "\u0000.md", "🌉.txt", "../../a.md"))
    .map(([bytes, name]) => new File([bytes], name))
  const text = fc.constantFrom(...NASTY.filter((value) => typeof value === "string"))
  const parts = fc.array(fc.tuple(fc.constantFrom("file", ...FIELDS), fc.oneof(file, text)), { maxLength: 6 })
  const property = fc.asyncProperty(file, parts, async (first, more) => {
    const body = new FormData()
    body.set("file", first)
    for (const [name, value] of more) body.append(name, value)
    await asked("POST", "/articles", { token, body })
  })
  await fc.assert(property, { numRuns: RUNS * 3 })
})

test("no torn form breaks the import", { timeout: 30_000 + RUNS * 500 }, async ({ desk }) => {
  const { token } = await clientOf(desk.owner)
  const whole =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\nContent-Type: text/markdown\r\n\r\n# A\r\n--x--\r\n'
  const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ unit: "binary", maxLength: 5 }))
  const property = fc.asyncProperty(cut, async ([from, to, between]) => {
    const body = whole.slice(0, from) + between + whole.slice(to)
    await asked("POST", "/articles", { token, body, headers: { "content-type": "multipart/form-data; boundary=x" } })
  })
  await fc.assert(property, { numRuns: RUNS * 3 })
})

test("no token breaks a route", async () => {
  for (const token of ["", "stet_", "x y", "stet_" + "x".repeat(5000), "stet_ü", "Bearer stet_abc"]) {
    for (const method of METHODS) {
      const headers = { authorization: `Bearer ${token}`.replace("ü", "\u00fc") }
      await asked(method, "/articles", { headers })
    }
  }
})
