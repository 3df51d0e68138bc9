/** Importing articles: by paste and by file, again, at the same moment, and what can't be read. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import type { ImportMetadata } from "../domain/article"
import type { Actor } from "../domain/workspace"
import { listArticles } from "./article-list"
import { readArticle } from "./articles"
import { listRevisions } from "./revisions"
import { importArticle } from "./imports"
import type { Content } from "./reading"
import { refused, test } from "./testing/desk"

const TEXT = "Bridge opened in 1931\n\nThe bridge opened in 1931. It has two towers.\n\nIt was painted red.\n"
const MARKDOWN = "# Bridge *opened*\n\nThe bridge opened in **1931**.\n\n- one tower\n- another\n"

const encoder = new TextEncoder()

function imported(actor: Actor, content: string | Uint8Array, rest: Partial<Content> = {}) {
  const bytes = typeof content === "string" ? encoder.encode(content) : content
  return importArticle(actor, { bytes, format: "text", origin: "paste", given: {}, ...rest })
}

describe("an import", () => {
  test("of text is an article with its first revision, its file, and one event", async ({ desk }) => {
    const { articleId, duplicate } = await imported(desk.checker, TEXT, { origin: "file", fileName: "bridge.txt" })
    expect(duplicate).toBe(false)
    const article = await readArticle(desk.viewer, articleId)
    expect(article).toMatchObject({
      title: "Bridge opened in 1931",
      kind: "factcheck",
      language: "en",
      standing: "in_progress",
      counts: { total: 0 },
      claims: [],
      importedBy: { id: desk.checker.id },
      version: 1,
      words: 17,
    })
    expect(article.revision).toMatchObject({ number: 1, createdBy: { id: desk.checker.id } })
    expect(article.revision.text.slice(article.revision.bodyStart)).toBe(
      "The bridge opened in 1931. It has two towers.\nIt was painted red.",
    )
    expect(article.revision.sha256).toBe(sha256(article.revision.text))
    const file = await db().file.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
    expect(new TextDecoder().decode(file.bytes)).toBe(TEXT)
    expect(file).toMatchObject({ sha256: sha256(TEXT), type: "text/plain", size: TEXT.length })
    expect(await listRevisions(desk.viewer, articleId)).toMatchObject([{ number: 1, origin: "file", format: "text" }])
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "article.imported",
        actorId: desk.checker.id,
        subjects: { article: articleId },
        payload: { origin: "file", format: "text", revision: 1, sha256: article.revision.sha256, words: 17 },
      },
    ])
  })

  test("of Markdown keeps its structure", async ({ desk }) => {
    const { articleId } = await imported(desk.checker, MARKDOWN, { format: "markdown" })
    const { title, revision } = await readArticle(desk.viewer, articleId)
    expect(title).toBe("Bridge opened")
    expect(revision.text).toBe("Bridge opened\nThe bridge opened in 1931.\none tower\nanother")
    expect(revision.document.content?.map((node) => node.type)).toEqual(["title", "paragraph", "bulletList"])
  })

  test("takes what is given before what it reads, and blanks as nothing", async ({ desk }) => {
    const given: ImportMetadata = {
      title: "Our title",
      dek: "Our dek",
      byline: "Ann Author and Bea Writer",
      publisher: "",
      section: "Local",
      // As long as an address may be, in signs of which none repeats.
      sourceUrl: `https://example.org/${Array.from({ length: 1_980 }, (_, at) => String.fromCodePoint(0x4e00 + 7 * at)).join("")}`,
      publishedOn: "2024-11-15",
      language: "de",
      kind: "copy",
    }
    const { articleId } = await imported(desk.editor, TEXT, { given })
    const article = await readArticle(desk.viewer, articleId)
    expect(article).toMatchObject({ ...given, publisher: null })
    expect(article.authors).toEqual([
      { membershipId: null, name: "Ann Author" },
      { membershipId: null, name: "Bea Writer" },
    ])
    expect(article.revision.text.startsWith("Our title\nOur dek\nBridge opened")).toBe(true)
  })

  test("names members as authors by their present name, each once", async ({ desk }) => {
    const author = { membershipId: desk.author.id }
    const authors = [author, { name: "Somebody" }, author]
    const { articleId } = await imported(desk.checker, TEXT, { given: { authors } })
    const article = await readArticle(desk.author, articleId)
    expect(article.authors).toMatchObject([{ membershipId: desk.author.id }, { membershipId: null, name: "Somebody" }])
    expect(article.authors[0]?.name).toContain("author of")
  })

  test("of what has no title takes the file's name and says so", async ({ desk }) => {
    const markdown = { format: "markdown", fileName: "the-bridge.md" } as const
    const { title, notices } = await imported(desk.checker, "The bridge opened in 1931.\n", markdown)
    expect(title).toBe("the bridge")
    expect(notices).toEqual(["titleFromFileName"])
  })
})

describe("the same again", () => {
  test("is the article that is there, and tells nothing", async ({ desk }) => {
    const first = await imported(desk.checker, TEXT)
    const before = await desk.eventCount()
    expect(await imported(desk.editor, TEXT, { origin: "file", fileName: "other.txt" })).toEqual({
      articleId: first.articleId,
      title: first.title,
      duplicate: true,
      notices: [],
    })
    expect(await desk.eventCount()).toBe(before)
  })

  test("with other metadata, another format or at another desk is another article, of the same file where its type is too", async ({
    desk,
  }) => {
    const other = await desk.otherWorkspace()
    const articles = [
      await imported(desk.checker, TEXT),
      await imported(desk.checker, TEXT, { given: { kind: "copy" } }),
      await imported(desk.checker, TEXT, { format: "markdown" }),
      await imported(other.checker, TEXT),
    ]
    expect(new Set(articles.map((article) => article.articleId)).size).toBe(4)
    expect(articles.some((article) => article.duplicate)).toBe(false)
    const files = await db().file.findMany({ where: { sha256: sha256(TEXT), workspaceId: desk.workspaceId } })
    expect(files.map(({ type }) => type).sort()).toEqual(["text/markdown", "text/plain"])
  })

  test("by many at the same moment is one article, and all are told of it", async ({ desk }) => {
    const all = await Promise.all(
      [desk.checker, desk.editor, desk.owner, desk.secondChecker].map((actor) => imported(actor, TEXT)),
    )
    expect(new Set(all.map((one) => one.articleId)).size).toBe(1)
    expect(all.filter((one) => !one.duplicate)).toHaveLength(1)
    expect((await listArticles(desk.viewer)).items).toHaveLength(1)
  })

  test("by many at the same moment, each with its own metadata, is as many articles of one file", async ({ desk }) => {
    const sections = ["One", "Two", "Three", "Four"]
    const all = await Promise.all(sections.map((section) => imported(desk.checker, TEXT, { given: { section } })))
    expect(new Set(all.map((one) => one.articleId)).size).toBe(4)
    expect(await db().file.count({ where: { workspaceId: desk.workspaceId } })).toBe(1)
  })
})

describe("an import is refused", () => {
  test.for([
    ["import.empty", ""],
    ["import.empty", " \n\t\n"],
    ["import.binary", "%PDF-1.7 …"],
    ["import.binary", "text\u0000text"],
    ["import.encoding", new Uint8Array([0x54, 0xe4, 0x6e])],
    ["import.tooLong", "a".repeat(2_000_001)],
    ["import.tooLarge", new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61)],
  ] as [string, string | Uint8Array][])("with %s, before anything is written", async ([key, content], { desk }) => {
    await refused(() => imported(desk.checker, content), "invalid", key)
  })

  test("to viewers and authors", async ({ desk }) => {
    for (const actor of [desk.viewer, desk.author]) {
      await refused(() => imported(actor, TEXT), "forbidden", "policy.article_import")
    }
  })

  test("with an author who is not on the desk", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const authors = [{ membershipId: other.author.id }]
    await refused(() => imported(desk.checker, TEXT, { given: { authors } }), "invalid", "article.unknownMember")
  })
})

test("a newsroom's plain text becomes title, publisher, dek and its paragraphs", async ({ desk }) => {
  const lines = [
    "Harbour Reopens After Nine Weeks",
    "Wendmouth Sample Agency",
    "**Ferries sail again from Monday, the port says**",
  ]
  const paragraphs = Array.from(
    { length: 7 },
    (_, n) => `The port said on day ${n + 1} that ${n + 12} ferries would sail again.`,
  )
  const bytes = new TextEncoder().encode([...lines, ...paragraphs].join("\n"))
  const { articleId } = await imported(desk.checker, bytes, { origin: "file" })
  const { title, publisher, dek, revision } = await readArticle(desk.viewer, articleId)
  expect([title, publisher, dek]).toEqual([lines[0], lines[1], "Ferries sail again from Monday, the port says"])
  expect(revision.document.content?.map((node) => node.type)).toEqual(["title", "dek", ...Array(7).fill("paragraph")])
})
