import { createTranslator, type Messages } from "next-intl"
import { describe, expect, test } from "vitest"
import { ALL_ACTS } from "@/lib/domain/history"
import german from "@/lib/messages/de.json"
import english from "@/lib/messages/en.json"
import { eventSaid } from "./event-said"

/** The words of a language; what they lack or are not given fails the test. */
function wordsOf(locale: "en" | "de") {
  const messages = (locale === "en" ? english : german) as Messages
  const onError = (error: Error) => {
    throw error
  }
  return createTranslator({ locale, messages, namespace: "event" as never, onError }) as unknown as Parameters<
    typeof eventSaid
  >[0]
}

describe.each(["en", "de"] as const)("in %s", (locale) => {
  const words = wordsOf(locale)

  test("every act is said in words, also where its payload was erased", () => {
    const said = ALL_ACTS.map((act) => eventSaid(words, { act, payload: {} }))
    expect(said.filter((one) => one.includes("_") || one.includes("{") || one.trim() === "")).toEqual([])
    expect(ALL_ACTS.filter((act) => !words.has(act))).toEqual([])
  })
})

test("names what was changed, and keeps a name that it has no word for", () => {
  const payload = { changed: ["dueAt", "somethingNew"] }
  expect(eventSaid(wordsOf("en"), { act: "claim.assigned", payload })).toBe("changed the deadline, somethingNew")
})

test("says with which revision the words of a claim went", () => {
  expect(eventSaid(wordsOf("de"), { act: "claim.lost", payload: { revision: 3 } })).toContain("Fassung 3")
})
