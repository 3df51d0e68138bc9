/** Citations by paste, from a page and from servers that stand in for the two catalogues. */
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { site, type Site } from "../outside/testing/site"
import { WorkspaceSettings, type Actor } from "../domain/workspace"

let web: Site
const asked: string[] = []

/** What is answered at each path; nothing else is there. */
const ANSWERS: Record<string, [type: string, body: string]> = {
  "/crossref/works/10.1000%2Fbridges": [
    "application/json",
    JSON.stringify({
      message: {
        title: ["Bridges in red"],
        author: [{ given: "Ann", family: "Lee" }],
        "container-title": ["Journal of Bridges"],
        published: { "date-parts": [[2024, 3, 9]] },
        type: "journal-article",
      },
    }),
  ],
  "/library/api/books?bibkeys=ISBN:9783161484100&format=json&jscmd=data": [
    "application/json",
    JSON.stringify({ "ISBN:9783161484100": { title: "Bridges", authors: [{ name: "Bo Roe" }], publishers: [] } }),
  ],
  "/library/api/books?bibkeys=ISBN:9780306406157&format=json&jscmd=data": ["application/json", "{}"],
  "/news": [
    "text/html",
    `<title>A bridge in red | The Gazette</title><meta property="og:site_name" content="The Gazette">
    <meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-05-01T08:00:00Z">
    <link rel="canonical" href="/news"><p>It is red.</p>`,
  ],
  "/journal": [
    "text/html; charset=utf-8",
    `<title>x</title><meta name="citation_title" content="Paint on steel"><meta name="citation_author" content="Lee, Ann">
    <meta name="citation_author" content="Bo Roe"><meta name="citation_journal_title" content="Paints">
    <meta name="citation_publication_date" content="2023/02/07">`,
  ],
}

beforeAll(async () => {
  web = await site(({ url = "" }, answer) => {
    asked.push(url)
    const [type, body] = ANSWERS[url] ?? []
    if (type) answer.writeHead(200, { "content-type": type }).end(body)
    else if (url.includes("busy")) answer.writeHead(503).end()
    else answer.writeHead(404, { "content-type": "text/html" }).end()
  })
})
afterAll(() => web.close())

const who = (role: Actor["role"]): Actor => ({
  ...{ id: "a", workspaceId: "w", userId: "u", role },
  settings: WorkspaceSettings.parse({}),
})

/** `citePasted` of a Stet that was started with these settings. */
async function citing() {
  vi.resetModules()
  const catalogues = { STET_CROSSREF: `${web.url}crossref/`, STET_OPEN_LIBRARY: `${web.url}library/` }
  const given = { NEXTAUTH_SECRET: "0123456789abcdef", NEXTAUTH_URL: "https://desk.example", ...catalogues }
  for (const [name, value] of Object.entries({ ...given, STET_FETCH_INSIDE: `127.0.0.1:${web.port}` }))
    vi.stubEnv(name, value)
  const { citePasted } = await import("./citing")
  return (pasted: string, role: Actor["role"] = "checker") => citePasted(who(role), { pasted })
}

test("a pasted reference is filled in by whoever keeps its record", async () => {
  const cite = await citing()
  expect(await cite("https://doi.org/10.1000/BRIDGES")).toEqual({
    ...{ title: "Bridges in red", author: "Ann Lee", publisher: "Journal of Bridges", publishedOn: "2024-03-09" },
    ...{ url: "https://doi.org/10.1000/bridges", kind: "study" },
  })
  expect(await cite("ISBN 978-3-16-148410-0")).toMatchObject({ title: "Bridges", author: "Bo Roe", publisher: null })
  expect(await cite(`${web.url}news`)).toEqual({
    ...{ title: "A bridge in red", author: "Ann Lee", publisher: "The Gazette", publishedOn: "2024-05-01" },
    ...{ url: `${web.url}news`, kind: null },
  })
  expect(await cite(`${web.url}journal`)).toEqual({
    ...{ title: "Paint on steel", author: "Ann Lee, Bo Roe", publisher: "Paints", publishedOn: "2023-02-07" },
    ...{ url: `${web.url}journal`, kind: "study" },
  })
})

test("what nobody knows, or cannot be reached, is said at the field", async () => {
  const cite = await citing()
  const refusal = (pasted: string) =>
    cite(pasted).then(
      () => null,
      (error: { key: string; details: { fields: { path: string }[] } }) => [error.key, error.details.fields[0]?.path],
    )
  expect(await refusal("10.1000/unknown")).toEqual(["citation.unknownWork", "pasted"])
  expect(await refusal("0-306-40615-2")).toEqual(["citation.unknownBook", "pasted"])
  expect(await refusal("10.1000/busy")).toEqual(["fetch.status", "pasted"])
  expect(await refusal(`${web.url}nothing`)).toEqual(["fetch.status", "pasted"])
  expect(await refusal("nine percent")).toEqual(["citation.unknown", "pasted"])
  asked.splice(0)
  await expect(cite("10.1000/bridges", "viewer")).rejects.toMatchObject({ key: "policy.source_add" })
  expect(asked).toEqual([])
})
