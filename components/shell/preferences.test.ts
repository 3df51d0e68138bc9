import { afterEach, expect, test, vi } from "vitest"
import { languageChoiceOf, languageOfBrowser } from "./preferences"

afterEach(() => {
  vi.unstubAllGlobals()
})

function browse(cookie: string, languages: string[]): void {
  vi.stubGlobal("document", { cookie })
  vi.stubGlobal("navigator", { languages })
}

test("a language chosen by hand is known again, anything else leaves it to the browser", () => {
  expect(languageChoiceOf("de")).toBe("de")
  expect(languageChoiceOf("browser")).toBe("browser")
  expect(languageChoiceOf("xx")).toBe("browser")
  expect(languageChoiceOf(undefined)).toBe("browser")
})

test("where no server can say it, the choice in the cookie is the reader's language", () => {
  browse("theme=dark; language=de", ["en-GB", "en"])
  expect(languageOfBrowser()).toEqual({ catalogue: "de", locale: "de" })
})

test("without a choice it is the first of the browser's that there is", () => {
  browse("language=browser", ["fr-FR", "de-AT", "en"])
  expect(languageOfBrowser()).toEqual({ catalogue: "de", locale: "de-AT" })
})
