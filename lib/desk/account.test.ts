/** One's own account, by a real mail server where a mail has to come: passwords, e-mails, and links that work once. */
import { afterEach, describe, expect, vi } from "vitest"
import { db, TRANSACTION } from "../db"
import {
  askEmail,
  askReset,
  changePassword,
  confirmEmail,
  forgetLinks,
  readAccount,
  readLink,
  rename,
  resetPassword,
} from "./account"
import { sendMailAbout } from "./mailing"
import { listPeople } from "./people"
import { personOf, signIn, type SignedInUser } from "./sign-in"
import { PASSWORD, refused, test, type Desk } from "./testing/desk"
import { mailbox } from "./testing/mailbox"
import { waitingForLock } from "./testing/waiting-for-lock"
import { actorByToken, makeToken } from "./tokens"

const box = await mailbox()
afterEach(async () => {
  await db().signInAttempt.deleteMany()
})

const NEXT = "quite another password"
const mailOf = (desk: Desk) => `editor@${desk.slug}.example.org`

async function signedIn(desk: Desk, password = PASSWORD): Promise<SignedInUser> {
  const person = await signIn({ email: mailOf(desk), password })
  if (!person) throw new Error("the editor could not sign in")
  return person
}

/** Sends what is queued about a person's newest link, and answers the token that came. */
async function mailedToken(userId: string): Promise<string> {
  const { id } = await db().emailLink.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: "desc" } })
  await sendMailAbout({ about: "link", id })
  return /\/(?:reset|email)\/([\w-]+)/.exec(box.mails.at(-1)?.text ?? "")?.[1] ?? ""
}

test("a name is changed wherever it stands, and is not in the log", async ({ desk }) => {
  await rename(await signedIn(desk), { name: "Edda Quill" })
  expect((await listPeople(desk.viewer)).find(({ id }) => id === desk.editor.id)?.name).toBe("Edda Quill")
  expect(await desk.lastEvents(1)).toEqual([
    { act: "account.renamed", actorId: desk.editor.id, subjects: { membership: desk.editor.id }, payload: {} },
  ])
})

test("what somebody does with their account is no news to a desk that they have left", async ({ desk }) => {
  const there = await desk.otherWorkspace()
  const { workspaceId } = there
  const { userId } = desk.editor
  await db().membership.create({ data: { workspaceId, userId, role: "viewer", deactivatedAt: new Date() } })
  const before = await there.eventCount()
  await rename(await signedIn(desk), { name: "Edda Quill" })
  expect(await there.eventCount()).toBe(before)
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "account.renamed" }])
})

describe("a password", () => {
  test("is changed by who knows it, and ends every session but this", async ({ desk }) => {
    const [here, there] = [await signedIn(desk), await signedIn(desk)]
    await changePassword(here, { current: PASSWORD, password: NEXT })
    expect([await personOf(here), await personOf(there)]).toEqual([here, null])
    expect(await signIn({ email: mailOf(desk), password: PASSWORD })).toBeNull()
    expect(await signedIn(desk, NEXT)).toMatchObject({ id: here.id })
  })

  test("is not changed by who does not, nor guessed at often", async ({ desk }) => {
    const here = await signedIn(desk)
    const guess = () => changePassword(here, { current: "wrong", password: NEXT })
    for (let at = 0; at < 10; at += 1) await expect(guess()).rejects.toMatchObject({ key: "account.wrongPassword" })
    await expect(guess()).rejects.toMatchObject({ code: "conflict", key: "door.throttled" })
    expect(await signedIn(desk)).toMatchObject({ id: here.id })
  })
})

