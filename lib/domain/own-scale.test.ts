/** What a scale of a desk's own may be: told apart without colour, and with what Stet gives by itself. */
import { describe, expect, test } from "vitest"
import { asKept, assertSound, saysTheSame, SaveScale, type OwnRating } from "./own-scale"
import { Refusal } from "./refusal"
import { shippedScales } from "./scale"
import { SHAPES } from "./scale-parts"
import { fitsType } from "./shown"

const rating = (some: Partial<OwnRating> & { code: string }): OwnRating => ({
  label: { en: some.code, de: some.code },
  definition: { en: "What it says.", de: "Was es sagt." },
  ...{ tone: "true", shape: "✓", value: null, settles: true, claimReview: false, fits: [] },
  ...some,
})
const green = rating({ code: "green" })
const red = rating({ code: "red", tone: "false" })
const parts = [
  rating({ code: "confirmed" }),
  rating({ code: "fixed", shape: "✔" }),
  rating({ code: "cut", shape: "✂" }),
]

/** What is wrong, as `path key`. */
function wrongs(job: "ours" | "theirs", ratings: OwnRating[]): string[] {
  try {
    assertSound({ job, ratings })
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return (error.details.fields ?? []).map(({ path, key }) => `${path} ${key}`)
  }
}

test.each(shippedScales)("$code could be a scale of a desk's own", ({ job, code, ratings }) => {
  const given = { code: `our_${code}`, job, name: "A copy", ratings, seen: 0 }
  expect(SaveScale.parse(given).ratings).toEqual(ratings)
  expect(wrongs(job, SaveScale.parse(given).ratings)).toEqual([])
})

describe("ratings are told apart", () => {
  test.each<[string, OwnRating[], string]>([
    [
      "by their codes",
      [green, rating({ code: "green", shape: "✕", label: { en: "x", de: "x" } })],
      "ratings.1.code scale.sameCode",
    ],
    ["by their labels", [green, { ...red, label: { en: "Green", de: "Rot" } }], "ratings.1.label.en scale.sameLabel"],
    [
      "by their labels in each language",
      [green, { ...red, label: { en: "Red", de: "green" } }],
      "ratings.1.label.de scale.sameLabel",
    ],
    ["by shape and colour together", [green, { ...red, tone: "true" }], "ratings.1.shape scale.sameLook"],
  ])("%s", (_, ratings, wrong) => expect(wrongs("theirs", ratings)).toEqual([wrong]))

  test("by colour where they share a shape, and by shape where they share a colour", () => {
    expect(wrongs("theirs", [green, red, rating({ code: "other", shape: "△" })])).toEqual([])
  })

  test("by a glyph, of which there is a list without doubles", () => {
    expect(new Set(SHAPES).size).toBe(SHAPES.length)
    expect(
      SaveScale.safeParse({ code: "x", job: "theirs", name: "X", seen: 0, ratings: [{ ...green, shape: "🙂" }] })
        .success,
    ).toBe(false)
  })
})

describe("a scale", () => {
  test("has a rating that settles", () => {
    expect(wrongs("theirs", [{ ...green, settles: false }])).toEqual(["ratings scale.noneSettles"])
  })

  test("for our own copy has what Stet gives by itself", () => {
    expect(wrongs("ours", parts)).toEqual([])
    expect(wrongs("ours", parts.slice(1))).toEqual(["ratings scale.missing"])
    const [, fixed] = asKept({
      job: "ours",
      ratings: parts.map((one) => ({ ...one, settles: false, fits: ["quote"], value: 3 })),
    })
    expect(fixed).toMatchObject({ settles: true, fits: [], value: null })
  })

  test("for other people's claims has none of it", () => {
    expect(wrongs("theirs", [green, rating({ code: "cut", shape: "✂" })])).toEqual(["ratings.1.code scale.kept"])
  })

  test.each(["", "Green", "1st", "a-b", "x".repeat(41)])("has no rating with the code %j", (code) => {
    const { error } = SaveScale.safeParse({
      code: "x",
      job: "theirs",
      name: "X",
      seen: 0,
      ratings: [{ ...green, code }],
    })
    expect(error?.issues).toMatchObject([{ path: ["ratings", 0, "code"], message: "scale.code" }])
  })

  test.each(["en", "de"])("has every label and definition in %s", (language) => {
    const empty = { ...green, label: { ...green.label, [language]: " " } }
    const { error } = SaveScale.safeParse({ code: "x", job: "theirs", name: "X", seen: 0, ratings: [empty] })
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([`ratings.0.label.${language}`])
  })

  test("says the same whatever order its keys are stored in", () => {
    const { code, ...rest } = green
    expect(saysTheSame({ name: "X", ratings: [green] }, { name: "X", ratings: [{ ...rest, code }] })).toBe(true)
    expect(saysTheSame({ name: "X", ratings: [green, red] }, { name: "X", ratings: [red, green] })).toBe(false)
    expect(saysTheSame({ name: "X", ratings: [green] }, { name: "Y", ratings: [green] })).toBe(false)
  })
})

test("a rating fits every type of claim, or those that it names, and any claim of no type", () => {
  expect(fitsType({ fits: [] }, "quote")).toBe(true)
  expect(fitsType({ fits: ["quote"] }, "quote")).toBe(true)
  expect(fitsType({ fits: ["quote"] }, "date")).toBe(false)
  expect(fitsType({ fits: ["quote"] }, null)).toBe(true)
})
