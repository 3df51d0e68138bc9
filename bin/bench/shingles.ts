/**
 * How well a text was extracted, as the article extraction benchmark counts it (github.com/scrapinghub/
 * article-extraction-benchmark): by runs of four words, each page weighing the same.
 */

/** Runs of one page that are in both texts, only in the extracted one, only in the true one; together 1. */
export interface PageScore {
  both: number
  extra: number
  missing: number
}

export interface Score {
  f1: number
  precision: number
  recall: number
}

const RUN = 4

export function pageScore(truth: string, extracted: string): PageScore {
  const wanted = shinglesOf(truth)
  const found = shinglesOf(extracted)
  const score = { both: 0, extra: 0, missing: 0 }
  for (const shingle of new Set([...wanted.keys(), ...found.keys()])) {
    const [a, b] = [wanted.get(shingle) ?? 0, found.get(shingle) ?? 0]
    score.both += Math.min(a, b)
    score.extra += Math.max(0, b - a)
    score.missing += Math.max(0, a - b)
  }
  const all = score.both + score.extra + score.missing || 1
  return { both: score.both / all, extra: score.extra / all, missing: score.missing / all }
}

/** Means over the pages; F1 is of the means. A page without words counts for what it can. */
export function scoreOf(pages: PageScore[]): Score {
  const precision = mean(pages.flatMap(({ both, extra }) => (both + extra > 0 ? [both / (both + extra)] : [])))
  const recall = mean(pages.flatMap(({ both, missing }) => (both + missing > 0 ? [both / (both + missing)] : [])))
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How often each run of four words is there; of a shorter text all its words are one. */
function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const shingles = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - RUN + 1); at += 1) {
    const shingle = words.slice(at, at + RUN).join(" ")
    if (shingle !== "") shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}
