/** What differs between two texts, paragraph by paragraph, as it is drawn: long stretches that are the same fold. Pure. */
import type { Piece } from "@/lib/anchor"

/** A stretch of a paragraph: words that both texts have, or what stands for each other in them. */
export type Run = { kind: "same"; text: string } | { kind: "change"; pieces: Pick<Piece, "kind" | "text">[] }

export interface DiffBlock {
  role: "title" | "dek" | "body"
  runs: Run[]
}

/** Paragraphs that are drawn, and between them how many that are not. */
export type DiffPart = { kind: "shown"; block: DiffBlock } | { kind: "folded"; blocks: DiffBlock[] }

/** Stands for what has no words: a picture, a rule, a footnote's number. */
export const OBJECT_SIGN = "▣"

/** Where paragraphs begin or end in only one of the texts. */
const BREAK_SIGN = "¶"

/** The paragraphs of a comparison. `bodyStart` says where the body begins in either text. */
export function diffBlocks(pieces: readonly Piece[], bodyStart: { old: number; new: number }): DiffBlock[] {
  const blocks: DiffBlock[] = []
  let open = emptyBlock()
  for (const { kind, words, place, isNew } of lines(withBreaksBehind(pieces))) {
    if (isNew) {
      if (kind !== "same") put(open, kind, BREAK_SIGN)
      blocks.push(closed(open))
      open = emptyBlock()
    }
    if (isEmpty(open)) open.role = roleAt(blocks.length, kind, place, bodyStart)
    if (words !== "") put(open, kind, words.replaceAll("\uFFFC", OBJECT_SIGN))
  }
  return [...blocks, closed(open)].filter((block) => !isEmpty(block))
}

/** Pieces cut at their breaks: which words, where they begin in either text, and whether a break stands before them. */
function lines(pieces: readonly Piece[]) {
  return pieces.flatMap(({ kind, text, oldStart, newStart }) => {
    let at = 0
    return text.split("\n").map((words, line) => {
      const place = { old: oldStart + (kind === "added" ? 0 : at), new: newStart + (kind === "removed" ? 0 : at) }
      at += words.length + 1
      return { kind, words, place, isNew: line > 0 }
    })
  })
}

/** How many places there are in which the texts differ. */
export function countChanges(blocks: readonly DiffBlock[]): number {
  return blocks.reduce((sum, { runs }) => sum + runs.filter(({ kind }) => kind === "change").length, 0)
}

/** So many paragraphs that are the same stay in sight before and behind one that is not. */
const BESIDE = 1

/** Fewer than this are not worth a press. */
const LEAST_FOLDED = 2

/** The paragraphs with what is far from every change folded; the headline never is. */
export function foldedParts(blocks: readonly DiffBlock[]): DiffPart[] {
  const changed = blocks.map(({ runs }) => runs.some(({ kind }) => kind === "change"))
  const isShown = (at: number) =>
    blocks[at]?.role === "title" || changed.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).some(Boolean)
  const parts: DiffPart[] = []
  for (const [at, block] of blocks.entries()) {
    const last = parts.at(-1)
    if (isShown(at)) parts.push({ kind: "shown", block })
    else if (last?.kind === "folded") last.blocks.push(block)
    else parts.push({ kind: "folded", blocks: [block] })
  }
  return parts.flatMap((part) =>
    part.kind === "folded" && part.blocks.length < LEAST_FOLDED
      ? part.blocks.map((block): DiffPart => ({ kind: "shown", block }))
      : [part],
  )
}

const emptyBlock = (): DiffBlock => ({ role: "body", runs: [] })

const isEmpty = ({ runs }: DiffBlock) => runs.length === 0

function roleAt(
  blocks: number,
  kind: Piece["kind"],
  place: { old: number; new: number },
  bodyStart: { old: number; new: number },
): DiffBlock["role"] {
  if (blocks === 0) return "title"
  const isAbove = kind === "removed" ? place.old < bodyStart.old : place.new < bodyStart.new
  return isAbove ? "dek" : "body"
}

function put({ runs }: DiffBlock, kind: Piece["kind"], text: string): void {
  const last = runs.at(-1)
  if (kind === "same") runs.push({ kind, text })
  else if (last?.kind !== "change") runs.push({ kind: "change", pieces: [{ kind, text }] })
  else last.pieces.push({ kind, text })
}

/** Of a paragraph that is whole in only one text no more has to be said than that. */
function closed(block: DiffBlock): DiffBlock {
  const pieces = block.runs.flatMap((run) =>
    run.kind === "change" ? run.pieces : [{ kind: run.kind, text: run.text }],
  )
  const words = pieces.filter(({ text }) => text !== BREAK_SIGN)
  const [first] = words
  const isWhole = first && first.kind !== "same" && words.every(({ kind }) => kind === first.kind)
  return isWhole ? { ...block, runs: [{ kind: "change", pieces: words }] } : block
}

/** A paragraph that is put in or taken out takes the break behind it along, not the one before it: it is the same break. */
function withBreaksBehind(pieces: readonly Piece[]): Piece[] {
  const turned = pieces.map((piece) => ({ ...piece }))
  for (let at = 1; at < turned.length - 1; at += 1) {
    const [before, piece, after] = [turned[at - 1], turned[at], turned[at + 1]]
    if (!before || !piece || !after || piece.kind === "same") continue
    if (before.kind !== "same" || after.kind !== "same") continue
    if (!piece.text.startsWith("\n") || !after.text.startsWith("\n")) continue
    before.text += "\n"
    piece.text = `${piece.text.slice(1)}\n`
    piece.oldStart += 1
    piece.newStart += 1
    after.text = after.text.slice(1)
    after.oldStart += 1
    after.newStart += 1
  }
  return turned
}
