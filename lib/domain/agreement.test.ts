/** Agreement, against worked examples that were published, each with where; then its laws. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  agreementOf,
  cohensKappa,
  ENOUGH_RATED,
  nominalAlpha,
  ordinalAlpha,
  rawAgreement,
  type Coefficient,
  type RatedPair,
  type Unit,
} from "./agreement"

/** The ratings of each rater in a line, as publications print them, `.` for none; what comes back is by unit. */
function units(...raters: string[]): Unit[] {
  const lines = raters.map((line) => line.split(" ").map((rating) => (rating === "." ? null : rating)))
  return (lines[0] ?? []).map((_, at) => lines.map((line) => line[at] ?? null))
}

/** A table of counts, the first rater's ratings down and the second's across, as pairs. */
const pairsOf = (table: readonly (readonly number[])[]): RatedPair[] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): RatedPair => [`${first}`, `${second}`])),
  )

/** As it is printed: to so many digits. */
const printed = (coefficient: Coefficient, digits = 3) =>
  coefficient.kind === "value" ? coefficient.value.toFixed(digits) : coefficient.because

/** The ordinal examples call their ratings by their numbers. */
const itself = (rating: string) => Number(rating)

describe("Krippendorff's alpha is as printed", () => {
  // K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011,
  // https://repository.upenn.edu/asc_papers/43
  test("for binary data of two observers (2011, section A)", () => {
    expect(printed(nominalAlpha(units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")))).toBe("0.095")
  })

  test("for nominal data of two observers (2011, section B)", () => {
    expect(printed(nominalAlpha(units("a a b b d c c c e d d a", "b a b b b c c c e d d d")))).toBe("0.692")
  })

  // The same data stand, as `nmm`, in the manuals of the R packages irr and DescTools (`KrippAlpha`).
  const FOUR = units(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  )

  test("for nominal data of four observers of whom some rated nothing (2011, section C)", () => {
    expect(printed(nominalAlpha(FOUR))).toBe("0.743")
  })

  test("for ordinal data of the same (2011, section D)", () => {
    expect(printed(ordinalAlpha(FOUR, itself))).toBe("0.815")
  })

  // Wikipedia, "Krippendorff's alpha", section "A computational example".
  test("for three observers, each of whom left out much (Wikipedia)", () => {
    const three = units(
      ". . . . . 3 4 1 2 1 1 3 3 . 3",
      "1 . 2 1 3 3 4 3 . . . . . . .",
      ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
    )
    expect(printed(nominalAlpha(three))).toBe("0.691")
  })
})

describe("Cohen's kappa is as printed", () => {
  // J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit",
  // Psychological Bulletin 70 (1968), table 1: 200 cases, three diagnoses; he gives .70 observed, .41 by chance, .492.
  test("for two judges' diagnoses (Cohen 1968, table 1)", () => {
    const table = [0.44, 0.07, 0.09, 0.05, 0.2, 0.05, 0.01, 0.03, 0.06].map((share) => Math.round(200 * share))
    const pairs = pairsOf([table.slice(0, 3), table.slice(3, 6), table.slice(6)])
    expect(pairs).toHaveLength(200)
    expect(printed(rawAgreement(pairs), 2)).toBe("0.70")
    expect(printed(cohensKappa(pairs))).toBe("0.492")
  })

  // Wikipedia, "Cohen's kappa", section "Simple example": fifty applications for a grant.
  test("for two readers of fifty applications (Wikipedia)", () => {
    const pairs = pairsOf([
      [20, 5],
      [10, 15],
    ])
    expect(printed(rawAgreement(pairs), 1)).toBe("0.7")
    expect(printed(cohensKappa(pairs), 1)).toBe("0.4")
  })
})

describe("there is no coefficient", () => {
  test("of nothing, nor of what one alone rated", () => {
    for (const nothing of [[], units("a b c", ". . .")])
      expect([printed(nominalAlpha(nothing)), printed(ordinalAlpha(nothing, itself))]).toEqual([
        "nothing_rated",
        "nothing_rated",
      ])
    expect(printed(rawAgreement([]))).toBe("nothing_rated")
    expect(printed(cohensKappa([]))).toBe("nothing_rated")
  })

  test("where all were given the same rating: chance would agree as much", () => {
    const same: RatedPair[] = Array.from({ length: 30 }, () => ["3", "3"])
    expect(printed(nominalAlpha(same))).toBe("no_variation")
    expect(printed(ordinalAlpha(same, itself))).toBe("no_variation")
    expect(printed(cohensKappa(same))).toBe("no_variation")
    expect(printed(rawAgreement(same))).toBe("1.000")
  })

  test("that knows an order, where a rating in play has no number; one that is not in play does not matter", () => {
    const numbered = (rating: string) => (rating === "misleading" ? null : Number(rating))
    expect(printed(ordinalAlpha(units("1 2 1", "1 2 misleading"), numbered))).toBe("no_order")
    expect(printed(ordinalAlpha(units("1 2 misleading", "1 2 ."), numbered))).toBe("1.000")
  })

  test("said of fewer than twenty, and then nothing but how many there are", () => {
    const pairs = pairsOf([
      [9, 1],
      [1, 8],
    ])
    const because = { kind: "none", because: "too_few" }
    expect(agreementOf(pairs, itself)).toEqual({
      ...{ rated: 19, raw: because, nominal: because, ordinal: because, kappa: because },
    })
    const enough = agreementOf([...pairs, ["1", "1"]], itself)
    expect(enough.rated).toBe(ENOUGH_RATED)
    expect([enough.raw, enough.nominal, enough.ordinal, enough.kappa].map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => "value"),
    )
  })
})

describe("whatever was rated", () => {
  const rating = fc.constantFrom("1", "2", "3", "4", "5")
  const pairs = fc.array(fc.tuple(rating, rating), { minLength: 1, maxLength: 60 })
  const rated = fc
    .integer({ min: 2, max: 5 })
    .chain((raters) =>
      fc.array(fc.array(fc.option(rating), { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 30 }),
    )
  const all = (of: readonly RatedPair[]) => [
    ...[rawAgreement(of), nominalAlpha(of), ordinalAlpha(of, itself), cohensKappa(of)].map((one) => printed(one, 9)),
  ]
  const alphas = (of: readonly Unit[]) => [printed(nominalAlpha(of), 9), printed(ordinalAlpha(of, itself), 9)]

  test("it does not matter who is called the first", () => {
    fc.assert(
      fc.property(pairs, (of) => {
        expect(all(of.map(([first, second]) => [second, first]))).toEqual(all(of))
      }),
    )
  })

  test("nor in which order raters and things come", () => {
    fc.assert(
      fc.property(rated, (of) => {
        expect(alphas(of.map((unit) => unit.toReversed()).toReversed())).toEqual(alphas(of))
      }),
    )
  })

  test("what nobody else rated changes nothing", () => {
    fc.assert(
      fc.property(rated, rating, (of, alone) => {
        expect(alphas([...of, [alone, null], [null]])).toEqual(alphas(of))
      }),
    )
  })

  test("all agree entirely with themselves, as far as there is anything to tell apart", () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1, maxLength: 40 }), (given) => {
        const same = given.map((one): RatedPair => [one, one])
        const varied = new Set(given).size > 1 ? "1.000000000" : "no_variation"
        expect(all(same)).toEqual(["1.000000000", varied, varied, varied])
      }),
    )
  })

  test("other names for the ratings change nothing where they have no order; numbers in the same order none where they have", () => {
    fc.assert(
      fc.property(rated, fc.shuffledSubarray(["p", "q", "r", "s", "t"], { minLength: 5 }), (of, names) => {
        const renamed = of.map((unit) => unit.map((one) => one && (names[Number(one) - 1] ?? one)))
        expect(printed(nominalAlpha(renamed), 9)).toBe(printed(nominalAlpha(of), 9))
        const spread = (one: string) => 10 * Number(one) ** 2
        expect(printed(ordinalAlpha(of, spread), 9)).toBe(printed(ordinalAlpha(of, itself), 9))
      }),
    )
  })

  test("no coefficient is above one", () => {
    fc.assert(
      fc.property(pairs, (of) => {
        for (const one of [nominalAlpha(of), ordinalAlpha(of, itself), cohensKappa(of)])
          if (one.kind === "value") expect(one.value).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})
