/**
 * Fixes: replacement wording proposed for a claim's passage. It is reviewed with the verdict, the author answers it, an
 * editor decides. Accepted letter for letter, a reviewed fix keeps its claim's approval: that is the yes it rests on.
 */
import { z } from "zod"
import type { Span } from "../anchor"
import type { ClaimState } from "./claim"
import { Id } from "./id"
import { oneLine } from "./one-line"
import type { ArticleSubject } from "./policy"
import { refuse, type Refusal } from "./refusal"
import type { RevisionResult } from "./revision"
import type { Rating } from "./scale"
import { isStanding } from "./standing"
import type { Person } from "./workspace"

export const FixAnswer = z.enum(["accepted", "reworded", "refused"])
export type FixAnswer = z.infer<typeof FixAnswer>

const version = z.number().int().positive().optional()

/** Words for one passage: one line, for a fix stays within its block. Empty takes the passage out. */
const wording = z.string().max(20_000).transform(oneLine)

export const ProposeFix = z.object({
  claimId: Id,
  version,
  wording,
  reason: z.string().trim().max(2000).nullable().default(null),
})
export type ProposeFix = z.input<typeof ProposeFix>

export const DropFix = z.object({ claimId: Id, version })
export type DropFix = z.infer<typeof DropFix>

/** What the article's author says to a fix: rewording needs words, refusing a reason. */
export const AnswerFix = z
  .object({
    fixId: Id,
    version,
    answer: FixAnswer,
    wording: wording.nullable().default(null),
    reason: z.string().trim().max(2000).nullable().default(null),
  })
  .refine((said) => said.answer !== "reworded" || said.wording !== null, {
    path: ["wording"],
    message: "fix.wordingNeeded",
  })
  .refine((said) => said.answer !== "refused" || Boolean(said.reason), {
    path: ["reason"],
    message: "fix.reasonNeeded",
  })
export type AnswerFix = z.input<typeof AnswerFix>

/** What is kept of an answer where there is none: it was given to other words, for a passage that reads otherwise now. */
export const UNANSWERED = {
  answer: null,
  answerWording: null,
  answerReason: null,
  answeredById: null,
  answeredAt: null,
} as const

/** Whose words go into the text. */
export const FixTaken = z.enum(["proposed", "author"])

/** Several fixes at once make one revision. */
export const AcceptFixes = z.object({
  articleId: Id,
  baseId: Id.optional(),
  fixes: z
    .array(z.object({ fixId: Id, version, take: FixTaken.default("proposed") }))
    .min(1)
    .max(200),
})
export type AcceptFixes = z.input<typeof AcceptFixes>

/** One by itself, for whoever knows no more of it than its id. */
export interface AcceptFix {
  fixId: string
  version: number | undefined
  take: z.infer<typeof FixTaken> | undefined
}

export const DeclineFix = z.object({ fixId: Id, version })
export type DeclineFix = z.infer<typeof DeclineFix>

/** A fix that nobody has decided on yet. Times are ISO 8601 in UTC. */
export interface FixView {
  id: string
  wording: string
  reason: string | null
  proposedBy: Person
  proposedAt: string
  answer: { kind: FixAnswer; wording: string | null; reason: string | null; by: Person; at: string } | null
  version: number
}

/** A fix with the claim that it is for, as author and editor look at it. Offsets are UTF-16 code units. */
export interface FixItem {
  fix: FixView
  claim: {
    id: string
    number: number
    job: "ours" | "theirs"
    state: ClaimState
    /** What readers are told of it. */
    verdict: { rating: FixRating; conclusion: string | null; explanation: string | null } | null
  }
  /** The passage that it replaces; null where the claim has no certain place. */
  passage: Passage | null
  /** Numbers of the claims whose fixes want the same words otherwise. */
  conflicts: number[]
}

type FixRating = Pick<Rating, "code" | "label" | "tone" | "shape">

/** Words of the text that a claim stands on, without a doubt. */
export interface CertainPassage extends Span {
  words: string
}

