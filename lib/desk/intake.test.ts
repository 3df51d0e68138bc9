/** Files on their way in: received at once, read in their turn, asked about, stopped; and taken up again after a crash. */
import { describe, expect } from "vitest"
import { db, TRANSACTION } from "../db"
import { EVIDENCE_MS } from "../document/worker/bounds"
import { docx } from "../document/word/testing/docx"
import type { ImportFormat } from "../domain/article"
import type { Asked } from "../domain/import"
import type { Actor } from "../domain/workspace"
import { env } from "../env"
import { makeQueues, startJobs, stopJobs } from "../jobs"
import { ARCHIVE, PATIENT } from "../outside/limits"
import { readArticle } from "./articles"
import { giveUpImport, readImport } from "./import-jobs"
import { answerImport, listImports, receiveImport, stopImports, trackedChanges } from "./intake"
import { refused, test, type Desk } from "./testing/desk"

const REPORT = Array.from(
  { length: 12 },
  (_, at) => `In town ${at} the council spent ${at + 3} million on new trams that year.`,
).join(" ")

/** Two tracked changes: a word for another one, and a sentence at the end. */
const TRACKED = docx({
  body:
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Tram</w:t></w:r></w:p><w:p>' +
    '<w:r><w:t xml:space="preserve">The tram cost </w:t></w:r>' +
    '<w:del w:id="1" w:author="Ann"><w:r><w:delText>five</w:delText></w:r></w:del>' +
    '<w:ins w:id="2" w:author="Ann"><w:r><w:t>six</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> million.</w:t></w:r>' +
    '<w:ins w:id="3" w:author="Bea"><w:r><w:t xml:space="preserve"> It was late.</w:t></w:r></w:ins></w:p>',
})

interface File {
  text?: string
  bytes?: Uint8Array
  fileName?: string
  format?: ImportFormat
  asked?: Partial<Asked>
}

let files = 0

function receive(actor: Actor, { text, bytes, fileName, format = "text", asked }: File = {}) {
  files += 1
  const content = text ?? `Bridge ${files} opened\n\nThe bridge number ${files} opened in 1931.\n`
  return receiveImport(actor, {
    bytes: bytes ?? new TextEncoder().encode(content),
    fileName: fileName ?? `bridge-${files}.txt`,
    format,
    asked: { given: {}, ...asked },
  })
}

/** An import as its importer sees it. */
async function seen(actor: Actor, id: string) {
  const all = await listImports(actor, { endedSince: new Date(0) })
  return all.find((one) => one.id === id)
}

const filesOf = (desk: Desk) => db().file.count({ where: { workspaceId: desk.workspaceId } })
const articlesOf = (desk: Desk) => db().article.count({ where: { workspaceId: desk.workspaceId } })

