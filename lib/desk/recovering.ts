/**
 * The way back in for who has lost it, by the hand of whoever runs Stet: for the command line alone. No owner of a desk
 * may, for the person may sit at other desks too.
 */
import { db, type Tx } from "../db"
import { Email } from "../domain/door"
import { refuse } from "../domain/refusal"
import { keepLink } from "./account"
import { changeUser } from "./change"
import { ourAddress } from "./secrets"

/** A link to hand over, by which somebody chooses a new password: once, for an hour, as one that is mailed. */
export async function passwordLinkFor(email: string): Promise<{ link: string }> {
  const user = await personOfMail(email)
  const link = { userId: user.id, kind: "reset", email: user.email, language: "en" } as const
  const { token } = await db().$transaction((tx) => keepLink(tx, link))
  return { link: ourAddress(`/reset/${token}`) }
}

/** Takes somebody's second factor away, also one that can't be opened any more, with the codes to write down. */
export async function dropSecondFactor(email: string): Promise<void> {
  const { id: userId } = await personOfMail(email)
  const drop = async (tx: Tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    if (count === 0) throw refuse("conflict", "account.noSuchFactor")
    await tx.recoveryCode.deleteMany({ where: { userId } })
  }
  return changeUser(userId, "account.second_factor_removed", drop, "nobody")
}

/** Whose account has this e-mail. Refuses with `not-found`. */
export async function personOfMail(email: string): Promise<{ id: string; email: string }> {
  const given = Email.safeParse(email)
  const where = { email: given.data ?? "" }
  const user = await db().user.findUnique({ where, select: { id: true, email: true } })
  if (!user) throw refuse("not-found", "account.nobody")
  return user
}
