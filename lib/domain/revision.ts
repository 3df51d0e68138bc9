/**
 * Revisions: the immutable texts of an article, and what a new one does to its claims. A verdict is never carried to
 * other words without a person's yes. Offsets are UTF-16 code units.
 */
import { z } from "zod"
import type { Piece, Placed } from "../anchor"
import { SpanInput, type ClaimState, type Placement, type Priority } from "./claim"
import { Id } from "./id"
import { wordsIn, type ArticleKind, type ImportFormat } from "./article"
import type { ArticleSubject } from "./policy"
import { isSent } from "./standing"
import type { Person } from "./workspace"

/** How a text came to be. */
export const RevisionOrigin = z.enum(["paste", "file", "api", "link", "edit", "restore", "fix"])
export type RevisionOrigin = z.infer<typeof RevisionOrigin>

/** The article's current revision as whoever revises it saw it; absent, the act takes what is there. */
const baseId = Id.optional()

/** An earlier text becomes the newest one. */
export const RestoreRevision = z.object({ articleId: Id, baseId, number: z.number().int().positive() })
export type RestoreRevision = z.infer<typeof RestoreRevision>

/** An editor's work on the text: ProseMirror steps, in order, from the document of the revision it began with. */
export const EditText = z.object({
  articleId: Id,
  baseId: Id,
  /** The text that came since, which whoever writes has been told of and writes over. */
  over: Id.optional(),
  steps: z.array(z.record(z.string(), z.unknown())).min(1).max(20_000),
})
export type EditText = z.infer<typeof EditText>

/** Two of an article's texts, by their numbers. */
export const CompareRevisions = z.object({
  articleId: Id,
  from: z.number().int().positive(),
  to: z.number().int().positive(),
})
export type CompareRevisions = z.infer<typeof CompareRevisions>

/** A person's yes to where a claim stands: the proposal of a stale one, or that it holds in its new context. */
export const ConfirmPlace = z.object({ claimId: Id, version: z.number().int().positive().optional() })
export type ConfirmPlace = z.infer<typeof ConfirmPlace>

/** Other spans for a claim, chosen in the current revision. */
export const ReanchorClaim = z.object({
  claimId: Id,
  version: z.number().int().positive().optional(),
  revisionId: Id,
  spans: z.array(SpanInput).min(1).max(50),
})
export type ReanchorClaim = z.infer<typeof ReanchorClaim>

/** A revision among an article's texts. Times are ISO 8601 in UTC. */
export interface RevisionRow {
  id: string
  number: number
  sha256: string
  bodyStart: number
  origin: RevisionOrigin
  /** Null for what was written in Stet. */
  format: ImportFormat | "html" | "word" | null
  /** Where its page was fetched. */
  url: string | null
  createdAt: string
  createdBy: Person | null
}

/** A revision in their list, with what its event told of it. */
export interface ListedRevision extends RevisionRow {
  words: number | null
  /** Whose text it is once more. */
  restored: number | null
  /** What it did to the claims; null for the first one, which found none. */
  placements: PlacementCounts | null
  /** Whether the bytes are kept that it was read from. */
  original: "kept" | "none"
}

const count = z.number().int().nonnegative()

/** What the event of a revision tells of it. */
export const RevisionTold = z.object({
  revision: z.number().int().positive(),
  words: count.nullish().transform((words) => words ?? null),
  restored: count.nullish().transform((number) => number ?? null),
  placements: z
    .object({ exact: count, moved: count, stale: count, lost: count, contextChanged: count })
    .nullish()
    .transform((placements) => placements ?? null),
})
export type RevisionTold = z.infer<typeof RevisionTold>

/** How many claims of an article went where, each counted by the worst of its spans. */
export interface PlacementCounts {
  exact: number
  moved: number
  stale: number
  lost: number
  /** Of those carried: the sentence around them is another now. */
  contextChanged: number
}

/** What came of a revision. */
export interface RevisionResult {
  articleId: string
  revision: { id: string; number: number; sha256: string }
  placements: PlacementCounts
  /** Keys of the catalogue, under `notice`. */
  notices: string[]
  /** How many remarks came with it that wait for a decision. */
  remarks: number
}

