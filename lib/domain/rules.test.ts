/** What a desk sets of its reviews, and what is told of a change. */
import { expect, test } from "vitest"
import { DEFAULT_CHECKLIST } from "./checklist"
import { rulesChanged } from "./rule-changes"
import { Checklist, ReviewRules } from "./rules"

const rules = ReviewRules.parse({})

test("a desk that has set nothing asks what it is asked by default, item by item", () => {
  expect(rules.checklist).toEqual(DEFAULT_CHECKLIST)
  const archived = { jobs: ["theirs"], priorities: [1], types: [] }
  expect(Checklist.parse({ archived })).toEqual({ ...DEFAULT_CHECKLIST, archived })
})

test("what is set is a job, a priority and a type that there are", () => {
  const accepted = (archived: object) => Checklist.safeParse({ archived }).success
  expect(accepted({ jobs: ["theirs"], priorities: [1], types: ["quote"] })).toBe(true)
  expect(accepted({ jobs: ["nobody's"], priorities: [1], types: [] })).toBe(false)
  expect(accepted({ jobs: [], priorities: [4], types: [] })).toBe(false)
})

test("a share of second opinions is whole percents of a hundred, and what is none is refused where it was typed", () => {
  const wrong = (ours: unknown) =>
    (ReviewRules.safeParse({ secondOpinions: { ours } }).error?.issues ?? []).map(({ path, message }) => [
      path,
      message,
    ])
  const refused = [[["secondOpinions", "ours"], "rules.share"]]
  for (const share of [150, 101, -1, 12.5, NaN]) expect(wrong(share)).toEqual(refused)
  for (const share of [0, 100]) expect(wrong(share)).toEqual([])
})

test("what is told is what differs, from what to what", () => {
  expect(rulesChanged(rules, rules)).toEqual([])
  const archived = { jobs: ["theirs" as const], priorities: [1 as const], types: [] }
  const other = { ...rules, approvals: 2, checklist: { ...rules.checklist, archived } }
  expect(rulesChanged(rules, other)).toEqual([
    { rule: "approvals", from: 1, to: 2 },
    { rule: "checklist.archived", from: rules.checklist.archived, to: archived },
  ])
})

test("another order of the same, or another way to ask for nothing, is no change", () => {
  const { evidence, archived } = rules.checklist
  const same = {
    ...rules.checklist,
    evidence: { ...evidence, jobs: evidence.jobs.toReversed() },
    archived: { ...archived, priorities: [] },
  }
  expect(rulesChanged(rules, { ...rules, checklist: same })).toEqual([])
})
