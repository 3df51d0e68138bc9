import * as fc from "fast-check"
import { expect, test } from "vitest"
import { sentencesOf, type Span } from "../anchor"
import { anyText, marked } from "../anchor/testing/texts"
import { looseItems, looseOutside, type LooseItem } from "./loose"

const whole = (text: string): Span => ({ start: 0, end: text.length })

function blocksOf(text: string): Span[] {
  let start = 0
  return text.split("\n").map((line) => {
    const block = { start, end: start + line.length }
    start = block.end + 1
    return block
  })
}

function itemsOf(text: string, language: string): LooseItem[] {
  return sentencesOf(text, blocksOf(text), language).flatMap((sentence) => looseItems(text, sentence, language))
}

/** The items of a text in which each is written between ‹ and ›. */
function expectLoose(language: string, template: string) {
  const { text, spans } = marked(template)
  const words = ({ start, end }: Span) => text.slice(start, end)
  expect(itemsOf(text, language).map(words)).toEqual(spans.map(words))
}

test("an English report's numbers, dates, names, quotations and absolutes", () => {
  expectLoose(
    "en",
    "On ‹Tuesday, Nov. 15, 2024›, ‹Harbour Minister Ruth Vale› said the port had lost ‹3.5 percent› of its trade, about " +
      "‹$1.2 million›, since ‹May 3›. ‹Vale› ‹never› called it the ‹largest› loss. ‹“It is the first,”› she said. " +
      "‹Two› of the ‹twelve› cranes were sold in the ‹1990s› to the ‹Bank of Harrow› for ‹£4,500›. " +
      "‹O’Brien›’s firm won’t say. It may close by ‹2025-01-31› at ‹9:30›, of interest to guests in the west. " +
      "‹‘Nobody knew,’› said ‹Pike›. I was asked by the ‹G20›. She saw ‹Rio de Janeiro› and ‹Ursula von der Leyen›.",
  )
})

test("a German report's, where a capital alone makes no name", () => {
  expectLoose(
    "de",
    "Im Hafen verlor man ‹2023› rund ‹3,2 Mrd. Euro›, sagte ‹Ministerin Jutta Kern› am ‹3. Oktober›. ‹Kern› nannte das " +
      "‹„den größten Verlust“› seit ‹1990›. Die Stadt zahlte ‹drei› Jahre lang ‹12.500 Euro› im Monat. ‹Olaf Brand› ist in " +
      "der ‹SPD›. Neue Zahlen zeigen das Gegenteil. In ‹Berlin› hieß es, der Verein habe ‹nie› gezahlt. ‹Zwanzig› Menschen " +
      "kamen am ‹Montag› um ‹9.30 Uhr›. ‹»Nie wieder«›, rief sie. Der Anteil stieg um ‹5 Prozent› auf den ‹höchsten› Wert. " +
      "Die Künste kosten, die Dienste reisten.",
  )
})

test("a French report's", () => {
  expectLoose(
    "fr",
    "Le ministre ‹Alain Roux› a promis ‹3,5 millions d’euros› le ‹14 juillet 2023›. L’‹Élysée› n’a ‹jamais› répondu. " +
      "‹« C’est la plus grande perte »›, dit-il. ‹Deux› des ‹douze› grues ont été vendues à ‹Saint-Malo› pour ‹12 500 €›, " +
      "‹la plus chère› en mai.".replace("mai", "‹mai›"),
  )
})

test("a Spanish report's", () => {
  expectLoose(
    "es",
    "La ministra ‹Luz Campos› prometió ‹3,5 millones de euros› el ‹14 de julio de 2023›. ‹Nunca› lo pagó. " +
      "‹«Es la mayor pérdida»›, dijo ‹Campos›. ‹Dos› de las ‹doce› grúas se vendieron en ‹Puerto Rico› por ‹12.500 euros›. " +
      "¿Quién fue el ‹primero›?",
  )
})

test("without lists for a language, digits, capitals and quotation marks are found", () => {
  expectLoose("nl", "De haven van ‹Ruth Vale› verloor ‹3,5› deel. ‹“Nooit”›, zei ze.")
})

