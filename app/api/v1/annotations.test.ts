/** The W3C's door: what its protocol asks of a container that is only read. */
import jsonld, { type JsonLdDocument } from "jsonld"
import { expect, vi } from "vitest"
import { db } from "@/lib/db"
import { markClaims } from "@/lib/desk/claims"
import type * as Exports from "@/lib/desk/exports"
import { exportArticle } from "@/lib/desk/exports"
import { test, type Desk } from "@/lib/desk/testing/desk"
import { AnnotationPage, offline } from "@/lib/document/testing/web-annotation"
import { clientOf, routeFiles, send, type ApiList } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))
// Counted: what is worked out once is not worked out for every page.
vi.mock("@/lib/desk/exports", async (original) => {
  const real = await original<typeof Exports>()
  return { ...real, exportArticle: vi.fn(real.exportArticle) }
})

interface Page {
  id: string
  type: string
  partOf: { id: string; total: number }
  startIndex: number
  next?: string
  prev?: string
  items: ({ id: string; canonical: string; type: string } | string)[]
}
interface Collection {
  id: string
  type: string[]
  total: number
  first?: Page | string
  last?: string
}

const MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const IRIS = 'return=representation;include="http://www.w3.org/ns/oa#PreferContainedIRIs"'
const MINIMAL = 'return=representation; include="http://www.w3.org/ns/ldp#PreferMinimalContainer"'

/** An article with so many claims, and where its container is. */
async function container(desk: Desk, count: number) {
  const article = await desk.article()
  const { text, id: revisionId } = article.revision
  const start = text.indexOf("taxes")
  const claims = Array.from({ length: count }, () => ({ spans: [{ start, end: start + "taxes".length }], fields: {} }))
  if (count > 0) await markClaims(desk.checker, { articleId: article.id, revisionId, claims })
  return { id: article.id, path: `/articles/${article.id}/annotations/` }
}

const pathOf = (address: string) => address.slice("http://stet.test/api/v1".length)

test("a container says what it is and what may be done with it", async ({ desk }) => {
  const editor = await clientOf(desk.editor)
  const { path } = await container(desk, 2)
  const { status, headers, json } = await editor.get<Collection>(path)
  expect(status).toBe(200)
  expect(headers.get("content-type")).toBe(MEDIA_TYPE)
  expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS")
  expect(headers.has("accept-post")).toBe(false)
  expect(headers.get("vary")).toContain("Prefer")
  expect(headers.get("link")).toBe(
    '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", ' +
      '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
  )
  expect(json).toMatchObject({ type: ["BasicContainer", "AnnotationCollection"], total: 2 })
  const first = json.first as Page
  expect(first).toMatchObject({ type: "AnnotationPage", startIndex: 0 })
  expect(first).not.toHaveProperty("partOf")
  expect((await editor.get<Page>(pathOf(first.id))).json).toMatchObject({ partOf: { id: json.id, total: 2 } })
  expect(first).not.toHaveProperty("next")
  expect(json.last).toBe(first.id)

  const etag = headers.get("etag") ?? ""
  expect((await editor.get(path, { headers: { "if-none-match": etag } })).status).toBe(304)
  await desk.claim({ article: await desk.article() })
  expect((await editor.get(path)).headers.get("etag")).toBe(etag)
  for (const file of routeFiles.filter((one) => one.path.includes("annotations"))) {
    const { OPTIONS } = (await file.load()) as unknown as { OPTIONS: () => Response }
    expect([OPTIONS().status, OPTIONS().headers.get("allow")]).toEqual([200, "GET, HEAD, OPTIONS"])
  }
})

test("whoever prefers less is given less", async ({ desk }) => {
  const editor = await clientOf(desk.editor)
  const { path } = await container(desk, 2)
  const preferring = (prefer: string) => editor.get<Collection>(path, { headers: { prefer } })
  const [iris, minimal, both] = [
    await preferring(IRIS),
    await preferring(MINIMAL),
    await preferring(`${IRIS.slice(0, -1)} ${MINIMAL.split('"')[1]}"`),
  ]
  expect((iris.json.first as Page).items.every((item) => typeof item === "string")).toBe(true)
  expect(iris.json.id).toContain("iris=1")
  expect(iris.headers.get("content-location")).toBe(iris.json.id)
  expect(minimal.json.first).toBe(minimal.json.last)
  expect(minimal.text).not.toContain("SpecificResource")
  expect(both.json.first).toContain("iris=1")
  // Of two that exclude each other the fuller one, as without any.
  const whole = `${IRIS.slice(0, -1)} http://www.w3.org/ns/oa#PreferContainedDescriptions"`
  expect((await preferring(whole)).json).toEqual((await editor.get(path)).json)
})

