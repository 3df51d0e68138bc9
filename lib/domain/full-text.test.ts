/** What is typed into a search, and what is shown of a text. */
import { describe, expect, test } from "vitest"
import { HIT, piecesOf, typedQuery, windowOf } from "./full-text"

describe("what is typed", () => {
  test("ends in a word that may go on, unless that is quoted, excluded, or no word", () => {
    expect(typedQuery("red ferr")).toEqual({ words: "red", typed: "ferr" })
    expect(typedQuery("ferry")).toEqual({ words: "", typed: "ferry" })
    for (const q of ['"red ferr', "ferry -re", "ferry 9%", "x", '"red ferry"', "red or", ""])
      expect(typedQuery(q), q).toEqual({ words: q, typed: "" })
  })

  test("is quoted in whatever marks its language has", () => {
    expect(typedQuery("“red ferry” „rote Fähre“").words).toBe('"red ferry" "rote Fähre"')
    expect(typedQuery("a\0b c").words).toBe("ab c")
  })
})

test("marked words come apart into what was looked for and the rest", () => {
  const marked = `The ${HIT.start}ferry${HIT.end} sank, the ${HIT.start}ferries${HIT.end}`
  expect(piecesOf(marked)).toEqual([
    { kind: "same", text: "The " },
    { kind: "hit", text: "ferry" },
    { kind: "same", text: " sank, the " },
    { kind: "hit", text: "ferries" },
  ])
  expect(piecesOf("none")).toEqual([{ kind: "same", text: "none" }])
})

test("of a long text that part is looked at in which a word stands, with its ending or another", () => {
  const text = `${"nothing ".repeat(2000)}the ferries sank${" nothing".repeat(2000)}`
  expect(windowOf(text, "submarine ferrying")).toContain("ferries sank")
  expect(windowOf(text, "absent").startsWith("nothing")).toBe(true)
  expect(windowOf("short", "ferry")).toBe("short")
})
