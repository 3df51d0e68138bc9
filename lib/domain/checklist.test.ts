/** What is asked of which claims, and when they meet it. */
import { describe, expect, test } from "vitest"
import {
  CHECKLIST_ITEMS,
  checklistOf,
  DEFAULT_CHECKLIST,
  independentIn,
  unmetItems,
  type Checkable,
  type Checklist,
  type ChecklistItem,
  type ChecklistRule,
} from "./checklist"

const source = (id: string, about: { primary?: boolean; group?: string; kept?: boolean } = {}) => ({
  source: { id, primary: about.primary ?? false, independenceGroup: about.group ?? null },
  kept: about.kept ?? true,
})

const claim = (about: Partial<Checkable> = {}): Checkable => ({
  ...{ job: "theirs", type: null, priority: 2, verdict: { conclusion: "Four." } },
  ...{ evidence: [source("a")], contacts: [], calculations: [] },
  ...about,
})

/** The default, but for one item, which is asked as it is said here. */
const asking = (item: ChecklistItem, rule: Partial<ChecklistRule> = {}): Checklist => ({
  ...DEFAULT_CHECKLIST,
  [item]: { jobs: ["ours", "theirs"], priorities: [1, 2, 3], types: [], ...rule },
})

const meets = (item: ChecklistItem, about: Partial<Checkable>) => !unmetItems(claim(about), asking(item)).includes(item)

describe("by default", () => {
  const asked = (about: Partial<Checkable>) => checklistOf(claim(about), DEFAULT_CHECKLIST).map(({ item }) => item)

  test("a conclusion is asked of theirs, and a source or contact of all", () => {
    expect(asked({})).toEqual(["conclusion", "evidence"])
    expect(asked({ job: "ours" })).toEqual(["evidence"])
  })

  test("a contact is taken for a source", () => {
    expect(unmetItems(claim({ evidence: [] }), DEFAULT_CHECKLIST)).toEqual(["evidence"])
    expect(unmetItems(claim({ evidence: [], contacts: [{ isClaimant: false }] }), DEFAULT_CHECKLIST)).toEqual([])
  })

  test("an empty conclusion, or none without a verdict, is not there", () => {
    expect(unmetItems(claim({ verdict: { conclusion: "" } }), DEFAULT_CHECKLIST)).toEqual(["conclusion"])
    expect(unmetItems(claim({ verdict: null }), DEFAULT_CHECKLIST)).toEqual(["conclusion"])
  })
})

describe("an item", () => {
  test("is asked of the jobs, priorities and types that a desk has set, in one order whatever was set when", () => {
    const musts = asking("two_independent", { jobs: ["theirs"], priorities: [1] })
    const asked = (about: Partial<Checkable>, checklist: Checklist) =>
      checklistOf(claim(about), checklist).some(({ item }) => item !== "conclusion" && item !== "evidence")
    expect([1, 2, 3].map((priority) => asked({ priority: priority as 1 }, musts))).toEqual([true, false, false])
    expect(asked({ priority: 1, job: "ours" }, musts)).toBe(false)
    const sums = asking("calculation", { types: ["quantity", "comparison"] })
    expect([null, "quote", "quantity"].map((type) => asked({ type: type as Checkable["type"] }, sums))).toEqual([
      false,
      false,
      true,
    ])
    const all = Object.fromEntries(
      CHECKLIST_ITEMS.toReversed().map((item) => [item, asking(item)[item]]),
    ) as unknown as Checklist
    expect(checklistOf(claim(), all).map(({ item }) => item)).toEqual(CHECKLIST_ITEMS)
  })

  test.each([
    ["one primary source is enough", [source("a", { primary: true })], true, false],
    ["one source that is not primary is not", [source("a")], false, false],
    ["two that do not rest on each other are", [source("a"), source("b")], true, true],
    ["three of one group are one", ["a", "b", "c"].map((id) => source(id, { group: "Wire" })), false, false],
    [
      "a group is one however it is written",
      [source("a", { group: "wire " }), source("b", { group: "Wire" })],
      false,
      false,
    ],
    ["one of a group and one of none are two", [source("a", { group: "Wire" }), source("b")], true, true],
    ["the same source cited twice is one", [source("a"), source("a")], false, false],
  ])("of sources: %s", (_, evidence, primaryOrTwo, two) => {
    expect(meets("primary_or_two", { evidence })).toBe(primaryOrTwo)
    expect(meets("two_independent", { evidence })).toBe(two)
    expect(independentIn(evidence) >= 2).toBe(two)
  })

  test("is met as to copies when every page is kept, as to the claimant when they were asked, and by a sum", () => {
    expect(meets("archived", { evidence: [source("a"), source("b", { kept: false })] })).toBe(false)
    expect(meets("archived", { evidence: [source("a")] })).toBe(true)
    expect(meets("claimant_contacted", { contacts: [{ isClaimant: false }] })).toBe(false)
    expect(meets("claimant_contacted", { contacts: [{ isClaimant: false }, { isClaimant: true }] })).toBe(true)
    expect(meets("calculation", {})).toBe(false)
    expect(meets("calculation", { calculations: [{}] })).toBe(true)
  })
})
