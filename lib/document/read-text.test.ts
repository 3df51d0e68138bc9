import { existsSync, readFileSync } from "node:fs"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Refusal } from "../domain/refusal"
import { decode } from "./bytes"
import { canonicalText } from "./canonical"
import type { Given, Imported } from "./read-result"
import { readText } from "./read-text"
import { word } from "./testing/arbitraries"

/** What was read, a line a block: `title: …`, `dek: …`, `p: …`; list items as `- …`, rules as `***`. */
function outline({ document }: Imported): string[] {
  const { text, blocks } = canonicalText(document)
  return blocks.map(({ type, start, end }) => {
    const name = type === "paragraph" ? "p" : type
    return `${name}: ${text.slice(start, end)}`
  })
}

const read = (lines: string, given: Given = {}) => readText(lines, given)

const FIRST =
  "The mayor of Harbourtown resigned on Monday after the council had voted against her budget for the third time."
const SECOND =
  "Her deputy takes over until the election in March, the town hall said in a short statement to the press."

const body = [`p: ${FIRST}`, `p: ${SECOND}`]
const paragraphs = `${FIRST}\n${SECOND}`

test("title, publisher, bold dek, then a paragraph a line", () => {
  const imported = read(
    `Mayor Resigns Over Budget\nSample Media Group\n**Council votes against her plans, again**\n${paragraphs}`,
  )
  expect(outline(imported)).toEqual([
    "title: Mayor Resigns Over Budget",
    "dek: Council votes against her plans, again",
    ...body,
  ])
  expect(imported.metadata).toMatchObject({ publisher: "Sample Media Group", byline: null, publishedOn: null })
  expect(imported.notices).toEqual([])
})

const fixture = new URL("../../../shared/fixtures/000_2fcf8e468ea0dd33.txt", import.meta.url)

test("a wire story in the same shape", () => {
  const story = existsSync(fixture)
    ? decode(readFileSync(fixture))
    : [
        "A Long Headline about a Call",
        "Sample Media Group",
        "**What was said, and what was not**",
        ...Array<string>(7).fill(FIRST),
      ].join("\n")
  const imported = readText(story, {})
  const types = canonicalText(imported.document).blocks.map(({ type }) => type)
  expect(types).toEqual(["title", "dek", ...Array<string>(7).fill("paragraph")])
  expect(imported.metadata.publisher).toMatch(/ Media Group$/)
  const { text } = canonicalText(imported.document)
  const words = story
    .replace(/\*\*|^.* Media Group$/gmu, "")
    .replace(/\s+/gu, " ")
    .trim()
  expect(text.replace(/\s+/gu, " ")).toBe(words)
})

