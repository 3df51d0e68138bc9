import { expect, test } from "vitest"
import { wrongRows } from "./wrong-rows"

test("fields of a refusal are told by the row that they stand in", () => {
  const fields = { "checks.0.url": "No address.", "checks.11.checkedOn": "No day.", checks: "Too many.", other: "x" }
  expect(wrongRows(fields)).toEqual([
    { row: 1, field: "url", message: "No address." },
    { row: 12, field: "checkedOn", message: "No day." },
  ])
})
