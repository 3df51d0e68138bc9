/** Mails of what people are told, by a real mail server: at once or once a day, to whom they are still for, and once. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { NotificationSettings } from "../domain/notification"
import type { Jobs } from "../jobs"
import type { Actor } from "../domain/workspace"
import { startThread } from "./comments"
import { deactivateMember } from "./members"
import { giveUpMail, sendMailAbout } from "./mailing"
import { queueDigests } from "./notice-mails"
import { setNotificationSettings } from "./notification-settings"
import { notify, readNotifications, unreadNotifications } from "./notifications"
import { addSource, editSource } from "./sources"
import { newSource, openDesk, test, type Desk } from "./testing/desk"
import { mailbox, UNKNOWN } from "./testing/mailbox"

const box = await mailbox()

const tell = (desk: Desk, notices: Parameters<typeof notify>[2]) =>
  db().$transaction((tx) => notify(tx, desk.workspaceId, notices))

/** How somebody is told of one topic; all others as by default. */
const choose = (who: Actor, topics: Partial<NotificationSettings["topics"]>, digestHour = 7) =>
  setNotificationSettings(who, NotificationSettings.parse({ topics, digestHour }))

/** The mails that are queued of a desk, the oldest first. */
async function queued({ workspaceId }: Desk): Promise<Jobs["mail"][]> {
  const rows = await db().$queryRaw<{ data: Jobs["mail"] }[]>`
    SELECT j.data FROM pgboss.job j WHERE j.name = 'mail' AND (
      EXISTS (SELECT 1 FROM "Notification" n WHERE n."id"::text = j.data->>'id' AND n."workspaceId" = ${workspaceId}::uuid)
      OR EXISTS (SELECT 1 FROM "Membership" m WHERE m."id"::text = j.data->>'id' AND m."workspaceId" = ${workspaceId}::uuid))
    ORDER BY j.created_on`
  return rows.map(({ data }) => data)
}

async function sendQueued(desk: Desk): Promise<number> {
  const jobs = await queued(desk)
  for (const job of jobs) await sendMailAbout(job)
  return jobs.length
}

/** A query to the author, who is mailed of it at once. */
async function asked(desk: Desk, body = "Since *when*?") {
  const article = await desk.article({ title: "The bridge", authors: [{ membershipId: desk.author.id }] })
  const { thread } = await startThread(desk.checker, { articleId: article.id, kind: "query", body })
  return { articleId: article.id, threadId: thread.id }
}

const farAhead = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000)

describe("a mail at once", () => {
  test("says what and where, leads there and to the settings, and goes out once", async ({ desk }) => {
    const { articleId, threadId } = await asked(desk)
    const [job] = await queued(desk)
    expect(Object.keys(job ?? {}).sort()).toEqual(["about", "id"])
    expect(job?.about).toBe("notice")
    await sendQueued(desk)
    await sendQueued(desk)
    expect(box.mails).toHaveLength(1)
    const [mail] = box.mails
    expect(mail?.to).toMatchObject({ value: [{ address: `author@${desk.slug}.example.org` }] })
    expect(mail?.subject).toBe(`checker of ${desk.slug} asks you about your article: The bridge`)
    expect(mail?.text).toContain("Since *when*?")
    expect(mail?.text).toContain(`/w/${desk.slug}/articles/${articleId}?comment=${threadId}`)
    expect(mail?.text).toContain(`/w/${desk.slug}/account/notifications`)
    expect(mail?.messageId).toContain(`notice-${job?.id}@`)
  })

  test("is written in the language in which its reader used Stet last", async ({ desk }) => {
    await db().user.update({ where: { id: desk.author.userId }, data: { language: "de" } })
    await asked(desk)
    await sendQueued(desk)
    expect(box.mails[0]?.subject).toBe(`checker of ${desk.slug} hat eine Rückfrage zu Ihrem Artikel: The bridge`)
  })

  test("that was taken by the server and not noted goes out again as the same mail", async ({ desk }) => {
    await asked(desk)
    await sendQueued(desk)
    await db().notification.updateMany({ where: { workspaceId: desk.workspaceId }, data: { mailedAt: null } })
    await sendQueued(desk)
    const [first, second] = box.mails
    expect(second?.messageId).toBe(first?.messageId)
  })

  test("is not for who has read it, has left, wants none any more, or may not see it by then", async ({ desk }) => {
    const another = await openDesk()
    const [third, fourth] = [await openDesk(), await openDesk()]
    for (const one of [desk, another, third, fourth]) await asked(one)
    await readNotifications(desk.author, { notifications: "all" })
    await deactivateMember(another.owner, { memberId: another.author.id })
    await choose(third.author, { talk: { app: true, mail: "none" } })
    await db().articleAuthor.deleteMany({ where: { workspaceId: fourth.workspaceId } })
    for (const one of [desk, another, third, fourth]) expect(await sendQueued(one)).toBe(1)
    expect(box.mails).toEqual([])
  })

  test("names no confidential source, and says no word of the legal lane", async ({ desk }) => {
    const source = await addSource(desk.checker, newSource({ title: "Leaked ledger", confidential: true }))
    await choose(desk.editor, { sources: { app: true, mail: "instant" } })
    await tell(desk, [{ membershipId: desk.editor.id, kind: "page_gone", sourceId: source.id }])
    const { id: articleId } = await desk.article()
    const body = `@editor of ${desk.slug}: they will sue.`
    await startThread(desk.secondEditor, { articleId, kind: "legal", body })
    await sendQueued(desk)
    expect(box.mails.map(({ subject }) => subject)).toEqual([
      "A page is gone: a confidential source",
      expect.stringContaining("named you"),
    ])
    const all = box.mails.map(({ subject, text }) => `${subject} ${text}`).join()
    expect(all).not.toContain("Leaked ledger")
    expect(all).not.toContain("sue")
  })

  test("that the server refuses comes with the next day's mail", async ({ desk }) => {
    await asked(desk)
    await db().user.update({ where: { id: desk.author.userId }, data: { email: UNKNOWN } })
    const [job] = await queued(desk)
    if (!job) throw new Error("no mail was queued")
    await expect(sendMailAbout(job)).rejects.toThrow("no such mailbox")
    await giveUpMail(job)
    const email = `author@${desk.slug}.example.org`
    await db().user.update({ where: { id: desk.author.userId }, data: { email } })
    await queueDigests(farAhead)
    await sendQueued(desk)
    expect(box.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("1 thing for you")])
  })

  test("goes to nobody of a sample desk", async () => {
    const sample = await openDesk({ demo: true })
    await asked(sample)
    expect(await queued(sample)).toEqual([])
    expect(await unreadNotifications(sample.author)).toBe(1)
  })
})

