/** What people are told of, once, and what of it they see when they look. */
import { expect } from "vitest"
import { db } from "../db"
import { NotificationSettings } from "../domain/notification"
import { readNotificationSettings, setNotificationSettings } from "./notification-settings"
import { forgetNotifications, listNotifications, notify, readNotifications, unreadNotifications } from "./notifications"
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

test("nobody is told what they may not see, however little is asked by whoever tells", async ({ desk }) => {
  const source = await addSource(desk.checker, newSource({ confidential: true }))
  const claim = await desk.claim()
  await tell(desk, [
    { membershipId: desk.secondChecker.id, kind: "page_gone", sourceId: source.id },
    { membershipId: desk.author.id, kind: "claim_due", claimId: claim.id },
    { membershipId: desk.checker.id, kind: "complaint_due", articleId: claim.articleId },
    { membershipId: desk.editor.id, kind: "complaint_due", articleId: claim.articleId },
  ])
  const rows = await db().notification.findMany({ where: { workspaceId: desk.workspaceId } })
  expect(rows.map(({ membershipId }) => membershipId)).toEqual([desk.editor.id])
})

const choose = (who: Desk["checker"], sources: NotificationSettings["topics"]["sources"]) =>
  setNotificationSettings(who, NotificationSettings.parse({ topics: { sources } }))

test("a topic that is switched off in Stet is neither listed nor counted, and there again once it is on", async ({
  desk,
}) => {
  const source = await addSource(desk.checker, newSource())
  const { id: claimId } = await desk.claim()
  await tell(desk, [
    { membershipId: desk.checker.id, kind: "page_gone", sourceId: source.id },
    { membershipId: desk.checker.id, kind: "claim_due", claimId },
  ])
  await choose(desk.checker, { app: false, mail: "none" })
  const list = await listNotifications(desk.checker, { limit: 20 })
  expect(list).toMatchObject({ unread: 1, items: [{ kind: "claim_due" }] })
  expect(await readNotifications(desk.checker, { notifications: "all" })).toBe(0)
  await tell(desk, [{ membershipId: desk.checker.id, kind: "page_moved", sourceId: source.id }])
  await choose(desk.checker, { app: true, mail: "none" })
  const now = await listNotifications(desk.checker, { limit: 20 })
  expect(now.items.map(({ kind, readAt }) => [kind, readAt === null])).toEqual([
    ["claim_due", false],
    ["page_gone", true],
  ])
})

test("who has said nothing is told as by default, and each keeps their own settings", async ({ desk }) => {
  const { settings, email } = await readNotificationSettings(desk.checker)
  expect(email).toBeNull()
  expect(settings).toMatchObject({
    digestHour: 7,
    topics: { talk: { app: true, mail: "instant" }, work: { mail: "digest" }, rounds: { app: true, mail: "none" } },
  })
  await choose(desk.checker, { app: false, mail: "digest" })
  const chosen = await readNotificationSettings(desk.checker)
  expect(chosen.settings.topics.sources).toEqual({ app: false, mail: "digest" })
  expect((await readNotificationSettings(desk.editor)).settings).toEqual(settings)
})

test("what was told a year ago is forgotten", async ({ desk }) => {
  const { id: claimId } = await desk.claim()
  await tell(desk, [{ membershipId: desk.checker.id, kind: "claim_due", claimId }])
  const { createdAt } = await db().notification.findFirstOrThrow({ where: { claimId } })
  const aYear = new Date(createdAt.getTime() + 365 * 24 * 60 * 60 * 1000)
  await forgetNotifications(aYear)
  expect(await unreadNotifications(desk.checker)).toBe(1)
  await forgetNotifications(new Date(aYear.getTime() + 1))
  expect(await unreadNotifications(desk.checker)).toBe(0)
})
