/** Many articles as one archive: asked for, written in turns, fetched by whoever asked, gone after a day. */
import { strFromU8, unzipSync } from "fflate"
import { expect } from "vitest"
import { db } from "../db"
import { AskExport } from "../domain/many-exports"
import type { Actor } from "../domain/workspace"
import { startJobs, stopJobs } from "../jobs"
import { deleteArticle, eraseArticle } from "./erasing"
import { giveUpExport, writeExport } from "./export-jobs"
import { exportArticle } from "./exports"
import { askExport, dropOldExports, fetchExport, listExports, stopExport } from "./many-exports"
import { refused, test, type Desk } from "./testing/desk"

const markdown = { format: "markdown", profile: "public" } as const

/** So many articles, each with a claim that was approved. */
async function articles(desk: Desk, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    const article = await desk.article({ title: at < 2 ? "The same title" : `Article ${at}`, section: `${at}` })
    await desk.approvedClaim({ article })
    ids.push(article.id)
  }
  return ids
}

/** The files of an archive, by name. */
async function fetched(actor: Actor, exportId: string): Promise<Record<string, string>> {
  const parts: Uint8Array[] = []
  for await (const part of (await fetchExport(actor, exportId)).bytes) parts.push(part)
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** As the job does it that is queued. */
const writeTo = async (exportId: string) => {
  for (let turns = 0; turns < 20; turns += 1) await writeExport({ exportId }, 0)
}

test("an archive holds each article as its asker would export it, and is told of", async ({ desk }) => {
  const articleIds = await articles(desk, 3)
  const { id, state } = await askExport(desk.viewer, { ...markdown, articleIds })
  expect(state).toBe("writing")
  expect(await desk.lastEvents(1)).toEqual([
    {
      ...{ act: "export.asked", actorId: desk.viewer.id, subjects: { export: id } },
      payload: { ...markdown, articles: 3 },
    },
  ])
  await refused(() => fetchExport(desk.viewer, id), "conflict", "export.notWritten")
  await writeExport({ exportId: id })
  const files = await fetched(desk.viewer, id)
  expect(Object.keys(files)).toEqual(["the-same-title.md", "the-same-title-2.md", "article-2.md"])
  const single = await exportArticle(desk.viewer, articleIds[2] ?? "", markdown)
  expect(files["article-2.md"]).toBe(single.body)
  expect(await listExports(desk.viewer)).toMatchObject([{ id, state: "done", articles: 3, written: 3, left: 0 }])
})

test("an archive goes on where it was after a crash, and in turns", async ({ desk }) => {
  const articleIds = await articles(desk, 3)
  const { id } = await askExport(desk.viewer, { ...markdown, articleIds })
  await writeExport({ exportId: id }, 0)
  expect(await listExports(desk.viewer)).toMatchObject([{ state: "writing", articles: 3, written: 1 }])
  const jobs = await db().$queryRaw`SELECT data FROM pgboss.job WHERE name = 'export' AND data->>'exportId' = ${id}`
  // The one that it was asked with, and the one for its next turn.
  expect(jobs).toHaveLength(2)
  // Two servers at once, one of which is taken to be dead.
  await Promise.all([writeExport({ exportId: id }), writeExport({ exportId: id })])
  expect(Object.keys(await fetched(desk.viewer, id))).toHaveLength(3)
  expect(await listExports(desk.viewer)).toMatchObject([{ state: "done", written: 3 }])
})

test("a server that starts writes what is queued", async ({ desk }) => {
  const articleIds = await articles(desk, 2)
  await startJobs({ export: { work: (job) => writeExport(job, 0), giveUp: giveUpExport } })
  try {
    const { id } = await askExport(desk.viewer, { ...markdown, articleIds })
    await expect.poll(async () => (await listExports(desk.viewer))[0]?.state, { timeout: 20_000 }).toBe("done")
    expect(Object.keys(await fetched(desk.viewer, id))).toHaveLength(2)
  } finally {
    await stopJobs()
  }
})

test("an archive is its asker's alone", async ({ desk }) => {
  const { id } = await askExport(desk.editor, { ...markdown, articleIds: await articles(desk, 1) })
  await writeExport({ exportId: id })
  for (const who of [desk.owner, desk.viewer, (await desk.otherWorkspace()).owner]) {
    expect(await listExports(who)).toEqual([])
    await refused(() => fetchExport(who, id), "not-found", "export.notFound")
    await refused(() => stopExport(who, { exportId: id }), "not-found", "export.notFound")
  }
})

test("what its asker may not have is left out, and what is not there for them is refused", async ({ desk }) => {
  const [one = "", other = ""] = await articles(desk, 2)
  const { id } = await askExport(desk.checker, { format: "markdown", profile: "internal", articleIds: [one, other] })
  await writeTo(id)
  expect(await listExports(desk.checker)).toMatchObject([{ id, state: "done", written: 2, left: 2, size: 0 }])
  expect(await fetched(desk.checker, id)).toEqual({})
  const ask = () => askExport(desk.author, { ...markdown, articleIds: [one] })
  await refused(ask, "not-found", "article.notFound")
})

test("a person has three under way at once, and two hundred articles in one", async ({ desk }) => {
  const articleIds = await articles(desk, 1)
  const ask = () => askExport(desk.viewer, { ...markdown, articleIds })
  const [first] = [await ask(), await ask(), await ask()]
  await refused(ask, "conflict", "export.tooMany")
  await stopExport(desk.viewer, { exportId: first.id })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "export.stopped", subjects: { export: first.id } }])
  // What was taken back is written no more.
  await writeExport({ exportId: first.id })
  expect(await db().exportEntry.count({ where: { exportId: first.id } })).toBe(0)
  await ask()
  const many = Array.from({ length: 201 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`)
  expect(AskExport.safeParse({ ...markdown, articleIds: many }).success).toBe(false)
  expect(AskExport.safeParse({ ...markdown, articleIds: many.slice(1) }).success).toBe(true)
})

test("an archive is gone after a day, what is erased at once", async ({ desk }) => {
  const [one = "", other = ""] = await articles(desk, 2)
  const { id } = await askExport(desk.viewer, { ...markdown, articleIds: [one, other] })
  await writeExport({ exportId: id })
  await deleteArticle(desk.owner, { articleId: one })
  expect(Object.keys(await fetched(desk.viewer, id))).toEqual(["the-same-title-2.md"])
  await eraseArticle(desk.owner, { articleId: one })
  const kept = await db().exportEntry.findMany({ where: { exportId: id }, select: { articleId: true } })
  expect(kept).toEqual([{ articleId: other }])
  await dropOldExports()
  expect(await listExports(desk.viewer)).toHaveLength(1)
  await db().export.update({ where: { id }, data: { createdAt: new Date(Date.now() - 25 * 60 * 60 * 1000) } })
  expect(await listExports(desk.viewer)).toEqual([])
  await refused(() => fetchExport(desk.viewer, id), "not-found", "export.notFound")
  await dropOldExports()
  expect(await db().export.count({ where: { id } })).toBe(0)
})

test("one that could not be written says so", async ({ desk }) => {
  const { id } = await askExport(desk.viewer, { ...markdown, articleIds: await articles(desk, 1) })
  await giveUpExport({ exportId: id })
  expect(await listExports(desk.viewer)).toMatchObject([{ id, state: "failed" }])
  await refused(() => fetchExport(desk.viewer, id), "not-found", "export.notFound")
})
