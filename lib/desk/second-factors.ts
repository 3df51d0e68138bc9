/**
 * A person's second factor: set up with the password and a picture for an authenticator, proved by its first code, asked
 * at signing in, and taken away with the password. Its secret is sealed where it is kept; codes to write down are kept as digests.
 */
import { randomBytes } from "node:crypto"
import { renderSVG } from "uqr"
import { db, type Tx } from "../db"
import { refuse, refuseField, Refusal } from "../domain/refusal"
import {
  asRecoveryCode,
  authenticatorUri,
  newSecret,
  RECOVERY_CODES,
  recoveryCode,
  stepOf,
  type Confirmed,
  type SecondFactorOffer,
  type SecondFactorView,
  type TypedCode,
} from "../domain/second-factor"
import { isTheirs } from "./account"
import { changeUser } from "./change"
import { codeHashOf, seal, unseal } from "./secrets"
import type { SessionKey } from "./sign-in"
import { attemptKey, countAttempt, forgetAttempts } from "./throttle"

/** Where a person stands with it. */
export async function readSecondFactor({ id: userId }: SessionKey): Promise<SecondFactorView> {
  const [factor, codesLeft] = await Promise.all([
    db().secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } }),
    db().recoveryCode.count({ where: { userId, usedAt: null } }),
  ])
  const since = factor?.confirmedAt?.toISOString() ?? null
  return { state: since ? "on" : "off", since, codesLeft }
}

/**
 * Begins to set it up, with the password where there is one: whoever finds a browser left open would keep its person out
 * by it. The secret counts for nothing until its first code; nothing is told, for nothing changes yet.
 */
export async function offerSecondFactor(
  { id: userId }: SessionKey,
  { current }: Confirmed,
): Promise<SecondFactorOffer> {
  const { email, passwordHash, secondFactor } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, passwordHash: true, secondFactor: { select: { confirmedAt: true } } },
  })
  if (passwordHash !== null) await isTheirs(userId, current)
  if (secondFactor?.confirmedAt) throw refuse("conflict", "account.secondFactorOn")
  const secret = newSecret()
  const fresh = { sealed: seal(secret, userId), lastStep: 0 }
  await db().secondFactor.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh })
  return { secret, picture: pictureOf(authenticatorUri(secret, email)) }
}

/**
 * Turns it on with its first code, by which this session has proved it; the others, which have not, end. Answers the codes
 * to write down, the only time they can be read.
 */
export async function addSecondFactor(
  { id: userId, sessionId }: SessionKey,
  { code }: TypedCode,
): Promise<{ codes: string[] }> {
  const key = attemptKey(`code ${userId}`)
  await countAttempt(key, CODES_BORNE)
  const added = await changeUser(userId, "account.second_factor_added", async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId } })
    if (!factor) throw refuse("conflict", "account.noOffer")
    if (factor.confirmedAt) throw refuse("conflict", "account.secondFactorOn")
    const step = stepOf(unseal(factor.sealed, userId), code, { now: new Date(), lastStep: factor.lastStep })
    if (step === null) throw refuseField("code", "account.wrongCode")
    const now = new Date()
    await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: now, lastStep: step } })
    await tx.session.updateMany({ where: { id: sessionId, userId }, data: { provedAt: now } })
    const others = { userId, endedAt: null, id: { not: sessionId } }
    await tx.session.updateMany({ where: others, data: { endedAt: now } })
    return { codes: await writeCodes(tx, userId) }
  })
  await forgetAttempts(key)
  return added
}

/** Takes it away, with the codes to write down. */
export async function removeSecondFactor({ id: userId }: SessionKey, { current }: Confirmed): Promise<void> {
  await isTheirs(userId, current)
  return changeUser(userId, "account.second_factor_removed", async (tx) => {
    await tx.secondFactor.deleteMany({ where: { userId } })
    await tx.recoveryCode.deleteMany({ where: { userId } })
  })
}

/** Makes new codes to write down, which end those before. */
export async function newRecoveryCodes(
  { id: userId }: SessionKey,
  { current }: Confirmed,
): Promise<{ codes: string[] }> {
  await isTheirs(userId, current)
  return changeUser(userId, "account.recovery_codes_made", async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId } })
    if (!factor?.confirmedAt) throw refuse("conflict", "account.noSecondFactor")
    return { codes: await writeCodes(tx, userId) }
  })
}

/**
 * Whether a code proves a person: one of their authenticator, of a period that none was taken of yet, or one that they
 * wrote down, once. `none`: they have no second factor, and need none; `missing` asks for a code.
 */
export async function checkSecondFactor(userId: string, code: string): Promise<"right" | "wrong" | "missing" | "none"> {
  const factor = await db().secondFactor.findUnique({ where: { userId } })
  if (!factor?.confirmedAt) return "none"
  if (code.trim() === "") return "missing"
  const step = stepOf(unseal(factor.sealed, userId), code, { now: new Date(), lastStep: factor.lastStep })
  if (step === null) return (await usesRecoveryCode(userId, code)) ? "right" : "wrong"
  // Of two at the same moment one is first.
  const where = { userId, lastStep: { lt: step } }
  const { count } = await db().secondFactor.updateMany({ where, data: { lastStep: step } })
  return count === 1 ? "right" : "wrong"
}

/** Codes that are borne in a quarter of an hour while one is being set up. */
const CODES_BORNE = 10

async function usesRecoveryCode(userId: string, typed: string): Promise<boolean> {
  const code = asRecoveryCode(typed)
  if (code === null) return false
  const where = { userId, hash: codeHashOf(code, userId), usedAt: null }
  if (!(await db().recoveryCode.findFirst({ where, select: { id: true } }))) return false
  try {
    return await changeUser(userId, "account.recovery_code_used", async (tx) => {
      const { count } = await tx.recoveryCode.updateMany({ where, data: { usedAt: new Date() } })
      if (count === 0) throw refuse("conflict", "account.wrongCode")
      return true
    })
  } catch (error) {
    // Somebody was first with the same code.
    if (error instanceof Refusal) return false
    throw error
  }
}

async function writeCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(10)))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, hash: codeHashOf(asRecoveryCode(code) ?? code, userId) })),
  })
  return codes
}

/** Black on white whatever the theme: that is what cameras read. */
function pictureOf(uri: string): string {
  const svg = renderSVG(uri, { border: 2, blackColor: "black", whiteColor: "white" })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`
}
