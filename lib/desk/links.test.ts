/** Pages of the web as articles and as new texts; real ones, served on this machine. */
import { afterAll, beforeAll, describe, expect, vi } from "vitest"
import { db } from "../db"
import { sha256 } from "../document"
import { fetching, site, within, type Site } from "../outside/testing/site"
import { readArticle } from "./articles"
import { changedSinceImport, checkFinalLink, importLink, reviseFromLink } from "./links"
import { listRevisions } from "./revisions"
import { everything, refused, test } from "./testing/desk"

let web: Site
/** What stands at each path. */
const pages = new Map<string, string>()

vi.mock("../outside/fetch-page", () => ({
  fetchPage: (url: string) => fetching(within([`127.0.0.1:${web.port}`]))(url),
}))

beforeAll(async () => {
  web = await site(({ url = "" }, answer) => {
    const page = pages.get(url)
    if (page === undefined) answer.writeHead(404, { "content-type": "text/html" }).end("gone")
    else if (page.startsWith("/")) answer.writeHead(302, { location: page }).end()
    else answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page)
  })
})
afterAll(() => web.close())

const BODY = [
  "The old bridge over the river opened in 1931, after four years of work by two hundred people from the town.",
  "It was painted red in the spring of 1952, and has been painted again every twelve years since that time.",
  "The council says that a new coat costs nine million, more than the whole bridge cost when it was built.",
]

let count = 0

/** A page of its own, with a canonical address if one is given. */
function page({ body = BODY, canonical = "" }: { body?: string[]; canonical?: string } = {}): {
  path: string
  url: string
} {
  count += 1
  const path = `/bridge-${count}`
  put(path, body, canonical)
  return { path, url: `${web.url}bridge-${count}` }
}

function put(path: string, body: string[], canonical = ""): void {
  const link = canonical && `<link rel="canonical" href="${canonical}">`
  const words = body.map((paragraph) => `<p>${paragraph}</p>`).join("")
  pages.set(
    path,
    `<html><head><title>A bridge in red</title>${link}</head><body><article><h1>A bridge in red</h1>${words}</article></body></html>`,
  )
}

describe("a page", () => {
  test("becomes an article with its final address and its bytes as they came", async ({ desk }) => {
    const { path, url } = page()
    pages.set("/short", path)
    const { articleId, duplicate } = await importLink(desk.checker, { url: `${web.url}short`, given: { kind: "copy" } })
    expect(duplicate).toBe(false)
    const article = await readArticle(desk.viewer, articleId)
    expect(article).toMatchObject({ title: "A bridge in red", sourceUrl: url, kind: "copy" })
    expect(article.revision.text).toContain(BODY.join("\n"))
    expect(await listRevisions(desk.viewer, articleId)).toMatchObject([{ origin: "link", format: "html", url }])
    const file = await db().file.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
    expect(file).toMatchObject({ type: "text/html", sha256: sha256(pages.get(path) ?? "") })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "article.imported", payload: { origin: "link", format: "html" } },
    ])
  })

  test("that is there already, by its bytes or by the address it names, is answered with its article", async ({
    desk,
  }) => {
    const canonical = `${web.url}bridge`
    const one = page({ canonical })
    const first = await importLink(desk.checker, { url: one.url, given: {} })
    expect((await readArticle(desk.viewer, first.articleId)).sourceUrl).toBe(canonical)
    expect(await importLink(desk.editor, { url: one.url, given: {} })).toMatchObject({
      articleId: first.articleId,
      duplicate: true,
    })
    const elsewhere = page({ canonical, body: [...BODY, "One more line has been put below it since."] })
    const again = await importLink(desk.checker, { url: elsewhere.url, given: {} })
    expect(again).toMatchObject({ articleId: first.articleId, duplicate: true })
  })

  test("that can't be fetched is refused with the step at which it failed", async ({ desk }) => {
    const gone = await refused(
      () => importLink(desk.checker, { url: `${web.url}nowhere`, given: {} }),
      "invalid",
      "fetch.status",
    )
    expect(gone.details).toMatchObject({ params: { reason: "gone", status: 404 }, fields: [{ path: "url" }] })
    await refused(() => importLink(desk.checker, { url: "http://10.0.0.1/", given: {} }), "invalid", "fetch.address")
  })
})

