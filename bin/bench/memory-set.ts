/**
 * Statements with paraphrases, made up by chance: what is asked says what one of those that are remembered says, in other
 * words, among many that are about the same things. Not as hard as the world; the same each time.
 */

export interface MemorySet {
  /** What is remembered, each under its id. */
  checks: { externalId: string; statement: string; language: string }[]
  /** What is asked, with the id of the check that says the same; null for what nobody has checked. */
  questions: { statement: string; language: string; answer: string | null }[]
}

/** Ways to say one thing: `{p}` a place, `{n}` a number, `{y}` a year, `{w}` who says it. */
interface Topic {
  language: "en" | "de"
  says: readonly string[]
}

const TOPICS: Topic[] = [
  {
    language: "en",
    says: [
      "Unemployment in {p} fell to {n} percent in {y}.",
      "In {y} the unemployment rate of {p} dropped to {n} percent, its lowest ever.",
      "{p} had only {n} percent of its people unemployed in {y}",
    ],
  },
  {
    language: "en",
    says: [
      "{n} wind turbines were built in {p} in {y}.",
      "In {y}, {p} built {n} new turbines for wind power",
      "Builders put up {n} wind turbines across {p} during {y}, {w} said.",
    ],
  },
  {
    language: "en",
    says: [
      "{w} claims that {n} people crossed the border at {p} illegally in {y}.",
      "{n} people illegally crossed into the country at {p} in {y}",
      "Illegal crossings at {p} reached {n} in {y}, according to {w}.",
    ],
  },
  {
    language: "en",
    says: [
      "The hospital in {p} closed {n} beds in {y} because nurses were missing.",
      "For lack of nurses {n} hospital beds were closed at {p} in {y}",
      "{p}: {n} beds of the hospital closed since {y}, as there are not enough nurses",
    ],
  },
  {
    language: "en",
    says: [
      "Rents in {p} have risen by {n} percent since {y}.",
      "Since {y} people in {p} pay {n} percent more rent",
      "A flat in {p} rents for {n} percent more than in {y}, said {w}.",
    ],
  },
  {
    language: "de",
    says: [
      "Die Arbeitslosigkeit in {p} ist {y} auf {n} Prozent gesunken.",
      "In {p} sank die Arbeitslosigkeit im Jahr {y} auf {n} Prozent",
      "{y} waren in {p} nur noch {n} Prozent arbeitslos, sagte {w}.",
    ],
  },
  {
    language: "de",
    says: [
      "In {p} wurden {y} insgesamt {n} Windräder gebaut.",
      "{p} hat im Jahr {y} {n} neue Windräder gebaut",
      "{w} sagt, dass {y} in {p} {n} Windräder errichtet wurden.",
    ],
  },
  {
    language: "de",
    says: [
      "Das Krankenhaus in {p} hat {y} wegen fehlender Pfleger {n} Betten geschlossen.",
      "Weil Pfleger fehlen, wurden {y} im Krankenhaus {p} {n} Betten geschlossen",
      "{n} Betten des Krankenhauses {p} sind seit {y} geschlossen, es fehlen Pfleger.",
    ],
  },
]

const FIRST = [
  "Ash",
  "Barn",
  "Cold",
  "Dun",
  "Elm",
  "Fair",
  "Grim",
  "Holt",
  "Iver",
  "Kings",
  "Lang",
  "Mill",
  "North",
  "Oak",
]
const LAST = ["ford", "by", "ton", "wick", "ham", "stead", "hausen", "berg", "dorf", "mouth", "bridge", "field", "thal"]
const WHO = ["the minister", "Mayor Finch", "the opposition", "Senator Quill", "the party", "a widely shared post"]

/** So many remembered statements, one in `every` of them asked for, and as many questions that have no answer. */
export function memorySet(count: number, every: number): MemorySet {
  const random = chance(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const fact = () => ({
    p: `${pick(FIRST)}${pick(LAST)}${random() < 0.5 ? "" : ` ${pick(["East", "West", "Hill", "Green"])}`}`,
    n: String(Math.floor(random() * 900) / (random() < 0.3 ? 10 : 1)),
    y: String(1990 + Math.floor(random() * 35)),
    w: pick(WHO),
  })
  const set: MemorySet = { checks: [], questions: [] }
  for (let at = 0; at < count; at += 1) {
    const { language, says } = pick(TOPICS)
    const told = fact()
    const remembered = pick(says)
    const externalId = `check-${at}`
    set.checks.push({ externalId, statement: said(remembered, told), language })
    if (at % every > 0) continue
    set.questions.push({
      statement: said(pick(says.filter((way) => way !== remembered)), told),
      language,
      answer: externalId,
    })
    set.questions.push({ statement: said(pick(UNKNOWN), fact()), language: "en", answer: null })
  }
  return set
}

/** What nobody has checked, about the same places and years. */
const UNKNOWN = [
  "The choir of {p} sang for {n} children in {y}.",
  "{w} opened a library in {p} and gave it {n} books",
  "A film about {p} from {y} was seen by {n} students, said {w}.",
]

const said = (way: string, told: Record<string, string>) =>
  way.replaceAll(/\{(\w)\}/g, (_, name: string) => told[name] ?? "")

/** Numbers from 0 to 1 that are the same each time. */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** The mean, over what is asked, of one over the place at which the answer stands among the first five; 0 where it does not. */
export function meanAveragePrecision(places: readonly (number | null)[]): number {
  const found = places.map((place) => (place === null || place > 5 ? 0 : 1 / place))
  return found.reduce((sum, one) => sum + one, 0) / Math.max(1, found.length)
}
