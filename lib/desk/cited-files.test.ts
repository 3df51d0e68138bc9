/** What a sent round cites stays readable, whatever file its source has by now; what nobody cited goes. */
import { v7 as newId } from "uuid"
import { expect } from "vitest"
import { db } from "../db"
import { pdf } from "../document/evidence/testing/files"
import { earlierFiles } from "./cited-files"
import { readFile } from "./files"
import { readClaim } from "./claims"
import { addEvidence } from "./evidence"
import { mergedInto, mergeSources } from "./merging"
import { decideReview } from "./reviews"
import { sendToReview } from "./rounds"
import { addSource, editSource } from "./sources"
import { newSource, refused, test, withRound, type Desk } from "./testing/desk"
import { sentFile } from "./testing/files"
import { readFileText } from "./texts"
import { dropOldUploads } from "./uploads"
import { draftVerdict } from "./verdicts"
import { readView } from "./viewing"

const QUOTED = "The bridge was opened to the public in the spring of 1931."

/** A day later: uploads that nobody needs are gone. */
async function aDayLater(desk: Desk): Promise<void> {
  const then = new Date(Date.now() - 25 * 60 * 60 * 1000)
  await db().upload.updateMany({ where: { workspaceId: desk.workspaceId }, data: { heardAt: then } })
  await dropOldUploads()
}

async function withFile(
  desk: Desk,
  given: Parameters<typeof newSource>[0] = {},
  [name, content]: [string, string | Uint8Array] = ["report.txt", `A report.\n\n${QUOTED}\n\nIt is red.`],
) {
  const fileId = await sentFile(desk.checker, name, content)
  const source = await addSource(desk.checker, newSource({ title: "The report", fileId, ...given }))
  await readFileText({ fileId })
  return { fileId, sourceId: source.id }
}

/** A claim that quotes it. */
async function citing(desk: Desk, sourceId: string) {
  const { id: claimId } = await desk.claim()
  const evidence = { stance: "supports", excerpt: QUOTED } as const
  const { evidenceId } = await addEvidence(desk.checker, { claimId, source: { id: sourceId }, evidence })
  return { claimId, evidenceId }
}

/** The same, sent to review. */
async function sent(desk: Desk, sourceId: string) {
  const { claimId, evidenceId } = await citing(desk, sourceId)
  await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "It was." } })
  return { evidenceId, ...withRound(await sendToReview(desk.checker, { claimId, waivers: [] })) }
}

test("the reviewer opens the file that was cited, when its source has another one by now", async ({ desk }) => {
  const { fileId, sourceId } = await withFile(desk)
  const { evidenceId, ...claim } = await sent(desk, sourceId)
  const second = await sentFile(desk.checker, "second-edition.txt", "Another report altogether.")
  await editSource(desk.checker, { sourceId, source: { fileId: second } })
  await aDayLater(desk)
  const read = await readView(desk.editor, { sourceId, evidenceId })
  expect(read).toMatchObject({ file: { id: fileId, name: "report.txt" }, citedAt: claim.round.sentAt })
  const marked = read.window?.parts.find(({ start }) => start === read.mark?.start)
  expect(marked?.words).toBe(QUOTED)
  expect((await readClaim(desk.editor, claim.id)).evidence[0]?.source.file).toMatchObject({ id: fileId })
  expect(await readFile(desk.viewer, fileId)).toMatchObject({ name: "report.txt" })
  // On the source's own page it is named, and opens; the source itself opens at what it has now.
  const [earlier, ...others] = await earlierFiles(desk.viewer, sourceId)
  expect([earlier, others]).toMatchObject([{ id: fileId, name: "report.txt", citedAt: claim.round.sentAt }, []])
  expect(await readView(desk.viewer, { sourceId, fileId })).toMatchObject({ file: { id: fileId }, state: "read" })
  expect(await readView(desk.viewer, { sourceId })).toMatchObject({ file: { id: second }, citedAt: null })
  // Once the claim is open again its evidence is read in what the source has.
  await decideReview(desk.editor, { roundId: claim.round.id, decision: "request_changes", note: "Which edition?" })
  expect(await readView(desk.checker, { sourceId, evidenceId })).toMatchObject({ file: { id: second } })
  await editSource(desk.checker, { sourceId, source: { fileId: null } })
  await aDayLater(desk)
  expect(await readView(desk.viewer, { sourceId, fileId })).toMatchObject({ file: { id: fileId } })
  expect(await db().file.count({ where: { id: second } })).toBe(0)
})

