/**
 * The claims that an export shows, with their places: one answer for every format, so that no two can disagree. The
 * public profile shows claims that have passed and have a place; the internal one all of them.
 */
import { snap, type Span } from "../anchor"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { AnchorView, ClaimView } from "../domain/claim"
import type { Profile } from "../domain/profile"
import { hasPassed } from "../domain/standing"

/** A claim with its spans in this revision, in the order of the text. */
export interface Shown {
  claim: ClaimView
  anchors: AnchorView[]
  /** Its spans that have a place, in code units; empty where it has none any more. */
  places: Span[]
}

export interface Showing {
  profile: Profile
  /** How many approvals the desk asks for; one by default. With none, what is checked and not reviewed is public too. */
  approvals?: number
}

/** Those with a place as they come in the text (start, then longer first, then number), then the others by number. */
export function shownClaims({ claims, revision }: AnnotatedArticle, { profile, approvals = 1 }: Showing): Shown[] {
  const all = claims.map((claim): Shown => {
    const anchors = claim.anchors.filter(({ revisionId }) => revisionId === revision.id)
    const inOrder = anchors.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || a.ordinal - b.ordinal)
    return { claim, anchors: inOrder, places: inOrder.flatMap((anchor) => placeOf(anchor, revision.text) ?? []) }
  })
  const inOrder = all.toSorted((a, b) => byPlace(a.places[0], b.places[0]) || a.claim.number - b.claim.number)
  return profile === "internal" ? inOrder : inOrder.filter((one) => isPublic(one, approvals))
}

const isPublic = ({ claim, places }: Shown, approvals: number) =>
  hasPassed(claim, { approvals }) && claim.verdict !== null && places.length > 0

/** Where an anchor's words stand for sure, in whole graphemes; null where somebody has to look first. */
function placeOf({ start, end, placement }: AnchorView, text: string): Span | null {
  const isPlaced = placement === "exact" || placement === "moved"
  return isPlaced && start !== null && end !== null && start < end ? snap(text, { start, end }) : null
}

/** Start, then longer first; without a place last. */
export function byPlace(one: Span | undefined, other: Span | undefined): number {
  if (!one || !other) return Number(!one) - Number(!other)
  return one.start - other.start || other.end - one.end
}
