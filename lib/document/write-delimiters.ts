/**
 * Chooses the delimiters of emphasis. That is where CommonMark is hardest to write: whether `**` opens or closes hangs on
 * the characters on both of its sides, and readers differ over symbols and emoji. So each delimiter is made to hold for
 * every way of reading them, if need be by writing the neighbour as a character reference.
 */
import type { Edge, Piece } from "./write-marks"
import { characterClass, encoded } from "./write-text"

/** Chooses delimiters and encodes neighbours until every edge of emphasis holds. */
export function delimited(line: Piece[]): Piece[] {
  const pieces = withDelimiters(line)
  const pairs = emphasisPairs(pieces)
  const encodeAll = () =>
    pairs.filter(({ open, close }) =>
      [encodeNeighbour(pieces, open, -1), encodeNeighbour(pieces, close, 1)].some(Boolean),
    )
  // A neighbour written as a reference is another character to the edge on its other side.
  while (encodeAll().length > 0);
  return pieces
}

interface Pair {
  open: number
  close: number
}

/** The pairs of emphasis, each before those within it. */
function emphasisPairs(pieces: Piece[]): Pair[] {
  const pairs: Pair[] = []
  const open: number[] = []
  pieces.forEach((piece, index) => {
    if (piece.kind === "open") open.push(index)
    if (piece.kind !== "close") return
    const start = open.pop()
    if (start !== undefined && piece.construct === "emphasis") pairs.push({ open: start, close: index })
  })
  return pairs.sort((one, other) => one.open - other.open)
}

function withDelimiters(line: Piece[]): Piece[] {
  const pieces = [...line]
  const pairs = emphasisPairs(pieces)
  const dropped = new Set<number>()
  for (const pair of pairs) {
    const edge = pieces[pair.open] as Edge
    if (edge.mark === "strike") continue
    const around = pairs.findLast(
      (one) => one.open < pair.open && one.close > pair.close && isLevelAbove(pieces[one.open], edge),
    )
    const character = around ? otherThan(pieces[around.open]) : characterFor(pieces, pair)
    const isSure = isAroundLetters(pieces, pair) && !isWithinStrike(pieces, pair)
    if (edge.level > 2 && !isSure) dropped.add(pair.open).add(pair.close)
    for (const index of [pair.open, pair.close])
      pieces[index] = { ...(pieces[index] as Edge), markdown: character.repeat(edge.markdown.length) }
  }
  return pieces.filter((_, index) => !dropped.has(index))
}

function isLevelAbove(piece: Piece | undefined, { mark, level }: Edge): boolean {
  return piece?.kind === "open" && piece.mark === mark && piece.level === level - 1
}

/** Emphasis within its own kind takes the other character, so that its beginning can't be read as the outer one's end. */
function otherThan(piece: Piece | undefined): string {
  return piece?.markdown.startsWith("_") ? "*" : "_"
}

/** `_` can't stand inside a word, `*` not beside `**`: italics within a word take `*` where nothing is in its way. */
function characterFor(pieces: Piece[], { open, close }: Pair): string {
  if ((pieces[open] as Edge).mark === "bold") return "*"
  const inWord = !isApart(pieces[open - 1], -1) || !isApart(pieces[close + 1], 1)
  const beside = [open - 1, open + 1, close - 1, close + 1].some((index) => /^\*+$/.test(pieces[index]?.markdown ?? ""))
  return inWord && !beside ? "*" : "_"
}

/**
 * The third level has the first one's character again: only where letters follow its beginning can it be no end, and
 * only where letters precede its end no beginning. Elsewhere it is left out.
 */
function isAroundLetters(pieces: Piece[], { open, close }: Pair): boolean {
  return [1, 2, -1, -2].every((step) => {
    const index = step > 0 ? Math.min(open + step, close) : Math.max(close + step, open)
    const piece = pieces[index]
    if (index === open || index === close) return true
    return piece?.kind === "text" && classOf(piece, step > 0 ? 1 : -1) === "letter"
  })
}

/** Readers take any delimiter behind `~~` for an end too, and any before it for a beginning. */
function isWithinStrike(pieces: Piece[], { open, close }: Pair): boolean {
  return [open - 1, close + 1].some((index) => {
    const piece = pieces[index]
    return piece !== undefined && piece.kind !== "text" && piece.markdown?.startsWith("~")
  })
}

/** Whether the delimiter at `index` opens or closes as it should, whatever a reader takes symbols for. */
function holds(pieces: Piece[], index: number, outwards: -1 | 1): boolean {
  const inner = classOf(pieces[index - outwards], outwards === 1 ? -1 : 1)
  // Two that run together are read as one, which closes and opens between punctuation alone.
  if (runsTogether(pieces, index, outwards)) return inner === "punctuation"
  if (isApart(pieces[index + outwards], outwards)) return true
  if (pieces[index]?.markdown.startsWith("_")) return false
  return inner === "letter"
}

/** Whether an end of emphasis stands directly before a beginning in the same characters. */
function runsTogether(pieces: Piece[], index: number, outwards: -1 | 1): boolean {
  const [piece, outside] = [pieces[index], pieces[index + outwards]]
  if (outside?.kind !== (outwards === 1 ? "open" : "close")) return false
  return outside.construct === "emphasis" && outside.markdown[0] === piece?.markdown[0]
}

/** Writes the text beside an edge that does not hold as a reference, and says whether it had to. */
function encodeNeighbour(pieces: Piece[], index: number, outwards: -1 | 1): boolean {
  const beside = pieces[runsTogether(pieces, index, outwards) ? index - outwards : index + outwards]
  if (beside?.kind !== "text" || holds(pieces, index, outwards)) return false
  beside.markdown = encoded(beside.text)
  return true
}

/** Nothing, white space or punctuation, beyond doubt, on that side of an edge: -1 before it, 1 behind. */
function isApart(piece: Piece | undefined, side: -1 | 1): boolean {
  const found = classOf(piece, side)
  return found === "space" || found === "punctuation"
}

/** What the last (-1) or first (1) character of a piece counts as. */
function classOf(piece: Piece | undefined, end: -1 | 1) {
  if (!piece || piece.kind === "break") return "space"
  const chars = Array.from(piece.markdown)
  return characterClass((end === -1 ? chars.at(-1) : chars[0]) ?? "")
}
