import { expect, vi } from "vitest"
import { db } from "@/lib/db"
import { test } from "@/lib/desk/testing/desk"
import { docx } from "@/lib/document/word/testing/docx"
import {
  clientOf,
  type ApiArticle,
  type ApiClaim,
  type ApiEvidence,
  type ApiList,
  type ApiReview,
  type ApiRound,
  type ApiSource,
} from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

/** One page for every address: what a fetch may do is tried in lib/outside. */
const PAGE = "https://paper.example/bridge.txt"
vi.mock("@/lib/outside/fetch-page", () => ({
  fetchPage: (url: string) => {
    const bytes = new TextEncoder().encode(
      "A bridge\n\nIt opened in 1931, and nobody doubts it any more, the council says.\n",
    )
    return Promise.resolve({ ok: true, page: { url, bytes, charset: "utf-8", contentType: "text/plain" } })
  },
}))

const CONTENT = `The 🌉 bridge opened in 1931, the council says.

It says that 𝒩ine ships a day pass under it. The bridge opened twice.
`

test("an article lives from import to export over HTTP alone", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const editor = await clientOf(desk.editor)

  const imported = await checker.post<ApiArticle>("/articles", {
    body: {
      format: "text",
      content: CONTENT,
      title: "A 🌉 bridge",
      publisher: "The Sample",
      publishedOn: "2024-11-15",
      url: "https://example.org/bridge",
      kind: "factcheck",
      language: "en",
    },
  })
  expect(imported.status).toBe(201)
  const article = imported.json
  expect(imported.headers.get("location")).toBe(`/api/v1/articles/${article.id}`)
  expect(imported.headers.get("etag")).toBe('"1"')
  expect(article).toMatchObject({
    title: "A 🌉 bridge",
    sourceUrl: "https://example.org/bridge",
    publishedOn: "2024-11-15",
    standing: "in_progress",
    duplicate: false,
    notices: [],
    counts: { total: 0, open: 0, in_review: 0, changes_requested: 0, approved: 0 },
    revision: { number: 1, bodyStart: 11 },
    version: 1,
  })
  const text = [...article.revision.text]

  const marked = await checker.post<ApiClaim>(`/articles/${article.id}/claims`, {
    body: {
      selectors: [{ type: "TextQuoteSelector", exact: "bridge opened in 1931" }],
      statement: "The bridge opened in 1931.",
      claimant: "The council",
      type: "date",
      priority: 2,
    },
  })
  expect(marked.status).toBe(201)
  const claim = marked.json
  expect(marked.headers.get("location")).toBe(`/api/v1/claims/${claim.id}`)
  expect(claim).toMatchObject({
    number: 1,
    articleId: article.id,
    state: "open",
    job: "theirs",
    statement: "The bridge opened in 1931.",
    verdict: null,
    round: null,
    reviews: [],
    evidence: [],
    version: 1,
  })
  expect(claim.anchors).toEqual([claim.anchor])
  expect(claim.anchor).toMatchObject({
    exact: "bridge opened in 1931",
    placement: "exact",
    contextChanged: false,
    revisionId: article.revision.id,
  })
  expect(text.slice(claim.anchor?.start ?? 0, claim.anchor?.end ?? 0).join("")).toBe("bridge opened in 1931")

  const source = await checker.post<ApiSource>("/sources", {
    body: { kind: "official_record", title: "Register of bridges", url: "https://example.org/register", primary: true },
  })
  expect(source.status).toBe(201)
  expect(source.headers.get("location")).toBe(`/api/v1/sources/${source.json.id}`)

  const evidence = await checker.post<ApiEvidence>(`/claims/${claim.id}/evidence`, {
    body: { sourceId: source.json.id, stance: "supports", locator: "page 3", excerpt: "Opened 1931." },
    version: claim.version,
  })
  expect(evidence.status).toBe(201)
  expect(evidence.json).toMatchObject({ claimId: claim.id, stance: "supports", version: 1, claimVersion: 2 })
  expect(evidence.json.source).toMatchObject({ id: source.json.id, primary: true })

  const verdict = await checker.put<ApiClaim>(`/claims/${claim.id}/verdict`, {
    body: { rating: "true", conclusion: "The register has the same year.", workingNote: "Rang the office." },
    version: evidence.json.claimVersion,
  })
  expect(verdict.status).toBe(200)
  expect(verdict.headers.get("etag")).toBe('"3"')
  expect(verdict.json.verdict).toEqual({
    rating: "true",
    label: "True",
    scale: "theirs/1",
    conclusion: "The register has the same year.",
    explanation: null,
    workingNote: "Rang the office.",
    asOf: null,
    recheckOn: null,
  })

  const round = await checker.post<ApiRound>(`/claims/${claim.id}/rounds`, { version: 3 })
  expect(round.status).toBe(201)
  expect(round.json).toMatchObject({
    number: 1,
    claimId: claim.id,
    sender: { id: desk.checker.id },
    authors: [{ id: desk.checker.id }],
    waivers: [],
    claimVersion: 4,
    state: "in_review",
  })

  const review = await editor.post<ApiReview>(`/rounds/${round.json.id}/reviews`, {
    body: { decision: "approve", note: "Same in the register." },
    version: 4,
  })
  expect(review.status).toBe(201)
  expect(review.json).toMatchObject({
    roundId: round.json.id,
    decision: "approve",
    note: "Same in the register.",
    reviewer: { id: desk.editor.id },
    claimId: claim.id,
    state: "approved",
    claimVersion: 5,
  })

  const read = await editor.get<ApiArticle>(`/articles/${article.id}?include=document,claims`)
  expect(read.json).toMatchObject({ standing: "ready", counts: { total: 1, approved: 1 }, document: { type: "doc" } })
  expect(read.json.claims?.[0]).toMatchObject({ id: claim.id, state: "approved", round: { id: round.json.id } })
  expect((await editor.get<ApiClaim>(`/claims/${claim.id}`)).json).toEqual(read.json.claims?.[0])

  const exported = await editor.get(`/articles/${article.id}/export?format=markdown&profile=public`)
  expect(exported.status).toBe(200)
  expect(exported.headers.get("content-type")).toBe("text/markdown; charset=utf-8")
  expect(exported.text).toContain("The register has the same year.")
  expect(exported.text).not.toContain("Rang the office.")
  const internal = await editor.get(`/articles/${article.id}/export?profile=internal`)
  expect(internal.text).toContain("Rang the office.")

  const acts = await db().event.findMany({ where: { streamId: article.id }, orderBy: { seq: "asc" } })
  expect(acts.map((event) => event.act)).toEqual([
    "article.imported",
    "claim.marked",
    "evidence.added",
    "verdict.drafted",
    "round.sent",
    "review.approved",
  ])
})

