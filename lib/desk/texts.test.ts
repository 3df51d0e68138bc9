/** Texts of files: read once, kept beside them, and failing with a reason. */
import { v7 as newId } from "uuid"
import { expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { mail } from "../document/evidence/testing/files"
import { change } from "./change"
import { test, type Desk } from "./testing/desk"
import { giveUpText, keepText, readFileText } from "./texts"

const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text))

/** A file that waits for its text to be read, as whoever keeps one leaves it. */
async function waitingFile({ workspaceId, checker }: Desk, type: string, bytes: Uint8Array) {
  const id = newId()
  const digest = { sha256: sha256(bytes), size: bytes.length, bytes: new Uint8Array(bytes) }
  await change({ id: null, workspaceId }, async (tx) => {
    await tx.file.create({ data: { id, workspaceId, type, ...digest, createdById: checker.id } })
    await keepText(tx, { id, workspaceId })
    const told = { stream: workspaceId, act: "file.read", subjects: { file: id }, payload: {} } as const
    return { result: null, events: [told] }
  })
  return id
}

test("the text of a file is read once, with its parts and its digest", async ({ desk }) => {
  const fileId = await waitingFile(desk, "message/rfc822", mail("Spending rose."))
  expect(await db().fileText.findUnique({ where: { fileId } })).toMatchObject({ state: "waiting", text: "" })
  await readFileText({ fileId })
  const events = await desk.eventCount()
  const row = await db().fileText.findUniqueOrThrow({ where: { fileId } })
  expect(row).toMatchObject({
    state: "read",
    text: expect.stringContaining("Spending rose."),
    sha256: sha256(row.text),
  })
  expect(row.parts).toMatchObject([{ kind: "paragraph", n: 0, start: 0 }, { n: 1 }, { n: 2 }])
  expect(await desk.lastEvents(1)).toEqual([
    { act: "file.read", actorId: null, subjects: { file: fileId }, payload: { state: "read" } },
  ])
  await readFileText({ fileId })
  await giveUpText({ fileId })
  expect(await db().fileText.findUniqueOrThrow({ where: { fileId } })).toEqual(row)
  expect(await desk.eventCount()).toBe(events)
})

test("a file without words has none, one that can't be read says why", async ({ desk }) => {
  const picture = await waitingFile(desk, "image/png", utf8("\u0089PNG"))
  const broken = await waitingFile(desk, "application/pdf", utf8("%PDF-1.7 and nothing else"))
  const deadly = await waitingFile(desk, "application/pdf", utf8("%PDF-1.7 and something else"))
  await readFileText({ fileId: picture })
  await readFileText({ fileId: broken })
  await giveUpText({ fileId: deadly })
  const stateOf = (fileId: string) => db().fileText.findUniqueOrThrow({ where: { fileId } })
  expect(await stateOf(picture)).toMatchObject({ state: "none", sha256: null })
  expect(await stateOf(broken)).toMatchObject({ state: "failed", failure: "file.unread.broken" })
  expect(await stateOf(deadly)).toMatchObject({ state: "failed", failure: "file.unread.tooMuch" })
})
