import { expect, test } from "vitest"
import type { FixItem } from "@/lib/domain/fix"
import { choice, hasAuthorsWords, stillChosen, toggled } from "./choosing"

const by = { id: "m", name: "Ada" }

function item(number: number, about: Partial<FixItem> = {}, wording: string | null = null): FixItem {
  const at = "2026-01-01T00:00:00.000Z"
  const answer = wording === null ? null : ({ kind: "reworded", wording, reason: null, by, at } as const)
  return {
    fix: { id: `fix ${number}`, wording: "ten", reason: null, proposedBy: by, proposedAt: at, answer, version: 1 },
    claim: { id: `claim ${number}`, number, job: "ours", state: "approved", verdict: null },
    passage: { start: 0, end: 4, words: "nine", before: "", after: "" },
    conflicts: [],
    ...about,
  }
}

test("of two fixes that want the same words one can be chosen", () => {
  const items = [item(1, { conflicts: [2] }), item(2, { conflicts: [1] }), item(3)] as const
  const none = new Map()
  expect(items.map((one) => choice(one, none, items).kind)).toEqual(["free", "free", "free"])
  const chosen = toggled(none, "fix 1", "proposed")
  expect(items.map((one) => choice(one, chosen, items))).toEqual([
    { kind: "free" },
    { kind: "against", numbers: [1] },
    { kind: "free" },
  ])
})

test("what has no certain place can't be chosen", () => {
  expect(choice(item(1, { passage: null }), new Map(), []).kind).toBe("nowhere")
})

test("choosing the same words again takes the choice back, others take their place", () => {
  const once = toggled(new Map(), "a", "proposed")
  expect([...toggled(once, "a", "author")]).toEqual([["a", "author"]])
  expect([...toggled(once, "a", "proposed")]).toEqual([])
})

test("what was decided on or answered otherwise meanwhile is chosen no longer", () => {
  const chosen = new Map([
    ["fix 1", "proposed"],
    ["fix 2", "author"],
    ["fix 3", "author"],
    ["fix 9", "proposed"],
  ] as const)
  const items = [item(1), item(2, {}, "a tenth"), item(3)]
  expect(stillChosen(chosen, items).map(({ item: { claim }, take }) => [claim.number, take])).toEqual([
    [1, "proposed"],
    [2, "author"],
  ])
  expect(items.map(hasAuthorsWords)).toEqual([false, true, false])
})
