/** Uploads: parts that come in order, files that are what they say, and what is left of both. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { pdf, workbook } from "../document/evidence/testing/files"
import type { FileType } from "../domain/file-types"
import { MOST_FILE_BYTES, MOST_PART_BYTES } from "../domain/file-limits"
import { placeExcerpts } from "./excerpts"
import { bytesOf, readFile } from "./files"
import { addSource, editSource, readSource } from "./sources"
import { newSource, refused, test, type Desk } from "./testing/desk"
import { sentFile } from "./testing/files"
import { readFileText } from "./texts"
import { readView } from "./viewing"
import { beginUpload, dropOldUploads, dropUpload, readUpload, receivePart } from "./uploads"
import { addEvidence, editEvidence } from "./evidence"

const utf8 = (text: string) => new TextEncoder().encode(text)
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

async function wholeOf(fileId: string, start: number, end: number) {
  const slices: Uint8Array[] = []
  for await (const slice of bytesOf(fileId, start, end)) slices.push(slice)
  return Buffer.concat(slices)
}

describe("a file", () => {
  test("comes in parts, is gone on with where it stopped, and is put together with its digest", async ({ desk }) => {
    const bytes = utf8("Loans rose in every year. ".repeat(200))
    const { id: uploadId } = await beginUpload(desk.checker, { fileName: "loans.txt", size: bytes.length })
    const part = (start: number, end: number) => ({ uploadId, start, bytes: bytes.slice(start, end) })
    expect(await receivePart(desk.checker, part(0, 100))).toMatchObject({ received: 100, fileId: null })
    await refused(() => receivePart(desk.checker, part(0, 100)), "conflict", "file.otherOffset")
    await refused(() => receivePart(desk.checker, part(200, 300)), "conflict", "file.otherOffset")
    expect(await readUpload(desk.checker, uploadId)).toMatchObject({ received: 100 })
    await receivePart(desk.checker, part(100, 3_000))
    const before = await desk.eventCount()
    const { fileId } = await receivePart(desk.checker, part(3_000, bytes.length))
    const file = await readFile(desk.checker, fileId ?? "")
    expect(file).toEqual({
      id: fileId,
      name: "loans.txt",
      type: "text/plain",
      size: bytes.length,
      sha256: sha256(bytes),
    })
    expect(Buffer.compare(await wholeOf(file.id, 0, bytes.length), Buffer.from(bytes))).toBe(0)
    expect((await wholeOf(file.id, 10, 30)).toString()).toBe(new TextDecoder().decode(bytes.slice(10, 30)))
    expect(await db().uploadPart.count({ where: { uploadId } })).toBe(0)
    expect(await desk.eventCount()).toBe(before + 1)
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "file.received",
        actorId: desk.checker.id,
        subjects: { file: fileId },
        payload: { type: "text/plain", size: bytes.length },
      },
    ])
  })

  test("is nobody's but its sender's, and checkers' to send", async ({ desk }) => {
    const { id } = await beginUpload(desk.checker, { fileName: "a.txt", size: 3 })
    await refused(() => readUpload(desk.secondChecker, id), "not-found", "file.notThere")
    await refused(() => dropUpload(desk.editor, id), "not-found", "file.notThere")
    await refused(() => beginUpload(desk.viewer, { fileName: "a.txt", size: 3 }), "forbidden", "policy.source_add")
    const fileId = await sentFile(desk.checker, "b.txt", "mine")
    await refused(() => readFile(desk.secondChecker, fileId), "not-found", "file.notThere")
    const other = newSource({ fileId })
    await refused(() => addSource(desk.secondChecker, other), "invalid", "file.notThere")
  })

  test("is kept once for whoever may see it, and tells nobody else that the desk holds its bytes", async ({ desk }) => {
    const words = "Handed over in a car park."
    const leak = await sentFile(desk.checker, "leak.txt", words)
    await addSource(desk.checker, newSource({ confidential: true, fileId: leak }))
    expect(await sentFile(desk.checker, "again.txt", words)).toBe(leak)
    expect(await sentFile(desk.editor, "leak.txt", words)).toBe(leak)
    const own = await sentFile(desk.secondChecker, "found.txt", words)
    expect(own).not.toBe(leak)
    await addSource(desk.secondChecker, newSource({ fileId: own }))
    // Whose rights come from elsewhere is shown the open one, under its own name.
    expect(await readFile(desk.viewer, own)).toMatchObject({ name: "found.txt" })
    await refused(() => readFile(desk.viewer, leak), "not-found", "file.notThere")
    // Under another name the same bytes are another kind of file, and no clash.
    expect(await sentFile(desk.checker, "leak.md", words)).not.toBe(leak)
  })

  test("is bounded: in all, in each part, and in how many are on their way", async ({ desk }) => {
    const of = (size: number) => beginUpload(desk.checker, { fileName: "a.txt", size })
    await refused(() => of(MOST_FILE_BYTES + 1), "invalid", "file.tooLarge")
    const { id: uploadId } = await of(MOST_FILE_BYTES)
    const bytes = new Uint8Array(MOST_PART_BYTES + 1)
    await refused(() => receivePart(desk.checker, { uploadId, start: 0, bytes }), "invalid", "file.partTooLarge")
    const { id: small } = await of(3)
    const long = { uploadId: small, start: 0, bytes: utf8("four") }
    await refused(() => receivePart(desk.checker, long), "invalid", "file.longerThanSaid")
    for (let count = 2; count < 20; count += 1) await of(3)
    await refused(() => of(3), "conflict", "file.tooMany")
    // What stands still keeps nobody from sending: it is not waited for, and goes.
    const own = { workspaceId: desk.workspaceId }
    await db().upload.updateMany({ where: own, data: { heardAt: new Date(Date.now() - 61 * 60 * 1000) } })
    const { id: fresh } = await of(3)
    await dropOldUploads()
    expect(await db().upload.findMany({ where: own, select: { id: true } })).toEqual([{ id: fresh }])
  })

  test("that was stopped or forgotten is gone, one that is a source's stays", async ({ desk }) => {
    const stopped = await beginUpload(desk.checker, { fileName: "a.txt", size: 3 })
    await dropUpload(desk.checker, stopped.id)
    const forgotten = await sentFile(desk.checker, "forgotten.txt", "nobody's")
    const kept = await sentFile(desk.checker, "kept.txt", "somebody's")
    await addSource(desk.checker, newSource({ fileId: kept }))
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await db().upload.updateMany({ where: { workspaceId: desk.workspaceId }, data: { heardAt: yesterday } })
    await dropOldUploads()
    expect(await db().upload.count({ where: { workspaceId: desk.workspaceId } })).toBe(0)
    expect(await db().file.findMany({ where: { id: { in: [forgotten, kept] } }, select: { id: true } })).toEqual([
      { id: kept },
    ])
  })
})

describe("what a file is, its content says", () => {
  const PNG = new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  )
  const typeOf = async (desk: Desk, name: string, content: string | Uint8Array) =>
    (await readFile(desk.checker, await sentFile(desk.checker, name, content))).type

  test("and the name agrees", async ({ desk }) => {
    const kinds: [string, string | Uint8Array, FileType][] = [
      ["report.PDF", await pdf("Words"), "application/pdf"],
      ["photo.png", PNG, "image/png"],
      ["budget.xlsx", await workbook({ Budget: [["Year"]] }), XLSX],
      ["loans.csv", "year,loans\n2023,4213\n", "text/csv"],
      ["note.md", "# Loans", "text/markdown"],
      ["mail.eml", "From: a@example.org\r\nSubject: Loans\r\n\r\nThey rose.", "message/rfc822"],
      ["call.mp3", new Uint8Array([...utf8("ID3"), 4, 0, 0, 0, 0, 0, 0]), "audio/mpeg"],
      ["call.wav", new Uint8Array([...utf8("RIFF"), 36, 0, 0, 0, ...utf8("WAVEfmt ")]), "audio/wav"],
      ["no ending", "Only words", "text/plain"],
      ["comments.md", `${"<!-- a -->".repeat(5_000)}Only words`, "text/markdown"],
    ]
    for (const [name, content, type] of kinds) expect([name, await typeOf(desk, name, content)]).toEqual([name, type])
  })

  test("a file that lies about it, may run something or is of another type is refused and gone", async ({ desk }) => {
    const refusedAs = async (name: string, content: string | Uint8Array, key: string) => {
      await refused(() => sentFile(desk.checker, name, content), "invalid", key)
      expect(await db().upload.count({ where: { workspaceId: desk.workspaceId } })).toBe(0)
    }
    await refusedAs("photo.png", await pdf("Words"), "file.lies")
    await refusedAs("report.pdf", "Only words", "file.lies")
    await refusedAs("notes.txt", PNG, "file.lies")
    await refusedAs("page.txt", "<!doctype html><script>alert(1)</script>", "file.isNotKept")
    await refusedAs("drawing.svg", '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "file.isNotKept")
    await refusedAs("page.md", `${"<!-- a -->\n".repeat(5_000)}<html>`, "file.isNotKept")
    await refusedAs("app.exe", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "file.isNotKept")
    await refusedAs("noise.bin", new Uint8Array([1, 0, 2, 0, 3, 0, 4, 0, 5, 6, 7]), "file.notKept")
  })
})

describe("a source's file", () => {
  const REPORT = ["The report", "Contents", "Spending rose by 4.2 per cent in 2023, the auditors wrote."]

  test("is its own, under its name; taken off, it is not", async ({ desk }) => {
    const bytes = await pdf(...REPORT)
    const fileId = await sentFile(desk.checker, "report.pdf", bytes)
    const source = await addSource(desk.checker, newSource({ title: "The report", fileId }))
    expect(source.file).toEqual({
      id: fileId,
      name: "report.pdf",
      type: "application/pdf",
      size: bytes.length,
      text: "waiting",
    })
    await readFileText({ fileId })
    expect(await readSource(desk.viewer, source.id)).toMatchObject({ file: { text: "read" } })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "file.read", subjects: { file: fileId, source: source.id } },
    ])
    expect(await readFile(desk.viewer, fileId)).toMatchObject({ name: "report.pdf" })
    const without = await editSource(desk.checker, { sourceId: source.id, source: { fileId: null } })
    expect(without.file).toBeNull()
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "source.edited", payload: { changed: ["file"] } }])
    await refused(() => readFile(desk.viewer, fileId), "not-found", "file.notThere")
  })

  test("of a confidential source is for those who may see it", async ({ desk }) => {
    const fileId = await sentFile(desk.checker, "leak.txt", "Handed over in a car park.")
    await addSource(desk.checker, newSource({ confidential: true, fileId }))
    for (const who of [desk.checker, desk.editor, desk.owner])
      expect(await readFile(who, fileId)).toMatchObject({ id: fileId })
    for (const who of [desk.secondChecker, desk.viewer, desk.author])
      await refused(() => readFile(who, fileId), "not-found", "file.notThere")
  })

  test("holds the excerpts that are cited from it: found, similar with what is written, or missing", async ({
    desk,
  }) => {
    const fileId = await sentFile(desk.checker, "report.pdf", await pdf(...REPORT))
    const source = await addSource(desk.checker, newSource({ fileId }))
    const { id: claimId } = await desk.claim()
    const cite = async (excerpt: string | null, locator = "p. 3") => {
      const evidence = { stance: "supports", excerpt, locator } as const
      const { claim, evidenceId } = await addEvidence(desk.checker, { claimId, source: { id: source.id }, evidence })
      return claim.evidence.find(({ id }) => id === evidenceId)
    }
    const waiting = await cite("Spending rose by 4.2 per cent")
    expect(waiting?.lookedUp).toBeNull()
    await readFileText({ fileId })
    const found = await cite("spending rose by 4.3 per cent in 2023")
    const passage = "Spending rose by 4.2 per cent in 2023"
    expect(found?.lookedUp).toEqual({ state: "unlike", part: { kind: "page", page: 3 }, passage })
    expect((await cite("Nothing of the kind was ever said there."))?.lookedUp).toMatchObject({
      state: "missing",
      part: null,
    })
    expect((await cite(null))?.lookedUp).toBeNull()
    const row = await db().evidence.findUniqueOrThrow({ where: { id: waiting?.id ?? "" } })
    const text = await db().fileText.findUniqueOrThrow({ where: { fileId } })
    expect(row).toMatchObject({ excerptState: "found", excerptFileId: fileId })
    expect(text.text.slice(row.excerptStart ?? 0, row.excerptEnd ?? 0)).toBe("Spending rose by 4.2 per cent")
    const fixed = await editEvidence(desk.checker, {
      evidenceId: found?.id ?? "",
      evidence: { excerpt: `${passage}, the auditors` },
    })
    expect(fixed.evidence.find(({ id }) => id === found?.id)?.lookedUp).toMatchObject({ state: "found" })
    await editSource(desk.checker, { sourceId: source.id, source: { fileId: null } })
    await db().$transaction((tx) => placeExcerpts(tx, source.id))
    expect(await db().evidence.count({ where: { sourceId: source.id, excerptState: { not: null } } })).toBe(0)
  })
})

test("a source's text opens where its passage stands", async ({ desk }) => {
  const rows = Array.from({ length: 400 }, (_, at) => [2000 + at, 100 + at])
  const fileId = await sentFile(desk.checker, "loans.xlsx", await workbook({ Notes: [["See Loans"]], Loans: rows }))
  const source = await addSource(desk.checker, newSource({ title: "Loans", fileId }))
  await readFileText({ fileId })
  const { id: claimId } = await desk.claim()
  const evidence = { stance: "supports", locator: "Loans!B4", excerpt: "2003 103" } as const
  const { evidenceId } = await addEvidence(desk.checker, { claimId, source: { id: source.id }, evidence })
  const view = await readView(desk.viewer, { sourceId: source.id, evidenceId })
  expect(view).toMatchObject({
    file: { kind: "sheet", name: "loans.xlsx" },
    state: "read",
    cell: { sheet: "Loans", column: 1, row: 4 },
    evidence: { lookedUp: { state: "found", part: { kind: "row", sheet: "Loans", row: 4 } } },
    window: { sheets: [{ name: "Notes" }, { name: "Loans" }], before: null },
  })
  const marked = view.window?.parts.find(({ start }) => start === view.mark?.start)
  expect(marked).toMatchObject({ words: "2003\t103", row: 4 })
  const elsewhere = await desk.otherWorkspace()
  await refused(() => readView(elsewhere.owner, { sourceId: source.id }), "not-found", "source.notFound")
  const bare = await addSource(desk.checker, newSource({ title: "A talk" }))
  await refused(() => readView(desk.checker, { sourceId: bare.id }), "not-found", "source.noText")
})

test("a file with nothing in it is not begun", async ({ desk }) => {
  await refused(() => beginUpload(desk.checker, { fileName: "a.txt", size: 0 }), "invalid", "file.empty")
})