describe("an article that came from a page", () => {
  test("is compared with what the page says now, without a trace, and takes that as its new text", async ({ desk }) => {
    const { path, url } = page()
    const { articleId } = await importLink(desk.checker, { url, given: {} })
    const before = await desk.eventCount()
    expect(await changedSinceImport(desk.checker, { articleId })).toMatchObject({
      ...{ url, revision: 1 },
      words: { removed: 0, added: 0 },
      pieces: [{ kind: "same" }],
    })
    put(
      path,
      BODY.map((words) => words.replace("nine million", "eleven million")),
    )
    const changed = await changedSinceImport(desk.checker, { articleId })
    expect(changed.words).toEqual({ removed: 1, added: 1, differing: 1 })
    expect(changed.pieces).toContainEqual(expect.objectContaining({ kind: "added", text: "eleven" }))
    expect(await desk.eventCount()).toBe(before)
    put(path, [...BODY, "A line that nobody has been shown."])
    const shown = { articleId, shown: changed.shown }
    await refused(() => reviseFromLink(desk.checker, shown), "conflict", "revision.pageChanged")
    put(
      path,
      BODY.map((words) => words.replace("nine million", "eleven million")),
    )
    await reviseFromLink(desk.checker, shown)
    expect(await listRevisions(desk.viewer, articleId)).toMatchObject([
      { number: 2, origin: "link", url },
      { number: 1 },
    ])
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "revision.added", payload: { origin: "link", revision: 2 } },
    ])
    await refused(() => reviseFromLink(desk.checker, { articleId }), "conflict", "revision.same")
  })

  test("has not changed because something was given with its import", async ({ desk }) => {
    const { path, url } = page()
    const given = { title: "What the paper calls it", dek: "And below it." }
    const { articleId } = await importLink(desk.checker, { url, given })
    // Its bytes are others, as with every advertisement; its words are not.
    pages.set(path, `${pages.get(path) ?? ""}<!-- 2 -->`)
    const { words, pieces } = await changedSinceImport(desk.checker, { articleId })
    expect(words).toEqual({ removed: 0, added: 0, differing: 0 })
    expect(pieces.every(({ kind }) => kind === "same")).toBe(true)
  })

  test("is fetched again only by those who may revise it, and only where it came from a page", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    await refused(() => changedSinceImport(desk.checker, { articleId }), "conflict", "revision.noPage")
    await refused(() => changedSinceImport(desk.viewer, { articleId }), "forbidden", "policy.article_revise")
  })
})

describe("a page that is about to go out", () => {
  test("is compared with what was checked, whichever article it is for, and nothing is written", async ({ desk }) => {
    const article = await desk.article({ title: "A bridge in red", text: BODY.join("\n\n") })
    await desk.approvedClaim({ article, words: "nine million" })
    const { url } = page({ body: BODY.map((words) => words.replace("nine million", "ten million")) })
    const before = await everything()
    expect(await checkFinalLink(desk.checker, { articleId: article.id, url })).toMatchObject({
      words: { differing: 1 },
      touched: [{ number: 1, touch: "changed", before: "nine million" }],
      headline: "unchanged",
    })
    expect(await everything()).toBe(before)
  })

  test("is fetched for those who may revise, and a failure says at which step", async ({ desk }) => {
    const { id: articleId } = await desk.article()
    const gone = { articleId, url: `${web.url}nowhere` }
    const refusal = await refused(() => checkFinalLink(desk.checker, gone), "invalid", "fetch.status")
    expect(refusal.details.fields).toMatchObject([{ path: "url" }])
    await refused(() => checkFinalLink(desk.viewer, gone), "forbidden", "policy.article_revise")
  })
})
