/** When an article may go out, and how. */
import { describe, expect, test } from "vitest"
import { Refusal } from "./refusal"
import {
  afterSignOff,
  assertReopens,
  DecideComplaint,
  isWhole,
  tidiesWaiting,
  type OpenItems,
  type SignedClaim,
} from "./sign-off"

const open = (priority: 1 | 2 | 3) => ({ priority }) as SignedClaim
const items = (...claims: SignedClaim[]): OpenItems => ({ claims, sentences: 0, unclaimed: false })
const WHOLE = items()

const refusalOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.key}`
    throw error
  }
  return "taken"
}

describe("signing off", () => {
  const at = (goneOut: "signed_off" | "released" | "under_review" | null) => ({ goneOut, signerId: "me" })

  test("is whole where nothing is open, whatever was accepted", () => {
    expect(afterSignOff(at(null), WHOLE, null)).toBe("signed_off")
    expect(afterSignOff(at("released"), WHOLE, { secondId: null })).toBe("signed_off")
    expect(afterSignOff(at("under_review"), WHOLE, null)).toBe("signed_off")
    expect(refusalOf(() => afterSignOff(at("signed_off"), WHOLE, null))).toBe("conflict signOff.already")
  })

  test("with open items is a release: accepted, and a must by two", () => {
    expect(refusalOf(() => afterSignOff(at(null), items(open(2)), null))).toBe("conflict signOff.notReady")
    expect(afterSignOff(at(null), items(open(2)), {})).toBe("released")
    expect(refusalOf(() => afterSignOff(at(null), items(open(3), open(1)), {}))).toBe("invalid signOff.secondNeeded")
    const self = () => afterSignOff(at(null), items(open(2)), { secondId: "me" })
    expect(refusalOf(self)).toBe("invalid signOff.secondIsSigner")
    expect(afterSignOff(at(null), items(open(1)), { secondId: "you" })).toBe("released")
  })

  test("with open items is of those that were seen", () => {
    const [one, other] = [
      { ...open(2), id: "a", number: 1 },
      { ...open(2), id: "b", number: 2 },
    ]
    const claimIds = ["a"]
    expect(afterSignOff(at(null), items(one), { claimIds })).toBe("released")
    expect(refusalOf(() => afterSignOff(at(null), items(one, other), { claimIds }))).toBe("conflict signOff.moreOpen")
    expect(afterSignOff(at(null), items(), { claimIds })).toBe("signed_off")
  })

  test("counts sentences that nobody looked at, and an article without claims, as open", () => {
    expect(isWhole({ ...WHOLE, sentences: 1 })).toBe(false)
    expect(isWhole({ ...WHOLE, unclaimed: true })).toBe(false)
    expect(isWhole(WHOLE)).toBe(true)
  })
})

test("a mended typo is waited for where its claim would go out, and is not out already", () => {
  const tidy = { id: "t", changes: [], by: { id: "p", name: "P" }, at: "2024-11-15T12:00:00.000Z" }
  const claims = [
    { id: "a", number: 1, tidy, signOffId: null },
    { id: "b", number: 2, tidy: null, signOffId: null },
    { id: "c", number: 3, tidy, signOffId: null },
    { id: "d", number: 4, tidy, signOffId: "s" },
  ]
  const signed = claims.map(({ id }) => ({ ...open(2), id, open: id === "c" ? ("unapproved" as const) : null }))
  expect(tidiesWaiting(claims, { claims: signed })).toEqual([1])
})

test("only what has gone out is reopened", () => {
  expect(refusalOf(() => assertReopens(null, null))).toBe("conflict reopen.notOut")
  expect(refusalOf(() => assertReopens("released", { signOffId: null }))).toBe("conflict reopen.isOpen")
  expect(refusalOf(() => assertReopens("signed_off", { signOffId: "s" }))).toBe("taken")
  expect(refusalOf(() => assertReopens("under_review", null))).toBe("taken")
})

test("an upheld complaint names the kind of correction that it leads to", () => {
  const decided = { complaintId: "0190e000-0000-7000-8000-000000000001", answer: "Yes." }
  expect(DecideComplaint.safeParse({ ...decided, outcome: "upheld" }).success).toBe(false)
  expect(DecideComplaint.safeParse({ ...decided, outcome: "upheld", kind: "void" }).success).toBe(true)
  expect(DecideComplaint.safeParse({ ...decided, outcome: "rejected" }).success).toBe(true)
})
