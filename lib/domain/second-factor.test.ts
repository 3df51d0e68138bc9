import { Secret } from "otpauth"
import { describe, expect, test } from "vitest"
import { asRecoveryCode, authenticatorUri, newSecret, recoveryCode, stepOf } from "./second-factor"

/** RFC 6238, appendix B: its secret, and the last six of its eight digits for SHA-1. */
const RFC = Secret.fromUTF8("12345678901234567890").base32
const VECTORS = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
] as const

const at = (seconds: number) => ({ now: new Date(seconds * 1000), lastStep: 0 })

describe("a code of an authenticator", () => {
  test.each(VECTORS)("at %d seconds is %s", (seconds, code) => {
    expect(stepOf(RFC, code, at(seconds))).toBe(Math.floor(seconds / 30))
  })

  test("counts a period early or late, and no more", () => {
    const step = Math.floor(1_234_567_890 / 30)
    expect(stepOf(RFC, "005924", at(1_234_567_890 + 30))).toBe(step)
    expect(stepOf(RFC, "005924", at(1_234_567_890 - 30))).toBe(step)
    expect(stepOf(RFC, "005924", at(1_234_567_890 + 60))).toBeNull()
    expect(stepOf(RFC, "005924", at(1_234_567_890 - 60))).toBeNull()
  })

  test("counts once, and none before it", () => {
    const { now } = at(59)
    expect(stepOf(RFC, "287082", { now, lastStep: 0 })).toBe(1)
    expect(stepOf(RFC, "287082", { now, lastStep: 1 })).toBeNull()
    expect(stepOf(RFC, "287082", { now, lastStep: 2 })).toBeNull()
  })

  test.each(["287083", "28708", "2870822", "", "abcdef", "٢٨٧٠٨٢"])("is not %j", (code) => {
    expect(stepOf(RFC, code, at(59))).toBeNull()
  })

  test("may be typed as it is shown, in two groups", () => {
    expect(stepOf(RFC, " 287 082 ", at(59))).toBe(1)
  })
})

test("a secret has 160 bits, and goes to an authenticator with whose it is", () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(secret)
  const uri = new URL(authenticatorUri(secret, "ann@example.org"))
  expect(uri.protocol).toBe("otpauth:")
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: "Stet", digits: "6", period: "30" })
  expect(decodeURIComponent(uri.href)).toContain("ann@example.org")
})

test("a code to write down is read in any case, with and without its hyphen", () => {
  const code = recoveryCode(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/)
  expect(asRecoveryCode(` ${code.toLowerCase()} `)).toBe(code.replace("-", ""))
  expect(asRecoveryCode("123456")).toBeNull()
  expect(asRecoveryCode("OOOOO-IIIII")).toBeNull()
})
