/** A published verdict as schema.org's ClaimReview, for search engines and archives. A pure function of what is shown. */
import type { PublicClaim } from "../../domain/report"
import { ratingLabel } from "../../domain/shown"
import { linkAddress } from "../addresses"
import { addressOf, type Setting } from "./page"

/** Numbers of a rating that has one: 5 is best. */
const BEST = 5
const WORST = 1

/**
 * Null where there is nothing to tell: a rating that is none of other people's claims, a verdict that nobody approved, or
 * one that is looked at again, of which a machine would not say so.
 */
export function claimReview(
  { desk, note, signedAt }: Pick<PublicClaim, "desk" | "note" | "signedAt">,
  { language, origin }: Pick<Setting, "language" | "origin">,
): Record<string, unknown> | null {
  const { rating, conclusion, standing, underReviewSince, hasPage } = note
  if (!hasPage || !rating.claimReview || standing !== "approved" || underReviewSince !== null) return null
  const numbers = rating.value === null ? {} : { ratingValue: rating.value, bestRating: BEST, worstRating: WORST }
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${origin}${addressOf.claim(desk, note.claimId)}`,
    claimReviewed: note.statement ?? note.words,
    itemReviewed: itemReviewed(note),
    reviewRating: {
      "@type": "Rating",
      ...numbers,
      alternateName: ratingLabel(rating, language),
      ...(conclusion && { ratingExplanation: conclusion }),
    },
    author: { "@type": "Organization", name: desk.name, url: desk.url ?? `${origin}${addressOf.list(desk)}` },
    datePublished: signedAt.slice(0, 10),
    inLanguage: language,
  }
}

function itemReviewed({ claimant, claimedOn, appearance }: PublicClaim["note"]) {
  const url = linkAddress(appearance)
  return {
    "@type": "Claim",
    // Whether a person or an organisation said it, nobody was asked.
    ...(claimant && { author: { "@type": "Thing", name: claimant } }),
    ...(claimedOn && { datePublished: claimedOn }),
    ...(appearance && { appearance: { "@type": "CreativeWork", ...(url ? { url } : { name: appearance }) } }),
  }
}
