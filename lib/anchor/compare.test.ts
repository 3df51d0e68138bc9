import fc from "fast-check"
import { expect, test } from "vitest"
import { compare, type Piece } from "./compare"

const shown = (changes: Piece[]) =>
  changes.map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `[+${text}]` : `[-${text}]`)).join("")
const side = (changes: Piece[], kind: Piece["kind"]) =>
  changes.flatMap((change) => (change.kind === "same" || change.kind === kind ? [change.text] : [])).join("")

test("a changed word is shown between words that stayed", () => {
  expect(shown(compare("about an hour", "about one hour"))).toBe("about [-an][+one] hour")
})

test("words put at the end are added, words taken from the start removed", () => {
  expect(shown(compare("So he said", "he said"))).toBe("[-So ]he said")
  expect(shown(compare("The call was long", "The call was long, says Berlin"))).toBe(
    "The call was long[+, says Berlin]",
  )
})

test("words changed in a row are one change, not one for each", () => {
  expect(shown(compare("The old red tram came", "The new green tram came"))).toBe(
    "The [-old red][+new green] tram came",
  )
})

test("a number or a name is one word, whatever stands inside it", () => {
  expect(shown(compare("1,000 in Berlin-Mitte", "1,500 in Berlin-Wedding"))).toBe(
    "[-1,000][+1,500] in [-Berlin-Mitte][+Berlin-Wedding]",
  )
  expect(shown(compare("don't", "do not"))).toBe("[-don't][+do not]")
})

test.each([
  ["Он сказал это вчера", "Он сказал это сегодня", "Он сказал это [-вчера][+сегодня]"],
  ["قال ذلك أمس", "قال ذلك اليوم", "قال ذلك [-أمس][+اليوم]"],
  ["東京で会った", "大阪で会った", "[-東京][+大阪]で会った"],
  ["So 👩‍🚀 said", "So 👨‍🚀 said", "So [-👩‍🚀][+👨‍🚀] said"],
])("words are words in any script: %s", (before, after, difference) => {
  expect(shown(compare(before, after))).toBe(difference)
})

test("from nothing, all is added", () => {
  expect(shown(compare("", "One hour."))).toBe("[+One hour.]")
  expect(compare("", "")).toEqual([])
})

test("both wordings can be read from the difference", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "  ", ", ", "-", "é", "京", "👩‍🚀"), { maxLength: 40 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(""), other.join("")]
      const changes = compare(before, after)
      expect(side(changes, "removed")).toBe(before)
      expect(side(changes, "added")).toBe(after)
    }),
  )
})

test("what is the same is never shown as changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(compare(text, text).filter((change) => change.kind !== "same")).toEqual([])
    }),
    { examples: [["−"], ["5 − 3"], ["— “−”"]] },
  )
})

test("a text too long to compare is rewritten in its middle", () => {
  const many = (word: string) => Array.from({ length: 1500 }, (_, index) => `${word}${index}`).join(" ")
  const changes = compare(`Start ${many("a")} end`, `Start ${many("b")} end`)
  expect(changes.map((change) => change.kind)).toEqual(["same", "removed", "added", "same"])
})
