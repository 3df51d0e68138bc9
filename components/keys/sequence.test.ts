import { describe, expect, test } from "vitest"
import type { ActId } from "./key-table"
import { nextStep, startingWith } from "./sequence"

const bound: ActId[] = ["claim.mark", "review.approve", "go.articles", "go.reviews", "palette.open", "text.back"]

describe("a key of several strokes", () => {
  test("waits after its first, and acts after its last", () => {
    expect(nextStep(null, "g", bound)).toEqual({ kind: "begun", stroke: "g" })
    expect(nextStep("g", "a", bound)).toEqual({ kind: "act", act: "go.articles" })
  })

  test("is not begun where no act goes on with it", () => {
    expect(nextStep(null, "g", ["claim.mark"])).toEqual({ kind: "none" })
  })

  test("ends with a stroke that leads nowhere, which then does nothing else", () => {
    expect(nextStep("g", "h", bound)).toEqual({ kind: "ended" })
    expect(nextStep("g", "Escape", bound)).toEqual({ kind: "ended" })
    expect(nextStep("g", "f", bound)).toEqual({ kind: "ended" })
  })

  test("gives way to what is held with Ctrl", () => {
    expect(nextStep("g", "Mod+k", bound)).toEqual({ kind: "act", act: "palette.open" })
  })

  test("names where it can lead", () => {
    expect(startingWith("g", bound)).toEqual(["go.articles", "go.reviews"])
  })
})

describe("a key of one stroke", () => {
  test("acts at once, and only where its act is bound", () => {
    expect(nextStep(null, "h", bound)).toEqual({ kind: "act", act: "claim.mark" })
    expect(nextStep(null, "t", bound)).toEqual({ kind: "none" })
  })
})
