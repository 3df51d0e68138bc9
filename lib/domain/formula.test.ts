/** Formulas: what they come to, in which unit, what is refused, and that nothing else ever happens. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { converted, workOut, type Given } from "./formula"
import { differenceOf, rounded } from "./quantity"
import { Refusal } from "./refusal"

const given = (name: string, value: string, unit: string | null = null): Given => ({ name, value, unit })

const A = given("a", "12")
const B = given("b", "8")

const worked = (formula: string, inputs: Given[] = [A, B], unit: string | null = null) => {
  const { value, unit: own } = workOut({ formula, inputs, unit, language: "en" })
  return own ? `${value} ${own}` : value
}

function refusal(formula: string, inputs: Given[] = [A, B], unit: string | null = null): string {
  try {
    return `it came to ${worked(formula, inputs, unit)}`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [field] = error.details.fields ?? []
    return `${field?.path} ${error.key}`
  }
}

describe("a formula comes to", () => {
  test.for([
    ["a + b", "20"],
    ["a - b * 2", "-4"],
    ["(a - b) / b", "0.5"],
    ["0.1 + 0.2", "0.3"],
    ["-2 ^ 2", "-4"],
    ["2 ^ 10", "1024"],
    ["2 ^ -1", "0.5"],
    ["a * 5 %", "0.6"],
    ["100 + 8 %", "108"],
    ["sum(a, b, 1)", "21"],
    ["mean(a, b)", "10"],
    ["median(9, a, 1)", "9"],
    ["median(1, 2, 3, 4)", "2.5"],
    ["min(a, b) + max(a, b)", "20"],
    ["abs(b - a)", "4"],
    ["round(2.5) + round(-2.5)", "0"],
    ["round(1.235, 2)", "1.24"],
    ["sqrt(144)", "12"],
    ["change(a, b) * 3", "-1"],
    ["change(8, 12)", "50 %"],
  ] as const)("%s: %s", ([formula, result]) => {
    expect(worked(formula)).toBe(result)
  })

  test("more digits than a machine's numbers hold", () => {
    expect(worked("a + 1", [given("a", "12345678901234567890")])).toBe("12345678901234567891")
  })
})

describe("a unit", () => {
  const money = given("money", "900", "EUR")
  const people = given("people", "300", "people")

  test("goes along", () => {
    expect(worked("money / people", [money, people])).toBe("3 EUR/people")
    expect(worked("money / people * people", [money, people])).toBe("900 EUR")
    expect(worked("way / time", [given("way", "100", "km"), given("time", "30", "min")], "km/h")).toBe("200 km/h")
    expect(worked("a * b", [given("a", "3", "m"), given("b", "2", "m")])).toBe("6 m²")
    expect(worked("sqrt(a)", [given("a", "9", "m²")], "m")).toBe("3 m")
    expect(worked("sum(a, b)", [given("a", "1", "km"), given("b", "500", "m")], "m")).toBe("1500 m")
  })

  test("is one, however it is written", () => {
    const inputs = [given("a", "5", "€"), given("b", "2.5", "Euro")]
    expect(worked("a / b", inputs)).toBe("2")
    expect(worked("a + b", inputs, "euros")).toBe("7.5 euros")
    expect(worked("a", [given("a", "3", "million EUR")], "EUR")).toBe("3000000 EUR")
    expect(worked("a", [given("a", "3500000000", "EUR")], "billion EUR")).toBe("3.5 billion EUR")
    expect(worked("a / b", [given("a", "10", "EUR pro Person"), given("b", "2", "EUR/people")])).toBe("5")
    expect(worked("a", [given("a", "0.4")], "%")).toBe("40 %")
    expect(worked("a + 1", [given("a", "40", "%")])).toBe("1.4")
  })

  test("that does not go with another one is told where", () => {
    expect(refusal("money + people", [money, people])).toBe("formula calculation.unlike")
    expect(refusal("money + 1", [money])).toBe("formula calculation.unlike")
    expect(refusal("max(money, people)", [money, people])).toBe("formula calculation.unlike")
    expect(refusal("money", [money], "USD")).toBe("unit calculation.otherUnit")
    expect(refusal("1 + 1", [], "EUR")).toBe("unit calculation.noUnit")
    expect(refusal("money", [money], "%")).toBe("unit calculation.otherUnit")
    expect(refusal("money", [given("money", "1", "3 apples")])).toBe("inputs.0.unit calculation.unitUnknown")
    expect(refusal("2 ^ money", [money])).toBe("formula calculation.power")
    expect(refusal("round(money)", [money])).toBe("formula calculation.roundsNumbers")
  })

  test("of one sum is unknown to the next", () => {
    for (let sum = 0; sum < 60; sum += 1)
      expect(worked("a", [given("a", "1", `thing${"x".repeat(sum % 9)}`)])).toMatch(/^1 thing/)
    const many = Array.from({ length: 27 }, (_, at) =>
      given(`n${at}`, "1", `${String.fromCharCode(97 + (at % 26))}q${"z".repeat(at)}`),
    )
    expect(refusal("n1", many)).toBe("inputs.26.unit calculation.unitsTooMany")
  })
})

test("a figure is told in another unit where it can be", () => {
  expect(converted("50", "miles", "km", "en")).toMatch(/^80\.4672/)
  expect(converted("50", "EUR", "USD", "en")).toBeNull()
  expect(converted("50", null, null, "en")).toBe("50")
  expect(converted("50", "the sea", "km/h!", "en")).toBeNull()
})

describe("what is on no list is refused:", () => {
  test.for([
    ["a = 1", "notAllowed"],
    ["f(x) = x", "notAllowed"],
    ['"words"', "notAllowed"],
    ["a.b", "notAllowed"],
    ['a["constructor"]', "notAllowed"],
    ["[1, 2]", "notAllowed"],
    ["{a: 1}", "notAllowed"],
    ["1:3", "notAllowed"],
    ["a > b ? a : b", "notAllowed"],
    ["a > b", "notAllowed"],
    ["true", "notAllowed"],
    ["a; b", "notAllowed"],
    ["5!", "notAllowed"],
    ["a'", "notAllowed"],
    ["a to b", "notAllowed"],
    ["not a", "notAllowed"],
    ["a & b", "notAllowed"],
    ["", "notAllowed"],
    ["pi", "unknownName"],
    ["constructor", "unknownName"],
    ["__proto__", "unknownName"],
    ["i", "unknownName"],
    ["import(a)", "unknownFunction"],
    ["createUnit(a)", "unknownFunction"],
    ["toString(a)", "unknownFunction"],
    ["a.b(1)", "unknownFunction"],
    ["(a)(b)", "noSign"],
    ["2 a", "noSign"],
    ["2 km", "unknownName"],
    ["a % b", "percentBrackets"],
    ["sqrt(a, b)", "arguments"],
    ["sum()", "arguments"],
    ["a / 0", "byZero"],
    ["a / (b - 8)", "byZero"],
    ["0 ^ -1", "byZero"],
    ["sqrt(-1)", "negativeRoot"],
    ["(-8) ^ 0.5", "power"],
    ["2 ^ 1000", "power"],
    ["1e59 * 1e59", "tooLarge"],
    ["1e999999999999", "tooLarge"],
    ["9999999999 ^ 99", "tooLarge"],
    ["9 ^ 9 ^ 9", "power"],
    ["1,5 * a", "decimalPoint"],
    ["a +", "notRead"],
    ["€", "notRead"],
    ["x".repeat(501), "tooLong"],
    [`${"(".repeat(200)}1${")".repeat(200)}`, "tooDeep"],
    [`1${"+1".repeat(240)}`, "tooDeep"],
  ] as const)("%s", ([formula, why]) => {
    expect(refusal(formula)).toBe(`formula calculation.${why}`)
  })
})

test("nothing but a refusal is ever thrown, and nothing takes long", () => {
  const signs = [
    "a",
    "b",
    "1",
    "0",
    ".",
    ",",
    "+",
    "-",
    "*",
    "/",
    "^",
    "%",
    "(",
    ")",
    "sum(",
    "sqrt(",
    "round(",
    "e9",
    " ",
    "'",
    "=",
    "[",
    "]",
    "€",
    ";",
    "to",
  ]
  const formulas = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((parts) => parts.join("")),
  )
  const units = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.constantFrom("EUR", "km/h", "m²", "%", "a/b/c/d/e", "million", "us$"),
  )
  fc.assert(
    fc.property(formulas, units, units, (formula, unit, wanted) => {
      const inputs = [given("a", "7", unit), given("b", "-0.25")]
      expect(typeof refusal(formula, inputs, wanted)).toBe("string")
    }),
    { numRuns: 400 },
  )
})

describe("rounding", () => {
  test("takes halves away from zero", () => {
    expect([
      rounded("2.5", 0),
      rounded("-2.5", 0),
      rounded("0.125", -2),
      rounded("3184201", 5),
      rounded("-0.4", 0),
    ]).toEqual(["3", "-3", "0.13", "3200000", "0"])
  })

  test("is never further off than half a step, and rounds again to itself", () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
    fc.assert(
      fc.property(decimals, fc.integer({ min: -6, max: 9 }), ([digits, point], place) => {
        const value = worked("a / 10 ^ b", [given("a", digits.toString()), given("b", String(point))])
        const near = rounded(value, place)
        expect(rounded(near, place)).toBe(near)
        const off = worked("abs(a - b) / 10 ^ c", [given("a", value), given("b", near), given("c", String(place))])
        expect(Number(off)).toBeLessThanOrEqual(0.5)
        expect(rounded(value.startsWith("-") ? value.slice(1) : `-${value}`, place)).toBe(
          near === "0" ? "0" : near.startsWith("-") ? near.slice(1) : `-${near}`,
        )
      }),
    )
  })
})

test("a difference is told absolutely and in per cent", () => {
  expect(differenceOf("120", "100")).toEqual({ difference: "20", percent: "20" })
  expect(differenceOf("90", "-100")).toEqual({ difference: "190", percent: "190" })
  expect(differenceOf("5", "0")).toEqual({ difference: "5", percent: null })
})
