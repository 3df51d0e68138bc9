/**
 * How far people who rate the same things apart from each other agree: raw agreement, Krippendorff's alpha and Cohen's
 * kappa. Pure: ratings by their codes in, a coefficient out, or the reason why there is none. It knows neither claims nor
 * scales, only codes, and for the ordinal alpha their order.
 *
 * Alpha: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), by the coincidence matrix.
 * Kappa: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
 */

/** The ratings that one thing was given, one place for each rater: null where a rater gave none. */
export type Unit = readonly (string | null)[]

/** A thing that two rated. */
export type RatedPair = readonly [first: string, second: string]

/** A coefficient, or why there is none. */
export type Coefficient = { kind: "value"; value: number } | { kind: "none"; because: NoCoefficient }

/**
 * `too_few`: fewer than `ENOUGH_RATED`. `nothing_rated`: nothing was rated by two. `no_variation`: all were given one and
 * the same rating, so that chance would agree as much, and the coefficient is not defined. `no_order`: a rating among
 * them has no number, so that none can be said to lie between two others.
 */
export type NoCoefficient = "too_few" | "nothing_rated" | "no_variation" | "no_order"

/** Below so many a rating more or less would turn a coefficient into another: it is not said. */
export const ENOUGH_RATED = 20

/** What is said of things that two rated: of how many, on how many they agreed, and the coefficients as far as they mean anything. */
export interface Agreement {
  rated: number
  /** The share, from 0 to 1, of those that were given the same rating. */
  raw: Coefficient
  nominal: Coefficient
  ordinal: Coefficient
  /** Cohen's, of the first places against the second. */
  kappa: Coefficient
}

/** What can be said of pairs of ratings; nothing but their number where they are too few. `numberOf` as for `ordinalAlpha`. */
export function agreementOf(pairs: readonly RatedPair[], numberOf: (rating: string) => number | null): Agreement {
  const rated = pairs.length
  if (rated < ENOUGH_RATED) return { rated, raw: TOO_FEW, nominal: TOO_FEW, ordinal: TOO_FEW, kappa: TOO_FEW }
  return {
    rated,
    raw: rawAgreement(pairs),
    nominal: nominalAlpha(pairs),
    ordinal: ordinalAlpha(pairs, numberOf),
    kappa: cohensKappa(pairs),
  }
}

/** The share of pairs that are twice the same. */
export function rawAgreement(pairs: readonly RatedPair[]): Coefficient {
  if (pairs.length === 0) return none("nothing_rated")
  return valueOf(pairs.filter(([first, second]) => first === second).length / pairs.length)
}

/** Krippendorff's alpha where one rating is as far from the next as from any other. Any number of raters; some may be missing. */
export function nominalAlpha(units: readonly Unit[]): Coefficient {
  return alpha(units, () => (one, other) => (one === other ? 0 : 1))
}

/**
 * Krippendorff's alpha where ratings have an order, told by their numbers: two are as far apart as there are ratings
 * given between them. It is said only where every rating in play has a number: to leave the others out as if they were
 * missing would drop just those pairs in which one says "false" and the other "can't be told", and praise the rest.
 */
export function ordinalAlpha(units: readonly Unit[], numberOf: (rating: string) => number | null): Coefficient {
  const numbers = units.filter(isPairable).map((unit) => unit.filter(isRating).map((rating) => numberOf(rating)))
  if (numbers.flat().includes(null)) return none("no_order")
  return alpha(
    numbers.map((unit) => unit.map(String)),
    ordinalDistance,
  )
}

/** Cohen's kappa of two raters who each rated everything. */
export function cohensKappa(pairs: readonly RatedPair[]): Coefficient {
  if (pairs.length === 0) return none("nothing_rated")
  const firsts = countsOf(pairs.map(([first]) => first))
  const seconds = countsOf(pairs.map(([, second]) => second))
  const byChance = sum([...firsts].map(([rating, count]) => count * (seconds.get(rating) ?? 0))) / pairs.length
  const agreed = pairs.filter(([first, second]) => first === second).length
  if (byChance === pairs.length) return none("no_variation")
  return valueOf((agreed - byChance) / (pairs.length - byChance))
}

type Counts = ReadonlyMap<string, number>
type Distance = (one: string, other: string) => number

/** One minus the disagreement that was observed over the one that chance would bring. */
function alpha(units: readonly Unit[], distanceIn: (counts: Counts) => Distance): Coefficient {
  const rated = units.filter(isPairable).map((unit) => countsOf(unit.filter(isRating)))
  if (rated.length === 0) return none("nothing_rated")
  const counts = addedUp(rated)
  if (counts.size === 1) return none("no_variation")
  const distance = distanceIn(counts)
  const ratings = sum([...counts.values()])
  const observed = sum(rated.map((unit) => disagreement(unit, distance) / (sum([...unit.values()]) - 1))) / ratings
  return valueOf(1 - observed / (disagreement(counts, distance) / (ratings * (ratings - 1))))
}

/** The distances between all ratings, each with each other, twice. */
function disagreement(counts: Counts, distance: Distance): number {
  const rows = [...counts]
  return sum(rows.flatMap(([one, n]) => rows.map(([other, m]) => n * m * distance(one, other))))
}

/** The square of how many ratings were given from one to the other, each end counted half. */
function ordinalDistance(counts: Counts): Distance {
  const order = [...counts.keys()].sort((one, other) => Number(one) - Number(other))
  const place = new Map<string, number>()
  let before = 0
  for (const rating of order) {
    const count = counts.get(rating) ?? 0
    place.set(rating, before + count / 2)
    before += count
  }
  return (one, other) => ((place.get(one) ?? 0) - (place.get(other) ?? 0)) ** 2
}

const isRating = (rating: string | null): rating is string => rating !== null

/** One rating alone agrees with nobody. */
const isPairable = (unit: Unit) => unit.filter(isRating).length > 1

function countsOf(ratings: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1)
  return counts
}

function addedUp(units: readonly Counts[]): Counts {
  const counts = new Map<string, number>()
  for (const unit of units) for (const [rating, count] of unit) counts.set(rating, (counts.get(rating) ?? 0) + count)
  return counts
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const valueOf = (value: number): Coefficient => ({ kind: "value", value })
const none = (because: NoCoefficient): Coefficient => ({ kind: "none", because })
const TOO_FEW = none("too_few")
