/**
 * Coverage: which sentences of a revision have been looked at. A sentence is what its claims make of it, or what
 * somebody who read it has marked. Offsets are UTF-16 code units of the revision's text.
 */
import type { Span } from "../anchor"
import type { ClaimState, Placement } from "./claim"
import { isOpen, type OpinionPhase } from "./opinion-phase"
import { hasPassed, type Asking } from "./standing"

/** A sentence as it is kept with its revision. */
export interface SentenceView extends Span {
  /** Its place among the sentences of the revision, from 0. */
  ordinal: number
  /** Whether a checker or editor has found nothing to check in it. */
  marked: boolean
}

/** `in_work`: a claim touches it. `checked`: every claim that touches it is settled and has passed. */
export type SentenceState = "untouched" | "in_work" | "checked" | "nothing_to_check"

/** How many sentences there are, and how many of them in each state. */
export interface CoverageCounts {
  sentences: number
  untouched: number
  in_work: number
  checked: number
  nothing_to_check: number
}

/** A claim as coverage asks about it. */
export interface CoveringClaim {
  spans: readonly Span[]
  /** Passed, settled and where it was. */
  done: boolean
}

/** What of a claim decides whether it is done. */
interface Finishable {
  state: ClaimState
  verdict: { rating: { code: string; settles: boolean } } | null
  /** An editor's yes to a rating that settles nothing. */
  letStand: unknown
  anchors: readonly { placement: Placement; contextChanged: boolean }[]
  /** A second opinion that is not in or not decided on keeps it from being done. */
  opinion: { phase: OpinionPhase } | null
}

/**
 * A claim is done when it has all that its desk asks for, its rating settles it, no second opinion is waited for, and its
 * words are where they were, in their context.
 */
export function isDone(claim: Finishable, asking: Asking): boolean {
  return hasPassed(claim, asking) && isSettled(claim) && !waitsForOpinion(claim) && isPlaced(claim)
}

/** Whether a second opinion on it is not in, or differs and nobody has decided. */
export const waitsForOpinion = ({ opinion }: Pick<Finishable, "opinion">) => opinion !== null && isOpen(opinion)

export const isSettled = ({ verdict, letStand }: Pick<Finishable, "verdict" | "letStand">) =>
  verdict !== null && (verdict.rating.settles || letStand !== null)

/**
 * Whether nobody has to look again at where a claim stands: every span is where it was put or carried to the same words,
 * in its context. What is to be cut is in its place once its passage is gone.
 */
export const isPlaced = (claim: Pick<Finishable, "anchors" | "verdict">) => lookNeeded(claim) === null

/** What of a claim's place somebody has to look at again. `uncut`: it is to be cut, and still stands there. */
export type PlaceToLookAt = "stale" | "lost" | "context" | "uncut"

/** Why somebody has to look at a claim's place; null where nobody has to. */
export function lookNeeded({ anchors, verdict }: Pick<Finishable, "anchors" | "verdict">): PlaceToLookAt | null {
  if (verdict?.rating.code === "cut") return anchors.every(({ placement }) => placement === "lost") ? null : "uncut"
  if (anchors.some(({ placement }) => placement === "lost")) return "lost"
  if (anchors.some(({ placement }) => placement === "stale")) return "stale"
  return anchors.some(({ contextChanged }) => contextChanged) ? "context" : null
}

/** Whether somebody has to say where a claim stands: what is only to be cut yet is in its place. */
export function waitsForPlace(claim: Pick<Finishable, "anchors" | "verdict">): boolean {
  const look = lookNeeded(claim)
  return look !== null && look !== "uncut"
}

/** The spans of a claim that have a place in the text. */
export function spansIn(anchors: readonly { start: number | null; end: number | null }[]): Span[] {
  return anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end }))
}

/**
 * The state of each sentence, in their order. Sentences are in the order of the text and don't overlap. A claim counts
 * before a mark: what was marked before it was claimed is in work.
 */
export function sentenceStates(sentences: readonly SentenceView[], claims: readonly CoveringClaim[]): SentenceState[] {
  const states = sentences.map(({ marked }): SentenceState => (marked ? "nothing_to_check" : "untouched"))
  for (const { spans, done } of claims) {
    for (const at of spans.flatMap((span) => touched(sentences, span))) {
      states[at] = done && states[at] !== "in_work" ? "checked" : "in_work"
    }
  }
  return states
}

/** How many sentences are in each state. */
export function countStates(states: readonly SentenceState[]): CoverageCounts {
  const counts: CoverageCounts = { sentences: states.length, untouched: 0, in_work: 0, checked: 0, nothing_to_check: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

/** Whether every sentence has been checked or marked. A text without sentences has nothing left to look at. */
export function isCovered({ sentences, checked, nothing_to_check }: CoverageCounts): boolean {
  return checked + nothing_to_check === sentences
}

/** Indexes of the sentences that a span touches. */
function touched(sentences: readonly Span[], span: Span): number[] {
  const found: number[] = []
  for (let at = firstEndingAfter(sentences, span.start); at < sentences.length; at += 1) {
    const sentence = sentences[at]
    if (!sentence || sentence.start >= span.end) break
    found.push(at)
  }
  return found
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** What "nothing to check" does to some sentences: marks these or takes their marks back, and leaves others alone. */
export interface MarkPlan {
  mark: "nothing_to_check" | null
  ordinals: number[]
  /** How many are left alone because a claim touches them, or because they hold loose items. */
  skipped: { claimed: number; loose: number }
}

/**
 * One sentence by itself is marked whatever it holds; of several, those with loose items are left for a look of their
 * own. Where nothing is left to mark, the marks that are there are taken back, so that a second press undoes the first.
 */
export function planMarks(
  asked: readonly number[],
  states: readonly SentenceState[],
  holdsLoose: (ordinal: number) => boolean,
): MarkPlan {
  const inState = (state: SentenceState) => asked.filter((ordinal) => states[ordinal] === state)
  const untouched = inState("untouched")
  const marked = inState("nothing_to_check")
  const free = asked.length > 1 ? untouched.filter((ordinal) => !holdsLoose(ordinal)) : untouched
  if (free.length === 0 && marked.length > 0) {
    return { mark: null, ordinals: marked, skipped: { claimed: 0, loose: 0 } }
  }
  const claimed = asked.length - untouched.length - marked.length
  return { mark: "nothing_to_check", ordinals: free, skipped: { claimed, loose: untouched.length - free.length } }
}
