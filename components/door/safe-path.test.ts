import { expect, test } from "vitest"
import { safePath } from "./safe-path"

test("a path of this site is kept whole", () => {
  expect(safePath("/w/desk/articles/1?claim=3#top")).toBe("/w/desk/articles/1?claim=3#top")
})

test.each([
  undefined,
  "",
  "w/desk",
  "https://example.org/",
  "//example.org",
  "/\\example.org",
  "\\\\example.org",
  "/\t/example.org",
  "/.//example.org",
  "/..//example.org",
  "javascript:alert(1)",
  "/sign-in?callbackUrl=/",
  "/setup",
])("%s leads to the start page", (wanted) => {
  expect(safePath(wanted)).toBe("/")
})
