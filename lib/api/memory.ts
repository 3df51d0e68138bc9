/** Earlier checks as the API takes and tells them. */
import { checksInJsonLd } from "../domain/known-checks"
import { ImportKnownChecks, type EarlierCheck } from "../domain/earlier-check"
import { parsed } from "../parsed"

/** The known checks of a body: a list under `checks`, or ClaimReview in JSON-LD as archives hand it out. */
export function knownChecksIn(body: unknown): ImportKnownChecks {
  const checks = isOurs(body) ? null : checksInJsonLd(body)
  return parsed(ImportKnownChecks, checks ? { checks } : body)
}

/** Whoever names `checks` means ours, whatever else is wrong with it. */
function isOurs(body: unknown): boolean {
  return typeof body === "object" && body !== null && "checks" in body
}

/** An earlier check: the verdict is a code of the desk's scale, or the words of whoever gave it. */
export function apiEarlier(check: EarlierCheck) {
  const { statement, checkedOn, score } = check
  if (check.kind === "claim") {
    const { id, number, article, state, rating, asOf } = check
    const about = { claimId: id, articleId: article.id, number, state }
    return { ...about, statement, verdict: rating.code, checkedOn, asOf, score }
  }
  const { id, externalId, rating, url, publisher } = check
  return { knownCheckId: id, externalId, statement, verdict: rating, checkedOn, url, publisher, score }
}