test.each([
  [
    "of a headline in capitals only what the text has elsewhere is a name",
    "The Mayor Of ‹Harrow› Resigns Again Today\nShe has left ‹Harrow›.",
  ],
  ["a number that counts sentences is none", "1. Open the door to the hall."],
  [
    "a quotation that goes on ends with its sentence and begins the next",
    "He said: ‹“It fell.›\n‹It rose, or not.”› So.",
  ],
  ["an apostrophe or an inch opens nothing", `The boys’ door is ‹6’2›" high, isn’t it.`],
])("%s", (_, template) => expectLoose("en", template))

test("each item says what it is", () => {
  const text = "“Yes,” said Ruth Vale on May 3, never with 5 boats."
  expect(looseItems(text, whole(text), "en").map((item) => item.kind)).toEqual([
    "quotation",
    "name",
    "date",
    "absolute",
    "number",
  ])
})

test("offsets count from the text's beginning", () => {
  const text = "A headline\nIt cost 5 pounds."
  const [item] = looseItems(text, { start: 11, end: text.length }, "en")
  expect(text.slice(item?.start, item?.end)).toBe("5 pounds")
})

test.each([
  ["a claim on all of an item leaves nothing", "It cost ‹£4,500›.", [{ start: 0, end: 99 }], []],
  ["one on its words leaves no quotation marks", "‹“Yes”›", [{ start: 1, end: 4 }], []],
  [
    "two that meet in it leave nothing",
    "It cost ‹5 million dollars›.",
    [
      { start: 8, end: 12 },
      { start: 11, end: 26 },
    ],
    [],
  ],
  ["one on a part leaves the rest", "It cost ‹5 million dollars›.", [{ start: 8, end: 17 }], ["dollars"]],
  [
    "one in the middle leaves it whole",
    "It cost ‹5 million dollars›.",
    [{ start: 10, end: 17 }],
    ["5 million dollars"],
  ],
  ["one beside it leaves it whole", "It cost ‹“5”›.", [{ start: 0, end: 8 }], ["“5”"]],
])("%s", (_, template, claims, left) => {
  const { text, spans } = marked(template)
  const items = spans.map((span) => ({ ...span, kind: "number" as const }))
  expect(looseOutside(text, items, claims).map(({ start, end }) => text.slice(start, end))).toEqual(left)
})

const PROSE = [
  "Ruth Vale ",
  "said ",
  "5 ",
  "million ",
  "May ",
  "2024 ",
  "“",
  "” ",
  "« ",
  "» ",
  "never ",
  "Berlin. ",
  "der ",
  "’",
  '"',
  "\n",
]
const anyProse = fc.oneof(
  anyText(60),
  fc.array(fc.oneof(fc.constantFrom(...PROSE), anyText(2)), { maxLength: 40 }).map((pieces) => pieces.join("")),
)
const anyLanguage = fc.constantFrom("en", "de", "fr", "es", "ar", "")

test("items are in order, apart, inside their sentence, with something to read in each", () => {
  fc.assert(
    fc.property(anyProse, anyLanguage, (text, language) => {
      const sentence = whole(text)
      const items = looseItems(text, sentence, language)
      let reached = 0
      for (const { start, end } of items) {
        expect(start).toBeGreaterThanOrEqual(reached)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
        reached = end
      }
      expect(looseItems(text, sentence, language)).toEqual(items)
    }),
  )
})

const anySpans = fc.array(
  fc.tuple(fc.nat(80), fc.nat(80)).map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) })),
  { maxLength: 5 },
)

test("what is left outside of claims lies in its item, and more claims leave no more", () => {
  fc.assert(
    fc.property(anyProse, anySpans, anySpans, (text, claims, more) => {
      const items = looseItems(text, whole(text), "en")
      const left = looseOutside(text, items, claims)
      expect(looseOutside(text, items, [])).toEqual(items)
      expect(looseOutside(text, items, [whole(text)])).toEqual([])
      for (const one of left) expect(items.some(({ start, end }) => start <= one.start && one.end <= end)).toBe(true)
      expect(looseOutside(text, items, [...claims, ...more]).length).toBeLessThanOrEqual(left.length)
    }),
  )
})

test("a hundred thousand words without a full stop are read in one go", () => {
  const text = "Ruth Vale said “5 million” in May 2024, never ".repeat(12_000)
  expect(looseItems(text, whole(text), "en")).toHaveLength(48_000)
})
