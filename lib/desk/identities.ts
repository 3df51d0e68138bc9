/**
 * Coming in with an account elsewhere: whose it is here, by its issuer and subject. Who keeps such accounts is in the
 * settings of Stet, and trusted to have confirmed an address that they say is. It gives nobody a seat at a desk.
 */
import { v7 as newId } from "uuid"
import { db } from "../db"
import { Email, PersonName } from "../domain/door"
import { changeUser } from "./change"
import { openSession, type SignedInUser } from "./sign-in"

/** What an account elsewhere says of its person. */
export interface IdentityClaims {
  issuer: string
  subject: string
  email?: string | undefined
  emailVerified: "yes" | "no"
  name?: string | undefined
}

/**
 * A session of the person whose account elsewhere this is: by what was linked before, else by their confirmed e-mail,
 * which links it; somebody new gets an account here, without a desk. Null where there is no confirmed e-mail to go by.
 */
export async function signInByIdentity(claims: IdentityClaims, userAgent: string): Promise<SignedInUser | null> {
  const userId = (await linkedTo(claims)) ?? (await link(claims)) ?? (await linkedTo(claims))
  return userId === null ? null : openSession(userId, { method: "identity", userAgent })
}

async function linkedTo({ issuer, subject }: IdentityClaims): Promise<string | null> {
  const row = await db().identity.findUnique({ where: { issuer_subject: { issuer, subject } } })
  return row?.userId ?? null
}

/** Links it to the person of its e-mail, who is made if there is none. Null without one, and where another tab was first. */
async function link(claims: IdentityClaims): Promise<string | null> {
  const email = Email.safeParse(claims.email)
  if (!email.success || claims.emailVerified === "no") return null
  const { issuer, subject } = claims
  const known = await db().user.findUnique({ where: { email: email.data }, select: { id: true } })
  const userId = known?.id ?? newId()
  const name = PersonName.catch(email.data.split("@")[0] ?? email.data).parse(claims.name)
  const linked = await changeUser(userId, "account.identity_linked", async (tx) => {
    if (!known) await tx.user.createMany({ data: [{ id: userId, email: email.data, name }], skipDuplicates: true })
    const there = await tx.user.findUnique({ where: { email: email.data }, select: { id: true } })
    if (there?.id !== userId) return 0
    const made = await tx.identity.createMany({ data: [{ issuer, subject, userId }], skipDuplicates: true })
    return made.count
  })
  return linked === 1 ? userId : null
}
