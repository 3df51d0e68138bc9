/** Through whose hands a verdict went, as exports tell it. */
import type { ClaimView } from "../domain/claim"
import type { ReviewView } from "../domain/round"
import { cleanLine } from "./normalise"

export interface Hands {
  /** Names; empty where none are to be told. */
  checkers: string[]
  reviewers: string[]
  isReviewed: boolean
  /** When it was approved last, or sent; null while it never was. ISO 8601 in UTC. */
  on: string | null
}

/** Who checked a claim's current round and who approved it; `naming` says whether by name. */
export function handsOf({ round, reviews }: ClaimView, naming: "named" | "nameless"): Hands {
  const approvals = standingApprovals(reviews.filter(({ roundId }) => roundId === round?.id))
  const names = (people: { name: string }[]) => (naming === "named" ? people.map(({ name }) => lineOf(name)) : [])
  return {
    checkers: names(round?.authors ?? []),
    reviewers: names(approvals.map(({ reviewer }) => reviewer)),
    isReviewed: approvals.length > 0,
    on: approvals.at(-1)?.createdAt ?? round?.sentAt ?? null,
  }
}

/** A person's latest review counts. */
function standingApprovals(reviews: readonly ReviewView[]): ReviewView[] {
  return reviews.filter(
    ({ decision, reviewer }, index) =>
      decision === "approve" && !reviews.slice(index + 1).some((later) => later.reviewer.id === reviewer.id),
  )
}

const lineOf = (name: string) => cleanLine(name).replace(/\s+/g, " ").trim()
