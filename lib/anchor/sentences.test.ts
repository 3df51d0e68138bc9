import * as fc from "fast-check"
import { expect, test } from "vitest"
import { isBoundary, type Span } from "./graphemes"
import { sentencesOf } from "./sentences"
import { anyText } from "./testing/texts"

/** Every line a block. */
function linesOf(text: string): Span[] {
  let start = 0
  return text.split("\n").map((line) => {
    const block = { start, end: start + line.length }
    start = block.end + 1
    return block
  })
}

function readAs(language: string, text: string, blocks = [{ start: 0, end: text.length }]): string[] {
  return sentencesOf(text, blocks, language).map(({ start, end }) => text.slice(start, end))
}

/** A text as its sentences, which must be found again once they are run together. */
function expectSentences(language: string, sentences: string[]) {
  expect(readAs(language, sentences.join(" "))).toEqual(sentences)
}

test("a report in English is read as its sentences", () => {
  expectSentences("en", [
    "Mr. Alan Pike and Dr. Ruth Vale sat on the harbour board from Jan. 5 until Sept. 30, 2019.",
    "J. K. Moran, who wrote the report, says the port lost 3.5 percent of its trade, i.e. about $1.2 million.",
    "“The figures are wrong!” said Mrs. Vale.",
    "“They were read from a draft.”",
    "(The draft is dated 4 p.m. Tuesday.)",
    "No. 7 Quay St. was sold to Harrow Ltd. in March.",
    "Was it sold below its price?",
    "No.",
    "It was the board, e.g. its treasurer, that asked for more.",
    '"We never saw an offer," he wrote.',
    "The buyers came from the U.S.",
    "The seller had left the U.S. government at 9 a.m.",
    "Police were told at 11 p.m. Wednesday.",
    "5 people had signed by then, cf. p. 12 of the file.",
    "Plan B.",
    "Then silence… nothing else.",
    "He quoted “a sale of [...] Two warehouses” from the minutes, and Roe v. Wade.",
  ])
})

test("a report in German is read as its sentences", () => {
  expectSentences("de-AT", [
    "Am 3. Oktober 1990, d. h. vor über 30 Jahren, zog Dr. Jutta Kern nach Wismar.",
    "Das Amt zahlte 3,2 Mrd. Euro, z. B. für Brücken.",
    "„Das stimmt nicht!“, sagte der Sprecher.",
    "„Wir zahlten weniger.“",
    "Nr. 5 der Liste nennt ca. 40 Betriebe, vgl. S. 12.",
    "Im 19. Jahrhundert regierte hier Ludwig XIV. wie ein König.",
    "Das war am 3.",
    "Danach kam der Umbau von 1989.",
    "Menschen, Autos usw.",
    "Die Stadt teilte es der Presse mit.",
    "20 Menschen widersprachen.",
    "»Nie«, rief einer von ihnen.",
    "Das 1000. Tor fiel um 20 Uhr.",
    "Am 1. 3. 2024 endet die Frist.",
    "Der Verein heißt Hafenfreunde e. V.",
    "Er zählt 12 Mitglieder.",
  ])
})

test("a report in French is read as its sentences", () => {
  expectSentences("fr", [
    "M. Le Goff et Mme Arnaud, p. ex., ont signé.",
    "« C’est faux. »",
    "Il est parti à 15 h.",
    "« Non ! » dit-elle.",
    "« Jamais ! »",
    "Elle cite l’art. 5 du code, les pp. 12 et 13, etc.",
    "Le port fut bâti en 52 av. J.-C. par les Romains.",
    "Le n° 3 manque.",
    "20 personnes l’ont vu.",
  ])
})

test("a report in Spanish is read as its sentences", () => {
  expectSentences("es", [
    "El Sr. Ibarra y la Dra. Luz Campos viajaron a EE. UU.",
    "El acuerdo, núm. 5 de la lista, costó 3,5 millones.",
    "¿Quién lo firmó?",
    "¡Nadie!",
    "La empresa Puertos S. A. lo niega, cf. pág. 12.",
    "«No lo vimos», dijo el presidente de EE. UU. Pedro Gil.",
    "Fue en EE. UU.",
    "¿Cuándo?",
    "20 personas lo vieron.",
  ])
})

