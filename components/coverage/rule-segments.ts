/**
 * The rules beside the text, one for each sentence: from its first line to its last; a line that several sentences share
 * is divided among them, so that each has a rule of its own, in the order of the text. Pixels in, pixels out.
 */

export interface Line {
  top: number
  bottom: number
}

/** Where a sentence begins and ends. */
export interface SentenceLines {
  ordinal: number
  first: Line
  last: Line
}

export interface Rule {
  ordinal: number
  top: number
  height: number
}

/** Beginnings whose tops differ by less stand on the same line: code and superscripts sit a little off. */
const SAME_LINE = 6

/** Kept free between two rules. */
const GAP = 2

/** However many share a line, a rule is seen. */
const LEAST = 3

/** In the order of the sentences. */
export function ruleSegments(sentences: readonly SentenceLines[]): Rule[] {
  const shared = sharedLines(sentences)
  return sentences.map(({ ordinal, first, last }) => {
    const top = placeOn(shared, first, ordinal).top
    const bottom = placeOn(shared, last, ordinal).bottom
    return { ordinal, top, height: Math.max(bottom - top - GAP, LEAST) }
  })
}

interface SharedLine extends Line {
  ordinals: number[]
}

/** The lines on which sentences begin or end, from top to bottom. */
function sharedLines(sentences: readonly SentenceLines[]): SharedLine[] {
  const edges = sentences.flatMap(({ ordinal, first, last }) => [
    { ...first, ordinal },
    { ...last, ordinal },
  ])
  const lines: SharedLine[] = []
  for (const { top, bottom, ordinal } of edges.sort((one, other) => one.top - other.top)) {
    const line = lines.at(-1)
    if (!line || top - line.top >= SAME_LINE) {
      lines.push({ top, bottom, ordinals: [ordinal] })
      continue
    }
    line.bottom = Math.max(line.bottom, bottom)
    if (!line.ordinals.includes(ordinal)) line.ordinals.push(ordinal)
  }
  for (const line of lines) line.ordinals.sort((one, other) => one - other)
  return lines
}

function placeOn(lines: readonly SharedLine[], { top }: Line, ordinal: number): Line {
  const line = lines.findLast((one) => one.top <= top)
  if (!line) return { top, bottom: top }
  const part = (line.bottom - line.top) / line.ordinals.length
  const from = line.top + part * line.ordinals.indexOf(ordinal)
  return { top: from, bottom: from + part }
}
