/** Claims by quote and by position, over HTTP: code points on the way in and on the way out. */
import { expect, vi } from "vitest"
import { everything, test } from "@/lib/desk/testing/desk"
import { clientOf, type ApiClaim, type ApiList } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

const TITLE = "𝒜 title 👩‍👩‍👧‍👦"
const BODY = "𝒯axes fell 🇩🇪 in 2024. She said that taxes fell, and that taxes fell again.\n\nשלום, 日本 opened in 1931."

const quote = (exact: string, context: object = {}) => ({ type: "TextQuoteSelector", exact, ...context })
const position = (start: number, end: number) => ({ type: "TextPositionSelector", start, end })

/** Code points of the canonical text up to the words, and behind them. */
function placeOf(text: string, words: string): [number, number] {
  const start = [...text.slice(0, text.indexOf(words))].length
  return [start, start + [...words].length]
}

test("a claim by quote or by position tells its place in code points", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const article = await desk.article({ title: TITLE, text: BODY })
  const mark = (selectors: object[]) =>
    checker.post<ApiClaim>(`/articles/${article.id}/claims`, { body: { selectors } })
  for (const words of ["𝒯axes fell 🇩🇪 in 2024", "👩‍👩‍👧‍👦", "title", "שלום", "日本 opened in 1931"]) {
    const [start, end] = placeOf(article.revision.text, words)
    for (const selectors of [[quote(words)], [position(start, end)], [quote(words), position(start, end)]]) {
      const { status, json } = await mark(selectors)
      expect(status).toBe(201)
      expect(json.anchor).toMatchObject({ exact: words, start, end })
      expect((await checker.get<ApiClaim>(`/claims/${json.id}`)).json.anchor).toEqual(json.anchor)
    }
  }
})

test("an ambiguous quote names its places, and each of them is taken", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const article = await desk.article({ title: TITLE, text: BODY })
  const path = `/articles/${article.id}/claims`
  const refused = await checker.post(path, { body: { selectors: [quote("taxes fell")] } })
  expect(refused).toMatchObject({ status: 422, json: { code: "invalid", fields: { selectors: expect.any(String) } } })
  const candidates = refused.json.candidates ?? []
  expect(candidates).toHaveLength(2)
  for (const { start, end, exact, prefix, suffix } of candidates) {
    const [byPlace, byContext] = [[quote(exact), position(start, end)], [quote(exact, { prefix, suffix })]]
    for (const selectors of [byPlace, byContext]) {
      const { status, json } = await checker.post<ApiClaim>(path, { body: { selectors } })
      expect([status, json.anchor?.start, json.anchor?.end]).toEqual([201, start, end])
    }
  }
})

test("of many claims all are marked or none", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const article = await desk.article({ title: TITLE, text: BODY })
  const path = `/articles/${article.id}/claims`
  const good = { selectors: [quote("2024")], statement: "It was in 2024." }
  await checker.get(path)
  const before = await everything()
  const refused = await checker.post(path, {
    body: { claims: [good, { selectors: [quote("taxes fell")] }, good, { selectors: [quote("2025")] }] },
  })
  expect(refused.status).toBe(422)
  expect(Object.keys(refused.json.fields ?? {})).toEqual(["claims.1.selectors", "claims.3.selectors"])
  expect(refused.json.candidates?.map((one) => one.path)).toEqual(["claims.1.selectors", "claims.1.selectors"])
  const misspelt = await checker.post(path, { body: { claims: [good, { ...good, statment: "?" }] } })
  expect(Object.keys(misspelt.json.fields ?? {})).toEqual(["claims.1.statment"])
  expect(await everything()).toEqual(before)

  const all = Array.from({ length: 1000 }, () => good)
  const marked = await checker.post<ApiList<ApiClaim>>(path, { body: { claims: all } })
  expect(marked.status).toBe(201)
  expect(marked.json.items.map((claim) => claim.number)).toEqual(all.map((_, index) => index + 1))
  const tooMany = await checker.post(path, { body: { claims: [...all, good] } })
  expect(tooMany).toMatchObject({ status: 422, json: { fields: { claims: expect.stringContaining("1,000") } } })
  const listed = await checker.get<ApiList<ApiClaim>>(`${path}?limit=2000`)
  expect(listed.json.items).toHaveLength(1000)
  expect((await checker.get(`${path}?limit=2001`)).status).toBe(422)
})