describe("a forgotten password", () => {
  test("is replaced by a mailed link, once, and every session ends", async ({ desk }) => {
    const here = await signedIn(desk)
    await askReset({ email: mailOf(desk), language: "de" })
    const token = await mailedToken(here.id)
    expect(box.mails[0]?.subject).toBe("Ein neues Passwort für Stet")
    expect(box.mails[0]?.to).toMatchObject({ value: [{ address: mailOf(desk) }] })
    expect(await readLink("reset", token)).toEqual({ email: mailOf(desk), holds: true, tokens: 0 })
    const tries = [1, 2].map(() => resetPassword({ token, password: NEXT }))
    expect((await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await personOf(here)).toBeNull()
    expect(await signedIn(desk, NEXT)).toMatchObject({ id: here.id })
    await refused(() => resetPassword({ token, password: NEXT }), "conflict", "link.used")
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "account.password_reset", payload: {} }])
    expect((await db().user.findUniqueOrThrow({ where: { id: here.id } })).emailProvedAt).toBeInstanceOf(Date)
  })

  test("ends the API tokens too, unless their person says that nobody else has come in", async ({ desk }) => {
    const link = async () => {
      await askReset({ email: mailOf(desk), language: "en" })
      return mailedToken(desk.editor.userId)
    }
    const { token: own } = await makeToken(desk.editor, { name: "Script", scopes: ["read"], days: null })
    const { token: colleagues } = await makeToken(desk.checker, { name: "Theirs", scopes: ["read"], days: null })
    const kept = await link()
    expect(await readLink("reset", kept)).toMatchObject({ tokens: 1 })
    await resetPassword({ token: kept, password: NEXT, tokens: "keep" })
    expect((await actorByToken(own)).actor.id).toBe(desk.editor.id)
    await resetPassword({ token: await link(), password: NEXT })
    await refused(() => actorByToken(own), "signed-out", "token.unknown")
    expect((await actorByToken(colleagues)).actor.id).toBe(desk.checker.id)
  })

  test("of nobody is answered as somebody's, and mails nothing", async ({ desk }) => {
    await askReset({ email: "nobody@example.org", language: "en" })
    expect(await db().emailLink.count({ where: { email: "nobody@example.org" } })).toBe(0)
    for (const email of ["nobody@example.org", mailOf(desk)]) {
      const asked = await Promise.allSettled([1, 2, 3, 4].map(() => askReset({ email, language: "en" })))
      expect(asked.some(({ status }) => status === "rejected")).toBe(true)
      await expect(askReset({ email, language: "en" })).rejects.toMatchObject({ key: "door.throttled" })
    }
  })

  test("has one link at a time, which holds for an hour and opens nothing else", async ({ desk }) => {
    await askReset({ email: mailOf(desk), language: "en" })
    const first = await mailedToken(desk.editor.userId)
    await askReset({ email: mailOf(desk), language: "en" })
    const second = await mailedToken(desk.editor.userId)
    await refused(() => resetPassword({ token: first, password: NEXT }), "not-found", "link.unknown")
    await refused(() => confirmEmail({ token: second }), "not-found", "link.unknown")
    await db().emailLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    await refused(() => resetPassword({ token: second, password: NEXT }), "conflict", "link.expired")
    expect(await readLink("reset", second)).toMatchObject({ holds: false })
    expect(await forgetLinks()).toBeGreaterThan(0)
    expect(await readLink("reset", second)).toBeNull()
  })

  test("leaves no token in the database, nor in the queue", async ({ desk }) => {
    await askReset({ email: mailOf(desk), language: "en" })
    const token = await mailedToken(desk.editor.userId)
    const [links, jobs] = [await db().emailLink.findMany(), await db().$queryRaw`SELECT data FROM pgboss.job`]
    expect(token).toHaveLength(43)
    expect(JSON.stringify([links, jobs])).not.toContain(token)
  })
})

