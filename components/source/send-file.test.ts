import { expect, test } from "vitest"
import { mayPass } from "./send-file"

test("a lost connection and a part that came twice are tried again, a refusal is told at once", () => {
  expect([mayPass("POST", null), mayPass("PATCH", 503), mayPass("PATCH", 409)]).toEqual([true, true, true])
  for (const status of [401, 403, 404, 409, 413, 422]) expect(mayPass("POST", status)).toBe(false)
  expect(mayPass("PATCH", 422)).toBe(false)
})
