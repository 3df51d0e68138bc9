/** Public archiving: asked for by a person, never for what must stay unknown, and noted with what became of it. */
import { afterAll, beforeAll, expect, vi } from "vitest"
import { archiveWithin } from "../outside/archive-within"
import { LIMITS } from "../outside/limits"
import { site, within, type Site } from "../outside/testing/site"
import { archiveSource, giveUpArchive, keepInArchive } from "./public-archive"
import { readLink } from "./snapshots"
import { addSource, editSource } from "./sources"
import { newSource, refused, test } from "./testing/desk"

let archive: Site
let answer: "keeps" | "is busy" = "keeps"
let isSet = true
const asked: string[] = []

vi.mock("../outside/fetch-page", () => ({
  canArchive: () => isSet,
  archivePage: (url: string) => {
    const boundary = within([`127.0.0.1:${archive.port}`])
    const errand = { boundary, limits: LIMITS, accept: ["text/html"], userAgent: "Stet/test" }
    return archiveWithin(errand, `${archive.url}save/`, url)
  },
}))

beforeAll(async () => {
  archive = await site(({ url = "" }, reply) => {
    asked.push(url)
    if (answer === "is busy") reply.writeHead(429).end()
    else reply.writeHead(302, { location: url.replace("/save/", "/web/2026/") }).end()
  })
})
afterAll(() => archive.close())

test("a page is kept by an archive after a person asked, and where is noted", async ({ desk }) => {
  const url = "https://paper.eu/kept?a=b"
  const { id: sourceId } = await addSource(desk.checker, newSource({ url }))
  await keepInArchive({ sourceId })
  expect(asked).toEqual([])
  await archiveSource(desk.checker, { sourceId })
  expect((await readLink(desk.checker, sourceId)).archive).toMatchObject({
    state: "asked",
    by: { id: desk.checker.id },
  })
  await refused(() => archiveSource(desk.editor, { sourceId }), "conflict", "source.archiving")
  await keepInArchive({ sourceId })
  await keepInArchive({ sourceId })
  expect(asked.splice(0)).toEqual([`/save/${url}`])
  const kept = { state: "done", url: `${archive.url}web/2026/${url}`, failure: null }
  expect((await readLink(desk.viewer, sourceId)).archive).toMatchObject(kept)
  expect(await desk.lastEvents(2)).toMatchObject([
    { act: "source.archive_asked", actorId: desk.checker.id, subjects: { source: sourceId } },
    { act: "source.archived", actorId: null },
  ])
  // Another address is another page.
  await editSource(desk.checker, { sourceId, source: { url: `${url}&c=d` } })
  expect((await readLink(desk.checker, sourceId)).archive).toBeNull()
})

test("an archive that does not keep it says why, and can be asked again", async ({ desk }) => {
  const { id: sourceId } = await addSource(desk.checker, newSource({ url: "https://paper.eu/busy" }))
  answer = "is busy"
  await archiveSource(desk.checker, { sourceId })
  await keepInArchive({ sourceId })
  const failed = { state: "failed", url: null, failure: { step: "status", detail: { reason: "busy", status: 429 } } }
  expect((await readLink(desk.checker, sourceId)).archive).toMatchObject(failed)
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "source.archive_failed" }])
  await archiveSource(desk.checker, { sourceId })
  await giveUpArchive({ sourceId })
  expect((await readLink(desk.checker, sourceId)).archive).toMatchObject({ failure: { detail: { reason: "left" } } })
  answer = "keeps"
})

test("what must stay unknown is given to no archive, also when that was said after it was asked", async ({ desk }) => {
  const add = async (given: object) => (await addSource(desk.checker, newSource(given))).id
  const [never, hidden, open] = [
    await add({ url: "https://paper.eu/never", neverRefetch: true }),
    await add({ url: "https://paper.eu/hidden", confidential: true }),
    await add({ url: "https://paper.eu/open" }),
  ]
  const spoken = await add({ url: null, kind: "interview" })
  asked.splice(0)
  await refused(() => archiveSource(desk.owner, { sourceId: never }), "conflict", "source.neverArchived")
  await refused(() => archiveSource(desk.owner, { sourceId: hidden }), "conflict", "source.confidentialNotArchived")
  await refused(() => archiveSource(desk.secondChecker, { sourceId: hidden }), "not-found", "source.notFound")
  await refused(() => archiveSource(desk.owner, { sourceId: spoken }), "conflict", "source.noPage")
  await archiveSource(desk.checker, { sourceId: open })
  await editSource(desk.checker, { sourceId: open, source: { confidential: true } })
  await keepInArchive({ sourceId: open })
  expect(asked).toEqual([])
  expect((await readLink(desk.checker, open)).archive).toMatchObject({ state: "failed" })
  isSet = false
  await refused(() => archiveSource(desk.owner, { sourceId: open }), "conflict", "source.noArchive")
  isSet = true
})
