import fc from "fast-check"
import { expect, test } from "vitest"
import { paneBounds, panesAsText, panesOf, sidePanes, usualPanes, within } from "./pane-sizes"

test("what is kept is what was chosen", () => {
  const width = (pane: "list" | "inspector") => fc.integer({ min: paneBounds[pane].least, max: paneBounds[pane].most })
  const sizes = fc.record({
    list: width("list"),
    inspector: width("inspector"),
    hidden: fc.subarray([...sidePanes]),
  })
  fc.assert(
    fc.property(sizes, (chosen) => {
      expect(panesOf(panesAsText(chosen))).toEqual(chosen)
    }),
  )
})

test("a cookie that says nothing of use is as usual, whatever it says", () => {
  expect(panesOf(undefined)).toEqual(usualPanes)
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { list, inspector } = panesOf(text)
      expect([list, inspector]).toEqual([within("list", list), within("inspector", inspector)])
    }),
  )
})
