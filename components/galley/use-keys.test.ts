import { expect, test } from "vitest"
import { keyOf } from "./use-keys"

test("a letter is a letter, whatever Caps Lock says", () => {
  expect(keyOf({ key: "H", code: "KeyH" })).toBe("h")
  expect(keyOf({ key: "h", code: "KeyR" })).toBe("h")
})

test("on a layout of another script the place of the key counts", () => {
  expect(keyOf({ key: "р", code: "KeyH" })).toBe("h")
})

test("named keys keep their name", () => {
  expect(keyOf({ key: "Escape", code: "Escape" })).toBe("Escape")
  expect(keyOf({ key: "ArrowDown", code: "ArrowDown" })).toBe("ArrowDown")
})