test.each([
  ["where what follows can't be a name, an abbreviation ends its sentence", ["She left the U.S.", "The board stayed."]],
  ["where it can, the two are read as one", ["She left the U.S. President Vale stayed."]],
  ["a war's number ends a sentence", ["It was built in World War II.", "Churchill came."]],
  ["a word with a hyphen is no initial", ["It was a pop-up.", "Moran paid."]],
  ["an opening word that is an initial opens nothing", ["The office of Harrow Inc. A. Pike runs it."]],
  ["a brand may begin a sentence with a small letter", ["Was it new?", "iPhone sales fell."]],
])("%s", (_, sentences) => expectSentences("en", sentences))

test.each([
  ["a footnote's reference", "He paid.\uFFFC ", "She did not."],
  ["a number in brackets", "He paid.[12] ", "She did not."],
  ["a quotation mark behind a space", "« He paid.\u00A0» ", "She did not."],
])("%s belongs to the sentence that it closes", (_, first, second) => {
  expect(readAs("fr", first + second)).toEqual([first.replace(/[\uFFFC\s]+$/, ""), second])
})

test("a space with a mark on it is not torn off its mark", () => {
  expect(readAs("en", "Dr. [1] \u0301Dr. ")).toEqual(["Dr. [1]", " \u0301Dr."])
})

test("a hard break ends no sentence, an empty line does, and so does the end of a block", () => {
  const text = "The mayor\nresigned. He left\n\nThe board\nA headline"
  const blocks = [
    { start: 0, end: text.length - "\nA headline".length },
    { start: text.length - "A headline".length, end: text.length },
  ]
  expect(readAs("en", text, blocks)).toEqual(["The mayor\nresigned.", "He left", "The board", "A headline"])
})

test("what numbers a line belongs to it", () => {
  expect(readAs("de", "1. Der Hafen.\n2. Die Stadt.")).toEqual(["1. Der Hafen.", "2. Die Stadt."])
  expect(readAs("en", "a) The harbour.\nB. The town.")).toEqual(["a) The harbour.", "B. The town."])
})

test("blocks without a letter, a digit or a sign have no sentences, and dots alone are nobody's sentence", () => {
  expect(readAs("en", "* * *")).toEqual([])
  expect(readAs("en", "\uFFFC")).toEqual([])
  expect(readAs("en", "The end. . . .")).toEqual(["The end. . . ."])
})

test("an unknown or malformed language is read by the general rules", () => {
  expect(readAs("tlh", "Dr. Vale left. She sold it.")).toEqual(["Dr. Vale left.", "She sold it."])
  expect(readAs("no language", "Dr. Vale left. She sold it.")).toEqual(["Dr. Vale left.", "She sold it."])
})

const anyLanguage = fc.constantFrom("en", "de", "fr", "es", "ja", "tlh", "")
const PROSE = [
  "Dr. ",
  "U.S. ",
  "3. ",
  "Oktober ",
  "The ",
  "« ",
  " » ",
  "“",
  "” ",
  "fell. ",
  "! ",
  "… ",
  "[1] ",
  "z. B. ",
  "\n\n",
]
const anyProse = fc.oneof(
  anyText(60),
  fc.array(fc.oneof(fc.constantFrom(...PROSE), anyText(2)), { maxLength: 40 }).map((pieces) => pieces.join("")),
)

test("sentences are in order, apart, inside their blocks, of whole characters, and leave no word out", () => {
  fc.assert(
    fc.property(anyProse, anyLanguage, (text, language) => {
      const blocks = linesOf(text)
      const sentences = sentencesOf(text, blocks, language)
      let reached = 0
      let left = ""
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(reached)
        expect(end).toBeGreaterThan(start)
        expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true)
        expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true)
        left += text.slice(reached, start)
        reached = end
      }
      left += text.slice(reached)
      expect(left).not.toMatch(/(?!\uFFFC)[\p{L}\p{N}\p{S}]/u)
      expect(sentencesOf(text, blocks, language)).toEqual(sentences)
    }),
    { numRuns: 400 },
  )
})

test("a block is read the same wherever it stands", () => {
  fc.assert(
    fc.property(anyProse, anyLanguage, (text, language) => {
      const alone = sentencesOf(text, [{ start: 0, end: text.length }], language)
      const behind = sentencesOf(`Title\n${text}`, [{ start: 6, end: 6 + text.length }], language)
      expect(behind.map(({ start, end }) => ({ start: start - 6, end: end - 6 }))).toEqual(alone)
    }),
  )
})

test.each(["! ", "Dr. ", ". ) ", "» ", "1. ", "\n", "\n\n", "a\n"])("%j over and over is read in one go", (piece) => {
  const text = `${piece.repeat(50_000 / piece.length)}The end.`
  expect(readAs("en", text).join(" ")).toMatch(/The end\.$/)
})