test("the same import again answers the article that is there", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const body = { format: "markdown", content: "# A bridge\n\nIt opened in *1931*.\n" }
  const first = await checker.post<ApiArticle>("/articles", { body })
  const again = await checker.post<ApiArticle>("/articles", { body })
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.json).toMatchObject({ id: first.json.id, duplicate: true })
})

test("a file comes in as a form", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const form = new FormData()
  form.set("file", new File(["# A bridge\n\nIt opened in **1931**.\n"], "bridge.md"))
  form.set("publisher", "The Sample")
  form.set("url", "")
  const { status, json } = await checker.post<ApiArticle>("/articles", { body: form })
  expect(status).toBe(201)
  expect(json).toMatchObject({ title: "A bridge", publisher: "The Sample", sourceUrl: null })
  expect(json.revision.text).toBe("A bridge\nIt opened in 1931.")
})

test("a Word file comes in as a form, with its tracked changes accepted or rejected", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const change = '<w:ins w:id="1" w:author="Ann"><w:r><w:t>hardly </w:t></w:r></w:ins>'
  const body = `<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r>${change}<w:r><w:t>rained.</w:t></w:r></w:p>`
  const sent = async (changes?: string) => {
    const form = new FormData()
    form.set("file", new File([new Uint8Array(docx({ body }))], "rain.docx"))
    form.set("title", "Rain")
    if (changes) form.set("changes", changes)
    return (await checker.post<ApiArticle>("/articles", { body: form })).json
  }
  const [accepted, rejected] = [await sent(), await sent("reject")]
  expect(accepted.revision.text).toBe("Rain\nIt hardly rained.")
  expect(rejected.revision.text).toBe("Rain\nIt rained.")
  expect(rejected.id).not.toBe(accepted.id)
})

