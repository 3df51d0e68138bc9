import { expect, test } from "vitest"
import { addressAt } from "./address-at"

test("a PDF opens at its page", () => {
  const place = { locator: "page 12, table 3", excerpt: "One hour." }
  expect(addressAt("https://example.org/report.pdf", place)).toBe("https://example.org/report.pdf#page=12")
})

test("a page opens at the excerpt", () => {
  const place = { locator: "paragraph 2", excerpt: "“about an hour, says Berlin-Mitte”" }
  expect(addressAt("https://example.org/call", place)).toBe(
    "https://example.org/call#:~:text=about%20an%20hour%2C%20says%20Berlin%2DMitte",
  )
})

test("a long excerpt is found by its first and last words", () => {
  const excerpt = Array.from({ length: 30 }, (_, index) => `w${index}`).join(" ")
  const { hash } = new URL(addressAt("https://example.org/", { locator: null, excerpt }))
  expect(hash).toBe("#:~:text=w0%20w1%20w2%20w3%20w4%20w5%20w6%20w7,w22%20w23%20w24%20w25%20w26%20w27%20w28%20w29")
})

test("an address that names a place, and one without any, are left alone", () => {
  expect(addressAt("https://example.org/a#b", { locator: null, excerpt: "Words" })).toBe("https://example.org/a#b")
  expect(addressAt("https://example.org/a", { locator: "p. 4", excerpt: null })).toBe("https://example.org/a")
})
