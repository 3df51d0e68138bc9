/** What is typed at the door. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Email, NewPassword, slugOf } from "./door"

describe("the address part of a desk's name", () => {
  test.each([
    ["The Evening Desk", "the-evening-desk"],
    ["  Süddeutsche Straßen  ", "suddeutsche-strassen"],
    ["Água & Óleo!", "agua-oleo"],
    ["2024", "2024"],
    ["新聞", "desk"],
    ["---", "desk"],
    ["", "desk"],
    [`${"a".repeat(39)} more`, "a".repeat(39)],
    [`--${"a".repeat(60)}`, "a".repeat(40)],
  ])("of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test("fits an address whatever the name is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
        const slug = slugOf(name)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(40)
      }),
    )
  })
})

test("an e-mail address is one in whatever case and spacing it is typed", () => {
  expect(Email.parse("  Ann@Example.ORG ")).toBe("ann@example.org")
  expect(Email.safeParse("ann").success).toBe(false)
})

test("a password is long rather than intricate", () => {
  expect(NewPassword.safeParse("twelve chars").success).toBe(true)
  expect(NewPassword.safeParse("Sh0rt!").error?.issues[0]?.message).toBe("door.passwordShort")
  expect(NewPassword.safeParse("a".repeat(201)).success).toBe(false)
})
