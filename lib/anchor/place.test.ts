import * as fc from "fast-check"
import { expect, test } from "vitest"
import { isBoundary, trim } from "./graphemes"
import { place, type Placed } from "./place"
import { anyText, marked, textWithSpan } from "./testing/texts"

/** Places the span of one template in the text of the other; the answer with the words that it stands at. */
function placed(before: string, after: string): Placed & { words?: string } {
  const { text, spans } = marked(before)
  const [answer] = place(spans, text, after)
  if (!answer) throw new Error("no span was marked")
  const span = answer.kind === "stale" ? answer.proposal : answer.kind === "lost" ? null : answer.span
  return span ? { ...answer, words: after.slice(span.start, span.end) } : answer
}

/** Expects the span of the first text where the second one marks it. */
function expectCarried(
  before: string,
  after: string,
  rest: { kind?: "exact" | "moved"; contextChanged?: boolean } = {},
) {
  const { text, spans } = marked(after)
  const answer = place(marked(before).spans, marked(before).text, text)[0]
  expect(answer).toEqual({ kind: "exact", contextChanged: false, span: spans[0], ...rest })
}

/** Laws are tried on hundreds of texts, also on slow machines. */
const SLOW = 120_000

const STORY =
  "The council met on Monday. ‹It raised the rent by 12 percent.› Nobody spoke against it. The mayor left early."

test(
  "in an unchanged text every span is where it was",
  () => {
    fc.assert(
      fc.property(textWithSpan(), ({ text, span }) => {
        expect(place([span], text, text)).toEqual([{ kind: "exact", span, contextChanged: false }])
      }),
    )
  },
  SLOW,
)

test("words that nobody touched are carried, wherever they end up", () => {
  expectCarried(STORY, `A new first paragraph.\n${STORY}`)
  expectCarried(STORY, STORY.replace("Nobody spoke against it. ", "").replace("Monday", "Tuesday"))
})

test("a passage that was moved is carried as moved", () => {
  const moved =
    "The council met on Monday. Nobody spoke against it. The mayor left early. ‹It raised the rent by 12 percent.›"
  expectCarried(STORY, moved, { kind: "moved" })
})

test("a denial put before a claim changes its context", () => {
  expectCarried("He said ‹taxes fell›.", "He denied that ‹taxes fell›.", { contextChanged: true })
  expectCarried("Then he said: ‹taxes fell›.", "Then he said: ‹taxes fell›. Nobody believed it.")
})

test.each([
  ["another number", "It rose by 12 percent", "It rose by 13 percent"],
  ["a negation", "The mayor did resign", "The mayor did not resign"],
  ["another name", "Anna Vale sold the house", "Anna Dale sold the house"],
  ["a word taken out", "All the members voted", "All members voted"],
  ["another case", "the Bank paid", "the bank paid"],
])("words changed inside make it stale, with what it became: %s", (_, claim, now) => {
  expect(placed(`First a word. ‹${claim}› in May, they say.`, `First a word. ${now} in May, they say.`)).toMatchObject({
    kind: "stale",
    words: now,
  })
})

test("a number that is all of the claim is proposed with what stands in its place", () => {
  expect(placed("It rose by ‹12› percent in May.", "It rose by 13.5 percent in May.")).toMatchObject({
    kind: "stale",
    words: "13.5",
  })
})

test.each([
  ["quotation marks", "He said ‹“it’s over”› then.", 'He said ‹"it\'s over"› then.'],
  ["dashes", "The years ‹2019–20 — bad ones — passed›.", "The years ‹2019-20 - bad ones -- passed›."],
  ["dots", "He ‹said … nothing›.", "He ‹said ... nothing›."],
  ["spaces that do not break", "About ‹12 percent of them› left.", "About ‹12\u00a0percent\u202fof them› left."],
  ["line breaks", "About ‹12 percent of them› left.", "About ‹12 percent\nof them› left."],
  ["soft hyphens", "Die ‹Bürgermeisterwahl› fiel aus.", "Die ‹Bürger\u00admeister\u00adwahl› fiel aus."],
  ["an edge inside a word", "Die Bürger‹meisterwahl› fiel aus.", "Die Bürger\u00ad‹meister\u00adwahl› fiel aus."],
])("typed otherwise, words are the same: %s", (_, before, after) => expectCarried(before, after))