test("pages lead from one to the next, and hold every annotation once", async ({ desk }) => {
  const editor = await clientOf(desk.editor)
  const { path } = await container(desk, 205)
  const { json } = await editor.get<Collection>(path)
  const seen: string[] = []
  const starts: number[] = []
  let at: Page | undefined = json.first as Page
  while (at) {
    seen.push(...at.items.map((item) => (item as { id: string }).id))
    starts.push(at.startIndex)
    const { next, id }: Page = at
    if (!next) expect(id).toBe(json.last)
    const before = at
    at = next ? (await editor.get<Page>(pathOf(next))).json : undefined
    if (at) expect(at.prev).toBe(before.id)
  }
  expect(starts).toEqual([0, 100, 200])
  expect(new Set(seen).size).toBe(205)
  expect((await editor.get(`${path}?page=3`)).status).toBe(404)
  expect((await editor.get(`${path}?page=-1`)).status).toBe(422)
})

test("all pages are worked out once, and anew for each person and whenever something happens", async ({ desk }) => {
  const [editor, owner] = [await clientOf(desk.editor), await clientOf(desk.owner)]
  const { id, path } = await container(desk, 101)
  vi.mocked(exportArticle).mockClear()
  const { json } = await editor.get<Collection>(path)
  const [first] = (json.first as Page).items as { id: string }[]
  for (const at of [0, 1]) expect((await editor.get(`${path}?page=${at}`)).status).toBe(200)
  expect((await editor.get(pathOf(first?.id ?? ""))).status).toBe(200)
  expect(exportArticle).toHaveBeenCalledTimes(1)
  await Promise.all([owner.get(path), owner.get(`${path}?page=1`)])
  expect(exportArticle).toHaveBeenCalledTimes(2)

  const { items } = (await editor.get<ApiList<{ id: string; version: number }>>(`/articles/${id}/claims?limit=1`)).json
  const [claim] = items
  const statement = "It was the eighth."
  const { status } = await editor.patch(`/claims/${claim?.id}`, { version: "*", body: { statement } })
  expect(status).toBe(200)
  expect((await editor.get(path)).text).toContain(statement)
  expect((await owner.get(path)).text).toContain(statement)
  await db().workspace.update({ where: { id: desk.workspaceId }, data: { settings: { publishNames: true } } })
  await editor.get(path)
  expect(exportArticle).toHaveBeenCalledTimes(5)
  await db().membership.update({ where: { id: desk.editor.id }, data: { role: "viewer" } })
  expect((await editor.get<Collection>(path)).json.total).toBe(0)
})

test("an annotation has an address of its own, and is the export's", async ({ desk }) => {
  const editor = await clientOf(desk.editor)
  const { id, path } = await container(desk, 1)
  const { json } = await editor.get<Collection>(path)
  const [item] = (json.first as Page).items as { id: string; canonical: string }[]
  const one = await editor.get<{ "@context": unknown }>(pathOf(item?.id ?? ""))
  expect(one.headers.get("link")).toBe('<http://www.w3.org/ns/ldp#Resource>; rel="type"')
  expect(one.headers.get("content-type")).toBe(MEDIA_TYPE)
  expect(one.json).toEqual({ "@context": expect.anything(), ...item })
  const exported = JSON.parse((await editor.get(`/articles/${id}/export?format=annotations`)).text)
  const { canonical, ...annotation } = item ?? { id: "", canonical: "" }
  expect(exported.items).toEqual([{ ...annotation, id: canonical }])
  const items = [{ ...annotation }]
  expect(AnnotationPage.safeParse({ ...exported, items }).error).toBeUndefined()
  const options = { documentLoader: offline } as never
  const [expanded] = (await jsonld.expand(one.json as JsonLdDocument, options)) as unknown as object[]
  expect(expanded).toMatchObject({ "@id": item?.id, "@type": ["http://www.w3.org/ns/oa#Annotation"] })
  expect((await editor.get(`${path}${desk.workspaceId}`)).status).toBe(404)
})

test("an empty container has no page, and one who may not see the desk's own work is shown what is public", async ({
  desk,
}) => {
  const [editor, viewer] = [await clientOf(desk.editor), await clientOf(desk.viewer)]
  const empty = await container(desk, 0)
  expect((await editor.get<Collection>(empty.path)).json).toMatchObject({ total: 0 })
  expect((await editor.get<Collection>(empty.path)).json).not.toHaveProperty("first")
  expect((await editor.get<Page>(`${empty.path}?page=0`)).json).toMatchObject({ items: [] })
  const approved = await desk.approvedClaim({ verdict: { workingNote: "Rang the office." } })
  const { text, json } = await viewer.get<Collection>(`/articles/${approved.articleId}/annotations/`)
  expect(json.total).toBe(1)
  expect(text).not.toContain("Rang the office.")
  expect(await viewer.get(`/articles/${approved.articleId}/annotations/?profile=internal`)).toMatchObject({
    status: 403,
  })
  expect((await send("GET", empty.path)).status).toBe(401)
})
