/** The way back in by whoever runs Stet: what it opens, for whom, and that it is told. */
import { Secret, TOTP } from "otpauth"
import { describe, expect } from "vitest"
import { db } from "../db"
import { resetPassword } from "./account"
import { dropSecondFactor, passwordLinkFor } from "./recovering"
import { addSecondFactor, offerSecondFactor } from "./second-factors"
import { signIn } from "./sign-in"
import { stet } from "./testing/command-line"
import { PASSWORD, refused, test, type Desk } from "./testing/desk"

const NEXT = "quite another password"
const mailOf = (desk: Desk) => `editor@${desk.slug}.example.org`
const nobody = "nobody@example.org"

async function signedIn(desk: Desk) {
  const person = await signIn({ email: mailOf(desk), password: PASSWORD })
  if (!person) throw new Error("the editor could not sign in")
  return person
}

describe("a lost password", () => {
  test("is replaced by a link from the command line, once, where no mails are sent", async ({ desk }) => {
    const { link } = await passwordLinkFor(mailOf(desk).toUpperCase())
    const token = link.split("/reset/")[1] ?? ""
    await resetPassword({ token, password: NEXT })
    expect(await signIn({ email: mailOf(desk), password: NEXT })).toMatchObject({ email: mailOf(desk) })
    await refused(() => resetPassword({ token, password: PASSWORD }), "conflict", "link.used")
    await refused(() => passwordLinkFor(nobody), "not-found", "account.nobody")
  })

  test("is said on the command line how to replace", async ({ desk }) => {
    const { stdout, status } = await stet(process.cwd(), "account", "password", "--mail", mailOf(desk))
    const token = /\/reset\/([\w-]+)/.exec(stdout)?.[1] ?? ""
    expect(status).toBe(0)
    await resetPassword({ token, password: NEXT })
    expect(await signIn({ email: mailOf(desk), password: NEXT })).toMatchObject({ email: mailOf(desk) })
  })
})

test("a lost second factor is taken away, also one that opens no more, and told as nobody's act", async ({ desk }) => {
  await refused(() => dropSecondFactor(mailOf(desk)), "conflict", "account.noSuchFactor")
  const person = await signedIn(desk)
  const { secret } = await offerSecondFactor(person, { current: PASSWORD })
  await addSecondFactor(person, { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() })
  await db().secondFactor.update({ where: { userId: person.id }, data: { sealed: "by.another.secret" } })
  await expect(signIn({ email: mailOf(desk), password: PASSWORD, code: "123456" })).rejects.toThrow()
  await dropSecondFactor(mailOf(desk))
  expect(await signedIn(desk)).toMatchObject({ id: person.id, secondFactor: "off" })
  expect(await db().recoveryCode.count({ where: { userId: person.id } })).toBe(0)
  const subjects = { membership: desk.editor.id }
  const told = { act: "account.second_factor_removed", actorId: null, subjects }
  expect(await desk.lastEvents(1)).toMatchObject([told])
  await refused(() => dropSecondFactor(nobody), "not-found", "account.nobody")
})