test("a deleted sentence is lost, though one that looks alike stands elsewhere", () => {
  const before = `‹Mayor Vale paid 1,200 euros for the boat.› She kept it.\nMayor Dale paid 1,500 euros for the boat. He sold it.`
  expect(placed(before, "She kept it.\nMayor Dale paid 1,500 euros for the boat. He sold it.")).toEqual({
    kind: "lost",
  })
})

test("a phrase goes with its sentence, not to the same phrase in another", () => {
  const before = "In May, the council met. In June, ‹the council› paid. In July, the council left."
  expectCarried(before, "In June, ‹the council› paid. In July, the council left.")
  expect(placed(before, "In May, the council met. In July, the council left.")).toEqual({ kind: "lost" })
})

test("where the same sentence stands twice now, a person says which", () => {
  const once = "He met her there. ‹She said that nothing was paid.› He left."
  const twice = "He met her there. She said that nothing was paid. She said that nothing was paid. He left."
  expect(placed(once, twice)).toMatchObject({ kind: "stale", words: "She said that nothing was paid." })
})

test("of two sentences one of which was cut, the other is proposed", () => {
  const before = "A start. ‹The bridge was closed in March. It will open in the autumn of next year.› An end."
  expect(placed(before, "A start. It will open in the autumn of next year. An end.")).toMatchObject({
    kind: "stale",
    words: "It will open in the autumn of next year.",
  })
})

test(
  "what is carried is whole graphemes and says the same",
  () => {
    const said = (words: string) =>
      words
        .replace(/[\s\ufffc\u200b]+/gu, "")
        .replace(/[“”„‟]/gu, '"')
        .replace(/[‘’]/gu, "'")
        .replace(/-+/gu, "-")
        .replace(/\.{3,}/gu, "...")
    fc.assert(
      fc.property(textWithSpan(), anyText(), ({ text, span }, more) => {
        const after = (text.slice(0, span.start) + more + text.slice(span.start)).normalize("NFC")
        for (const newText of [after, more.normalize("NFC")]) {
          const answer = place([span], text, newText)[0]
          if (answer?.kind === "lost" || !answer) continue
          const found = answer.kind === "stale" ? answer.proposal : answer.span
          if (!found) continue
          expect(isBoundary(newText, found.start) && isBoundary(newText, found.end)).toBe(true)
          expect(found.start).toBeLessThan(found.end)
          if (answer.kind !== "stale") {
            expect(said(newText.slice(found.start, found.end))).toBe(said(text.slice(span.start, span.end)))
          }
        }
      }),
      { numRuns: 500 },
    )
  },
  SLOW,
)

const SMALL = [
  "taxes ",
  "fell ",
  "the ",
  "mayor ",
  "12 ",
  "no ",
  ", ",
  ". ",
  ".\n",
  "“",
  "’",
  "-",
  "— ",
  "日",
  "本",
  "e\u0301",
  "👍🏽",
  "\ufffc",
]
const smallText = fc
  .array(fc.constantFrom(...SMALL), { maxLength: 40 })
  .map((pieces) => pieces.join("").normalize("NFC"))

test(
  "there and back again is the span itself, or none",
  () => {
    const both = fc.tuple(smallText, smallText, fc.nat(100), fc.nat(100))
    fc.assert(
      fc.property(both, ([here, there, one, other]) => {
        const span = trim(here, { start: Math.min(one, other), end: Math.max(one, other) + 1 })
        if (!span) return
        const gone = place([span], here, there)[0]
        if (gone?.kind !== "exact" && gone?.kind !== "moved") return
        const back = place([gone.span], there, here)[0]
        if (back?.kind !== "exact" && back?.kind !== "moved") return
        expect(back.span).toEqual(span)
      }),
      { numRuns: 1000 },
    )
  },
  SLOW,
)
