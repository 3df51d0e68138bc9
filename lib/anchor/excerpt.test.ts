/** Excerpts: found as they were copied, similar where something that was said differs, missing else. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { placeExcerpt } from "./excerpt"

/** The text with the place of an excerpt in it, marked as `‹…›`. */
function marked(text: string, excerpt: string, within?: { start: number; end: number }): string {
  const place = placeExcerpt(text, excerpt, within)
  if (place.kind === "missing") return "missing"
  const { start, end } = place.span
  return `${place.kind}: ${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`
}

describe("an excerpt is found", () => {
  test.for([
    ["as it is", "Spending rose by 4.2 per cent.", "rose by 4.2 per cent", "Spending ‹rose by 4.2 per cent›."],
    ["across lines and spaces", "rose by\n4.2\u00a0per  cent", "rose by 4.2 per cent", "‹rose by\n4.2\u00a0per  cent›"],
    ["with other quotation marks", "He said: “It’s over.”", 'He said: "It\'s over."', "‹He said: “It’s over.”›"],
    [
      "in guillemets",
      "Er sagte: »Schluss damit«, und ging.",
      "sagte: „Schluss damit“, und",
      "Er ‹sagte: »Schluss damit«, und› ging.",
    ],
    ["in quotation marks of one's own", "It is over now.", "“It is over”", "‹It is over› now."],
    ["with dots for what was left out", "It is over now.", "… is over […]", "It ‹is over› now."],
    ["with other dashes", "2019–2021 — a bad time", "2019-2021 – a bad time", "‹2019–2021 — a bad time›"],
    [
      "divided at the end of a line",
      "the govern-\nment resigned",
      "the government resigned",
      "‹the govern-\nment resigned›",
    ],
    ["with a hyphen at the end of a line", "a self-\nmade man", "a self-made man", "‹a self-\nmade man›"],
    [
      "copied with its division",
      "the govern-\nment resigned",
      "the govern- ment resigned",
      "‹the govern-\nment resigned›",
    ],
    [
      "with soft hyphens",
      "the govern\u00adment resigned",
      "the government resigned",
      "‹the govern\u00adment resigned›",
    ],
    ["set with ligatures", "the oﬃce of ﬁnance", "the office of finance", "‹the oﬃce of ﬁnance›"],
    ["beside punctuation without a space", "Prices(2023) rose", "Prices (2023) rose", "‹Prices(2023) rose›"],
    ["in a script without spaces", "市长\n周一辞职了", "市长周一辞职", "‹市长\n周一辞职›了"],
    ["in cells", "Year\tSpending\n2023\t4213", "2023 4213", "Year\tSpending\n‹2023\t4213›"],
  ] as const)("%s", ([, text, excerpt, expected]) => {
    expect(marked(text, excerpt)).toBe(`found: ${expected}`)
  })

  test("on the page that was named, before the first one", () => {
    const text = "It rose. Much later it fell. It rose."
    expect(marked(text, "It rose", { start: 20, end: text.length })).toBe(
      "found: It rose. Much later it fell. ‹It rose›.",
    )
    expect(marked(text, "It rose", { start: 10, end: 20 })).toBe("found: ‹It rose›. Much later it fell. It rose.")
  })
})

describe("an excerpt is similar, and not found", () => {
  test.for([
    ["a digit differs", "Spending rose by 4.3 per cent in 2023.", "Spending rose by 4.2 per cent in 2023."],
    ["a name differs", "Mayor Ana Kowalska resigned on Monday.", "Mayor Ana Kowalski resigned on Monday."],
    ["a denial was left out", "The mayor did not resign on Monday.", "The mayor did resign on Monday."],
    ["a word is written large", "The state of the union is strong.", "the State of the union is strong."],
    ["words were run together", "The result is notable in all towns.", "The result is not able in all towns."],
    ["two numbers were run together", "It was 20 21 times in a row there.", "It was 2021 times in a row there."],
    ["a hyphen makes another word", "He re-signed the contract on Friday.", "He resigned the contract on Friday."],
    ["a minus was lost", "The change was -4.2 per cent in all.", "The change was 4.2 per cent in all."],
  ] as const)("%s", ([, text, excerpt]) => {
    const padded = `Before it stands something else. ${text} Behind it as well, and at length.`
    expect(placeExcerpt(padded, excerpt)).toMatchObject({ kind: "similar" })
    const { start = 0, end = 0 } =
      (placeExcerpt(padded, excerpt) as { span?: { start: number; end: number } }).span ?? {}
    expect(text).toContain(padded.slice(start, end))
  })
})

test.for([
  ["another sentence", "The council met on Tuesday to discuss the budget.", "Spending rose by 4.2 per cent in 2023."],
  ["a part of a number", "It cost 34.25 million.", "4.2"],
  ["a part of a word", "unbelievable", "believ"],
  ["nothing but signs", "It rose.", "…"],
  ["in an empty text", "", "It rose."],
] as const)("an excerpt is missing: %s", ([, text, excerpt]) => {
  expect(placeExcerpt(text, excerpt)).toEqual({ kind: "missing" })
})

const words = fc.array(fc.stringMatching(/^[a-zäß]{1,9}$/), { minLength: 1, maxLength: 40 })

describe("laws", () => {
  test("a passage of a text is found in it, however it is set", () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.constantFrom("\n", "  ", "\u00a0", "\t", "\u00ad "),
        (before, passage, behind, space) => {
          const set = [...before, "|", ...passage, "|", ...behind].join(space)
          const place = placeExcerpt(set, passage.join(" "), null)
          expect(place.kind).toBe("found")
        },
      ),
    )
  })

  test("what is found reads as it was asked for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."ab1 -\n.,“'"), { maxLength: 40 }),
        fc.array(fc.constantFrom(..."ab1 -.'"), { minLength: 1, maxLength: 6 }),
        (all, some) => {
          const [text, excerpt] = [all.join(""), some.join("")]
          const place = placeExcerpt(text, excerpt)
          if (place.kind !== "found") return
          const signs = (one: string) => one.replace(/[^ab1]/gu, "")
          expect(signs(text.slice(place.span.start, place.span.end))).toBe(signs(excerpt))
        },
      ),
    )
  })

  test("a changed digit is never found", () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 100, max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        words,
        (before, number, more, behind) => {
          const text = [...before, String(number), ...behind].join(" ")
          expect(placeExcerpt(text, [...before, String(number + more), ...behind].join(" ")).kind).not.toBe("found")
        },
      ),
    )
  })
})
