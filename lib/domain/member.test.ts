import { expect, test } from "vitest"
import { staysOwned } from "./member"

test("a desk keeps an owner, whoever leaves", () => {
  expect(() => staysOwned(["a"], "a")).toThrow("member.lastOwner")
  expect(() => staysOwned(["a", "b"], "a")).not.toThrow()
  expect(() => staysOwned(["a"], "c")).not.toThrow()
})
