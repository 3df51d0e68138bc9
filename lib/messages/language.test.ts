import { describe, expect, test } from "vitest"
import { languageOf, zoneOf } from "./language"

describe("the reader's language", () => {
  test("is the one chosen by hand when it exists", () => {
    expect(languageOf("en", "de-DE,de;q=0.9").locale).toBe("en")
    expect(languageOf("de", "en-US,en;q=0.9")).toEqual({ catalogue: "de", locale: "de" })
  })

  test("has the browser's country where none was chosen", () => {
    const austrian = { catalogue: "de", locale: "de-AT" }
    expect(languageOf("de", "en-US, de-AT;q=0.8")).toEqual(austrian)
    expect(languageOf("de-CH", "de-AT").locale).toBe("de-CH")
    expect(languageOf(undefined, "de, de-AT;q=0.9")).toEqual({ catalogue: "de", locale: "de" })
  })

  test("is the best of the browser's that exists, with its own dates", () => {
    const british = { catalogue: "en", locale: "en-GB" }
    expect(languageOf(undefined, "xx;q=0.9, en-gb;q=0.8, en-US;q=0.7, *;q=0.1")).toEqual(british)
    expect(languageOf(undefined, "en-GB-u-nu-thai-ca-buddhist")).toEqual(british)
    expect(languageOf(undefined, "fr-CH, de-AT;q=0.8, en;q=0.5")).toEqual({ catalogue: "de", locale: "de-AT" })
  })

  test("falls back to the first when none exists or the header is nonsense", () => {
    const first = { catalogue: "en", locale: "en" }
    expect(languageOf("xx", ";;q=,,")).toEqual(first)
    expect(languageOf(undefined, null)).toEqual(first)
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