describe("a file that is received", () => {
  test("is kept, queued in the same breath, and read in its turn as its importer", async ({ desk }) => {
    const { id } = await receive(desk.checker, {
      fileName: "tram.md",
      text: "# Tram\n\nIt runs.\n",
      format: "markdown",
    })
    expect(await desk.lastEvents(1)).toEqual([
      { act: "import.received", actorId: desk.checker.id, subjects: { import: id }, payload: { format: "markdown" } },
    ])
    expect(await seen(desk.checker, id)).toMatchObject({
      fileName: "tram.md",
      state: "queued",
      told: null,
      article: null,
    })
    const jobs = await db().$queryRaw`SELECT data FROM pgboss.job WHERE data->>'importId' = ${id}`
    expect(jobs).toEqual([{ data: { importId: id } }])
    await readImport({ importId: id })
    const done = await seen(desk.checker, id)
    expect(done).toMatchObject({ state: "done", told: { kind: "imported", notices: [] }, article: { title: "Tram" } })
    const article = await readArticle(desk.viewer, done?.article?.id ?? "")
    expect(article.importedBy?.id).toBe(desk.checker.id)
    expect((await desk.lastEvents(1))[0]).toMatchObject({ act: "article.imported", actorId: desk.checker.id })
  })

  test("is shown to nobody but its importer", async ({ desk }) => {
    const { id } = await receive(desk.checker)
    expect(await listImports(desk.editor, { endedSince: new Date(0), waiting: [id] })).toEqual([])
    await refused(() => stopImports(desk.editor, { importIds: [id] }), "conflict", "import.nothingToStop")
    await refused(() => trackedChanges(desk.editor, { importId: id }), "not-found", "import.notFound")
  })

  test("is told of to whoever waits for it, whenever it ended", async ({ desk }) => {
    const { id } = await receive(desk.checker)
    await readImport({ importId: id })
    const endedSince = new Date(Date.now() + 60_000)
    expect(await listImports(desk.checker, { endedSince })).toEqual([])
    expect(await listImports(desk.checker, { endedSince, waiting: [id] })).toMatchObject([{ id, state: "done" }])
  })

  test("that is there already is that", async ({ desk }) => {
    const [first, again] = [
      await receive(desk.checker, { text: REPORT }),
      await receive(desk.checker, { text: REPORT }),
    ]
    await readImport({ importId: first.id })
    await readImport({ importId: again.id })
    // Who stops the same bytes takes nobody's file away.
    const third = await receive(desk.secondChecker, { text: REPORT })
    await stopImports(desk.secondChecker, { importIds: [third.id] })
    expect(await filesOf(desk)).toBe(1)
    const [one, other] = [await seen(desk.checker, first.id), await seen(desk.checker, again.id)]
    expect(other).toMatchObject({ told: { kind: "duplicate" }, article: one?.article })
  })

  test("that can't be read is refused with its reason, and nothing else is stopped by it", async ({ desk }) => {
    const { id } = await receive(desk.checker, { bytes: Uint8Array.from([0, 1, 2]) })
    await readImport({ importId: id })
    expect(await seen(desk.checker, id)).toMatchObject({
      state: "refused",
      told: { kind: "refused", key: "import.encoding" },
    })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "import.refused", payload: { key: "import.encoding" } }])
    expect([await articlesOf(desk), await filesOf(desk)]).toEqual([0, 0])
  })

  test("of somebody who has left the desk meanwhile becomes nothing", async ({ desk }) => {
    const { id } = await receive(desk.secondChecker)
    await db().membership.update({ where: { id: desk.secondChecker.id }, data: { deactivatedAt: new Date() } })
    await readImport({ importId: id })
    expect(await seen(desk.secondChecker, id)).toMatchObject({
      told: { kind: "refused", key: "policy.article_import" },
    })
  })
})

describe("a server that dies", () => {
  test("before, within or after its work leaves one article", async ({ desk }) => {
    const { id } = await receive(desk.checker)
    // It had begun, and was gone before it wrote anything.
    await db().import.update({ where: { id }, data: { state: "reading" } })
    await readImport({ importId: id })
    // The job is told a second time, since its end was not noted.
    await readImport({ importId: id })
    expect(await articlesOf(desk)).toBe(1)
    expect(await seen(desk.checker, id)).toMatchObject({ state: "done", told: { kind: "imported" } })
  })

  test("while another one takes its work up leaves one article", async ({ desk }) => {
    const { id } = await receive(desk.checker)
    await Promise.all([readImport({ importId: id }), readImport({ importId: id })])
    expect(await articlesOf(desk)).toBe(1)
    expect(await seen(desk.checker, id)).toMatchObject({ state: "done" })
  })

  test("each time leaves an import that says so", async ({ desk }) => {
    const { id } = await receive(desk.checker)
    await giveUpImport({ importId: id, failureId: "1a2b3c4d" })
    expect(await seen(desk.checker, id)).toMatchObject({ state: "refused", told: { kind: "failed", id: "1a2b3c4d" } })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "import.refused", payload: { key: "failed" } }])
  })

  test("is known by limits that no job at work reaches, in queues of an earlier version too", async () => {
    await db().$executeRaw`UPDATE pgboss.queue SET expire_seconds = 1 WHERE name = 'link'`
    await makeQueues(env().DATABASE_URL)
    const rows = await db().$queryRaw<{ name: string; seconds: number }[]>`
      SELECT name, expire_seconds AS seconds FROM pgboss.queue WHERE name IN ('text', 'link', 'archive')`
    const longest = { text: EVIDENCE_MS, link: PATIENT.total + EVIDENCE_MS, archive: ARCHIVE.total }
    expect(rows).toHaveLength(3)
    for (const { name, seconds } of rows)
      expect(seconds * 1000, name).toBeGreaterThan(longest[name as keyof typeof longest] + TRANSACTION.timeout)
  })

  test("leaves what is queued to the next one, which does each once", async ({ desk }) => {
    const received = [await receive(desk.checker), await receive(desk.checker), await receive(desk.checker)]
    await startJobs({ import: { work: readImport, giveUp: () => Promise.resolve() } })
    const states = async () => (await listImports(desk.checker, { endedSince: new Date(0) })).map(({ state }) => state)
    await expect.poll(states, { timeout: 20_000 }).toEqual(received.map(() => "done"))
    await stopJobs()
    expect(await articlesOf(desk)).toBe(3)
  })
})

