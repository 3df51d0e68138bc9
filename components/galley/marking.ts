/** A claim as it looks before the server has answered its marking. Pure. */
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { ClaimView } from "@/lib/domain/claim"
import type { Scale } from "@/lib/domain/scale"
import type { VerdictView } from "@/lib/domain/verdict"
import type { Person } from "@/lib/domain/workspace"
import type { Span } from "@/lib/anchor"

/**
 * Names a span before the claim has an id: marked again after a refusal, what was typed for it is there again. Claims
 * keep this name while the page is open, so a further claim on the same words gets a name of its own.
 */
export function provisionalId(article: AnnotatedArticle, span: Span, taken: ReadonlySet<string>): string {
  const name = `marking:${article.revision.id}:${span.start}-${span.end}`
  let free = name
  for (let n = 2; taken.has(free); n += 1) free = `${name}:${n}`
  return free
}

export interface Marking {
  article: AnnotatedArticle
  span: Span
  /** The number it will most likely get. */
  number: number
  by: Person | null
  at: string
  /** The tick that it is drafted with; none for a claim that is only marked. */
  tick: VerdictView | null
  /** Names that claims on the same words have already. */
  taken: ReadonlySet<string>
}

export function provisionalClaim({ article, span, number, by, at, tick, taken }: Marking): ClaimView {
  const { revision } = article
  return {
    id: provisionalId(article, span, taken),
    number,
    articleId: article.id,
    state: "open",
    anchors: [
      {
        revisionId: revision.id,
        ordinal: 0,
        quote: revision.text.slice(span.start, span.end),
        prefix: "",
        suffix: "",
        start: span.start,
        end: span.end,
        placement: "exact",
        contextChanged: false,
      },
    ],
    evidence: [],
    contacts: [],
    calculations: [],
    verdict: tick,
    fix: null,
    round: null,
    tidy: null,
    ...{ opinion: null, reviews: [] },
    markedBy: by,
    assignee: null,
    dueAt: null,
    waiting: null,
    legal: null,
    authorIds: [],
    markedAt: at,
    signOffId: null,
    underReviewSince: null,
    letStand: null,
    version: 0,
    job: tick || article.kind === "copy" ? "ours" : "theirs",
    statement: null,
    type: null,
    claimant: null,
    claimedOn: null,
    appearance: null,
    timecode: null,
    priority: 2,
    whySelected: null,
  }
}

/** The next number; those of withdrawn claims are not known here, so the server may give a higher one. */
export function nextNumber(claims: readonly { claim: { number: number } }[]): number {
  return Math.max(0, ...claims.map(({ claim }) => claim.number)) + 1
}

/** The verdict that a tick is drafted with; null where the desk's scale for our own copy has no such rating. */
export function tickVerdict(scales: readonly Scale[]): VerdictView | null {
  const scale = scales.find(({ job }) => job === "ours")
  const rating = scale?.ratings.find(({ code }) => code === TICKED)
  if (!scale || !rating) return null
  const nothing = { conclusion: null, explanation: null, workingNote: null, asOf: null, recheckOn: null }
  return { rating, scale: `${scale.code}/${scale.version}`, ...nothing }
}

/** The rating of a fact that was checked against a source and is right. */
export const TICKED = "confirmed"
