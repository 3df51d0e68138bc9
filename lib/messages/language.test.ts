import { describe, expect, test } from "vitest"
import { languageOf, zoneOf } from "./language"

describe("the reader's language", () => {
  test("is the one chosen by hand when it exists", () => {
    expect(languageOf("en", "de-DE,de;q=0.9")).toBe("en")
  })

  test("is the best of the browser's that exists", () => {
    expect(languageOf(undefined, "fr;q=0.9, en-GB;q=0.8, *;q=0.1")).toBe("en")
  })

  test("falls back to the first when none exists or the header is nonsense", () => {
    expect(languageOf("xx", ";;q=,,")).toBe("en")
    expect(languageOf(undefined, null)).toBe("en")
  })
})

describe("the reader's zone", () => {
  test("is a zone that exists", () => {
    expect(zoneOf("Europe/Berlin")).toBe("Europe/Berlin")
  })

  test("is UTC when the cookie is missing or made up", () => {
    expect(zoneOf(undefined)).toBe("UTC")
    expect(zoneOf("Mars/Olympus_Mons")).toBe("UTC")
  })
})
