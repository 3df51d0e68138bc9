import { expect, test } from "vitest"
import type { AnchorView } from "@/lib/domain/claim"
import { spansAfter, spansBefore } from "./moved-spans"

const anchor = (placement: AnchorView["placement"], start: number | null) =>
  ({ placement, start, end: start === null ? null : start + 5 }) as AnchorView

const selected = { start: 40, end: 48 }

test("selected words take the place of the spans that wait, and all others stay", () => {
  expect(spansAfter([anchor("exact", 0), anchor("stale", 10), anchor("moved", 20)], selected)).toEqual([
    { start: 0, end: 5 },
    { start: 20, end: 25 },
    selected,
  ])
  expect(spansAfter([anchor("exact", 0), anchor("lost", null)], selected)).toEqual([{ start: 0, end: 5 }, selected])
})

test("where none waits, or there is but one, the claim goes to the selected words whole", () => {
  expect(spansAfter([anchor("exact", 0), anchor("exact", 10)], selected)).toEqual([selected])
  expect(spansAfter([anchor("stale", 0)], selected)).toEqual([selected])
})

test("there is a way back to where all was certain", () => {
  expect(spansBefore([anchor("exact", 0), anchor("moved", 10)])).toEqual([
    { start: 0, end: 5 },
    { start: 10, end: 15 },
  ])
  expect(spansBefore([anchor("exact", 0), anchor("stale", 10)])).toBeNull()
})
