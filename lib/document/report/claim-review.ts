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
 * one that is looked at again, of which a machine would not say so; and a claim on a picture that nobody put in words.
 */
export function claimReview(
  { desk, note, signedAt }: Pick<PublicClaim, "desk" | "note" | "signedAt">,
  { language, origin }: Pick<Setting, "language" | "origin">,
): Record<string, unknown> | null {
  const { rating, conclusion, standing, underReviewSince, hasPage } = note
  const claimReviewed = note.statement || note.words
  const isTold = hasPage && rating.claimReview && standing === "approved" && underReviewSince === null
  if (!isTold || claimReviewed === "") return null
  const numbers = rating.value === null ? {} : { ratingValue: rating.value, bestRating: BEST, worstRating: WORST }
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${origin}${addressOf.claim(desk, note.claimId)}`,
    claimReviewed,
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
  const work = appearance && { "@type": "CreativeWork", ...(url ? { url } : { name: appearance }) }
  return {
    "@type": "Claim",
    ...(claimant && { author: { "@type": kindOf(claimant), name: claimant } }),
    ...(claimedOn && { datePublished: claimedOn }),
    ...(work && { appearance: work }),
    // Where somebody said it on that day, it appeared first as far as the desk knows.
    ...(work && claimant && claimedOn && { firstAppearance: work }),
  }
}

/** Nobody was asked which of the two it is, and schema.org knows no third: two to four capitalised words are a name. */
function kindOf(claimant: string): "Person" | "Organization" {
  const words = claimant.trim().split(/\s+/)
  const isName = words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))
  return isName ? "Person" : "Organization"
}

/** Every verdict of an article that can be told so, as one file: a list, ending in a line feed. */
export function claimReviews(
  notes: readonly PublicClaim["note"][],
  { desk, signedAt }: Pick<PublicClaim, "desk" | "signedAt">,
  setting: Pick<Setting, "language" | "origin">,
): string {
  const reviews = notes.flatMap((note) => claimReview({ desk, note, signedAt }, setting) ?? [])
  return `${JSON.stringify(reviews, null, 2)}\n`
}