/** How many words one text has and the other has not; `differing` counts those that took each other's place once. */
export interface WordsChanged {
  removed: number
  added: number
  differing: number
}

/** What differs between two texts of an article. */
export interface Comparison {
  from: RevisionRow
  to: RevisionRow
  pieces: Piece[]
  words: WordsChanged
}

/** What somebody has to decide about a claim's place. */
export type PlacingReason = "stale" | "lost" | "context" | "moved"

/** A claim that a revision did not leave where it was. */
export interface PlacingItem {
  claimId: string
  number: number
  version: number
  job: "ours" | "theirs"
  priority: Priority
  statement: string | null
  state: ClaimState
  reason: PlacingReason
  spans: PlacingSpan[]
}

/** One span of it: as it was confirmed, its words `at` an offset of the sentences around them, and as it is. */
export interface PlacingSpan {
  placement: Placement
  before: { words: string; sentence: string; at: number }
  /** Null when lost. */
  now: PlacedSpan | null
}

/** Where a span stands, or is proposed to stand, and what differs: in its sentences before the words, in them, behind them. */
export interface PlacedSpan {
  start: number
  end: number
  head: Piece[]
  words: Piece[]
  tail: Piece[]
  /** Why it is only proposed: it reads otherwise, or these words could be those of another place. Null where it is not. */
  because: "wording" | "ambiguous" | null
}

export interface PlacingList {
  article: ArticleSubject & {
    id: string
    title: string
    kind: ArticleKind
    language: string
    archivedAt: string | null
  }
  revision: { id: string; number: number }
  items: PlacingItem[]
  /** Claims whose words stand where they stood. */
  exact: number
}

/** An article's texts, newest first, as many as go on a page. */
export interface RevisionList {
  article: PlacingList["article"] & {
    /** How many of its claims were sent and not reopened: a text with other words ends that. */
    atStake: number
  }
  /** The text that is worked on. */
  current: { id: string; number: number }
  revisions: ListedRevision[]
}

/** A claim's place by its worst span: what is lost outweighs what is stale, and so on. */
export function worstOf(placed: readonly Placed[]): Placement {
  const order: Placement[] = ["lost", "stale", "moved", "exact"]
  return order.find((kind) => placed.some((one) => one.kind === kind)) ?? "exact"
}

/**
 * Whether a claim loses its approval, or its round in review, to a new text: always when its words are other ones or
 * gone, but for a verdict that says to cut them.
 */
export function losesApproval(
  { state, rating }: { state: ClaimState; rating: string | null },
  placed: readonly Placed[],
): boolean {
  if (!isSent({ state })) return false
  const worst = worstOf(placed)
  const isCut = rating === "cut" && placed.every(({ kind }) => kind === "lost")
  return (worst === "stale" || worst === "lost") && !isCut
}

/** How many words a comparison takes out and puts in. */
export function wordsChanged(pieces: readonly Piece[]): WordsChanged {
  const words = { removed: 0, added: 0, differing: 0 }
  let change = { removed: 0, added: 0 }
  const close = () => {
    words.removed += change.removed
    words.added += change.added
    words.differing += Math.max(change.removed, change.added)
    change = { removed: 0, added: 0 }
  }
  for (const { kind, text } of pieces) {
    if (kind === "same") close()
    else change[kind] += wordsIn(text)
  }
  close()
  return words
}

/** Whether the sentence around any of these spans is another now. */
export const isContextChanged = (placed: readonly Placed[]) =>
  placed.some((one) => "contextChanged" in one && one.contextChanged)

/** How the claims of an article were placed, in numbers. */
export function countPlacements(claims: readonly (readonly Placed[])[]): PlacementCounts {
  const counts: PlacementCounts = { exact: 0, moved: 0, stale: 0, lost: 0, contextChanged: 0 }
  for (const placed of claims) {
    counts[worstOf(placed)] += 1
    if (isContextChanged(placed)) counts.contextChanged += 1
  }
  return counts
}
