/** Partial inputs. */
import { expect, test } from "vitest"
import { blankAsNull, changedFields, given } from "./fields"

test("what is undefined is not given, what is null is", () => {
  expect(given({ a: undefined, b: null, c: "", d: 0 })).toEqual({ b: null, c: "", d: 0 })
})

test("empty words are none", () => {
  expect(blankAsNull({ a: "", b: "words", c: undefined, d: false, e: [] })).toEqual({
    a: null,
    b: "words",
    c: undefined,
    d: false,
    e: [],
  })
})

test("what is given and differs has changed", () => {
  const before = { a: "one", b: null as string | null, c: 3 }
  expect(changedFields(before, { a: "one", b: undefined })).toEqual([])
  expect(changedFields(before, { a: "two", b: "now", c: 3 })).toEqual(["a", "b"])
})
