/** When a text looks like one that is there. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { isMuchTheSame, isSameTitle, sharedRuns } from "./likeness"

const PLACES = ["Hamburg", "Leipzig", "Bremen", "Kiel", "Mainz", "Trier", "Ulm", "Halle", "Jena", "Worms"]
const REPORT = PLACES.map(
  (place, at) => `In ${place} the council spent ${at + 3} million on new trams that year.`,
).join(" ")

test("an edited text is much the same, whatever its quotation marks and line ends", () => {
  const edited = REPORT.replace("Hamburg", "Lübeck").replaceAll(". ", ".\n\n").replace("trams", "“trams”")
  expect(isMuchTheSame(REPORT, edited)).toBe(true)
})

test("a text that holds another one is much the same", () => {
  expect(
    isMuchTheSame(REPORT, `${REPORT} ${"And then many other things were said at length by all. ".repeat(3)}`),
  ).toBe(true)
})

test("another report of the same things is not", () => {
  const other = PLACES.map((place, at) => `Trams: ${at + 3} million were given for them by the town of ${place}.`).join(
    " ",
  )
  expect(isMuchTheSame(REPORT, other)).toBe(false)
})

test("a line or two are never much the same: they say too little", () => {
  expect(sharedRuns("The bridge opened in 1931.", "The bridge opened in 1931.")).toBe(0)
})

test("titles are the same but for case, punctuation and spaces", () => {
  expect(isSameTitle("“Taxes fell”, says mayor", "Taxes fell  says MAYOR")).toBe(true)
  expect(isSameTitle("Taxes fell", "Taxes fell again")).toBe(false)
  expect(isSameTitle("…", "!")).toBe(false)
})

test("likeness is mutual and between 0 and 1", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 60 }).map((words) => words.join(" "))
  fc.assert(
    fc.property(text, text, (one, other) => {
      const share = sharedRuns(one, other)
      expect(share).toBe(sharedRuns(other, one))
      expect(share >= 0 && share <= 1).toBe(true)
    }),
  )
})
