/** What one desk exports another imports: text, claims, sources and drafted verdicts, and nothing of their standing. */
import { strFromU8, unzipSync, zipSync } from "fflate"
import { expect } from "vitest"
import { db } from "../db"
import type { Actor } from "../domain/workspace"
import { readArticle } from "./articles"
import { listThreads } from "./comment-list"
import { startThread } from "./comments"
import { exportArticle } from "./exports"
import { readImport } from "./import-jobs"
import { importArticle } from "./imports"
import { listImports, receiveImport } from "./intake"
import { proposeFix } from "./fixes"
import { newSource, refused, test, WORDS, type Desk } from "./testing/desk"

const asked = { profile: "internal" } as const

/** An approved claim and an open one with a fix and a query, as a file. */
async function written(desk: Desk, format: "bundle" | "markdown" = "bundle") {
  const article = await desk.article({ byline: "Ann Author" })
  const verdict = { rating: "mixed", conclusion: "Half of it is so.", workingNote: "Rang the office." } as const
  await desk.approvedClaim({ article, verdict, source: newSource({ title: "The register", primary: true }) })
  const { id: claimId } = await desk.claim({ article, words: WORDS.fact, fields: { priority: 1 } })
  await proposeFix(desk.checker, { claimId, wording: "The bridge opened in 1932", reason: "So the register." })
  await startThread(desk.checker, { articleId: article.id, kind: "query", body: "Since when?", about: { claimId } })
  const { body } = await exportArticle(desk.editor, article.id, { ...asked, format })
  return { article, bytes: typeof body === "string" ? new TextEncoder().encode(body) : body }
}

const bundle = (bytes: Uint8Array) =>
  ({ bytes, format: "bundle", origin: "file", fileName: "a.zip", given: {} }) as const

async function importedBy(actor: Actor, bytes: Uint8Array) {
  const { articleId, notices } = await importArticle(actor, bundle(bytes))
  return { article: await readArticle(actor, articleId), notices }
}

test("a bundle brings text, claims, sources, drafts, fixes and queries to another desk, and no standing", async ({
  desk,
}) => {
  const { article, bytes } = await written(desk)
  const other = await desk.otherWorkspace()
  const before = await readArticle(desk.editor, article.id)
  const { article: after, notices } = await importedBy(other.editor, bytes)
  expect(notices).toEqual(["claimsCame"])
  expect(after.revision.text).toBe(before.revision.text)
  const places = (all: typeof before) =>
    all.claims.map(({ number, anchors }) => [number, anchors.map(({ start, end, quote }) => [start, end, quote])])
  expect(places(after)).toEqual(places(before))
  expect(after.claims).toMatchObject([
    {
      ...{ state: "open", round: null, reviews: [] },
      verdict: { rating: { code: "mixed" }, conclusion: "Half of it is so.", workingNote: "Rang the office." },
      evidence: [{ source: { title: "The register", primary: true } }],
    },
    { state: "open", priority: 1, verdict: null, fix: { wording: "The bridge opened in 1932" } },
  ])
  expect(after.standing).toBe("in_progress")
  // Whoever brought it in has written all of it, here: they do not approve it.
  expect(after.claims[0]?.authorIds).toEqual([other.editor.id])
  const { threads } = await listThreads(other.editor, after.id)
  const said = threads.map(({ kind, waitingSince, comments }) => [kind, waitingSince, comments[0]?.body ?? ""])
  expect(said).toContainEqual(["query", null, "Since when?"])
  expect(said.find(([kind]) => kind === "note")?.[2]).toMatch(/counting for nothing here:[\s\S]*Approved by/)
  const events = await db().event.findMany({ where: { workspaceId: other.workspaceId }, orderBy: { id: "asc" } })
  expect(events.map(({ act }) => act)).toEqual(
    expect.arrayContaining(["article.imported", "claim.marked", "source.added"]),
  )
})

test("what is exported again is the same but for ids, standing and the marks of history", async ({ desk }) => {
  const { bytes } = await written(desk)
  const other = await desk.otherWorkspace()
  const { article } = await importedBy(other.editor, bytes)
  const { body } = await exportArticle(other.editor, article.id, { ...asked, format: "bundle" })
  const text = (packed: Uint8Array) => strFromU8(unzipSync(packed)["article.md"] ?? new Uint8Array())
  // The notes but for where they stand and who checked them.
  const same = (markdown: string) =>
    markdown
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/ \((?:draft|in review|changes requested)\)/g, "")
      .replace(/\n\n {4}Checked by [^\n]*/g, "")
  expect(same(text(body as Uint8Array))).toBe(same(text(bytes)))
})

test("Reader Markdown alone brings its notes back as claims with verdicts and sources", async ({ desk }) => {
  const { article, bytes } = await written(desk, "markdown")
  const other = await desk.otherWorkspace()
  const given = { bytes, format: "markdown", origin: "file", fileName: "a.md", given: {} } as const
  const { articleId, notices } = await importArticle(other.editor, given)
  const [before, after] = [await readArticle(desk.editor, article.id), await readArticle(other.editor, articleId)]
  expect(notices).toEqual(["claimsCame"])
  expect(after.revision.text).toBe(before.revision.text)
  expect(after.claims.map(({ number, anchors }) => [number, anchors[0]?.start, anchors[0]?.end])).toEqual(
    before.claims.map(({ number, anchors }) => [number, anchors[0]?.start, anchors[0]?.end]),
  )
  expect(after.claims[0]).toMatchObject({
    ...{ state: "open", verdict: { rating: { code: "mixed" }, conclusion: "Half of it is so." } },
    evidence: [{ stance: before.claims[0]?.evidence[0]?.stance, source: { title: "The register", primary: true } }],
  })
})

test("a bundle comes in by the same door as any file, and one that is none is refused in words", async ({ desk }) => {
  const { bytes } = await written(desk)
  const other = await desk.otherWorkspace()
  const received = { bytes, fileName: "article.zip", format: "bundle", asked: { given: {} } } as const
  const { id } = await receiveImport(other.checker, received)
  await readImport({ importId: id })
  const [done] = await listImports(other.checker, { endedSince: new Date(0) })
  expect(done).toMatchObject({ state: "done", told: { kind: "imported", notices: ["claimsCame"] } })
  const again = await importArticle(other.checker, bundle(bytes))
  expect(again.articleId).toBe(done?.article?.id)
  const nothing = zipSync({ "a.txt": new Uint8Array(3) })
  await refused(() => importArticle(other.checker, bundle(nothing)), "invalid", "import.bundle.notStets")
})
