/** Code that comes when it is wanted: what could not be fetched is no error, and is asked for anew. */
import { expect, test } from "vitest"
import { lateCode } from "./late-code"

const Panel = () => null

test("code that can’t be fetched is none, and comes with the next press", async () => {
  let asked = 0
  const code = lateCode(async () => {
    asked += 1
    if (asked === 1) throw new Error("no connection")
    return { default: Panel }
  })
  expect(await code.bring()).toBeNull()
  expect(code.here()).toBeNull()
  expect(await code.bring()).toBe(Panel)
  expect(code.here()).toBe(Panel)
  expect(await code.bring()).toBe(Panel)
  expect(asked).toBe(2)
})
