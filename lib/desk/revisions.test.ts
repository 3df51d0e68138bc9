/** Reading revisions: two of them compared, and the file that one was read from. */
import { expect } from "vitest"
import { compareRevisions, listRevisions, originalFile, readRevisions, revisionOpenings } from "./revisions"
import { restoreRevision, reviseArticle } from "./revising"
import { refused, test } from "./testing/desk"

const OLD = "The bridge opened in 1931. It has two towers.\n\nIt was painted red."
const NEW = "The bridge opened in 1932. It has two towers.\n\nIt was painted red and green."

const encoder = new TextEncoder()

test("any two texts of an article are compared word by word, either way", async ({ desk }) => {
  const { id: articleId } = await desk.article({ title: "Bridge", text: OLD })
  const content = { bytes: encoder.encode(NEW), format: "text", given: {} } as const
  await reviseArticle(desk.checker, { articleId, ...content, origin: "paste", head: "keep" })
  await restoreRevision(desk.editor, { articleId, number: 1 })
  const comparison = await compareRevisions(desk.viewer, { articleId, from: 1, to: 2 })
  expect(comparison).toMatchObject({ from: { number: 1 }, to: { number: 2, createdBy: { id: desk.checker.id } } })
  expect(comparison.words).toEqual({ removed: 1, added: 3, differing: 3 })
  const changed = comparison.pieces.filter(({ kind }) => kind !== "same")
  expect(changed.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
    "removed 1931",
    "added 1932",
    "added and green",
  ])
  const back = await compareRevisions(desk.viewer, { articleId, from: 2, to: 1 })
  expect(back.words).toEqual({ removed: 3, added: 1, differing: 3 })
  const same = await compareRevisions(desk.viewer, { articleId, from: 1, to: 3 })
  expect(same.pieces.map(({ kind }) => kind)).toEqual(["same"])
  await refused(() => compareRevisions(desk.viewer, { articleId, from: 1, to: 4 }), "not-found", "revision.notFound")
})

test("the file that a revision was read from is there as it came, for whoever may read the article", async ({
  desk,
}) => {
  const { id: articleId } = await desk.article({ title: "Bridge: a history!", text: OLD })
  const bytes = encoder.encode("# Bridge\r\n\r\nIt **stands**.\r\n")
  await reviseArticle(desk.checker, { articleId, bytes, format: "markdown", given: {}, origin: "file", head: "read" })
  await restoreRevision(desk.checker, { articleId, number: 1 })
  const file = await originalFile(desk.viewer, { articleId, number: 2 })
  expect(file).toEqual({ fileName: "bridge-a-history-2.md", bytes })
  expect((await originalFile(desk.viewer, { articleId, number: 1 })).fileName).toBe("bridge-a-history-1.txt")
  await refused(() => originalFile(desk.viewer, { articleId, number: 3 }), "not-found", "revision.noOriginal")
  await refused(() => originalFile(desk.author, { articleId, number: 1 }), "not-found", "revision.noOriginal")
  await refused(() => listRevisions(desk.author, articleId), "not-found", "article.notFound")
})

test("more texts than go on a page are on the next one, with what each did", async ({ desk }) => {
  const { id: articleId } = await desk.article({ title: "Bridge", text: OLD })
  const content = { bytes: encoder.encode(NEW), format: "text", given: {} } as const
  await reviseArticle(desk.checker, { articleId, ...content, origin: "paste", head: "keep" })
  await restoreRevision(desk.checker, { articleId, number: 1 })
  const first = await readRevisions(desk.viewer, articleId, { limit: 1 })
  expect(first).toMatchObject({ current: { number: 3 }, revisions: [{ number: 3, restored: 1 }] })
  expect(first.revisions).toHaveLength(1)
  const older = await readRevisions(desk.viewer, articleId, { below: 3 })
  expect(older).toMatchObject({
    current: { number: 3 },
    revisions: [
      { number: 2, restored: null, words: expect.any(Number) },
      { number: 1, placements: null },
    ],
  })
  expect(await listRevisions(desk.viewer, articleId, { below: 1 })).toEqual([])
  const ids = older.revisions.map(({ id }) => id)
  expect([...(await revisionOpenings(desk.viewer, ids)).values()]).toEqual(["Bridge\n", "Bridge\n"])
  expect(await revisionOpenings(desk.author, ids)).toEqual(new Map())
})
