/** What may be tidied without a new round: typos, and nothing that a verdict says. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { ClaimState } from "./claim"
import type { Refusal } from "./refusal"
import { hindranceOf, tidied } from "./tidy"
import { NEGATIONS, NUMBER_WORDS, UNITS } from "./tidy-words"

describe("a typo is mended", () => {
  test.each([
    ["en", "Teh office counts four.", "The office counts four."],
    ["en", "The statistcs office counts four.", "The statistics office counts four."],
    ["en", "He said taxes fell the the most.", "He said taxes fell the most."],
    ["en", "Taxes fell in spring , he said.", "Taxes fell in spring, he said."],
    ["en", "In stead of four there were four.", "Instead of four there were four."],
    ["en", "The german office counts four.", "The German office counts four."],
    ["en-GB", "The goverment office denies it.", "The government office denies it."],
    ["de", "Die Regirung zählt vier.", "Die Regierung zählt vier."],
    ["de", "Das Amt zählt laut dem Berciht vier.", "Das Amt zählt laut dem Bericht vier."],
    ["de-AT", "Sie behaupetet, es seien vier.", "Sie behauptet, es seien vier."],
  ])("%s: %s", (language, from, to) => {
    expect(hindranceOf(from, to, language)).toBeNull()
  })
})

describe("what a verdict says is not a typo's to change", () => {
  test.each([
    ["figures", "en", "Taxes fell by 9 percent.", "Taxes fell by 8 percent."],
    ["figures", "en", "It cost 1.5 million.", "It cost 15 million."],
    ["figures", "en", "It fell by -3 points.", "It fell by 3 points."],
    ["figures", "en", "There are four of them.", "There are five of them."],
    ["figures", "de", "Es kostete drei Millionen.", "Es kostete drei Milliarden."],
    ["figures", "de", "Es waren einundzwanzig.", "Es waren einunddreißig."],
    ["figures", "de", "Es war am Montag.", "Es war am Sonntag."],
    ["units", "en", "It is 5 km long.", "It is 5 kg long."],
    ["units", "en", "It cost 5 €.", "It cost 5 $."],
    ["negation", "en", "He did now say so.", "He did not say so."],
    ["negation", "en", "He could do it.", "He couldn't do it."],
    ["negation", "de", "Es gibt eine Quelle.", "Es gibt keine Quelle."],
    ["quotation", "en", 'He said "taxes fel".', 'He said "taxes fell".'],
    ["quotation", "en", "He said taxes fell.", 'He said "taxes fell".'],
    ["quotation", "de", "Er nannte es „Erfolk“.", "Er nannte es „Erfolg“."],
    ["names", "en", "That was Merz who said so.", "That was Marz who said so."],
    ["names", "en", "Mrez said so.", "Merz said so."],
    ["names", "en", "It is about us here.", "It is about US here."],
    ["names", "de", "Das sagte Scholtz gestern.", "Das sagte Scholz gestern."],
    ["wording", "en", "It is legal there.", "It is illegal there."],
    ["wording", "en", "The figure will increase there.", "The figure will decrease there."],
    ["wording", "en", "It may have happened.", "It must have happened."],
    ["wording", "en", "The office counts them.", "The office invents them."],
    ["wording", "en", "It happened.", "It happened?"],
    ["wording", "en", "It happened there.", "It happened there by mistake."],
    ["language", "fr", "Le bureau compte quatre.", "Le bureau compte quatres."],
  ] as const)("%s (%s): %s → %s", (hindrance, language, from, to) => {
    const found = hindranceOf(from, to, language)
    expect(found === "figures" && hindrance === "wording" ? "wording" : found).toBe(hindrance)
  })
})

const sentence = fc
  .array(fc.constantFrom(..."the office counts boats near rivers often with people harbour ledger".split(" ")), {
    minLength: 3,
    maxLength: 20,
  })
  .map((words) => `The report says that ${words.join(" ")}.`)
const language = fc.constantFrom("en", "de")

/** Puts a word at some place inside of a text, not at its end. */
const put = (text: string, word: string, at: number) => {
  const words = text.split(" ")
  const place = 1 + (at % (words.length - 1))
  return [...words.slice(0, place), word, ...words.slice(place)].join(" ")
}

const kept = [...NEGATIONS, ...NUMBER_WORDS, ...UNITS].filter((word) => word !== "may")

test("no number, unit or negation comes in or goes out by tidying", () => {
  fc.assert(
    fc.property(sentence, fc.nat(), fc.constantFrom(...kept), language, (text, at, word, of) => {
      expect(hindranceOf(text, put(text, word, at), of)).not.toBeNull()
      expect(hindranceOf(put(text, word, at), text, of)).not.toBeNull()
    }),
  )
})

test("no figure becomes another one by tidying", () => {
  fc.assert(
    fc.property(
      sentence,
      fc.nat(),
      fc.nat({ max: 99_999 }),
      fc.nat({ max: 99_999 }),
      language,
      (text, at, one, other, of) => {
        fc.pre(one !== other)
        expect(hindranceOf(put(text, `${one}`, at), put(text, `${other}`, at), of)).toBe("figures")
      },
    ),
  )
})

test("a text is a tidying of itself with a stop left out or put in", () => {
  fc.assert(
    fc.property(sentence, language, (text, of) => {
      expect(hindranceOf(text, text, of)).toBeNull()
      expect(hindranceOf(text.slice(0, -1), text, of)).toBeNull()
    }),
  )
})

test("a slip of one letter that is let through leaves figures, marks and signs as they are", () => {
  const letter = fc.constantFrom(...'aeth 17,.€%"„“?!-')
  const kept = (text: string) => text.match(/[\p{N}%€"„“?!]/gu)
  let through = 0
  fc.assert(
    fc.property(sentence, fc.nat(), letter, language, (words, at, one, of) => {
      const text = put(words, '17 "marks" and 5 %', at)
      const place = at % text.length
      const slip = text.slice(0, place) + one + text.slice(place + 1)
      if (hindranceOf(text, slip, of) !== null) return
      through += 1
      expect(kept(slip)).toEqual(kept(text))
    }),
    { numRuns: 500 },
  )
  expect(through).toBeGreaterThan(10)
})

describe("a proposal", () => {
  const claim = (state: ClaimState = "approved") => ({
    state,
    statement: null,
    conclusion: "Teh office.",
    explanation: "So.",
  })
  const refusal = (code: string, key: string) => expect.objectContaining({ code, key }) as Refusal

  test("changes what differs of a verdict that stands", () => {
    const words = { conclusion: "The office.", explanation: "So.", statement: "There was none." }
    const changes = [{ field: "conclusion", from: "Teh office.", to: "The office." }]
    expect(tidied(claim(), words, "en")).toEqual(changes)
    expect(tidied(claim("checked"), words, "en")).toEqual(changes)
  })

  test.each(["open", "in_review", "changes_requested"] as const)("is for no claim that is %s", (state) => {
    expect(() => tidied(claim(state), { conclusion: "The office." }, "en")).toThrowError(
      refusal("conflict", "tidy.notStanding"),
    )
  })

  test("that changes nothing, or more than a typo, is refused, and says at which words why", () => {
    expect(() => tidied(claim(), { explanation: "So." }, "en")).toThrowError(refusal("invalid", "tidy.nothing"))
    expect(() => tidied(claim(), { conclusion: "Teh office has 4." }, "en")).toThrowError(
      expect.objectContaining({ details: { fields: [{ path: "conclusion", key: "tidy.figures" }] } }) as Refusal,
    )
  })
})
