/** Words of a text in quotation marks. */
import { expect, test } from "vitest"
import { inQuotes, isQuotation } from "./quotation"

const english = (words: string) => inQuotes(words, ["“", "”"])
const german = (words: string) => inQuotes(words, ["„", "“"])

test("words are quoted once, whatever marks are around them", () => {
  expect(english("Taxes fell.")).toBe("“Taxes fell.”")
  expect(english("“Taxes fell.”")).toBe("“Taxes fell.”")
  expect(english('"Taxes fell."')).toBe('"Taxes fell."')
  expect(german("„Die Steuern sinken.“")).toBe("„Die Steuern sinken.“")
  expect(german("«Die Steuern sinken.»")).toBe("«Die Steuern sinken.»")
})

test("a quotation within words has the inner marks", () => {
  expect(english("“Taxes fell,” she said")).toBe("“‘Taxes fell,’ she said”")
  expect(english("“Taxes,” she said, “fell.”")).toBe("“‘Taxes,’ she said, ‘fell.’”")
  expect(german("„Die Steuern“, sagte sie, „sinken.“")).toBe("„‚Die Steuern‘, sagte sie, ‚sinken.‘“")
  expect(english('The "Maria" sank')).toBe("“The 'Maria' sank”")
})

test("an inch is no mark, and an apostrophe neither", () => {
  expect(english('A pipe of 5" isn’t wide')).toBe('“A pipe of 5" isn’t wide”')
  expect(isQuotation("It’s ’round")).toBe(false)
  expect(isQuotation("“”")).toBe(false)
})
