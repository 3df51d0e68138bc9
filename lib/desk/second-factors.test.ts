/** A second factor: set up, asked at signing in, each code once; sealed where it is kept; and a desk that asks for it. */
import { Secret, TOTP } from "otpauth"
import { afterEach, describe, expect } from "vitest"
import { db } from "../db"
import { seatOf } from "./people"
import {
  addSecondFactor,
  newRecoveryCodes,
  offerSecondFactor,
  readSecondFactor,
  removeSecondFactor,
} from "./second-factors"
import { seal, unseal } from "./secrets"
import { listSessions } from "./sessions"
import { openSession, personOf, signIn, type SignedInUser } from "./sign-in"
import { setSignIn } from "./sign-in-rules"
import { PASSWORD, refused, test, type Desk } from "./testing/desk"

afterEach(() => db().signInAttempt.deleteMany())

/** What an authenticator shows, so many periods from now. */
const codeOf = (secret: string, periods = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + periods * 30_000 })

const credentials = (desk: Desk) => ({ email: `owner@${desk.slug}.example.org`, password: PASSWORD })

async function signedIn(desk: Desk, code?: string): Promise<SignedInUser> {
  const person = await signIn({ ...credentials(desk), code })
  if (!person) throw new Error("the owner could not sign in")
  return person
}

/** Turns the owner's on. The code of the period before this one is used for it, so that this one's is free. */
async function withFactor(desk: Desk) {
  const person = await signedIn(desk)
  const { secret } = await offerSecondFactor(person, { current: PASSWORD })
  const { codes } = await addSecondFactor(person, { code: codeOf(secret, -1) })
  return { person, secret, codes }
}

describe("a second factor", () => {
  test("counts once its first code is right, and gives codes to write down", async ({ desk }) => {
    const person = await signedIn(desk)
    const stranger = () => offerSecondFactor(person, { current: "wrong" })
    await expect(stranger()).rejects.toMatchObject({
      key: "account.wrongPassword",
      details: { fields: [{ path: "current" }] },
    })
    await expect(addSecondFactor(person, { code: "000000" })).rejects.toMatchObject({ key: "account.noOffer" })
    const { secret, picture } = await offerSecondFactor(person, { current: PASSWORD })
    expect(Buffer.from(picture.split(",")[1] ?? "", "base64").toString()).toMatch(/^<svg/)
    expect(await signIn(credentials(desk))).toMatchObject({ secondFactor: "off" })
    await expect(addSecondFactor(person, { code: "000000" })).rejects.toMatchObject({ key: "account.wrongCode" })
    const { codes } = await addSecondFactor(person, { code: codeOf(secret) })
    expect(new Set(codes).size).toBe(10)
    expect(await readSecondFactor(person)).toMatchObject({ state: "on", codesLeft: 10 })
    expect(await personOf(person)).toMatchObject({ secondFactor: "on" })
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "account.second_factor_added",
        actorId: desk.owner.id,
        subjects: { membership: desk.owner.id },
        payload: {},
      },
    ])
    await refused(() => offerSecondFactor(person, { current: PASSWORD }), "conflict", "account.secondFactorOn")
  })

  test("is proved by the session that sets it up and by those that begin with a code; the others end", async ({
    desk,
  }) => {
    const [before, elsewhere] = [await signedIn(desk), await signedIn(desk)]
    const { person, secret } = await withFactor(desk)
    expect(await personOf(person)).toMatchObject({ secondFactor: "on" })
    for (const other of [before, elsewhere]) expect(await personOf(other)).toBeNull()
    expect(await listSessions(person)).toMatchObject([{ id: person.sessionId }])
    const proved = await signedIn(desk, codeOf(secret))
    expect(await personOf(proved)).toMatchObject({ secondFactor: "on" })
    // Another factor in its place is another one to prove.
    await removeSecondFactor(proved, { current: PASSWORD })
    const { secret: next } = await offerSecondFactor(proved, { current: PASSWORD })
    await addSecondFactor(proved, { code: codeOf(next) })
    expect(await personOf(person)).toBeNull()
    expect(await personOf(proved)).toMatchObject({ secondFactor: "on" })
  })

  test("is not proved by a sign-in that was under way while it was set up", async ({ desk }) => {
    const { id, sessionId } = await signedIn(desk)
    const slow = await openSession(id, { method: "password", userAgent: "", provedAt: null })
    const { secret } = await offerSecondFactor(slow, { current: PASSWORD })
    await addSecondFactor(slow, { code: codeOf(secret) })
    // As if its row had come a moment later than the others were ended.
    await db().session.update({ where: { id: sessionId }, data: { endedAt: null } })
    expect(await personOf({ ...slow, sessionId })).toBeNull()
    const elsewhere = await openSession(id, { method: "identity", userAgent: "", provedAt: null })
    expect(await personOf(elsewhere)).toMatchObject({ secondFactor: "on" })
  })

  test("is asked for once the password is right, and not before", async ({ desk }) => {
    const { secret } = await withFactor(desk)
    expect(await signIn({ ...credentials(desk), password: "wrong", code: codeOf(secret) })).toBeNull()
    await expect(signIn(credentials(desk))).rejects.toMatchObject({ key: "door.codeMissing" })
    await expect(signIn({ ...credentials(desk), code: "000000" })).rejects.toMatchObject({ key: "door.codeWrong" })
    expect(await signedIn(desk, codeOf(secret))).toMatchObject({ secondFactor: "on" })
  })

  test("takes each code once, however fast it is sent twice", async ({ desk }) => {
    const { secret } = await withFactor(desk)
    const code = codeOf(secret)
    const both = await Promise.allSettled([1, 2].map(() => signedIn(desk, code)))
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    await expect(signedIn(desk, code)).rejects.toMatchObject({ key: "door.codeWrong" })
    await expect(signedIn(desk, codeOf(secret, -1))).rejects.toMatchObject({ key: "door.codeWrong" })
    expect(await signedIn(desk, codeOf(secret, 1))).toMatchObject({ secondFactor: "on" })
  })

  test("is not found by trying", async ({ desk }) => {
    const { secret } = await withFactor(desk)
    for (let at = 0; at < 10; at += 1) {
      await expect(signedIn(desk, "000000")).rejects.toMatchObject({ key: "door.codeWrong" })
    }
    await expect(signedIn(desk, codeOf(secret))).rejects.toMatchObject({ key: "door.throttled" })
  })

  test("is sealed where it is kept, for its person alone", async ({ desk }) => {
    const { secret, codes, person } = await withFactor(desk)
    const rows = JSON.stringify([await db().secondFactor.findMany(), await db().recoveryCode.findMany()])
    for (const word of [secret, ...codes, ...codes.map((code) => code.replace("-", ""))])
      expect(rows).not.toContain(word)
    const { sealed } = await db().secondFactor.findUniqueOrThrow({ where: { userId: person.id } })
    expect(unseal(sealed, person.id)).toBe(secret)
    expect(() => unseal(sealed, desk.editor.userId)).toThrow()
    const [nonce, tag, text = ""] = seal("a secret", person.id).split(".")
    const altered = Buffer.from(text, "base64url")
    altered.writeUInt8(altered.readUInt8(0) ^ 1, 0)
    expect(() => unseal([nonce, tag, altered.toString("base64url")].join("."), person.id)).toThrow()
  })

  test("goes with the password, and its codes to write down with it", async ({ desk }) => {
    const { person } = await withFactor(desk)
    await expect(removeSecondFactor(person, { current: "wrong" })).rejects.toMatchObject({
      key: "account.wrongPassword",
    })
    await removeSecondFactor(person, { current: PASSWORD })
    expect(await readSecondFactor(person)).toEqual({ state: "off", since: null, codesLeft: 0 })
    expect(await signedIn(desk)).toMatchObject({ secondFactor: "off" })
  })
})

