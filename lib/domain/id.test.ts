import { expect, test } from "vitest"
import { AuthorInput } from "./article"
import { Id } from "./id"

const UPPER = "01A20BB4-DB1B-7475-B448-E3FA1A1D459D"

test("an id is one text, however it was written", () => {
  expect(Id.parse(UPPER)).toBe(UPPER.toLowerCase())
  expect(AuthorInput.parse({ membershipId: UPPER })).toEqual({ membershipId: UPPER.toLowerCase() })
  expect(Id.safeParse("01A20BB4").success).toBe(false)
})
