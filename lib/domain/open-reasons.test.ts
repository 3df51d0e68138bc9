/** What is said of a claim that is not done. */
import { expect, test } from "vitest"
import { openReasons } from "./open-reasons"

type Given = Parameters<typeof openReasons>[0]

const rated = (settles: boolean) => ({ rating: { settles } }) as Given["verdict"]
const phase = (phase: string) => ({ phase }) as Given["opinion"]
const done = {
  state: "approved",
  verdict: rated(true),
  anchors: [],
  letStand: null,
  opinion: null,
  legal: null,
} as Given
const reasons = (other: Partial<Given>, approvals = 1) => openReasons({ ...done, ...other }, { approvals })

test("a claim that is open says how far it is, and all that keeps it", () => {
  expect(reasons({})).toEqual([])
  expect(reasons({ state: "open", verdict: null })).toEqual(["open"])
  expect(reasons({ state: "in_review" })).toEqual(["in_review"])
  expect(reasons({ state: "changes_requested" })).toEqual(["changes_requested"])
  expect(reasons({ state: "checked" })).toEqual(["checked"])
  expect(reasons({ state: "checked" }, 0)).toEqual([])
  expect(reasons({ verdict: rated(false) })).toEqual(["unsettled"])
  const held = { decision: "hold" as const, at: "" }
  expect(reasons({ state: "in_review", opinion: phase("differ"), legal: held })).toEqual([
    "in_review",
    "differ",
    "held",
  ])
  expect(reasons({ state: "open", opinion: phase("taken"), legal: { ...held, decision: "clear" } })).toEqual([
    "open",
    "opinion",
  ])
  expect(reasons({ opinion: phase("same") })).toEqual([])
})
