/**
 * How a claim looks: which colour family, which shape, which line under its words. One rule for the text, the list,
 * the margin and the inspector, so that a claim is recognised from one to the other. Pure; the words come elsewhere.
 */
import type { Tone } from "@/components/ui/badge"
import type { ClaimState, ClaimView } from "@/lib/domain/claim"
import type { Rating } from "@/lib/domain/scale"

/** A family for what is settled, one for each state that is not. */
export type ClaimLook = "true" | "mixed" | "false" | "unproven" | "review" | "checked" | "waiting" | "open" | "changes"

/** What of a claim decides how it looks, and what its badge says. */
export interface SeenClaim extends Pick<ClaimView, "state" | "waiting"> {
  verdict: { rating: Pick<Rating, "code" | "label" | "tone" | "shape"> } | null
}

/** Where the work on a claim stands. What waits for an answer is told from what nobody has begun. */
export type ClaimStanding = ClaimState | "waiting"

export function standingOf({ state, waiting }: Pick<SeenClaim, "state" | "waiting">): ClaimStanding {
  const atWork = state === "open" || state === "changes_requested"
  return waiting && atWork ? "waiting" : state
}

/** Only an approved verdict shows its own colour: a draft in green would pass for checked. */
export function lookOf({ state, verdict, waiting }: SeenClaim): ClaimLook {
  if (standingOf({ state, waiting }) === "waiting") return "waiting"
  if (state === "in_review") return "review"
  if (state === "checked") return "checked"
  if (state === "changes_requested") return "changes"
  const tone = state === "approved" ? verdict?.rating.tone : undefined
  return tone ?? "open"
}

/** Glyphs that plain fonts have: an hourglass would be an empty box on many a machine. */
export const shapes: Record<ClaimStanding, string> = {
  open: "○",
  waiting: "⋯",
  in_review: "◔",
  changes_requested: "↩",
  checked: "◇",
  approved: "✓",
}

/** One glyph for where the claim stands: its rating's once approved, else its state's. */
export function shapeOf({ state, verdict, waiting }: SeenClaim): string {
  return state === "approved" && verdict ? verdict.rating.shape : shapes[standingOf({ state, waiting })]
}

const lookTones: Record<ClaimLook, Tone> = {
  true: "true",
  mixed: "mixed",
  false: "false",
  unproven: "unproven",
  review: "review",
  checked: "review",
  waiting: "unproven",
  open: "open",
  changes: "open",
}

export const toneOf = (look: ClaimLook): Tone => lookTones[look]
