/** How well claims are placed on articles that were edited by chance, of which is known where each word went. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { place } from "./place"
import { article, sentence, type Language } from "./testing/articles"
import { chance, edit, LEVELS } from "./testing/edits"
import { judge, noScore, quotesOf } from "./testing/quotes"

/** Articles are edited by the dozen, also on slow machines. */
const SLOW = 120_000

const LANGUAGES: Language[] = ["en", "de", "zh"]

test.each(LEVELS)(
  "claims of articles with %s edits are placed where they truly went",
  (level) => {
    let score = noScore()
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = chance(seed)
      const language = LANGUAGES[seed % LANGUAGES.length] ?? "en"
      const foreign = Array.from({ length: 20 }, () => sentence(language, random))
      const edited = edit(article(language, 50, random), level, foreign, random)
      const quotes = quotesOf(edited, 12, random)
      const placed = place(quotes, edited.before, edited.after)
      quotes.forEach((quote, index) => {
        const answer = placed[index]
        if (answer) score = judge(score, quote, answer, edited.after)
      })
    }
    expect(score.quotes).toBeGreaterThan(250)
    expect(score.carriedWrong).toBe(0)
    expect(score.right / score.quotes).toBeGreaterThanOrEqual(level === "heavy" ? 0.93 : 0.98)
    expect(score.untouchedCarried / score.untouched).toBeGreaterThanOrEqual(level === "heavy" ? 0.85 : 0.95)
  },
  SLOW,
)

test(
  "text added in other sentences never makes a claim stale",
  () => {
    const seeds = fc.record({ seed: fc.nat(), at: fc.nat(), more: fc.nat(), more2: fc.nat() })
    fc.assert(
      fc.property(seeds, fc.constantFrom(...LANGUAGES), ({ seed, at, more, more2 }, language) => {
        const random = chance(seed)
        const sentences = Array.from({ length: 12 }, (_, n) => sentence(language, random).replace(/\p{P}$/u, ` ${n}$&`))
        const claimed = at % sentences.length
        const changed = sentences.map((one, n) => {
          if (n === claimed) return one
          return (more >> n) % 3 === 0 ? one.replace(/(?<=[\p{L}\p{N}])(?=\P{L}*$)/u, " indeed") : one
        })
        const written = changed.flatMap((one, n) => ((more2 >> n) % 4 === 0 ? [`${n} was new.`, one] : [one]))
        const [before, after] = [sentences.join(" "), written.join(" ")]
        const start = sentences.slice(0, claimed).join(" ").length + (claimed > 0 ? 1 : 0)
        const claim = sentences[claimed] ?? ""
        const answer = place([{ start, end: start + claim.length }], before, after)[0]
        const now = after.indexOf(claim)
        expect(answer).toMatchObject({ kind: "exact", span: { start: now, end: now + claim.length } })
      }),
      { numRuns: 200 },
    )
  },
  SLOW,
)
