import { expect, test } from "vitest"
import type { ClaimView } from "./claim"
import { doubtsAbout } from "./doubts"

const now = new Date("2024-11-15T12:00:00Z")
const evidence = (state: string | null, flag: string | null = null) => ({ lookedUp: state && { state }, flag })
const contact = (outcome: string, deadline: string | null) => ({ outcome, deadline })
const about = (claim: object) => doubtsAbout(claim as unknown as ClaimView, now)

test("an excerpt that is not found, or found in other words, a flag and an overdue answer are said, each with how many", () => {
  const claim = {
    evidence: [
      evidence("missing"),
      evidence("missing", "page_gone"),
      evidence("similar"),
      evidence("found"),
      evidence(null),
    ],
    contacts: [contact("pending", "2024-11-15T11:00:00.000Z"), contact("pending", "2024-11-15T13:00:00.000Z")],
  }
  expect(about(claim)).toEqual([
    { doubt: "excerpts", count: 2 },
    { doubt: "otherwise", count: 1 },
    { doubt: "flags", count: 1 },
    { doubt: "answers", count: 1 },
  ])
})

test("what was found, answered or has time is no doubt", () => {
  const contacts = [contact("confirmed", "2024-11-14T11:00:00.000Z"), contact("pending", null)]
  expect(about({ evidence: [evidence("found")], contacts })).toEqual([])
})