describe("the day's mail", () => {
  const source = (desk: Desk, title: string) => addSource(desk.checker, newSource({ title }))

  test("is queued when its hour has come, with all that is unread, and none of it twice", async ({ desk }) => {
    await choose(desk.checker, { sources: { app: true, mail: "digest" } })
    const told = { membershipId: desk.checker.id, kind: "page_gone" } as const
    for (const title of ["First", "Second", "Third"]) {
      await tell(desk, [{ ...told, sourceId: (await source(desk, title)).id }])
    }
    const [one] = await db().notification.findMany({ where: { membershipId: desk.checker.id }, orderBy: { id: "asc" } })
    await readNotifications(desk.checker, { notifications: [one?.id ?? ""] })
    const due = one?.mailDueAt ?? new Date(0)
    expect(due.getUTCHours()).toBe(7)
    await queueDigests(new Date(due.getTime() - 1))
    expect(await queued(desk)).toEqual([])
    await queueDigests(due)
    await queueDigests(due)
    expect(await queued(desk)).toEqual([{ about: "digest", id: desk.checker.id }])
    await sendQueued(desk)
    await sendQueued(desk)
    expect(box.mails).toHaveLength(1)
    expect(box.mails[0]?.subject).toBe(`2 things for you at ${await nameOf(desk)}`)
    for (const title of ["Second", "Third"]) expect(box.mails[0]?.text).toContain(title)
    expect(box.mails[0]?.text).not.toContain("First")
    await tell(desk, [{ ...told, sourceId: (await source(desk, "Fourth")).id }])
    await queueDigests(farAhead)
    await sendQueued(desk)
    expect(box.mails[1]?.text).toContain("Fourth")
    expect(box.mails[1]?.text).not.toContain("Third")
  })

  test("comes by the clock of its reader, at the hour that they chose", async ({ desk }) => {
    await db().user.update({ where: { id: desk.checker.userId }, data: { zone: "Asia/Tokyo" } })
    await choose(desk.checker, { sources: { app: true, mail: "digest" } }, 18)
    await tell(desk, [{ membershipId: desk.checker.id, kind: "page_gone", sourceId: (await source(desk, "x")).id }])
    const row = await db().notification.findFirstOrThrow({ where: { membershipId: desk.checker.id } })
    expect(row.mailDueAt?.getUTCHours()).toBe(9)
  })

  test("leaves out what its reader may not see any more, and does not come where nothing is left", async ({ desk }) => {
    const topics = { sources: { app: false, mail: "digest" } } as const
    for (const name of ["checker", "secondChecker"] as const) await choose(desk[name], topics)
    const [open, closed] = [await source(desk, "Open statistics"), await source(desk, "Leaked ledger")]
    const one = { kind: "page_gone", membershipId: desk.secondChecker.id } as const
    await tell(desk, [
      { ...one, sourceId: closed.id },
      { ...one, sourceId: open.id, membershipId: desk.checker.id },
      { ...one, sourceId: closed.id, membershipId: desk.checker.id },
    ])
    await editSource(desk.editor, { sourceId: closed.id, source: { confidential: true, readers: [] } })
    await queueDigests(farAhead)
    expect(await sendQueued(desk)).toBe(2)
    expect(box.mails).toHaveLength(1)
    expect(box.mails[0]?.text).toContain("Open statistics")
    expect(box.mails[0]?.text).not.toContain("Leaked ledger")
  })

  test("that could not be sent comes the day after", async ({ desk }) => {
    await choose(desk.checker, { sources: { app: true, mail: "digest" } })
    await tell(desk, [{ membershipId: desk.checker.id, kind: "page_gone", sourceId: (await source(desk, "x")).id }])
    await queueDigests(farAhead)
    await giveUpMail({ about: "digest", id: desk.checker.id })
    const row = await db().notification.findFirstOrThrow({ where: { membershipId: desk.checker.id } })
    expect(row.mailDueAt?.getTime()).toBeGreaterThan(Date.now())
  })
})

const nameOf = async ({ workspaceId }: Desk) =>
  (await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })).name
