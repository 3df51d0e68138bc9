import fc from "fast-check"
import { expect, test } from "vitest"
import { wordDiff, type Change } from "./word-diff"

const shown = (changes: Change[]) =>
  changes.map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `[+${text}]` : `[-${text}]`)).join("")
const side = (changes: Change[], kind: Change["kind"]) =>
  changes.flatMap((change) => (change.kind === "same" || change.kind === kind ? [change.text] : [])).join("")

test("a changed word is shown between words that stayed", () => {
  expect(shown(wordDiff("about an hour", "about one hour"))).toBe("about[- an][+ one] hour")
})

test("words put at the end are added, words taken from the start removed", () => {
  expect(shown(wordDiff("So he said", "he said, twice"))).toBe("[-So he said][+he said, twice]")
  expect(shown(wordDiff("The call was long", "The call was long, says Berlin"))).toBe(
    "The call was[- long][+ long, says Berlin]",
  )
})

test("from nothing, all is added", () => {
  expect(shown(wordDiff("", "One hour."))).toBe("[+One hour.]")
  expect(wordDiff("", "")).toEqual([])
})

test("both wordings can be read from the difference", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "  ", "é", "👩‍🚀"), { maxLength: 40 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(""), other.join("")]
      const changes = wordDiff(before, after)
      expect(side(changes, "removed")).toBe(before)
      expect(side(changes, "added")).toBe(after)
    }),
  )
})

test("a text too long to compare is rewritten in its middle", () => {
  const many = (word: string) => Array.from({ length: 1500 }, (_, index) => `${word}${index}`).join(" ")
  const changes = wordDiff(`Start ${many("a")} end`, `Start ${many("b")} end`)
  expect(changes.map((change) => change.kind)).toEqual(["same", "removed", "added", "same"])
})
