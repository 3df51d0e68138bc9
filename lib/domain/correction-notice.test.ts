/** What readers are told of a correction: in the article's language, from what went out before and now. */
import { describe, expect, test } from "vitest"
import { correctionNotice, textNotice } from "./correction-notice"
import type { SignedClaim } from "./sign-off"

const claim = (code: string, en: string, de: string): SignedClaim => ({
  id: "0190e000-0000-7000-8000-000000000001",
  number: 3,
  priority: 2,
  state: "approved",
  open: null,
  roundId: null,
  roundSha256: null,
  words: "nine percent",
  anchors: [],
  rating: { code, label: { en, de } },
  conclusion: "It was nine.",
  letStand: null,
  told: { words: "a", sources: "b" },
})
const wrong = claim("false", "False", "Falsch")
const right = claim("true", "True", "Richtig")

describe("a correction", () => {
  test("names what was and what is, in the article's language", () => {
    expect(correctionNotice({ before: wrong, now: right }, "verdict_changing", "en-GB")).toBe(
      "Correction: “nine percent” was rated “False” and is now rated “True”.",
    )
    expect(correctionNotice({ before: wrong, now: right }, "update", "de")).toBe(
      "Aktualisierung: „nine percent“ war als „Falsch“ bewertet und ist jetzt als „Richtig“ bewertet.",
    )
    expect(correctionNotice({ before: wrong, now: { ...right, conclusion: "Ten." } }, "factual", "fr")).toBe(
      "Correction: “nine percent” was rated “False” and is now rated “True”. Our conclusion now reads: Ten.",
    )
  })

  test("tells of words that changed or went, of a check that is withdrawn and of a new one", () => {
    const now = { ...wrong, words: "ten percent" }
    expect(correctionNotice({ before: wrong, now }, "factual", "en")).toBe(
      "Correction: “nine percent” now reads “ten percent”.",
    )
    expect(correctionNotice({ before: wrong, now: { ...wrong, words: "" } }, "factual", "en")).toBe(
      "Correction: “nine percent” was taken out.",
    )
    expect(correctionNotice({ before: wrong, now: undefined }, "void", "de")).toBe(
      "Rücknahme: Unsere Prüfung von „nine percent“ halten wir nicht aufrecht.",
    )
    expect(correctionNotice({ before: undefined, now: right }, "update", "en")).toBe(
      "Update: “nine percent” has been checked: True.",
    )
  })

  test("tells of what is said of the claim, and of the sources that are named", () => {
    const now = { ...wrong, told: { words: "other", sources: "b" } }
    expect(correctionNotice({ before: wrong, now }, "update", "en")).toBe(
      "Update: We have revised what we say about “nine percent”.",
    )
    const named = { ...wrong, told: { words: "a", sources: "other" } }
    expect(correctionNotice({ before: wrong, now: named }, "factual", "de")).toBe(
      "Berichtigung: Die Quellen, die wir zu „nine percent“ nennen, haben wir überarbeitet.",
    )
    expect(correctionNotice({ before: { ...wrong, told: null }, now: named }, "factual", "de")).toBeNull()
  })

  test("is none where the claim is as it was, whatever else was looked at", () => {
    const now = { ...wrong, roundSha256: "another", number: 3 }
    expect(correctionNotice({ before: wrong, now }, "verdict_changing", "en")).toBeNull()
    expect(correctionNotice({ before: undefined, now: undefined }, "update", "en")).toBeNull()
    expect(textNotice("update", "de")).toBe("Aktualisierung: Der Text wurde geändert.")
    expect(textNotice("update", "en", "Update: So.")).toBe("Update: So. The text has been changed.")
  })
})