test.each<[string, string, string[], Partial<Imported["metadata"]>]>([
  [
    "headline, byline, date, empty lines between",
    `Mayor resigns\n\nBy Jane Doe\n\nNovember 15, 2024\n\n${FIRST}\n\n${SECOND}\n`,
    ["title: Mayor resigns", ...body],
    { byline: "Jane Doe", publishedOn: "2024-11-15" },
  ],
  [
    "byline, agency and date in one line",
    `Mayor resigns\nBy Jane Doe and John O’Neill | Reuters | Nov. 15, 2024\n${paragraphs}`,
    ["title: Mayor resigns", ...body],
    { byline: "Jane Doe and John O’Neill", publisher: "Reuters", publishedOn: "2024-11-15" },
  ],
  [
    "the agency behind the name",
    `Mayor resigns\nBy JANE DOE, Associated Press\n${paragraphs}`,
    ["title: Mayor resigns", ...body],
    { byline: "JANE DOE", publisher: "Associated Press" },
  ],
  [
    "the date behind the name",
    `Mayor resigns\nBy Jane Doe and Max Muster, Nov. 15, 2024\n${paragraphs}`,
    ["title: Mayor resigns", ...body],
    { byline: "Jane Doe and Max Muster", publishedOn: "2024-11-15" },
  ],
  [
    "a dek that is no sentence",
    `Mayor resigns\nThird vote against her budget in a row\n${paragraphs}`,
    ["title: Mayor resigns", "dek: Third vote against her budget in a row", ...body],
    {},
  ],
  [
    "a dek that is a sentence, above the byline",
    `Mayor resigns\n\nThe council had voted against her budget.\n\nBy Jane Doe\n\n${paragraphs}`,
    ["title: Mayor resigns", "dek: The council had voted against her budget.", ...body],
    { byline: "Jane Doe" },
  ],
  [
    "German",
    `Bürgermeisterin tritt zurück\nHaushalt zum dritten Mal abgelehnt\nVon Eva Muster und Max von der Heide\n15. November 2024\n${paragraphs}`,
    ["title: Bürgermeisterin tritt zurück", "dek: Haushalt zum dritten Mal abgelehnt", ...body],
    { byline: "Eva Muster und Max von der Heide", publishedOn: "2024-11-15" },
  ],
  [
    "French and Spanish bylines",
    `La maire démissionne\nPar Jeanne Dupont\n${paragraphs}`,
    ["title: La maire démissionne", ...body],
    { byline: "Jeanne Dupont" },
  ],
  [
    "labelled lines",
    `Headline: Mayor resigns\nByline: Jane Doe\nDate: 2024-11-15\nPublisher: Sample desk\nURL: https://example.org/a\n\n${paragraphs}`,
    ["title: Mayor resigns", ...body],
    { byline: "Jane Doe", publishedOn: "2024-11-15", publisher: "Sample desk", sourceUrl: "https://example.org/a" },
  ],
  [
    "the date above the headline",
    `15 November 2024\nMayor resigns\n${paragraphs}`,
    ["title: Mayor resigns", ...body],
    { publishedOn: "2024-11-15" },
  ],
  [
    "a question as a headline, and a dateline that stays in the text",
    `Who runs the town?\n\nHARBOURTOWN, Nov. 15 (Agency) — ${FIRST}\n\n${SECOND}`,
    ["title: Who runs the town?", `p: HARBOURTOWN, Nov. 15 (Agency) — ${FIRST}`, `p: ${SECOND}`],
    {},
  ],
  [
    "Windows line ends, tabs, a bold headline",
    `**Mayor resigns**\r\n\r\n\t${FIRST}\r\n\t${SECOND}\r\n`,
    ["title: Mayor resigns", ...body],
    {},
  ],
  [
    "bullets",
    `Mayor resigns\n${FIRST}\n- the budget\n- the bridge\n• the harbour\n${SECOND}`,
    ["title: Mayor resigns", `p: ${FIRST}`, "p: the budget", "p: the bridge", "p: the harbour", `p: ${SECOND}`],
    {},
  ],
  [
    "Markdown signs stay as they were typed",
    `Mayor resigns\n## Her *plans*\n${FIRST} **Really**.\n${SECOND}`,
    ["title: Mayor resigns", "p: ## Her *plans*", `p: ${FIRST} **Really**.`, `p: ${SECOND}`],
    {},
  ],
  [
    "a rule between parts",
    `Mayor resigns\n${FIRST}\n* * *\n${SECOND}`,
    ["title: Mayor resigns", `p: ${FIRST}`, "horizontalRule: \ufffc", `p: ${SECOND}`],
    {},
  ],
  [
    "Japanese",
    "市長が辞任\n\n港町の市長は月曜日、議会が予算案を三度否決したことを受けて辞任した。\n",
    ["title: 市長が辞任", "p: 港町の市長は月曜日、議会が予算案を三度否決したことを受けて辞任した。"],
    {},
  ],
])("%s", (_, lines, expected, metadata) => {
  const imported = read(lines)
  expect(outline(imported)).toEqual(expected)
  expect(imported.metadata).toMatchObject(metadata)
  expect(imported.notices).toEqual([])
})

test("bullets become a list; a dash alone is somebody speaking", () => {
  const { document } = read(`Title here\n\n- one\n- two\n\n${FIRST}\n- No, she said.\n${SECOND}`)
  expect(document.content?.map(({ type }) => type)).toEqual([
    "title",
    "bulletList",
    "paragraph",
    "paragraph",
    "paragraph",
  ])
  expect(document.content?.[1]?.attrs).toEqual({ tight: true })
})

const WRAPPED = `Mayor resigns over budget

The mayor of Harbourtown resigned on Monday after the council had
voted against her budget for the third time. Her deputy takes over
until the election in March, the town hall said in a short
statement to the press. She did not say what she would do next, nor
whether she would stand again in the spring.

Nobody else in the town hall wanted to comment on the state of
the budget, which has been short of money since the bridge and the
harbour had to be repaired at the same time three years ago.
`

test("lines wrapped at a fixed width are joined again", () => {
  expect(outline(read(WRAPPED))).toEqual([
    "title: Mayor resigns over budget",
    expect.stringMatching(/^p: The mayor .* Monday after the council had voted .* in the spring\.$/),
    expect.stringMatching(/^p: Nobody else .* years ago\.$/),
  ])
})

test("verse, addresses and lists of headlines are not wrapped text", () => {
  const verse =
    "Song\n\nThe harbour lies in morning grey\nAnd nobody is there to say\nWhat ships have come and gone away\nBefore the break of this new day"
  expect(outline(read(verse))).toHaveLength(5)
  const headlines = [
    "Council votes against the budget for a third time",
    "Mayor announces her resignation on Monday morning",
    "Deputy takes over the town hall until the spring",
    "Harbour repairs cost far more than was expected",
  ]
  expect(outline(read(`Headlines\n${headlines.join("\n")}`))).toHaveLength(5)
})