describe("a code that was written down", () => {
  test("works once, in any case, and is told", async ({ desk }) => {
    const { codes, person } = await withFactor(desk)
    const [code = "", other = ""] = codes
    const both = await Promise.allSettled([1, 2].map(() => signedIn(desk, code.toLowerCase())))
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "account.recovery_code_used", payload: {} }])
    await expect(signedIn(desk, code)).rejects.toMatchObject({ key: "door.codeWrong" })
    expect(await readSecondFactor(person)).toMatchObject({ codesLeft: 9 })
    const { codes: fresh } = await newRecoveryCodes(person, { current: PASSWORD })
    await expect(signedIn(desk, other)).rejects.toMatchObject({ key: "door.codeWrong" })
    expect(await signedIn(desk, fresh[0])).toMatchObject({ id: person.id })
  })

  test("is its person's alone", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const { codes } = await withFactor(other)
    await withFactor(desk)
    await expect(signedIn(desk, codes[0])).rejects.toMatchObject({ key: "door.codeWrong" })
  })
})

test("an owner who comes in by their provider alone has nothing of their own to set up first", async ({ desk }) => {
  await db().user.update({ where: { id: desk.owner.userId }, data: { passwordHash: null } })
  await setSignIn(desk.owner, { requireSecondFactor: true })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "workspace.sign_in_set", payload: { from: false, to: true } }])
})

test("a desk asks for a second factor once its owner has one, and keeps what else it has set", async ({ desk }) => {
  await desk.set({ approvals: 2 })
  await refused(() => setSignIn(desk.owner, { requireSecondFactor: true }), "conflict", "account.ownFirst")
  await withFactor(desk)
  await setSignIn(desk.owner, { requireSecondFactor: true })
  expect((await seatOf(desk.viewer.userId, desk.slug))?.actor.settings).toMatchObject({
    requireSecondFactor: true,
    approvals: 2,
  })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "workspace.sign_in_set", payload: { from: false, to: true } }])
})
