/**
 * `npm run bench:anchor [shared folder]`: how well claims are placed after an edit, beside other ways to do it, and how
 * long that takes. On the development data of the folder (`../shared` unless another is named), where each quote's true
 * place is known, else on articles made up and edited by chance. Prints, asserts nothing.
 */
import { anchoringSet, largeArticle, type Case } from "./bench/anchor-set"
import { WAYS, type Way } from "./bench/anchor-ways"
import { printRows, row, timed, type Row } from "./bench/measure"
import { judge, noScore, type Score } from "../lib/anchor/testing/quotes"

const WORDS = 10_000
const CLAIMS = 1_000
/** Ways that take seconds for a few claims are timed on these alone, once, and the row says so. */
const FEW = 20

const { name, cases } = anchoringSet(process.argv[2] ?? "../shared")
console.log(`${name}: ${cases.length} edited texts, ${cases.reduce((sum, one) => sum + one.quotes.length, 0)} quotes\n`)
printQuality(Object.entries(WAYS).map(([way, run]) => [way, scoresOf(run, cases)]))
console.log(`\n${CLAIMS} claims, ${WORDS} words`)
printRows([...(await timesOf("light")), ...(await timesOf("heavy"))])

/** Scores of all quotes together, of each kind, and of each level of edits. */
function scoresOf(way: Way, all: Case[]): Map<string, Score> {
  const scores = new Map<string, Score>()
  for (const { level, before, after, quotes } of all) {
    const placed = way(quotes, before, after)
    quotes.forEach((quote, index) => {
      const answer = placed[index] ?? { kind: "lost" }
      for (const group of ["all", quote.kind, level]) {
        scores.set(group, judge(scores.get(group) ?? noScore(), quote, answer, after))
      }
    })
  }
  return scores
}

function printQuality(results: [string, Map<string, Score>][]): void {
  const groups = [...new Set(results.flatMap(([, scores]) => [...scores.keys()]))].filter((group) => group !== "all")
  const width = Math.max(...results.map(([way]) => way.length))
  const line = (cells: string[]) =>
    console.log(cells.map((cell, at) => (at ? cell.padStart(9) : cell.padEnd(width))).join("  "))
  line(["", "accuracy", "wrong", "carried", "of these", "untouched", ...groups])
  line(["", "", "", "", "wrong", "carried", ...groups.map(() => "accuracy")])
  for (const [way, scores] of results) {
    const all = scores.get("all") ?? noScore()
    const accuracies = groups.map((group) => share(scores.get(group)?.right, scores.get(group)?.quotes))
    const carried = [String(all.carried), String(all.carriedWrong), share(all.untouchedCarried, all.untouched)]
    line([way, share(all.right, all.quotes), share(all.wrong, all.quotes), ...carried, ...accuracies])
  }
}

function share(part = 0, whole = 0): string {
  return whole === 0 ? "–" : (part / whole).toFixed(4)
}

async function timesOf(level: "light" | "heavy"): Promise<Row[]> {
  const { before, after, claims } = largeArticle(WORDS, CLAIMS, level)
  const rows: Row[] = []
  for (const [way, run] of Object.entries(WAYS)) {
    const few = await timed(async () => run(claims.slice(0, FEW), before, after))
    if (few > 1_000) rows.push(row(`${way}, ${level} edits, only ${FEW} claims`, [few]))
    else rows.push(row(`${way}, ${level} edits`, await inTurn(10, () => timed(async () => run(claims, before, after)))))
  }
  return rows
}

async function inTurn(runs: number, run: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < runs; n += 1) times.push(await run())
  return times
}
