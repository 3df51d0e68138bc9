import { expect, test } from "vitest"
import { neighbour } from "./use-choice"

const shown = [{ key: "a" }, { key: "b" }, { key: "c" }]

test("one claim leads to the next and back, and not past the ends", () => {
  expect(neighbour(shown, "a", 1)?.key).toBe("b")
  expect(neighbour(shown, "b", -1)?.key).toBe("a")
  expect(neighbour(shown, "c", 1)).toBeUndefined()
})

test("from none, and from one that is not listed, it begins at an end", () => {
  expect(neighbour(shown, null, 1)?.key).toBe("a")
  expect(neighbour(shown, "gone", -1)?.key).toBe("c")
})
