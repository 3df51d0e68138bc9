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
  const chosen = toggled(none, items[0].fix, "proposed")
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
  const { fix } = item(1)
  const once = toggled(new Map(), fix, "proposed")
  expect([...toggled(once, fix, "author")]).toEqual([["fix 1", { take: "author", version: 1 }]])
  expect([...toggled(once, fix, "proposed")]).toEqual([])
  expect([...toggled(once, { ...fix, version: 2 }, "proposed")]).toEqual([["fix 1", { take: "proposed", version: 2 }]])
})

test("what was decided on or is worded otherwise meanwhile is chosen no longer, and stands against nothing", () => {
  const chosen = new Map([
    ["fix 1", { take: "proposed", version: 1 }],
    ["fix 2", { take: "author", version: 1 }],
    ["fix 3", { take: "author", version: 1 }],
    ["fix 4", { take: "proposed", version: 1 }],
    ["fix 9", { take: "proposed", version: 1 }],
  ] as const)
  const reworded = item(4)
  const items = [
    item(1),
    item(2, {}, "a tenth"),
    item(3),
    { ...reworded, fix: { ...reworded.fix, wording: "twelve", version: 2 } },
    item(5, { conflicts: [4] }),
  ]
  expect(stillChosen(chosen, items).map(({ item: { claim }, take }) => [claim.number, take])).toEqual([
    [1, "proposed"],
    [2, "author"],
  ])
  expect(items.map(hasAuthorsWords)).toEqual([false, true, false, false, false])
  expect(items.map((one) => choice(one, chosen, items).kind)).toEqual(["free", "free", "free", "free", "free"])
})