describe("another e-mail", () => {
  test("counts once the link that was mailed to it is followed", async ({ desk }) => {
    const here = await signedIn(desk)
    const email = `new@${desk.slug}.example.org`
    await askEmail(here, { email, current: PASSWORD, language: "en" })
    const token = await mailedToken(here.id)
    expect(box.mails[0]?.to).toMatchObject({ value: [{ address: email }] })
    expect(await readAccount(here)).toMatchObject({ email: mailOf(desk), mails: "sent" })
    expect(await confirmEmail({ token })).toEqual({ email })
    expect(await readAccount(here)).toMatchObject({ email })
    expect(await signIn({ email, password: PASSWORD })).toMatchObject({ id: here.id })
    await refused(() => confirmEmail({ token }), "conflict", "link.used")
    const [told] = await desk.lastEvents(1)
    expect(told).toMatchObject({ act: "account.email_changed", payload: {} })
  })

  test("is told to the address before, once, in the language of the link", async ({ desk }) => {
    const here = await signedIn(desk)
    const email = `new@${desk.slug}.example.org`
    await askEmail(here, { email, current: PASSWORD, language: "de" })
    await confirmEmail({ token: await mailedToken(here.id) })
    const { id } = await db().emailLink.findFirstOrThrow({ where: { userId: here.id, kind: "email" } })
    const jobs = await db().$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'mail' AND data->>'id' = ${id} AND data->>'about' = 'former'`
    expect(jobs).toEqual([{ data: { about: "former", id } }])
    box.mails.splice(0)
    for (let turn = 0; turn < 2; turn += 1) await sendMailAbout({ about: "former", id })
    expect(box.mails).toHaveLength(1)
    expect(box.mails[0]?.to).toMatchObject({ value: [{ address: mailOf(desk) }] })
    expect(box.mails[0]?.subject).toBe("Ihre E-Mail-Adresse für Stet wurde geändert")
    expect(box.mails[0]?.text).toContain(email)
  })

  test("that is somebody else's is answered as any, and is not mailed, nor taken", async ({ desk }) => {
    const here = await signedIn(desk)
    await askEmail(here, { email: `checker@${desk.slug}.example.org`, current: PASSWORD, language: "en" })
    expect(await db().emailLink.count({ where: { userId: here.id } })).toBe(0)
    const email = `late@${desk.slug}.example.org`
    await askEmail(here, { email, current: PASSWORD, language: "en" })
    const token = await mailedToken(here.id)
    await db().user.update({ where: { id: desk.checker.userId }, data: { email } })
    await refused(() => confirmEmail({ token }), "conflict", "setup.emailTaken")
  })

  test("is not changed by a link from before the password was, which its stranger may have asked for", async ({
    desk,
  }) => {
    const here = await signedIn(desk)
    const wanted = { email: `taken@${desk.slug}.example.org`, language: "en" }
    await askEmail(here, { ...wanted, current: PASSWORD })
    const asked = await mailedToken(here.id)
    await changePassword(here, { current: PASSWORD, password: NEXT })
    await refused(() => confirmEmail({ token: asked }), "not-found", "link.unknown")
    await askEmail(here, { ...wanted, current: NEXT })
    const again = await mailedToken(here.id)
    await askReset({ email: mailOf(desk), language: "en" })
    await resetPassword({ token: await mailedToken(here.id), password: PASSWORD })
    await refused(() => confirmEmail({ token: again }), "not-found", "link.unknown")
    expect(await signIn({ email: mailOf(desk), password: PASSWORD })).toMatchObject({ id: here.id })
  })

  test("takes the password, however one is signed in", async ({ desk }) => {
    const here = await signedIn(desk)
    const act = () => askEmail(here, { email: "x@example.org", current: "wrong", language: "en" })
    await expect(act()).rejects.toMatchObject({ code: "invalid", key: "account.wrongPassword" })
  })
})

test("a session that is ended while it makes a token has made none", async ({ desk }) => {
  const here = await signedIn(desk)
  const asked = { name: "Script", scopes: ["read" as const], days: null }
  await makeToken(desk.editor, asked, here)
  const late = await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: here.id }, data: { sessionEpoch: { increment: 1 } } })
    const made = makeToken(desk.editor, asked, here).catch((error: unknown) => error)
    await vi.waitUntil(async () => (await waitingForLock()) === 1, { timeout: 10_000 })
    return [made]
  }, TRANSACTION)
  expect(await Promise.all(late)).toMatchObject([{ code: "signed-out", key: "door.signedOut" }])
  expect(await db().apiToken.count({ where: { membershipId: desk.editor.id } })).toBe(1)
})

test("a password that is taken away while it is weighed brings nobody in, changes nothing and mails no link", async ({
  desk,
}) => {
  const here = await signedIn(desk)
  const { userId } = desk.editor
  const acts = [
    () => signIn({ email: mailOf(desk), password: PASSWORD }),
    () => changePassword(here, { current: PASSWORD, password: NEXT }),
    () => askEmail(here, { email: `elsewhere@${desk.slug}.example.org`, current: PASSWORD, language: "en" }),
  ]
  const late = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
    const asked = acts.map((act) => act().catch((error: unknown) => error))
    // All of them have found the password right by then.
    await vi.waitUntil(async () => (await waitingForLock()) === asked.length, { timeout: 10_000 })
    await tx.user.update({ where: { id: userId }, data: { passwordHash: null } })
    await tx.session.updateMany({ where: { userId }, data: { endedAt: new Date() } })
    return asked
  }, TRANSACTION)
  const refusal = { code: "invalid", key: "account.wrongPassword" }
  expect(await Promise.all(late)).toMatchObject([null, refusal, refusal])
  expect(await db().session.count({ where: { userId, endedAt: null } })).toBe(0)
  expect(await db().emailLink.count({ where: { userId } })).toBe(0)
  expect((await readAccount(here)).password).toBe("none")
})
