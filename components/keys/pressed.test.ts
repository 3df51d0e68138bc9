import { describe, expect, test } from "vitest"
import { keyOf } from "./pressed"

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe("the stroke that a press is", () => {
  test("is a letter, whatever Caps Lock says and wherever the layout has it", () => {
    expect(keyOf({ ...none, key: "h", code: "KeyH" }, "other")).toBe("h")
    expect(keyOf({ ...none, key: "H", code: "KeyH" }, "other")).toBe("h")
    expect(keyOf({ ...none, key: "h", code: "KeyR" }, "other")).toBe("h")
  })

  test("is the letter in its place on a layout of another script", () => {
    expect(keyOf({ ...none, key: "р", code: "KeyH" }, "other")).toBe("h")
    expect(keyOf({ ...none, key: "λ", code: "KeyK", ctrlKey: true }, "other")).toBe("Mod+k")
  })

  test("is a sign wherever it lies, with Shift or without, and as other scripts write it", () => {
    expect(keyOf({ ...none, key: "?", code: "Slash", shiftKey: true }, "other")).toBe("?")
    expect(keyOf({ ...none, key: "?", code: "Minus", shiftKey: true }, "other")).toBe("?")
    expect(keyOf({ ...none, key: ",", code: "KeyM" }, "other")).toBe(",")
    expect(keyOf({ ...none, key: "؟", code: "Slash", shiftKey: true }, "other")).toBe("?")
  })

  test("is a capital with Shift", () => {
    expect(keyOf({ ...none, key: "J", code: "KeyJ", shiftKey: true }, "other")).toBe("Shift+j")
  })

  test("keeps the names of named keys", () => {
    expect(keyOf({ ...none, key: "Escape", code: "Escape" }, "other")).toBe("Escape")
    expect(keyOf({ ...none, key: "ArrowDown", code: "ArrowDown" }, "other")).toBe("ArrowDown")
  })

  test("takes Ctrl, on a Mac Cmd, and leaves the other one to the machine", () => {
    expect(keyOf({ ...none, key: "k", code: "KeyK", ctrlKey: true }, "other")).toBe("Mod+k")
    expect(keyOf({ ...none, key: "k", code: "KeyK", metaKey: true }, "mac")).toBe("Mod+k")
    expect(keyOf({ ...none, key: "k", code: "KeyK", ctrlKey: true }, "mac")).toBeNull()
    expect(keyOf({ ...none, key: "k", code: "KeyK", metaKey: true }, "other")).toBeNull()
  })

  test("is nothing where Alt or more is held, and for a modifier alone", () => {
    expect(keyOf({ ...none, key: "h", code: "KeyH", altKey: true }, "other")).toBeNull()
    expect(keyOf({ ...none, key: "K", code: "KeyK", ctrlKey: true, shiftKey: true }, "other")).toBeNull()
    expect(keyOf({ ...none, key: "Shift", code: "ShiftLeft", shiftKey: true }, "other")).toBeNull()
  })
})
