/** What people are told of, once, and what of it they see when they look. */
import { expect } from "vitest"
import { db } from "../db"
import { listNotifications, notify, readNotifications, unreadNotifications } from "./notifications"
import { addSource, editSource } from "./sources"
import { newSource, test, type Desk } from "./testing/desk"

const tell = (desk: Desk, notices: Parameters<typeof notify>[2]) =>
  db().$transaction((tx) => notify(tx, desk.workspaceId, notices))

test("a notice is told once until it is read, and again when it comes anew", async ({ desk }) => {
  const source = await addSource(desk.checker, newSource())
  const claim = await desk.claim()
  const notice = { membershipId: desk.checker.id, kind: "page_gone", sourceId: source.id } as const
  await tell(desk, [notice, { ...notice, claimId: claim.id }])
  await tell(desk, [notice])
  await tell(desk, [{ ...notice, kind: "page_moved" }])
  expect(await unreadNotifications(desk.checker)).toBe(2)
  expect(await unreadNotifications(desk.editor)).toBe(0)
  const { items, next } = await listNotifications(desk.checker, { limit: 1 })
  expect(items).toMatchObject([{ kind: "page_moved", source: { title: source.title }, claim: null, readAt: null }])
  const older = await listNotifications(desk.checker, { limit: 1, ...(next && { cursor: next }) })
  expect(older).toMatchObject({ unread: 2, items: [{ kind: "page_gone" }], next: null })
  expect(await readNotifications(desk.checker, { notifications: [older.items[0]?.id ?? ""] })).toBe(1)
  await tell(desk, [notice])
  expect(await unreadNotifications(desk.checker)).toBe(2)
  expect(await readNotifications(desk.checker, { notifications: "all" })).toBe(0)
  expect((await listNotifications(desk.checker, { limit: 20 })).items).toHaveLength(3)
})

test("nobody reads away what another was told", async ({ desk }) => {
  const source = await addSource(desk.checker, newSource())
  await tell(desk, [{ membershipId: desk.checker.id, kind: "page_gone", sourceId: source.id }])
  const [told] = (await listNotifications(desk.checker, { limit: 20 })).items
  await readNotifications(desk.secondChecker, { notifications: [told?.id ?? ""] })
  expect(await unreadNotifications(desk.checker)).toBe(1)
})

test("who has lost sight of a source is told nothing of it, not even a count", async ({ desk }) => {
  const source = await addSource(desk.checker, newSource())
  const claim = await desk.claim()
  const told = { kind: "page_gone", sourceId: source.id, claimId: claim.id } as const
  await tell(desk, [
    { ...told, membershipId: desk.checker.id },
    { ...told, membershipId: desk.secondChecker.id },
  ])
  const named = { confidential: true, readers: [desk.checker.id] }
  await editSource(desk.checker, { sourceId: source.id, source: named })
  expect(await unreadNotifications(desk.secondChecker)).toBe(0)
  expect(await listNotifications(desk.secondChecker, { limit: 20 })).toEqual({ unread: 0, items: [], next: null })
  expect(await unreadNotifications(desk.checker)).toBe(1)
})