test.each([
  ["a short first paragraph that ends with a full stop", `She resigned.\n${paragraphs}`, ["p: She resigned.", ...body]],
  ["a salutation", `Dear colleagues,\n${paragraphs}`, ["p: Dear colleagues,", ...body]],
  ["a quotation", `“I resign.”\n${paragraphs}`, ["p: “I resign.”", ...body]],
  ["a bullet", `- one thing\n- another\n${paragraphs}`, ["p: one thing", "p: another", ...body]],
])("body text is no title: %s", (_, lines, expected) => {
  const imported = read(lines)
  expect(outline(imported).slice(1)).toEqual(expected)
  expect(imported.notices).toEqual(["titleFromFirstWords"])
})

test.each([
  ["a first paragraph", `Mayor resigns\nShe resigned.\n${paragraphs}`, "p: She resigned."],
  ["a name in the text", `Mayor resigns\nHarbourtown\n${paragraphs}`, "p: Harbourtown"],
  [
    "a sentence with By",
    `Mayor resigns\nBy Monday evening she was gone\n${paragraphs}`,
    "dek: By Monday evening she was gone",
  ],
  ["Von, but no name", `Mayor resigns\nVon Anfang an dagegen\n${paragraphs}`, "dek: Von Anfang an dagegen"],
  ["a date that could be two", `Mayor resigns\n11/12/2024\n${paragraphs}`, "p: 11/12/2024"],
  [
    "a dateline alone",
    `Mayor resigns\nHARBOURTOWN, Friday night (Agency)\n${paragraphs}`,
    "p: HARBOURTOWN, Friday night (Agency)",
  ],
])("no word of the text is taken for a credit: %s", (_, lines, second) => {
  const imported = read(lines)
  expect(outline(imported)[1]).toBe(second)
  expect(imported.metadata).toMatchObject({ byline: null, publisher: null, publishedOn: null })
})

test("with a title given, all of the text is body", () => {
  const imported = read(`Mayor resigns\nBy Jane Doe\n${FIRST}`, {
    title: "Given",
    dek: "Dek",
    publisher: "Sample desk",
  })
  expect(outline(imported)).toEqual(["title: Given", "dek: Dek", "p: Mayor resigns", "p: By Jane Doe", `p: ${FIRST}`])
  expect(imported.metadata).toMatchObject({ byline: null, publisher: "Sample desk" })
})

test("what is given wins over what is found, and a dek that gives way stays in the text", () => {
  const imported = read(`Mayor resigns\n**Found dek**\nBy Jane Doe\n${FIRST}`, {
    dek: "Given dek",
    byline: "Desk",
    language: "en-GB",
  })
  expect(outline(imported)).toEqual(["title: Mayor resigns", "dek: Given dek", "p: Found dek", `p: ${FIRST}`])
  expect(imported.metadata).toMatchObject({ byline: "Desk", language: "en-GB" })
})

test("without a title the file's name stands in, and says so", () => {
  const imported = read(`${FIRST}\n${SECOND}`, { fileName: "C:\\desk\\2024-11-15_mayor-resigns.final.txt" })
  expect(outline(imported)).toEqual(["title: 2024 11 15 mayor resigns.final", ...body])
  expect(imported.notices).toEqual(["titleFromFileName"])
})

test("without a title or a name the first words stand in, and say so", () => {
  const imported = read(paragraphs)
  expect(outline(imported)).toEqual(["title: The mayor of Harbourtown resigned on Monday after…", ...body])
})

test("text without any words is refused", () => {
  for (const blank of ["", " \n\t", "\u200e\ufffc", "* * *"]) {
    expect(() => read(blank)).toThrow(expect.objectContaining({ key: "import.empty" }))
  }
})

const anyLines = fc
  .array(
    fc.oneof(
      fc.array(word(), { maxLength: 12 }).map((words) => words.join(" ")),
      fc.constantFrom("", "By Jane Doe", "**bold dek**", "Reuters", "- item"),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join("\n"))

test("every word is kept, in its order", () => {
  const wordsIn = (text: string) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? []
  fc.assert(
    fc.property(anyLines, (lines) => {
      fc.pre(wordsIn(lines).length > 0)
      const { document, metadata } = read(lines, { title: "T" })
      const { text, bodyStart } = canonicalText(document)
      expect(wordsIn(text.slice(bodyStart))).toEqual(wordsIn(lines))
      expect(metadata.byline).toBeNull()
      const found = read(lines)
      const kept = [canonicalText(found.document).text, ...Object.values(found.metadata)].join(" ")
      expect(wordsIn(kept)).toEqual(expect.arrayContaining(wordsIn(lines).filter((each) => !/^by$/iu.test(each))))
    }),
    { numRuns: 300 },
  )
})

test("any text is an article or a refusal", () => {
  fc.assert(
    fc.property(fc.oneof(anyLines, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
      try {
        const { text: canonical } = canonicalText(read(text).document)
        expect(canonical).toBe(canonical.normalize("NFC"))
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
    { numRuns: 500 },
  )
})

test("two million characters are read in a few seconds", () => {
  const started = performance.now()
  read(`${FIRST}\n`.repeat(18_000))
  read(`a${"\n".repeat(100_000)}b c d e\n`.repeat(3))
  expect(performance.now() - started).toBeLessThan(20_000)
})