test("a page comes in by its address, as an article and as a new text", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const { status, json, headers } = await checker.post<ApiArticle & { duplicate: boolean }>("/articles", {
    body: { url: PAGE, section: "Local" },
  })
  expect(status).toBe(201)
  expect(headers.get("location")).toBe(`/api/v1/articles/${json.id}`)
  expect(json).toMatchObject({ title: "A bridge", sourceUrl: PAGE, section: "Local", duplicate: false })
  expect((await checker.post("/articles", { body: { url: PAGE } })).json).toMatchObject({
    id: json.id,
    duplicate: true,
  })
  const article = await desk.article()
  const revised = await checker.post(`/articles/${article.id}/revisions`, { body: { url: PAGE } })
  expect(revised).toMatchObject({ status: 201, json: { revision: { number: 2 } } })
})

test("a reader looks for title, publisher and dek where none are given", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const content = "A bridge\nThe Sample\n\nIt opened in 1931, and nobody doubts it any more, the council says.\n"
  const { status, json } = await checker.post<ApiArticle>("/articles", { body: { format: "text", content } })
  expect(status).toBe(201)
  expect(json.title).toBe("A bridge")
})

test("metadata of an article can be changed, its authors too", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const article = await desk.article()
  const fields = {
    byline: "Ada and Ben",
    section: "Local",
    dueAt: "2026-12-01T18:00:00+01:00",
    leadId: desk.editor.id,
    authors: [{ membershipId: desk.author.id }, { name: "Ben" }],
  }
  const { status, json, headers } = await checker.patch<ApiArticle>(`/articles/${article.id}`, {
    body: fields,
    version: 1,
  })
  expect(status).toBe(200)
  expect(headers.get("etag")).toBe('"2"')
  expect(json).toMatchObject({ byline: "Ada and Ben", section: "Local", dueAt: "2026-12-01T17:00:00.000Z", version: 2 })
  expect(json.authors.map((author) => author.membershipId)).toEqual([desk.author.id, null])
  expect(json.lead).toMatchObject({ id: desk.editor.id })
  const author = await clientOf(desk.author)
  expect((await author.get(`/articles/${article.id}`)).status).toBe(200)
})

test("revisions are listed without their texts", async ({ desk }) => {
  const viewer = await clientOf(desk.viewer)
  const article = await desk.article({ title: "🌉🌉" })
  const { json } = await viewer.get<ApiList<{ id: string }>>(`/articles/${article.id}/revisions`)
  expect(json.next).toBeNull()
  expect(json.items).toEqual([
    expect.objectContaining({ id: article.revision.id, number: 1, bodyStart: 3, format: "text", origin: "paste" }),
  ])
  expect(json.items[0]).not.toHaveProperty("text")
})

test("a claim is edited, and withdrawn with a reason in the body or in the address", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const [one, other] = [await desk.claim(), await desk.claim()]
  const edited = await checker.patch<ApiClaim>(`/claims/${one.id}`, {
    body: { statement: "Taxes fell by nine percent.", claimedOn: "2024-11-15", priority: 3 },
    version: 1,
  })
  expect(edited.json).toMatchObject({ statement: "Taxes fell by nine percent.", claimedOn: "2024-11-15", version: 2 })
  const none = await checker.delete(`/claims/${one.id}`, { version: 2 })
  expect(none).toMatchObject({ status: 422, json: { fields: { reason: expect.any(String) } } })
  const byBody = await checker.delete(`/claims/${one.id}`, { version: 2, body: { reason: "Not checkable." } })
  expect(byBody).toMatchObject({ status: 200, json: { id: one.id } })
  const byAddress = await checker.delete(`/claims/${other.id}?reason=Twice`, { version: 1 })
  expect(byAddress.status).toBe(200)
  expect((await checker.get(`/claims/${one.id}`)).status).toBe(404)
  expect(await desk.claimRow(other.id)).toMatchObject({ withdrawnReason: "Twice" })
})