describe("what could mean more than one thing", () => {
  test("is asked: much the same text is a new text of the article, if its importer says so", async ({ desk }) => {
    const article = await desk.article({ text: REPORT, title: "Trams cost more" })
    const edited = `Trams cost more than planned\n\n${REPORT.replace("trams that year", "buses that year")}`
    const { id } = await receive(desk.checker, { text: edited })
    await readImport({ importId: id })
    expect(await seen(desk.checker, id)).toMatchObject({
      state: "asking",
      told: { kind: "question", changes: 0, by: "text" },
      article: { id: article.id, title: "Trams cost more" },
    })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "import.asked", payload: { changes: 0, by: "text" } }])
    await refused(() => answerImport(desk.editor, { importId: id, becomes: "article" }), "not-found", "import.notFound")
    await refused(() => answerImport(desk.checker, { importId: id }), "invalid", "import.likenessUnanswered")
    await answerImport(desk.checker, { importId: id, becomes: { textOf: article.id } })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "import.answered", payload: { becomes: "revision" } }])
    await readImport({ importId: id })
    await refused(
      () => answerImport(desk.checker, { importId: id, becomes: "article" }),
      "conflict",
      "import.notAsking",
    )
    expect(await seen(desk.checker, id)).toMatchObject({
      state: "done",
      told: { kind: "revised" },
      article: { id: article.id },
    })
    const revised = await readArticle(desk.viewer, article.id)
    expect(revised).toMatchObject({ title: "Trams cost more than planned", revision: { number: 2 } })
    expect(await articlesOf(desk)).toBe(1)
  })

  test("is not asked of what is only about the same", async ({ desk }) => {
    await desk.article({ title: "Trams cost more", text: REPORT })
    const { id } = await receive(desk.checker, {
      text: "Trams cost more money\n\nThe towns paid for trams, each a few million, said councils.",
    })
    await readImport({ importId: id })
    expect(await seen(desk.checker, id)).toMatchObject({ told: { kind: "imported" } })
  })

  test("is asked of a Word file's tracked changes, each of which can be taken over or left", async ({ desk }) => {
    const { id } = await receive(desk.checker, { bytes: TRACKED, fileName: "tram.docx", format: "word" })
    await readImport({ importId: id })
    expect(await seen(desk.checker, id)).toMatchObject({ state: "asking", told: { kind: "question", by: null } })
    const changes = await trackedChanges(desk.checker, { importId: id })
    expect(changes.map(({ kind, added, removed }) => ({ kind, added, removed }))).toEqual([
      { kind: "replacement", removed: "five", added: "six" },
      { kind: "insertion", removed: "", added: " It was late." },
    ])
    await answerImport(desk.checker, { importId: id, accepted: [changes[0]?.id ?? ""] })
    await readImport({ importId: id })
    const { article } = (await seen(desk.checker, id)) ?? {}
    const { revision } = await readArticle(desk.viewer, article?.id ?? "")
    expect(revision.text).toContain("The tram cost six million.")
    expect(revision.text).not.toContain("late")
  })
})

describe("stopping", () => {
  test("takes what waits, and leaves what is being read", async ({ desk }) => {
    const [waiting, begun] = [await receive(desk.checker), await receive(desk.checker)]
    await db().import.update({ where: { id: begun.id }, data: { state: "reading" } })
    const importIds = [waiting.id, begun.id]
    expect(await stopImports(desk.checker, { importIds })).toEqual({ stopped: [waiting.id] })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "import.stopped", subjects: { import: waiting.id } }])
    await readImport({ importId: waiting.id })
    expect(await seen(desk.checker, waiting.id)).toMatchObject({ state: "refused", told: { kind: "stopped" } })
    expect(await articlesOf(desk)).toBe(0)
    expect(await filesOf(desk)).toBe(1)
    await refused(() => stopImports(desk.checker, { importIds: [waiting.id] }), "conflict", "import.nothingToStop")
  })
})
