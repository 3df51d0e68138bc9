/** Signing in and out: one answer to every wrong attempt, a throttle, and sessions that end at once. */
import { v7 as newId } from "uuid"
import { afterEach, describe, expect, vi } from "vitest"
import { db } from "../db"
import { PASSWORD, refused, test, type Desk, type Name } from "./testing/desk"
import * as passwords from "./passwords"
import { endOtherSessions, endSession, leaveSession, listSessions } from "./sessions"
import { forgetSessions, personOf, signIn, signOutEverywhere, type SignedInUser } from "./sign-in"
import { workspacesOf } from "./people"

const mailOf = (desk: Desk, name: Name = "editor") => `${name.toLowerCase()}@${desk.slug}.example.org`

/** A session of somebody, as a browser keeps it. */
async function signedIn(desk: Desk, name: Name = "editor", userAgent = "Firefox/140 (Linux)"): Promise<SignedInUser> {
  const person = await signIn({ email: mailOf(desk, name), password: PASSWORD, userAgent })
  if (!person) throw new Error(`${name} could not sign in`)
  return person
}

afterEach(async () => {
  vi.restoreAllMocks()
  await db().signInAttempt.deleteMany()
})

describe("signing in", () => {
  test("takes an e-mail in any case, and its password", async ({ desk }) => {
    const person = await signIn({ email: ` ${mailOf(desk).toUpperCase()} `, password: PASSWORD })
    expect(person).toEqual({
      id: desk.editor.userId,
      name: `editor of ${desk.slug}`,
      email: mailOf(desk),
      sessionEpoch: 0,
      sessionId: expect.any(String) as string,
      secondFactor: "off",
    })
    expect(JSON.stringify(person)).not.toContain("argon2")
  })

  test("answers an unknown e-mail as it answers a wrong password, after the same work", async ({ desk }) => {
    const verified = vi.spyOn(passwords, "passwordFits")
    expect(await signIn({ email: mailOf(desk), password: "wrong" })).toBeNull()
    expect(await signIn({ email: "nobody@example.org", password: "wrong" })).toBeNull()
    expect(verified).toHaveBeenCalledTimes(2)
    expect(verified.mock.calls.map(([kept]) => typeof kept)).toEqual(["string", "undefined"])
  })

  test("refuses after ten attempts, for people and nobody alike, and forgets a quarter of an hour later", async ({
    desk,
  }) => {
    for (const email of [mailOf(desk), "nobody@example.org"]) {
      const attempts = Array.from({ length: 10 }, () => signIn({ email, password: "wrong" }))
      expect(new Set(await Promise.all(attempts))).toEqual(new Set([null]))
      for (const password of ["wrong", PASSWORD]) {
        await expect(signIn({ email, password })).rejects.toMatchObject({ code: "conflict", key: "door.throttled" })
      }
    }
    expect(await signIn({ email: mailOf(desk, "owner"), password: PASSWORD })).not.toBeNull()
    await db().$executeRaw`UPDATE "SignInAttempt" SET "resetsAt" = now() - interval '1 second'`
    expect(await signIn({ email: mailOf(desk), password: PASSWORD })).not.toBeNull()
  })

  test("begins to count anew once it succeeds", async ({ desk }) => {
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < 9; at += 1) await signIn({ email: mailOf(desk), password: "wrong" })
      expect(await signIn({ email: mailOf(desk), password: PASSWORD })).not.toBeNull()
    }
  })

  test("lets nobody through who tries many passwords at the same moment", async ({ desk }) => {
    const tries = Array.from({ length: 30 }, (_, at) =>
      signIn({ email: mailOf(desk), password: at === 29 ? PASSWORD : "wrong" }),
    )
    const results = await Promise.allSettled(tries)
    expect(results.filter((result) => result.status === "rejected")).toHaveLength(20)
  })

  test("bears more from one address, which a newsroom shares, and counts no success", async ({ desk }) => {
    const address = "192.0.2.1"
    for (let at = 0; at < 3; at += 1) await signIn({ email: mailOf(desk), password: PASSWORD, address })
    const rows = await db().signInAttempt.findMany()
    expect(rows.map((row) => row.count)).toEqual([0])
    await db().signInAttempt.updateMany({ data: { count: 100 } })
    const attempt = signIn({ email: "nobody@example.org", password: "wrong", address })
    await expect(attempt).rejects.toMatchObject({ key: "door.throttled" })
    expect(await signIn({ email: mailOf(desk), password: PASSWORD, address: "192.0.2.2" })).not.toBeNull()
  })

  test("keeps no address and no e-mail of who failed", async ({ desk }) => {
    await signIn({ email: mailOf(desk), password: "wrong", address: "192.0.2.1" })
    const rows = JSON.stringify(await db().signInAttempt.findMany())
    expect(rows).not.toContain("192.0.2.1")
    expect(rows).not.toContain("example.org")
  })
})