test("evidence brings its own source, or reuses the one with its address", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const [one, other] = [await desk.claim(), await desk.claim()]
  const source = { title: "Register", url: "https://example.org/register#top" }
  const body = { source, stance: "supports", note: "A note." }
  const first = await checker.post<ApiEvidence>(`/claims/${one.id}/evidence`, { body })
  const second = await checker.post<ApiEvidence>(`/claims/${other.id}/evidence`, { body })
  expect(first.status).toBe(201)
  expect(first.json.source).toMatchObject({ url: "https://example.org/register", kind: "other", primary: false })
  expect(second.json.source.id).toBe(first.json.source.id)

  const rests = await checker.get<ApiList<ApiClaim>>(`/sources/${first.json.source.id}/claims`)
  expect(rests.json.items.map((claim) => claim.id)).toEqual([other.id, one.id])

  const { id } = first.json
  const edited = await checker.patch<ApiEvidence>(`/evidence/${id}`, { body: { stance: "refutes" }, version: 1 })
  expect(edited.json).toMatchObject({ id, stance: "refutes", note: "A note.", version: 2, claimVersion: 3 })
  const removed = await checker.delete(`/evidence/${id}`, { version: 2 })
  expect(removed).toMatchObject({ status: 200, json: { id, claimId: one.id, claimVersion: 4 } })
  expect((await checker.get<ApiClaim>(`/claims/${one.id}`)).json.evidence).toEqual([])
})

test("a source of the ledger is changed", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const { json: source } = await checker.post<ApiSource>("/sources", {
    body: { title: "Register", primary: true, publishedOn: "2024-01-02" },
  })
  const body = { publisher: "The town" }
  const { status, json } = await checker.patch<ApiSource>(`/sources/${source.id}`, { body, version: 1 })
  expect(status).toBe(200)
  expect(json).toEqual({ ...source, publisher: "The town", version: 2 })
  expect((await checker.get<ApiSource>(`/sources/${source.id}`)).json).toEqual(json)
})

test("its sender takes a round back", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const claim = await desk.sentClaim()
  const recalled = await checker.post<ApiClaim>(`/rounds/${claim.round.id}/recall`)
  expect(recalled).toMatchObject({ status: 200, json: { id: claim.id, state: "open", round: null } })
})

test("a round is sent with waivers for what it lacks", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const claim = await desk.claim()
  await checker.put(`/claims/${claim.id}/verdict`, { body: { rating: "false", conclusion: "No." }, version: 1 })
  const refused = await checker.post(`/claims/${claim.id}/rounds`, { body: {} })
  expect(refused.status).toBe(422)
  expect(Object.keys(refused.json.fields ?? {})).toEqual(["waivers.evidence"])
  const waivers = [{ item: "evidence", reason: "Common knowledge." }]
  const sent = await checker.post<ApiRound>(`/claims/${claim.id}/rounds`, { body: { waivers } })
  expect(sent).toMatchObject({ status: 201, json: { waivers } })
})

test("lists come in pages, and a cursor says where the next begins", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const content = Array.from({ length: 7 }, (_, index) => `Fact number ${index} is here.`).join("\n\n")
  const article = await desk.article({ title: "Many", text: content })
  const claims = Array.from({ length: 7 }, (_, index) => ({
    selectors: [{ type: "TextQuoteSelector", exact: `number ${index}` }],
  }))
  const marked = await checker.post<ApiList<ApiClaim>>(`/articles/${article.id}/claims`, { body: { claims } })
  expect(marked).toMatchObject({ status: 201, json: { next: null } })
  for (const index of [1, 2, 3, 4, 5]) await desk.article({ title: `Other ${index}` })
  for (const index of [1, 2, 3]) await checker.post("/sources", { body: { title: `Register ${index}` } })

  const walk = async (path: string) => {
    const sizes: number[] = []
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: ApiList<{ id: string }> = (
        await checker.get<ApiList<{ id: string }>>(`${path}&limit=3${cursor === null ? "" : `&cursor=${cursor}`}`)
      ).json
      sizes.push(page.items.length)
      ids.push(...page.items.map((item) => item.id))
      cursor = page.next
    } while (cursor !== null)
    return { sizes, ids }
  }
  const walked = await walk(`/articles/${article.id}/claims?`)
  expect(walked.sizes).toEqual([3, 3, 1])
  expect(walked.ids).toEqual(marked.json.items.map((claim) => claim.id))
  expect((await walk("/articles?")).sizes).toEqual([3, 3])
  expect((await walk("/articles?query=other")).sizes).toEqual([3, 2])
  expect((await walk("/sources?query=register")).sizes).toEqual([3])
  const { json } = await checker.get<ApiList<ApiArticle>>("/articles?query=many")
  expect(json.items[0]?.revision).toEqual({
    id: article.revision.id,
    number: 1,
    sha256: article.revision.sha256,
    bodyStart: 5,
  })
})
