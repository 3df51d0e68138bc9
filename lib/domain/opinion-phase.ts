/** How far a second opinion is, and whether it keeps its claim from being done. Pure, without zod. */

/**
 * How far it is. `asked`: it waits for somebody who gives it. `taken`: somebody does. `given`: it waits for the first
 * verdict. `differ`: both are in and want adjudication. `same`: both are in and say the same. `adjudicated`: it was decided.
 */
export type OpinionPhase = "asked" | "taken" | "given" | "differ" | "same" | "adjudicated"

export interface OpinionSteps {
  takenAt: Date | null
  givenAt: Date | null
  revealedAt: Date | null
  decidedAt: Date | null
}

/** `isAdjudicated`: whether somebody has decided between the two. */
export function phaseOf(
  { takenAt, givenAt, revealedAt, decidedAt }: OpinionSteps,
  isAdjudicated: boolean,
): OpinionPhase {
  if (decidedAt) return isAdjudicated ? "adjudicated" : "same"
  if (revealedAt) return "differ"
  if (givenAt) return "given"
  return takenAt ? "taken" : "asked"
}

/** Whether it keeps its claim from being done: it is not in yet, or nobody has decided between the two. */
export const isOpen = ({ phase }: { phase: OpinionPhase }) => phase !== "same" && phase !== "adjudicated"