test("a PDF that was sent opens at its passage, when its source has another file by now", async ({ desk }) => {
  const report = await pdf("A report.", QUOTED)
  const { fileId, sourceId } = await withFile(desk, {}, ["report.pdf", report])
  const { evidenceId } = await sent(desk, sourceId)
  const passage = { file: { id: fileId }, page: 2, passage: QUOTED, window: null }
  expect(await readView(desk.editor, { sourceId, evidenceId })).toMatchObject(passage)
  await editSource(desk.checker, { sourceId, source: { fileId: null } })
  const read = await readView(desk.editor, { sourceId, evidenceId })
  expect(read).toMatchObject({
    ...passage,
    state: "read",
    evidence: { lookedUp: null, claim: { article: expect.stringMatching(/^Article/) } },
  })
  // By itself it marks nothing, and its words are not read.
  expect(await readView(desk.viewer, { sourceId, fileId })).toMatchObject({ passage: null, mark: null, state: "read" })
})

test("a file that was replaced and never sent goes, with what was read in it", async ({ desk }) => {
  const { fileId, sourceId } = await withFile(desk)
  await citing(desk, sourceId)
  await aDayLater(desk)
  expect(await db().fileText.count({ where: { fileId } })).toBe(1)
  const second = await sentFile(desk.checker, "second-edition.txt", QUOTED)
  await editSource(desk.checker, { sourceId, source: { fileId: second } })
  expect(await db().file.count({ where: { id: fileId } })).toBe(0)
  expect(await db().fileText.count({ where: { fileId } })).toBe(0)
  expect(await earlierFiles(desk.checker, sourceId)).toEqual([])
  await refused(() => readView(desk.checker, { sourceId, fileId }), "not-found", "source.noText")
})

test("an earlier file of a confidential source is for those who may see the source", async ({ desk }) => {
  const { fileId, sourceId } = await withFile(desk, { confidential: true })
  await sent(desk, sourceId)
  await editSource(desk.checker, { sourceId, source: { fileId: null } })
  expect(await earlierFiles(desk.editor, sourceId)).toHaveLength(1)
  expect(await readFile(desk.checker, fileId)).toMatchObject({ name: "report.txt" })
  for (const who of [desk.viewer, desk.secondChecker, desk.author]) {
    expect(await earlierFiles(who, sourceId)).toEqual([])
    await refused(() => readFile(who, fileId), "not-found", "file.notThere")
    await refused(() => readView(who, { sourceId, fileId }), "not-found", "source.notFound")
  }
})

/** As a page of a link, and no file of its source's own. */
async function asPage({ workspaceId }: Desk, sourceId: string, fileId: string): Promise<void> {
  const url = "https://example.org/report"
  await db().snapshot.create({ data: { id: newId(), workspaceId, sourceId, fileId, url } })
  await db().source.update({ where: { id: sourceId }, data: { fileId: null, fileName: null, url } })
}

for (const kept of ["file", "page"] as const) {
  test(`a ${kept} that was sent opens too when its source turns out to be another`, async ({ desk }) => {
    const { id } = await addSource(desk.checker, newSource({ title: "The report, again" }))
    const { fileId, sourceId } = await withFile(desk)
    if (kept === "page") await asPage(desk, sourceId, fileId)
    const { evidenceId } = await sent(desk, sourceId)
    await mergeSources(desk.checker, { sourceId: id, otherId: sourceId })
    await aDayLater(desk)
    await refused(() => readView(desk.editor, { sourceId, evidenceId }), "not-found", "source.notFound")
    expect(await mergedInto(desk.editor, sourceId)).toBe(id)
    const read = await readView(desk.editor, { sourceId: id, evidenceId })
    expect(read.file.id).toBe(fileId)
    expect(read.mark).not.toBeNull()
  })
}

test("an author reads what their own articles rest on, and nothing else of the ledger", async ({ desk }) => {
  const { fileId, sourceId } = await withFile(desk)
  await refused(() => readView(desk.author, { sourceId }), "not-found", "source.notFound")
  await refused(() => readFile(desk.author, fileId), "not-found", "file.notThere")
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  const evidence = { stance: "supports", excerpt: QUOTED } as const
  await addEvidence(desk.checker, { claimId, source: { id: sourceId }, evidence })
  expect(await readView(desk.author, { sourceId })).toMatchObject({ file: { id: fileId } })
})

test("an address that is in the ledger takes no file along unsaid", async ({ desk }) => {
  const url = "https://example.org/there"
  await addSource(desk.checker, newSource({ url }))
  const { id: claimId } = await desk.claim()
  const source = { ...newSource({ url }), fileId: await sentFile(desk.checker, "report.txt", "A report.") }
  const add = () => addEvidence(desk.checker, { claimId, source, evidence: { stance: "context" } })
  await refused(add, "conflict", "source.addressInLedger")
})
