/** The fields of a claim as they are typed, and back. Pure. */
import type { ClaimChanges, ClaimType, ClaimView, Priority, WaitingOn, WaitingView } from "@/lib/domain/claim"
import type { Job } from "@/lib/domain/scale"

export type FieldName = keyof ClaimChanges

/** Empty is not set. */
export function typedFields(claim: ClaimView): Record<FieldName, string> {
  return {
    job: claim.job,
    statement: claim.statement ?? "",
    type: claim.type ?? "",
    claimant: claim.claimant ?? "",
    claimedOn: claim.claimedOn ?? "",
    appearance: claim.appearance ?? "",
    timecode: claim.timecode ?? "",
    priority: String(claim.priority),
    whySelected: claim.whySelected ?? "",
  }
}

const words = (typed: string) => typed.trim() || null

/** What was typed as the act takes it. Choices come from lists of what there is. */
export function fieldsFrom(typed: Partial<Record<FieldName, string>>): ClaimChanges {
  const { job, statement, type, claimant, claimedOn, appearance, timecode, priority, whySelected } = typed
  return {
    ...(job !== undefined && { job: job as Job }),
    ...(statement !== undefined && { statement: words(statement) }),
    ...(type !== undefined && { type: (type || null) as ClaimType | null }),
    ...(claimant !== undefined && { claimant: words(claimant) }),
    ...(claimedOn !== undefined && { claimedOn: claimedOn || null }),
    ...(appearance !== undefined && { appearance: words(appearance) }),
    ...(timecode !== undefined && { timecode: words(timecode) }),
    ...(priority !== undefined && { priority: Number(priority) as Priority }),
    ...(whySelected !== undefined && { whySelected: words(whySelected) }),
  }
}

/** Whose answer it waits for, as it is typed. */
export interface TypedWaiting {
  on: WaitingOn
  whom: string
  chaseAt: string | null
}

export function typedWaiting(waiting: WaitingView | null): TypedWaiting {
  return { on: waiting?.on ?? "author", whom: waiting?.whom ?? "", chaseAt: waiting?.chaseAt ?? null }
}
