import { describe, expect, test } from "vitest"
import { addressOf, askedIn, askedWith } from "./address"

describe("what an address asks for", () => {
  test("is what its list knows, said once and not empty", () => {
    const params = { q: "nine percent", state: "", due: ["today", "week"], utm_source: "mail" }
    expect(askedIn(params, ["q", "state", "due"])).toEqual({ q: "nine percent" })
  })

  test("is written into an address and leaves out what is empty", () => {
    expect(addressOf("/w/desk/claims", { q: "50 % & more", state: "" })).toBe("/w/desk/claims?q=50+%25+%26+more")
    expect(addressOf("/w/desk/claims", {})).toBe("/w/desk/claims")
  })

  test("begins at the first page when it changes", () => {
    expect(askedWith({ state: "open", after: "abc" }, { q: "tax", state: "" })).toEqual({ state: "", q: "tax" })
  })
})