describe("signing out everywhere", () => {
  test("ends every session at once, and is told to each desk that one sits at", async ({ desk }) => {
    const elsewhere = await desk.otherWorkspace()
    const { userId } = desk.editor
    const { workspaceId } = elsewhere
    const seat = await db().membership.create({ data: { id: newId(), workspaceId, userId, role: "checker" } })
    const before = await signedIn(desk)
    const other = await signedIn(desk)
    expect(await personOf(before)).toEqual(before)
    await signOutEverywhere(userId)
    expect([await personOf(before), await personOf(other)]).toEqual([null, null])
    expect(await personOf(await signedIn(desk))).toMatchObject({ sessionEpoch: 1 })
    for (const [at, membership] of [
      [desk, desk.editor.id],
      [elsewhere, seat.id],
    ] as const) {
      expect(await at.lastEvents(1)).toEqual([
        { act: "session.ended_everywhere", actorId: membership, subjects: { membership }, payload: {} },
      ])
    }
  })

  test("of nobody changes nothing", async ({ desk }) => {
    const before = await desk.eventCount()
    await expect(signOutEverywhere(newId())).rejects.toThrow()
    expect(await desk.eventCount()).toBe(before)
  })

  test("of many people at the same moment waits on nobody for ever", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const people = [desk.owner, desk.editor, desk.checker]
    for (const { userId } of people) {
      const { workspaceId } = other
      await db().membership.create({ data: { id: newId(), workspaceId, userId, role: "viewer" } })
    }
    await Promise.all([...people, ...people].map(({ userId }) => signOutEverywhere(userId)))
    const epochs = await db().user.findMany({ where: { id: { in: people.map((one) => one.userId) } } })
    expect(epochs.map((user) => user.sessionEpoch)).toEqual([2, 2, 2])
  })
})

test("a person of no desk any more signs in to none", async ({ desk }) => {
  await db().membership.update({ where: { id: desk.viewer.id }, data: { deactivatedAt: new Date() } })
  const person = await signIn({ email: mailOf(desk, "viewer"), password: PASSWORD })
  expect(await workspacesOf(person?.id ?? "")).toEqual([])
})

test("a password is refused by its absence and by another one, and its hash says argon2id", async () => {
  const hash = await passwords.hashPassword(PASSWORD)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwords.hashPassword(PASSWORD)).not.toBe(hash)
  expect(await passwords.passwordFits(hash, PASSWORD)).toBe(true)
  expect(await passwords.passwordFits(hash, "another")).toBe(false)
  expect(await passwords.passwordFits(undefined, PASSWORD)).toBe(false)
  expect(await passwords.passwordFits(undefined, "nobody has this password")).toBe(false)
})

describe("one's sessions", () => {
  test("are listed by their browsers, and ended one by one or all but this", async ({ desk }) => {
    const here = await signedIn(desk)
    const phone = await signedIn(desk, "editor", "Mozilla/5.0 (iPhone) Safari/604")
    const third = await signedIn(desk)
    await signedIn(desk, "checker")
    const listed = await listSessions(here)
    expect(listed.map(({ id }) => id).toSorted()).toEqual([here, phone, third].map(({ sessionId }) => sessionId).sort())
    expect(listed.find(({ id }) => id === phone.sessionId)).toMatchObject({
      browser: "Safari",
      system: "iOS",
      isThis: false,
    })
    expect(listed.filter(({ isThis }) => isThis).map(({ id }) => id)).toEqual([here.sessionId])
    await endSession(here, { sessionId: phone.sessionId })
    expect([await personOf(phone), await personOf(third)]).toEqual([null, third])
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "session.ended", actorId: desk.editor.id, payload: {} }])
    await endOtherSessions(here)
    expect([await personOf(third), await personOf(here)]).toEqual([null, here])
    expect(await listSessions(here)).toHaveLength(1)
  })

  test("of somebody else can't be ended", async ({ desk }) => {
    const [mine, theirs] = [await signedIn(desk), await signedIn(desk, "checker")]
    await refused(() => endSession(mine, theirs), "not-found", "account.noSession")
    expect(await personOf({ ...mine, sessionId: theirs.sessionId })).toBeNull()
    expect(await personOf(theirs)).toEqual(theirs)
  })

  test("end where one signs out, and are forgotten when they are over", async ({ desk }) => {
    const [left, kept] = [await signedIn(desk), await signedIn(desk)]
    await leaveSession(left.sessionId)
    expect([await personOf(left), await personOf(kept)]).toEqual([null, kept])
    const inEightDays = new Date(Date.now() + 8 * 24 * 60 * 60 * 1000)
    await forgetSessions()
    expect(await personOf(kept)).toEqual(kept)
    expect(await forgetSessions(inEightDays)).toBeGreaterThanOrEqual(2)
    expect(await personOf(kept)).toBeNull()
  })

  test("note that they are used, not at every request", async ({ desk }) => {
    const here = await signedIn(desk)
    const lastSeen = async () => (await db().session.findUniqueOrThrow({ where: { id: here.sessionId } })).lastSeenAt
    const before = await lastSeen()
    await personOf(here)
    expect(await lastSeen()).toEqual(before)
    await db().session.update({ where: { id: here.sessionId }, data: { lastSeenAt: new Date(0) } })
    await personOf(here)
    expect((await lastSeen()).getTime()).toBeGreaterThan(0)
  })
})

test("how somebody reads Stet is noted for their mails: at once where it was unknown, another way once in a while", async ({
  desk,
}) => {
  const mine = await signedIn(desk)
  const noted = () => db().user.findUniqueOrThrow({ where: { id: mine.id }, select: { language: true, zone: true } })
  await personOf(mine, { language: "de", zone: null })
  expect(await noted()).toEqual({ language: "de", zone: null })
  await personOf(mine, { language: "de", zone: "Europe/Vienna" })
  await personOf(mine, { language: "en", zone: "UTC" })
  expect(await noted()).toEqual({ language: "de", zone: "Europe/Vienna" })
  await db().session.update({ where: { id: mine.sessionId }, data: { lastSeenAt: new Date(0) } })
  await personOf(mine, { language: "en", zone: null })
  expect(await noted()).toEqual({ language: "en", zone: "Europe/Vienna" })
})
