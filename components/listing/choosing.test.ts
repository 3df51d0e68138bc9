import { expect, test } from "vitest"
import { nothingChosen, toggled, toggledAll, toggledUpTo, type Choice } from "./choosing"

const page = ["a", "b", "c", "d", "e"]
const shown = ({ chosen }: Choice) => page.filter((id) => chosen.has(id)).join("")

test("a press chooses, another takes it back", () => {
  const one = toggled(nothingChosen, "b")
  expect(shown(one)).toBe("b")
  expect(shown(toggled(one, "b"))).toBe("")
})

test("a press with Shift chooses all from the last one on, in either direction", () => {
  expect(shown(toggledUpTo(toggled(nothingChosen, "b"), "d", page))).toBe("bcd")
  expect(shown(toggledUpTo(toggled(nothingChosen, "d"), "b", page))).toBe("bcd")
})

test("a press with Shift on a chosen one takes all of them back", () => {
  const three = toggledUpTo(toggled(toggled(nothingChosen, "e"), "a"), "c", page)
  expect(shown(three)).toBe("abce")
  expect(shown(toggledUpTo({ ...three, last: "a" }, "b", page))).toBe("ce")
})

test("a press with Shift and none before it, or one on another page, chooses one", () => {
  expect(shown(toggledUpTo(nothingChosen, "c", page))).toBe("c")
  expect(shown(toggledUpTo({ chosen: new Set(), last: "z" }, "c", page))).toBe("c")
})

test("all are chosen, and none when all were", () => {
  const all = toggledAll(toggled(nothingChosen, "c"), page)
  expect(shown(all)).toBe("abcde")
  expect(shown(toggledAll(all, page))).toBe("")
})
