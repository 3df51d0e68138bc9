import { describe, expect, test } from "vitest"
import { sha256 } from "../document/digest"
import { afterAdjudication, isDrawn } from "./opinion"
import { isOpen, phaseOf } from "./opinion-phase"

const at = new Date(0)
const none = { takenAt: null, givenAt: null, revealedAt: null, decidedAt: null }

describe("a draw", () => {
  const ids = Array.from({ length: 4000 }, (_, at) => `01900000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`)
  const drawn = (percent: number) => ids.filter((id) => isDrawn(sha256(id), percent))

  test("is decided by the claim's id alone, and draws about as many as it should", () => {
    expect(drawn(10)).toEqual(drawn(10))
    expect(drawn(0)).toEqual([])
    expect(drawn(100)).toHaveLength(ids.length)
    expect(Math.abs(drawn(10).length - 400)).toBeLessThan(80)
  })

  test("of more draws the same ones and others", () => {
    const few = new Set(drawn(5))
    expect(drawn(25).filter((id) => few.has(id))).toHaveLength(few.size)
  })

  test("can be worked out by hand", () => {
    // sha256("claim") begins with the digits below: 0x… of 2^32.
    const digest = sha256("claim")
    const share = parseInt(digest.slice(0, 8), 16) / 2 ** 32
    expect(isDrawn(digest, Math.ceil(share * 100))).toBe(true)
    expect(isDrawn(digest, Math.floor(share * 100))).toBe(false)
  })
})

test("a second opinion is open until both say the same or somebody has decided", () => {
  const phases = [
    phaseOf(none, false),
    phaseOf({ ...none, takenAt: at }, false),
    phaseOf({ ...none, takenAt: at, givenAt: at }, false),
    phaseOf({ takenAt: at, givenAt: at, revealedAt: at, decidedAt: null }, false),
    phaseOf({ takenAt: at, givenAt: at, revealedAt: at, decidedAt: at }, false),
    phaseOf({ takenAt: at, givenAt: at, revealedAt: at, decidedAt: at }, true),
  ]
  expect(phases).toEqual(["asked", "taken", "given", "differ", "same", "adjudicated"])
  expect(phases.map((phase) => isOpen({ phase }))).toEqual([true, true, true, true, false, false])
})

test("what is decided against the first verdict has it redrafted; what is open already stays so", () => {
  const [first, other] = [
    { scale: "theirs", rating: "false" },
    { scale: "theirs", rating: "mixed" },
  ]
  expect(afterAdjudication({ state: "approved" }, first, first)).toBe("approved")
  expect(afterAdjudication({ state: "approved" }, first, other)).toBe("changes_requested")
  expect(afterAdjudication({ state: "in_review" }, first, other)).toBe("changes_requested")
  expect(afterAdjudication({ state: "open" }, first, other)).toBe("open")
})
