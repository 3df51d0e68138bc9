/**
 * The fixed words of a note. An export is a document format that is read again, by Stet and by others, so that these
 * words are English whatever language a desk works in; ratings alone are named in the language asked for.
 */
import type { ClaimState } from "../domain/claim"
import type { FixView } from "../domain/fix"
import type { EvidenceView } from "../domain/source"

/** What a note says of a verdict that was not approved. */
export const UNAPPROVED: Record<Exclude<ClaimState, "approved">, string> = {
  open: "draft",
  in_review: "in review",
  changes_requested: "changes requested",
  checked: "checked, not reviewed",
}

export const OPEN = "Open"
export const UNPLACED = "Claims without a place in this revision"

const MONTHS = "January February March April May June July August September October November December".split(" ")

/** `15 November 2024` of an ISO date or time; the day is UTC's. Not from Intl, whose words change with its version. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** `Claimant: the ministry, 15 November 2024.`; null when neither is known. */
export function claimantLine(claimant: string | null, claimedOn: string | null): string | null {
  if (!claimant) return claimedOn ? `Claimed on ${longDate(claimedOn)}.` : null
  return stopped(`Claimant: ${[claimant, ...(claimedOn ? [longDate(claimedOn)] : [])].join(", ")}`)
}

/** `supports, primary: `; of a claim whose verdict its reader may not see yet only what anybody can tell: how it bears is a judgement. */
export function evidenceLead({ stance, source }: EvidenceView, verdict: "seen" | "hidden"): string {
  const words = [...(verdict === "seen" ? [stance] : []), ...(source.primary ? ["primary"] : [])]
  return words.length > 0 ? `${words.join(", ")}: ` : ""
}

/** `Checked by the desk, reviewed, 15 November 2024.`; names where there are any to give. */
export function checkedLine(
  checkers: string[],
  reviewers: string[],
  review: "reviewed" | "not reviewed",
  on: string | null,
) {
  const by = reviewers.length > 0 ? `${review} by ${listed(reviewers)}` : review
  const who = checkers.length > 0 ? listed(checkers) : "the desk"
  return `Checked by ${[who, by, ...(on ? [longDate(on)] : [])].join(", ")}.`
}

function listed(names: string[]): string {
  const last = names.at(-1) ?? ""
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last
}

const stopped = (sentence: string) => (sentence.endsWith(".") ? sentence : `${sentence}.`)

/** What is proposed for a claim's words; of what stands in the text as a change only why, and what its author says. */
export function fixLine({ wording, reason, answer }: FixView, isChanged: boolean): string | null {
  const proposed = wording === "" ? "Proposed: take it out" : `Proposed: "${wording}"`
  const parts = [
    ...(isChanged ? [] : [proposed]),
    ...(reason?.trim() ? [`Why: ${reason.trim()}`] : []),
    ...(answer
      ? [`Author: ${[answer.kind, answer.wording && `"${answer.wording}"`, answer.reason].filter(Boolean).join(", ")}`]
      : []),
  ]
  return parts.length === 0 ? null : parts.map(stopped).join(" ").replace(/\s+/g, " ")
}
