/**
 * A second factor: codes of an authenticator (RFC 6238, six digits of 30 seconds, HMAC-SHA-1 as every authenticator
 * knows it), and codes to write down for whoever loses it. Knows no clock and keeps nothing.
 */
import { Secret, TOTP } from "otpauth"
import { z } from "zod"

const PERIOD = 30

/** Clocks of telephones are wrong by some seconds, and typing takes some: the period before and the one after count too. */
const WINDOW = 1

/** How many codes to write down somebody gets. */
export const RECOVERY_CODES = 10

export const TypedCode = z.object({ code: z.string().trim().min(6).max(40) })
export type TypedCode = z.infer<typeof TypedCode>

/** The password again, before what protects the account is set up, taken away or made anew. */
export const Confirmed = z.object({ current: z.string().min(1).max(200) })
export type Confirmed = z.infer<typeof Confirmed>

export const SetSignIn = z.object({ requireSecondFactor: z.boolean() })
export type SetSignIn = z.infer<typeof SetSignIn>

/** What is shown while a second factor is set up, once. */
export interface SecondFactorOffer {
  /** Base32, to be typed where nothing can be scanned. */
  secret: string
  /** The same as a picture to scan: an SVG as a data URL. */
  picture: string
}

/** Where a person stands with their second factor. */
export interface SecondFactorView {
  state: "on" | "off"
  /** ISO 8601 in UTC. */
  since: string | null
  codesLeft: number
}

/** A new secret, 160 bits as Base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator is told, as it stands in the picture. */
export const authenticatorUri = (secret: string, email: string): string => totpOf(secret, email).toString()

/**
 * The period that a code is of, or null where it is none of this secret's near this time. Each counts once: of `lastStep`
 * and before it none is taken again.
 */
export function stepOf(
  secret: string,
  code: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | null {
  const typed = code.replace(/\s/g, "")
  if (!/^\d{6}$/.test(typed)) return null
  const timestamp = now.getTime()
  const delta = totpOf(secret, "").validate({ token: typed, timestamp, window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta
  return step > lastStep ? step : null
}

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: "Stet", label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: PERIOD })

/** Without letters and digits that are taken for others. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

/** A code to write down, from so many random bytes: two groups of five, about 49 bits. */
export function recoveryCode(random: Uint8Array): string {
  const signs = [...random.slice(0, 10)].map((byte) => SIGNS[byte % SIGNS.length])
  return `${signs.slice(0, 5).join("")}-${signs.slice(5).join("")}`
}

/** A code as somebody typed it, in the one way that it is kept; null where it can be none. */
export function asRecoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, "")
  return signs.length === 10 && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null
}
