/**
 * The claims of an article as readers may know them: the public profile as one type (`PublicNote`), filled from the read
 * model. What an export for the public says of a claim, it says from here.
 */
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { EvidenceView } from "../domain/source"
import type { PublicNote, PublicSource } from "../domain/report"
import { quoteOf } from "../domain/shown"
import { handsOf } from "./hands"
import { shownClaims, type Shown } from "./shown-claims"

export interface Publishing {
  /** Whether checkers and reviewers are named. */
  publishNames: boolean
  /** How many approvals the desk asks for; one by default. */
  approvals?: number
}

/** The claims that have passed and have a place, in the order of the text. */
export function publicNotes(article: AnnotatedArticle, publishing: Publishing): PublicNote[] {
  return shownClaims(article, { ...publishing, profile: "public" }).flatMap((one) => publicNote(one, publishing) ?? [])
}

function publicNote({ claim, anchors, places }: Shown, { publishNames }: Publishing): PublicNote | null {
  const { id: claimId, number, statement, claimant, claimedOn, appearance, verdict, underReviewSince } = claim
  if (!verdict) return null
  const hands = handsOf(claim, publishNames ? "named" : "nameless")
  return {
    ...{ claimId, number, words: quoteOf(anchors), spans: places, statement, claimant, claimedOn, appearance },
    ...{ rating: verdict.rating, conclusion: verdict.conclusion, explanation: verdict.explanation, underReviewSince },
    sources: claim.evidence.flatMap((one) => (one.source.confidential ? [] : [publicSource(one)])),
    standing: claim.state === "approved" ? "approved" : "checked",
    checkedOn: (hands.on ?? claim.markedAt).slice(0, 10),
    checkers: hands.checkers,
    reviewers: hands.reviewers,
    hasPage: claim.job === "theirs",
  }
}

/** What readers may know of evidence that is not confidential. */
export function publicSource({ source, stance, locator }: EvidenceView): PublicSource {
  const { primary, title, author, publisher, publishedOn, url } = source
  return { stance, primary, title, author, publisher, publishedOn, url, locator }
}