/** Whether a passage is still the one that it was. */
export function isSamePassage(one: CertainPassage | null, other: CertainPassage): boolean {
  return one?.start === other.start && one.end === other.end && one.words === other.words
}

/** Words of a text with what stands before and behind them in their block; `…` where that goes on. */
export interface Passage extends CertainPassage {
  before: string
  after: string
}

/** An article's fixes, as far as nobody has decided on them. */
export interface FixList {
  article: ArticleSubject & { id: string; title: string; language: string; archivedAt: string | null }
  revision: { id: string; number: number }
  items: FixItem[]
  /** Claims whose fixes went into the text, the last first, and the revision that each went into. */
  accepted: { claim: { id: string; number: number; job: "ours" | "theirs" }; revision: number }[]
}

/** So many code units on either side are enough to read a passage by. */
const AROUND = 240

/** A passage in its block. */
export function passageIn(text: string, { start, end }: Span): Passage {
  const from = text.lastIndexOf("\n", start - 1) + 1
  const to = text.indexOf("\n", end)
  const before = text.slice(start === 0 ? 0 : from, start)
  const after = text.slice(end, to === -1 ? text.length : to)
  return {
    ...{ start, end, words: text.slice(start, end) },
    before: before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/u, "")}` : before,
    after: after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/u, "")} …` : after,
  }
}

/** Another version of a fix than was seen, with what it is now. */
export function changedMeanwhile({ id, wording, version }: Pick<FixView, "id" | "wording" | "version">): Refusal {
  return refuse("conflict", "fix.changed", { outdated: true, current: { id, wording, version } })
}

/** What came of fixes that were accepted together. */
export interface FixesAccepted extends RevisionResult {
  /** Claims that stand on their new words, or whose passage went, with their approval. */
  fixed: number
  /** Claims that somebody has to look at where they stand. */
  look: number
}

/** The numbers of the claims whose passages overlap with a passage. */
export function overlapping(
  passage: (Span & { number: number }) | null,
  all: readonly (Span & { number: number })[],
): number[] {
  if (!passage) return []
  const meets = (other: Span) => other.start < passage.end && other.end > passage.start
  return all.filter((other) => other.number !== passage.number && meets(other)).map(({ number }) => number)
}

/**
 * The words that go into the text, and whether they are letter for letter those that were reviewed.
 * @throws conflict where the author's words are asked for and there are none
 */
export function taken(
  fix: { wording: string; answer: FixAnswer | null; answerWording: string | null },
  take: z.infer<typeof FixTaken>,
): { wording: string; whose: "proposed" | "author" } {
  if (take === "proposed") return { wording: fix.wording, whose: take }
  if (fix.answer !== "reworded" || fix.answerWording === null) throw refuse("conflict", "fix.notReworded")
  return { wording: fix.answerWording, whose: fix.answerWording === fix.wording ? "proposed" : "author" }
}

/** Whether words are letter for letter those that were sent with a verdict that stands. */
export function isReviewed(
  state: ClaimState,
  frozen: { id: string; wording: string } | null,
  accepted: { id: string; wording: string },
): boolean {
  return isStanding({ state }) && frozen?.id === accepted.id && frozen.wording === accepted.wording
}

/** Which of some passages, by their places in the list, share a sentence with another of them; null is nowhere. */
export function inOneSentence(passages: readonly (Span | null)[], sentences: readonly Span[]): Set<number> {
  const shared = sentences.map(({ start, end }) =>
    passages.flatMap((passage, at) => (passage && passage.start < end && passage.end > start ? at : [])),
  )
  return new Set(shared.filter((together) => together.length > 1).flat())
}

/** What an accepted fix makes of a fact's tick. A verdict on what others say does not change with our words. */
export function ratingAfter(job: "ours" | "theirs", wording: string): "fixed" | "cut" | null {
  if (job === "theirs") return null
  return wording === "" ? "cut" : "fixed"
}
